// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/remaining_time.h"
#include "dashboard/run_state.h"
#include "methods/same/adaptation_snapshot.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace limpid {

class CurvePanel;

/// An adaptation as it runs: the state in a word, how far it is, how long it takes, on what it computes, how many
/// pseudo-labels are accepted, and three curves: the loss, and PSNR and SSIM of student and teacher on the clinic
/// probe. Every curve says what it was measured against.
class TrainingDashboard : public QWidget {
    Q_OBJECT

public:
    enum class Measure { Loss, Psnr, Ssim };

    explicit TrainingDashboard(QWidget* parent = nullptr);

    /// Empties everything for a new run.
    void beginRun(const QString& deviceWords);
    void setState(RunState state);
    /// Seconds since the run began, by the clock, so that it moves between steps too.
    void setElapsed(double seconds);
    /// What is being done, in words, and how far all of it is (0..1).
    void setProgress(double fraction, const QString& words);
    void addStep(const AdaptationStep& step);
    void addEpoch(const AdaptationEpoch& epoch);

    const CurvePanel& curves(Measure measure) const;

private:
    void setAccepted();

    QLabel* m_state;
    QLabel* m_words;
    QLabel* m_step;
    QLabel* m_elapsed;
    QLabel* m_remaining;
    QLabel* m_accepted;
    QLabel* m_device;
    QProgressBar* m_bar;
    CurvePanel* m_loss;
    CurvePanel* m_psnr;
    CurvePanel* m_ssim;

    RemainingTime m_clock;
    std::int64_t m_judged = 0;
    std::int64_t m_acceptedCount = 0;
    double m_smoothed = 0.0; ///< Exponential mean of the loss, before its bias is taken out.
    int m_smoothedSteps = 0;
};

} // namespace limpid
