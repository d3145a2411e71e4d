// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/training_dashboard.h"

#include "common/flow_layout.h"
#include "dashboard/image_strip.h"
#include "dashboard/run_buttons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace limpid {

namespace {

constexpr int barSteps = 1000;
} // namespace

TrainingDashboard::TrainingDashboard(QWidget* parent)
    : QWidget(parent)
    , m_state(new QLabel(this))
    , m_words(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_buttons(new RunButtons(this))
    , m_facts(new RunFacts(this))
    , m_axis(new QComboBox(this))
    , m_logarithmic(new QCheckBox(this))
    , m_agreement(new QCheckBox(this))
    , m_exportMenu(new QMenu(this))
    , m_export(new QToolButton(this))
    , m_curves(new RunCurves(this))
    , m_stripTitle(new QLabel(this))
    , m_strip(new ImageStrip(this)) {
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
    m_axis->setObjectName(QStringLiteral("curveAxis"));
    m_axis->addItem({}, static_cast<int>(CurveAxis::Step));
    m_axis->addItem({}, static_cast<int>(CurveAxis::Time));
    m_logarithmic->setObjectName(QStringLiteral("logarithmicLoss"));
    m_agreement->setObjectName(QStringLiteral("agreement"));
    m_export->setObjectName(QStringLiteral("exportCurves"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setMenu(m_exportMenu);
    m_export->setFocusPolicy(Qt::StrongFocus);
    for (const auto format : {CurveFormat::Png, CurveFormat::Svg, CurveFormat::Csv})
        connect(m_exportMenu->addAction(QString()), &QAction::triggered, this,
                [this, format] { Q_EMIT exportRequested(format); });
    auto bold = m_stripTitle->font();
    bold.setBold(true);
    m_stripTitle->setFont(bold);
    m_stripTitle->hide();
    m_strip->hide();

    arrange();
    connectButtons();
    retranslate();
}

void TrainingDashboard::arrange() {
    auto* heading = new QHBoxLayout;
    heading->addWidget(m_state);
    heading->addWidget(m_words, 1);
    auto* tools = new FlowLayout;
    tools->addWidget(m_axis);
    tools->addWidget(m_logarithmic);
    tools->addWidget(m_agreement);
    tools->addWidget(m_export);
    auto* below = new QWidget;
    auto* column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_curves, 1);
    column->addWidget(m_stripTitle);
    column->addWidget(m_strip);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(below);

    auto* all = new QVBoxLayout(this);
    all->addLayout(heading);
    all->addWidget(m_bar);
    all->addWidget(m_buttons);
    all->addWidget(m_facts);
    all->addLayout(tools);
    all->addWidget(scroll, 1);
}

void TrainingDashboard::connectButtons() {
    // The word changes before anybody is asked, so that a press is answered at once, however busy the run is.
    connect(m_buttons, &RunButtons::pauseRequested, this, [this] {
        setState(RunState::Pausing);
        Q_EMIT pauseRequested();
    });
    connect(m_buttons, &RunButtons::resumeRequested, this, [this] {
        setState(RunState::Running);
        Q_EMIT resumeRequested();
    });
    connect(m_buttons, &RunButtons::stopRequested, this, [this] {
        setState(RunState::Stopping);
        Q_EMIT stopRequested();
    });
    connect(m_buttons, &RunButtons::cancelRequested, this, [this] {
        setState(RunState::Stopping);
        Q_EMIT cancelRequested();
    });
    connect(m_axis, &QComboBox::currentIndexChanged, this,
            [this] { m_curves->setAxis(static_cast<CurveAxis>(m_axis->currentData().toInt())); });
    connect(m_agreement, &QCheckBox::toggled, this, [this](bool on) { m_curves->showAgreement(on); });
    connect(m_logarithmic, &QCheckBox::toggled, this, [this](bool on) { m_curves->setLogarithmicLoss(on); });
}

void TrainingDashboard::beginRun(const QString& deviceWords) {
    m_curves->clear();
    m_words->clear();
    m_bar->setValue(0);
    m_clock = {};
    m_figures = {};
    m_figures.device = deviceWords;
    m_facts->setFigures(m_figures);
    setStrip({}, {}, {});
}

void TrainingDashboard::setState(RunState state) {
    m_runState = state;
    m_figures.over = state == RunState::Done || state == RunState::Failed;
    if (!isBusy(state)) {
        m_words->clear();
        m_figures.remaining.reset();
        m_facts->setFigures(m_figures);
    }
    if (state == RunState::Paused)
        m_clock.interrupt();
    if (state == RunState::Done)
        m_bar->setValue(barSteps);
    showState();
}

void TrainingDashboard::setElapsed(double seconds) {
    m_figures.elapsed = seconds;
    m_facts->setFigures(m_figures);
}

void TrainingDashboard::setMemory(double used, std::optional<double> total) {
    m_figures.memory = used;
    m_figures.memoryTotal = total;
    m_facts->setFigures(m_figures);
}

void TrainingDashboard::setProgress(double fraction, const QString& words) {
    m_bar->setValue(static_cast<int>(std::lround(fraction * barSteps)));
    m_words->setText(words);
}

void TrainingDashboard::addStep(const AdaptationStep& step) {
    m_clock.add(step.step, step.totalSteps, step.seconds);
    m_figures.step = step.step;
    m_figures.totalSteps = step.totalSteps;
    m_figures.remaining = m_clock.seconds();
    m_figures.judged += step.judged;
    m_figures.accepted += step.accepted;
    m_facts->setFigures(m_figures);
    m_curves->addStep(step);
}

void TrainingDashboard::addEpoch(const AdaptationEpoch& epoch) {
    m_curves->addEpoch(epoch);
}

void TrainingDashboard::addScores(Against against, std::int64_t step, double seconds, const ProbeScores& student) {
    m_curves->addScores(against, step, seconds, student);
}

void TrainingDashboard::addMeanQuality(std::int64_t step, double seconds, double meanGood) {
    m_figures.quality = meanGood;
    m_facts->setFigures(m_figures);
    m_curves->addMeanQuality(step, seconds, meanGood);
}

void TrainingDashboard::setStrip(const QVector<QImage>& before, const QVector<QImage>& now,
                                 const QStringList& captions) {
    m_strip->setImages(before, now, captions);
    m_stripTitle->setVisible(m_strip->imageCount() > 0);
    m_strip->setVisible(m_strip->imageCount() > 0);
}

const CurvePanel& TrainingDashboard::curves(Measure measure) const {
    return m_curves->panel(measure);
}

QByteArray TrainingDashboard::exported(CurveFormat format) const {
    return m_curves->exported(format);
}

void TrainingDashboard::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrainingDashboard::showState() {
    m_state->setText(stateWord(m_runState));
    m_buttons->setState(m_runState);
}

void TrainingDashboard::retranslate() {
    m_bar->setAccessibleName(tr("Progress of the adaptation"));
    m_axis->setItemText(0, tr("By step"));
    m_axis->setItemText(1, tr("By time"));
    m_axis->setAccessibleName(tr("What the curves go along"));
    m_logarithmic->setText(tr("Logarithmic loss"));
    m_agreement->setText(tr("Agreement"));
    m_agreement->setToolTip(tr("Show how far student and teacher agree, beside what each is measured against"));
    m_export->setText(tr("Export"));
    m_export->setAccessibleName(tr("Export the curves"));
    const QString formats[] = {tr("Picture (PNG)\u2026"), tr("Drawing (SVG)\u2026"), tr("Table (CSV)\u2026")};
    for (int i = 0; i < 3; ++i)
        m_exportMenu->actions().at(i)->setText(formats[i]);
    m_stripTitle->setText(tr("The same images at every evaluation"));
    showState();
}

} // namespace limpid
