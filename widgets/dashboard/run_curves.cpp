// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/run_curves.h"

#include "dashboard/curve_panel.h"

#include <QEvent>

#include <cmath>

namespace limpid {

namespace {

constexpr QSize exportedPanel(900, 340);
constexpr qreal exportedScale = 2.0;

// The curves' numbers, in the order in which they are added.
constexpr int totalCurve = 0;
constexpr int imageCurve = 1;
constexpr int structureCurve = 2;
constexpr int redegradationCurve = 3;
constexpr int studentOnProbe = 0;
constexpr int teacherOnProbe = 1;
constexpr int modelOnReference = 2;
constexpr int studentOnTeacher = 3;
constexpr int acceptedCurve = 0;
constexpr int qualityCurve = 1;

} // namespace

RunCurves::RunCurves(QWidget* parent)
    : ReflowGrid(300, 2, parent) {
    setSpacing(10, 8);
    for (int i = 0; i < 4; ++i) {
        m_panels.push_back(new CurvePanel(this));
        add(m_panels.back());
        connect(m_panels.back(), &CurvePanel::pointed, this, [this](std::optional<double> key) {
            for (auto* each : m_panels)
                each->pointAt(key);
        });
    }
    addCurves();
    showAgreement(false);
    retranslate();
}

void RunCurves::clear() {
    for (auto* each : m_panels) {
        each->pointAt(std::nullopt);
        each->curves().clear();
    }
}

void RunCurves::setAxis(CurveAxis axis) {
    for (auto* each : m_panels)
        each->setAxis(axis);
}

void RunCurves::showAgreement(bool shown) {
    for (const auto measure : {Measure::Psnr, Measure::Ssim})
        panel(measure).curves().setShown(studentOnTeacher, shown);
}

void RunCurves::setLogarithmicLoss(bool logarithmic) {
    panel(Measure::Loss).curves().setLogarithmic(logarithmic);
}

void RunCurves::addStep(const AdaptationStep& step) {
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

void RunCurves::addEpoch(const AdaptationEpoch& epoch) {
    auto& psnr = panel(Measure::Psnr).curves();
    psnr.addPoint(studentOnProbe, epoch.step, epoch.seconds, epoch.student.psnr);
    psnr.addPoint(teacherOnProbe, epoch.step, epoch.seconds, epoch.teacher.psnr);
    auto& ssim = panel(Measure::Ssim).curves();
    ssim.addPoint(studentOnProbe, epoch.step, epoch.seconds, epoch.student.ssim);
    ssim.addPoint(teacherOnProbe, epoch.step, epoch.seconds, epoch.teacher.ssim);
    if (std::isfinite(epoch.agreement.psnr))
        addScores(Against::TeacherOutput, epoch.step, epoch.seconds, epoch.agreement);
    for (auto* each : m_panels)
        each->curves().addCheckpoint(epoch.step, epoch.seconds, epoch.kept);
}

void RunCurves::addScores(Against against, std::int64_t step, double seconds, const ProbeScores& student) {
    int curve = studentOnProbe;
    if (against == Against::Reference)
        curve = modelOnReference;
    else if (against == Against::TeacherOutput)
        curve = studentOnTeacher;
    panel(Measure::Psnr).curves().addPoint(curve, step, seconds, student.psnr);
    panel(Measure::Ssim).curves().addPoint(curve, step, seconds, student.ssim);
}

void RunCurves::addMeanQuality(std::int64_t step, double seconds, double meanGood) {
    panel(Measure::PseudoLabels).curves().addPoint(qualityCurve, step, seconds, meanGood);
}

QByteArray RunCurves::exported(CurveFormat format) const {
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

CurvePanel& RunCurves::panel(Measure measure) const {
    return *m_panels[static_cast<std::size_t>(measure)];
}

void RunCurves::changeEvent(QEvent* event) {
    ReflowGrid::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunCurves::addCurves() {
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
        own.addCurve(id + QStringLiteral("_model_reference"), CurveStyle::Third, Kind::Dots);
        own.addCurve(id + QStringLiteral("_student_teacher"), CurveStyle::Fourth, Kind::Dots);
    }
    auto& labels = panel(Measure::PseudoLabels).curves();
    labels.addCurve(QStringLiteral("accepted_share"), CurveStyle::First, Kind::Smoothed);
    labels.addCurve(QStringLiteral("mean_good"), CurveStyle::Second, Kind::Dots);
}

void RunCurves::retranslate() {
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
        own.setCurveName(modelOnReference, tr("Model in use \u00b7 reference"));
        own.setCurveName(studentOnTeacher, tr("Student \u00b7 teacher"));
    }
    auto& labels = panel(Measure::PseudoLabels).curves();
    labels.setCurveName(acceptedCurve, tr("Accepted share"));
    labels.setCurveName(qualityCurve, tr("Mean quality, p(good)"));
    for (auto* each : m_panels)
        each->curves().setMarkNames(tr("Checkpoint"), tr("Best"));
}

} // namespace limpid
