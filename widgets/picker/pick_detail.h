// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "picker/pseudo_label_record.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace limpid {

class CaptionedImage;

/// One pseudo-label large: input, teacher's output and structure map side by side, the scores beside their thresholds,
/// the decision and why, and buttons to decide otherwise.
class PickDetail : public QWidget {
    Q_OBJECT

public:
    explicit PickDetail(QWidget* parent = nullptr);

    /// None shows that nothing is selected.
    void setRecord(const std::optional<PseudoLabelRecord>& record);

Q_SIGNALS:
    void overrideChosen(PickOverride decision);

protected:
    void changeEvent(QEvent* event) override;

private:
    QPushButton* addButton(const char* name, PickOverride decision);
    void retranslate();
    void showRecord();

    std::optional<PseudoLabelRecord> m_record;
    QLabel* m_name;
    QLabel* m_decision;
    QLabel* m_reason;
    CaptionedImage* m_input;
    CaptionedImage* m_output;
    CaptionedImage* m_structure;
    QLabel* m_scores;
    QPushButton* m_pick;
    QPushButton* m_reject;
    QPushButton* m_unflag;
};

} // namespace limpid
