// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/remaining_time.h"
#include "dashboard/run_curves.h"
#include "dashboard/run_facts.h"
#include "dashboard/run_state.h"
#include "methods/same/adaptation_snapshot.h"

#include <QImage>
#include <QStringList>
#include <QVector>
#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QMenu;
class QProgressBar;
class QToolButton;

namespace limpid {

class CurvePanel;
class ImageStrip;
class RunButtons;

/// An adaptation as it runs: the state in a word, how far it is, how long it takes, on what it computes, its buttons,
/// its curves and a few images redone at every evaluation. Every curve says what it was measured against. Needs the
/// window's thread; holds everything it shows, so that it can be translated, redrawn and exported at any time.
class TrainingDashboard : public QWidget {
    Q_OBJECT

public:
    using Measure = RunCurves::Measure;
    using Against = RunCurves::Against;

    explicit TrainingDashboard(QWidget* parent = nullptr);

    /// Empties everything for a new run.
    void beginRun(const QString& deviceWords);
    void setState(RunState state);
    /// Seconds since the run began, by the clock, so that it moves between steps too.
    void setElapsed(double seconds);
    /// Bytes in use, and how many there are where that is known.
    void setMemory(double used, std::optional<double> total);
    /// What is being done, in words, and how far all of it is (0..1).
    void setProgress(double fraction, const QString& words);
    void addStep(const AdaptationStep& step);
    /// Also marks a checkpoint: one is written after every epoch.
    void addEpoch(const AdaptationEpoch& epoch);
    /// PSNR and SSIM of the model in use against references, or of the student against the clinic probe or the
    /// teacher's outputs; addEpoch adds the latter two.
    void addScores(Against against, std::int64_t step, double seconds, const ProbeScores& scores);
    /// Mean p(good) (0..1) of the pseudo-labels judged up to a step.
    void addMeanQuality(std::int64_t step, double seconds, double meanGood);
    /// The same few images before the adaptation and at its last evaluation; see ImageStrip::setImages.
    void setStrip(const QVector<QImage>& before, const QVector<QImage>& now, const QStringList& captions);

    const CurvePanel& curves(Measure measure) const;
    /// All curves as the bytes of a file, whether or not the dashboard is visible.
    QByteArray exported(CurveFormat format) const;

Q_SIGNALS:
    /// A button was pressed; the state word has already answered.
    void pauseRequested();
    void resumeRequested();
    void stopRequested();
    void cancelRequested();
    /// Somebody wants the curves as a file: ask for its name and write exported(format).
    void exportRequested(CurveFormat format);

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void showState();
    void connectButtons();

    RunState m_runState = RunState::Idle;
    RunFigures m_figures;
    RemainingTime m_clock;

    QLabel* m_state;
    QLabel* m_words;
    QProgressBar* m_bar;
    RunButtons* m_buttons;
    RunFacts* m_facts;
    QComboBox* m_axis;
    QCheckBox* m_logarithmic;
    QCheckBox* m_agreement;
    QMenu* m_exportMenu;
    QToolButton* m_export;
    RunCurves* m_curves;
    QLabel* m_stripTitle;
    ImageStrip* m_strip;
};

} // namespace limpid
