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
class QPushButton;
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

    /// While a run is under way it can be given other thresholds.
    void setRunning(bool running);

Q_SIGNALS:
    /// Thumbnails are missing for rows in view; answer with PseudoLabelModel::setImages.
    void imagesRequested(int epoch, const QStringList& names);
    /// A person decided; to be used from the next step. The model knows already.
    void overrideRequested(const QStringList& names, PickOverride decision);
    /// A person wants the run to judge by these thresholds from the next step on.
    void thresholdsRequested(const PickThresholds& thresholds);
    /// Somebody wants the decisions as a file: ask for its name and write exported(format).
    void exportRequested(PickFormat format);

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void connectParts();
    void handOverThresholds();
    void showThresholdButton();
    void say(const QString& note);
    PickThresholds tried() const;
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
    QPushButton* m_useThresholds;
    PickThresholds m_newest; ///< In force at the newest evaluation.
    PickThresholds m_used;   ///< By the run: those, or what was handed to it since.
    bool m_running = false;
};

} // namespace limpid
