// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/training_dashboard.h"

#include "dashboard/curve_panel.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include <cmath>

namespace limpid {

namespace {

constexpr int barSteps = 1000;

// The curves' numbers, in the order in which they are added.
constexpr int rawCurve = 0;
constexpr int smoothCurve = 1;
constexpr int studentCurve = 0;
constexpr int teacherCurve = 1;

QString durationText(double seconds) {
    const auto whole = std::llround(seconds);
    const auto two = [](long long number) {
        return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
    };
    if (whole >= 3600)
        return QStringLiteral("%1:%2:%3").arg(whole / 3600).arg(two(whole / 60 % 60), two(whole % 60));
    return QStringLiteral("%1:%2").arg(whole / 60).arg(two(whole % 60));
}

QLabel* valueLabel(QFormLayout* form, const QString& caption, const char* name) {
    auto* label = new QLabel(QStringLiteral("\u2013"));
    label->setObjectName(QLatin1String(name));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    form->addRow(caption, label);
    return label;
}

} // namespace

TrainingDashboard::TrainingDashboard(QWidget* parent)
    : QWidget(parent)
    , m_state(new QLabel(this))
    , m_words(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_loss(new CurvePanel(tr("Loss"), this))
    , m_psnr(new CurvePanel(tr("PSNR in dB"), this))
    , m_ssim(new CurvePanel(tr("SSIM"), this)) {
    m_state->setObjectName(QStringLiteral("runState"));
    auto large = m_state->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    m_state->setFont(large);
    m_words->setObjectName(QStringLiteral("runWords"));
    m_words->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_bar->setRange(0, barSteps);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(8);
    m_bar->setAccessibleName(tr("Progress of the adaptation"));

    auto* form = new QFormLayout;
    form->setContentsMargins(0, 4, 0, 4);
    form->setVerticalSpacing(3);
    m_step = valueLabel(form, tr("Step"), "runStep");
    m_elapsed = valueLabel(form, tr("Elapsed"), "runElapsed");
    m_remaining = valueLabel(form, tr("Remaining"), "runRemaining");
    m_accepted = valueLabel(form, tr("Accepted"), "runAccepted");
    m_device = valueLabel(form, tr("Device"), "runDevice");

    m_loss->addCurve(tr("Every step"), CurvePanel::Style::Faint, false);
    m_loss->addCurve(tr("Smoothed"), CurvePanel::Style::First, false);
    for (auto* panel : {m_psnr, m_ssim}) {
        panel->addCurve(tr("Student \u00b7 clinic probe"), CurvePanel::Style::First, true);
        panel->addCurve(tr("Teacher \u00b7 clinic probe"), CurvePanel::Style::Second, true);
    }

    auto* heading = new QHBoxLayout;
    heading->addWidget(m_state);
    heading->addWidget(m_words, 1);
    auto* column = new QVBoxLayout(this);
    column->addLayout(heading);
    column->addWidget(m_bar);
    column->addLayout(form);
    for (auto* panel : {m_loss, m_psnr, m_ssim})
        column->addWidget(panel, 1);
    setState(RunState::Idle);
}

void TrainingDashboard::beginRun(const QString& deviceWords) {
    for (auto* panel : {m_loss, m_psnr, m_ssim})
        panel->clearPoints();
    for (auto* label : {m_step, m_elapsed, m_remaining, m_accepted})
        label->setText(QStringLiteral("\u2013"));
    m_words->clear();
    m_device->setText(deviceWords);
    m_bar->setValue(0);
    m_clock = {};
    m_judged = 0;
    m_acceptedCount = 0;
    m_smoothed = 0.0;
    m_smoothedSteps = 0;
}

void TrainingDashboard::setState(RunState state) {
    m_state->setText(stateWord(state));
    if (!isBusy(state)) {
        m_words->clear();
        m_remaining->setText(QStringLiteral("\u2013"));
    }
    if (state == RunState::Done)
        m_bar->setValue(barSteps);
}

void TrainingDashboard::setElapsed(double seconds) {
    m_elapsed->setText(durationText(seconds));
}

void TrainingDashboard::setProgress(double fraction, const QString& words) {
    m_bar->setValue(static_cast<int>(std::lround(fraction * barSteps)));
    m_words->setText(words);
}

void TrainingDashboard::addStep(const AdaptationStep& step) {
    const QLocale locale;
    m_step->setText(tr("%1 of %2")
                        .arg(locale.toString(static_cast<qlonglong>(step.step)),
                             locale.toString(static_cast<qlonglong>(step.totalSteps))));
    m_clock.add(step.step, step.totalSteps, step.seconds);
    const auto remaining = m_clock.seconds();
    m_remaining->setText(remaining ? tr("about %1").arg(durationText(*remaining)) : tr("known after a few steps"));

    m_judged += step.judged;
    m_acceptedCount += step.accepted;
    setAccepted();

    const auto x = static_cast<double>(step.step);
    m_loss->addPoint(rawCurve, x, step.loss);
    if (!std::isfinite(step.loss))
        return;
    constexpr double decay = 0.9;
    m_smoothed = decay * m_smoothed + (1.0 - decay) * step.loss;
    ++m_smoothedSteps;
    m_loss->addPoint(smoothCurve, x, m_smoothed / (1.0 - std::pow(decay, m_smoothedSteps)));
}

void TrainingDashboard::addEpoch(const AdaptationEpoch& epoch) {
    const auto x = static_cast<double>(epoch.step);
    m_psnr->addPoint(studentCurve, x, epoch.student.psnr);
    m_psnr->addPoint(teacherCurve, x, epoch.teacher.psnr);
    m_ssim->addPoint(studentCurve, x, epoch.student.ssim);
    m_ssim->addPoint(teacherCurve, x, epoch.teacher.ssim);
}

const CurvePanel& TrainingDashboard::curves(Measure measure) const {
    switch (measure) {
    case Measure::Loss:
        return *m_loss;
    case Measure::Psnr:
        return *m_psnr;
    case Measure::Ssim:
        break;
    }
    return *m_ssim;
}

void TrainingDashboard::setAccepted() {
    if (m_judged == 0)
        return;
    const double share = static_cast<double>(m_acceptedCount) / static_cast<double>(m_judged);
    m_accepted->setText(tr("%1 % of %2 pseudo-labels")
                            .arg(std::lround(share * 100))
                            .arg(QLocale().toString(static_cast<qlonglong>(m_judged))));
}

} // namespace limpid
