// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/training_dashboard.h"

#include "common/reflow_grid.h"
#include "dashboard/curve_panel.h"
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
constexpr QSize exportedPanel(900, 340);
constexpr qreal exportedScale = 2.0;

// The curves' numbers, in the order in which they are added.
constexpr int totalCurve = 0;
constexpr int imageCurve = 1;
constexpr int structureCurve = 2;
constexpr int redegradationCurve = 3;
constexpr int studentOnProbe = 0;
constexpr int teacherOnProbe = 1;
constexpr int studentOnReference = 2;
constexpr int studentOnTeacher = 3;
constexpr int acceptedCurve = 0;
constexpr int qualityCurve = 1;

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
    , m_exportMenu(new QMenu(this))
    , m_export(new QToolButton(this))
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
    m_export->setObjectName(QStringLiteral("exportCurves"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setMenu(m_exportMenu);
    m_export->setFocusPolicy(Qt::StrongFocus);
    for (const auto format : {CurveFormat::Png, CurveFormat::Svg, CurveFormat::Csv})
        connect(m_exportMenu->addAction(QString()), &QAction::triggered, this,
                [this, format] { Q_EMIT exportRequested(format); });
    for (int i = 0; i < 4; ++i) {
        m_panels.push_back(new CurvePanel(this));
        connect(m_panels.back(), &CurvePanel::pointed, this, [this](std::optional<double> key) {
            for (auto* each : m_panels)
                each->pointAt(key);
        });
    }
    auto bold = m_stripTitle->font();
    bold.setBold(true);
    m_stripTitle->setFont(bold);
    m_stripTitle->hide();
    m_strip->hide();

    addCurves();
    arrange();
    connectButtons();
    retranslate();
}

void TrainingDashboard::addCurves() {
    using Kind = CurvePlot::Kind;
    auto& loss = panel(Measure::Loss).curves();
    loss.addCurve(QStringLiteral("loss"), CurveStyle::First, Kind::Smoothed);
    loss.addCurve(QStringLiteral("loss_image"), CurveStyle::Second, Kind::Smoothed);
    loss.addCurve(QStringLiteral("loss_structure"), CurveStyle::Third, Kind::Smoothed);
    loss.addCurve(QStringLiteral("loss_redegradation"), CurveStyle::Fourth, Kind::Smoothed);
    const std::pair<Measure, QString> scores[] = {{Measure::Psnr, QStringLiteral("psnr")},
                                                  {Measure::Ssim, QStringLiteral("ssim")}};
    for (const auto& [measure, id] : scores) {
        auto& own = panel(measure).curves();
        own.addCurve(id + QStringLiteral("_student_clinic_probe"), CurveStyle::First, Kind::Dots);
        own.addCurve(id + QStringLiteral("_teacher_clinic_probe"), CurveStyle::Second, Kind::Dots);
        own.addCurve(id + QStringLiteral("_student_reference"), CurveStyle::Third, Kind::Dots);
        own.addCurve(id + QStringLiteral("_student_teacher"), CurveStyle::Fourth, Kind::Dots);
    }
    auto& labels = panel(Measure::PseudoLabels).curves();
    labels.addCurve(QStringLiteral("accepted_share"), CurveStyle::First, Kind::Smoothed);
    labels.addCurve(QStringLiteral("mean_good"), CurveStyle::Second, Kind::Dots);
}

void TrainingDashboard::arrange() {
    auto* heading = new QHBoxLayout;
    heading->addWidget(m_state);
    heading->addWidget(m_words, 1);
    auto* tools = new QHBoxLayout;
    tools->addWidget(m_axis);
    tools->addWidget(m_logarithmic);
    tools->addStretch();
    tools->addWidget(m_export);
    auto* grid = new ReflowGrid(300, 2);
    grid->setSpacing(10, 8);
    for (auto* each : m_panels)
        grid->add(each);

    auto* below = new QWidget;
    auto* column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(grid, 1);
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
    connect(m_axis, &QComboBox::currentIndexChanged, this, [this] {
        for (auto* each : m_panels)
            each->setAxis(static_cast<CurveAxis>(m_axis->currentData().toInt()));
    });
    connect(m_logarithmic, &QCheckBox::toggled, this,
            [this](bool on) { panel(Measure::Loss).curves().setLogarithmic(on); });
}

void TrainingDashboard::beginRun(const QString& deviceWords) {
    for (auto* each : m_panels) {
        each->pointAt(std::nullopt);
        each->curves().clear();
    }
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

    auto& loss = panel(Measure::Loss).curves();
    // A skipped step has no loss; its parts say nothing either.
    const bool skipped = !std::isfinite(step.loss);
    const auto part = [&](int curve, double value) {
        loss.addPoint(curve, step.step, step.seconds, skipped ? step.loss : value);
    };
    part(totalCurve, step.loss);
    part(imageCurve, step.imageLoss);
    part(structureCurve, step.structureLoss);
    part(redegradationCurve, step.redegradationLoss);
    if (step.judged > 0)
        panel(Measure::PseudoLabels)
            .curves()
            .addPoint(acceptedCurve, step.step, step.seconds, static_cast<double>(step.accepted) / step.judged);
}

void TrainingDashboard::addEpoch(const AdaptationEpoch& epoch) {
    auto& psnr = panel(Measure::Psnr).curves();
    psnr.addPoint(studentOnProbe, epoch.step, epoch.seconds, epoch.student.psnr);
    psnr.addPoint(teacherOnProbe, epoch.step, epoch.seconds, epoch.teacher.psnr);
    auto& ssim = panel(Measure::Ssim).curves();
    ssim.addPoint(studentOnProbe, epoch.step, epoch.seconds, epoch.student.ssim);
    ssim.addPoint(teacherOnProbe, epoch.step, epoch.seconds, epoch.teacher.ssim);
    for (auto* each : m_panels)
        each->curves().addCheckpoint(epoch.step, epoch.seconds, epoch.best);
}

void TrainingDashboard::addScores(Against against, std::int64_t step, double seconds, const ProbeScores& student) {
    int curve = studentOnProbe;
    if (against == Against::Reference)
        curve = studentOnReference;
    else if (against == Against::TeacherOutput)
        curve = studentOnTeacher;
    panel(Measure::Psnr).curves().addPoint(curve, step, seconds, student.psnr);
    panel(Measure::Ssim).curves().addPoint(curve, step, seconds, student.ssim);
}

void TrainingDashboard::addMeanQuality(std::int64_t step, double seconds, double meanGood) {
    m_figures.quality = meanGood;
    m_facts->setFigures(m_figures);
    panel(Measure::PseudoLabels).curves().addPoint(qualityCurve, step, seconds, meanGood);
}

void TrainingDashboard::setStrip(const QVector<QImage>& before, const QVector<QImage>& now,
                                 const QStringList& captions) {
    m_strip->setImages(before, now, captions);
    m_stripTitle->setVisible(m_strip->imageCount() > 0);
    m_strip->setVisible(m_strip->imageCount() > 0);
}

const CurvePanel& TrainingDashboard::curves(Measure measure) const {
    return panel(measure);
}

QByteArray TrainingDashboard::exported(CurveFormat format) const {
    switch (format) {
    case CurveFormat::Png:
        return curvesAsPng(m_panels, exportedPanel, exportedScale);
    case CurveFormat::Svg:
        return curvesAsSvg(m_panels, exportedPanel);
    case CurveFormat::Csv:
        break;
    }
    return curvesAsCsv(m_panels);
}

CurvePanel& TrainingDashboard::panel(Measure measure) const {
    return *m_panels[static_cast<std::size_t>(measure)];
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
    m_export->setText(tr("Export"));
    m_export->setAccessibleName(tr("Export the curves"));
    const QString formats[] = {tr("Picture (PNG)\u2026"), tr("Drawing (SVG)\u2026"), tr("Table (CSV)\u2026")};
    for (int i = 0; i < 3; ++i)
        m_exportMenu->actions().at(i)->setText(formats[i]);
    m_stripTitle->setText(tr("The same images at every evaluation"));

    panel(Measure::Loss).setTitle(tr("Loss"));
    panel(Measure::Psnr).setTitle(tr("PSNR in dB"));
    panel(Measure::Ssim).setTitle(tr("SSIM"));
    panel(Measure::PseudoLabels).setTitle(tr("Pseudo-labels"));
    auto& loss = panel(Measure::Loss).curves();
    loss.setCurveName(totalCurve, tr("Total"));
    loss.setCurveName(imageCurve, tr("Image"));
    loss.setCurveName(structureCurve, tr("Structure"));
    loss.setCurveName(redegradationCurve, tr("Re-degradation"));
    for (const auto measure : {Measure::Psnr, Measure::Ssim}) {
        auto& own = panel(measure).curves();
        own.setCurveName(studentOnProbe, tr("Student \u00b7 clinic probe"));
        own.setCurveName(teacherOnProbe, tr("Teacher \u00b7 clinic probe"));
        own.setCurveName(studentOnReference, tr("Student \u00b7 reference"));
        own.setCurveName(studentOnTeacher, tr("Student \u00b7 teacher"));
    }
    auto& labels = panel(Measure::PseudoLabels).curves();
    labels.setCurveName(acceptedCurve, tr("Accepted share"));
    labels.setCurveName(qualityCurve, tr("Mean quality, p(good)"));
    for (auto* each : m_panels)
        each->curves().setMarkNames(tr("Checkpoint"), tr("Best"));
    showState();
}

} // namespace limpid
