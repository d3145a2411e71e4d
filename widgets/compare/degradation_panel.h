// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/degradation_finding.h"

#include <QWidget>

#include <array>

class QLabel;
class QToolButton;

namespace limpid {

class SeverityBar;

/// Why a photograph is poor: one sentence, a bar with its grade in words for each kind of damage, and what such
/// severities are not. While nothing is known the bars are empty and the sentence says why. A narrow column.
class DegradationPanel : public QWidget {
    Q_OBJECT

public:
    explicit DegradationPanel(QWidget* parent = nullptr);

    void setFinding(const DegradationFinding& finding);

Q_SIGNALS:
    /// A person wants the panel to be closed; it does not do so by itself.
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Line {
        QLabel* name;
        SeverityBar* bar;
        QLabel* grade;
    };
    QWidget* header();
    QWidget* content();
    void retranslate();
    void arrangeRoom();
    void showFinding();
    void showLine(std::size_t place, bool known);

    DegradationFinding m_finding;
    QLabel* m_title;
    QToolButton* m_close;
    QLabel* m_sentence;
    std::array<Line, gradedKinds.size()> m_lines{};
    QLabel* m_note;
};

} // namespace limpid
