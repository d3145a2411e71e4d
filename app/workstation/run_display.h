// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adaptation_controller.h"
#include "dashboard/held_out_strip.h"
#include "picker/pseudo_label_record.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QStringList>
#include <QVector>

namespace limpid {

class PickerPage;
class PseudoLabelModel;
class TrainingDashboard;

/// Brings what a run tells to the dashboard and to the page of pseudo-labels, and what a person asks there to the run.
/// Window's thread only.
class RunDisplay : public QObject {
    Q_OBJECT

public:
    /// All must outlive the object.
    RunDisplay(AdaptationController& controller, TrainingDashboard& dashboard, PseudoLabelModel& labels,
               PickerPage& page);

    /// Empties everything for a new run.
    void begin(const QString& deviceWords);

private:
    void showNews(const AdaptationNews& news);
    void showReviews(const std::vector<LabelReview>& reviews);
    /// What was measured against references, where there are any: the model before and after.
    void showReferences(const FolderAdaptationOutcome& outcome);
    void showStrip(const std::vector<LabelReview>& reviews);
    void decideByHand(const QStringList& names, PickOverride decision);

    AdaptationController& m_controller;
    TrainingDashboard& m_dashboard;
    PseudoLabelModel& m_labels;
    QHash<QString, int> m_places; ///< Of the images in the clinic, by their names.
    double m_seconds = 0.0;
    std::int64_t m_step = 0;
};

/// One held-out image as its strip shows it.
HeldOutRecord recordOf(const ProbeComparison& comparison);

/// One pseudo-label as the page shows it.
PseudoLabelRecord recordOf(const LabelReview& review);

} // namespace limpid
