// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "picker/pick_export.h"
#include "picker/threshold_effect.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace limpid {

class PickDetail;
class PseudoLabelFilter;
class PseudoLabelModel;
class PseudoLabelViews;
class ScoreHistogram;

/// The page where one sees why pseudo-labels were accepted or rejected, epoch by epoch, tries other thresholds and
/// decides by hand.
class PickerPage : public QWidget {
    Q_OBJECT

public:
    /// Shows `model`, which must outlive the page.
    explicit PickerPage(PseudoLabelModel& model, QWidget* parent = nullptr);

    /// The shown epoch's decisions, all of them whatever is filtered, as the bytes of a file.
    QByteArray exported(PickFormat format) const;

Q_SIGNALS:
    /// Thumbnails are missing for rows in view; answer with PseudoLabelModel::setImages.
    void imagesRequested(int epoch, const QStringList& names);
    /// A person decided; to be used from the next step. The model knows already.
    void overrideRequested(const QStringList& names, PickOverride decision);
    /// A threshold is being moved, or was let go at another place.
    void thresholdMoved(PickJudge judge, double value);
    void thresholdChanged(PickJudge judge, double value);
    /// Somebody wants the decisions as a file: ask for its name and write exported(format).
    void exportRequested(PickFormat format);

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void connectParts();
    void connectHistogram(PickJudge judge, ScoreHistogram& own, ScoreHistogram& other);
    void decide(PickOverride decision);
    void fillEpochs();
    void showRecords();
    void showDetail();
    void showCount();
    void retranslate();

    PseudoLabelModel& m_model;
    PseudoLabelFilter* m_filter;
    QComboBox* m_epoch;
    QComboBox* m_show;
    QLineEdit* m_text;
    QToolButton* m_asGrid;
    QToolButton* m_export;
    QMenu* m_exportMenu;
    QLabel* m_count;
    QLabel* m_note; ///< What the last decision by hand or threshold means.
    PseudoLabelViews* m_views;
    ScoreHistogram* m_quality;
    ScoreHistogram* m_structure;
    PickDetail* m_detail;
};

} // namespace limpid
