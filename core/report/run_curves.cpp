// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/run_curves.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

namespace limpid {

namespace {

/// Of more steps than this, neighbours are averaged, so that a long run's curve can still be read.
constexpr std::size_t mostPoints = 60;

/// Means of neighbouring steps that were not skipped.
ReportSeries ofSteps(std::string name, const std::vector<AdaptationStep>& steps, double AdaptationStep::*part) {
    ReportSeries series{std::move(name), {}};
    const auto group = std::max<std::size_t>(1, (steps.size() + mostPoints - 1) / mostPoints);
    for (std::size_t begin = 0; begin < steps.size(); begin += group) {
        const auto end = std::min(steps.size(), begin + group);
        double sum = 0.0;
        double middle = 0.0;
        int count = 0;
        for (auto i = begin; i < end; ++i) {
            if (std::isfinite(steps[i].loss)) {
                sum += steps[i].*part;
                ++count;
            }
            middle += static_cast<double>(steps[i].step) / static_cast<double>(end - begin);
        }
        if (count > 0)
            series.points.push_back({middle, sum / count});
    }
    return series;
}

template <typename ValueOf>
ReportSeries ofEpochs(std::string name, const std::vector<AdaptationEpoch>& epochs, ValueOf valueOf) {
    ReportSeries series{std::move(name), {}};
    for (const auto& epoch : epochs)
        series.points.push_back({static_cast<double>(epoch.epoch), valueOf(epoch)});
    return series;
}

} // namespace

ReportCharts runCurves(const FolderAdaptationOutcome& outcome) {
    const auto& epochs = outcome.summary.epochs;
    if (epochs.size() < 2)
        return {};
    using Epoch = const AdaptationEpoch&;
    const auto& source = outcome.summary.source;
    ReportCharts curves;
    auto& charts = curves.charts;
    charts.push_back({"Loss of the student and its parts",
                      "Step",
                      "Loss",
                      {ofSteps("total", outcome.steps, &AdaptationStep::loss),
                       ofSteps("image", outcome.steps, &AdaptationStep::imageLoss),
                       ofSteps("structure", outcome.steps, &AdaptationStep::structureLoss),
                       ofSteps("re-degraded pairs", outcome.steps, &AdaptationStep::redegradationLoss)}});
    charts.push_back({"Pseudo-labels accepted by the picker",
                      "Epoch",
                      "Accepted (%)",
                      {ofEpochs("accepted", epochs, [](Epoch epoch) { return 100.0 * epoch.accepted; })}});
    charts.push_back({"PSNR, measured against: clinic probe",
                      "Epoch",
                      "PSNR (dB)",
                      {ofEpochs("student", epochs, [](Epoch epoch) { return epoch.student.psnr; }),
                       ofEpochs("teacher", epochs, [](Epoch epoch) { return epoch.teacher.psnr; }),
                       ofEpochs("source model", epochs, [&](Epoch) { return source.psnr; })}});
    charts.push_back({"SSIM, measured against: clinic probe",
                      "Epoch",
                      "SSIM",
                      {ofEpochs("student", epochs, [](Epoch epoch) { return epoch.student.ssim; }),
                       ofEpochs("teacher", epochs, [](Epoch epoch) { return epoch.teacher.ssim; }),
                       ofEpochs("source model", epochs, [&](Epoch) { return source.ssim; })}});
    charts.push_back({"PSNR of the student, measured against: teacher",
                      "Epoch",
                      "PSNR (dB)",
                      {ofEpochs("student", epochs, [](Epoch epoch) { return epoch.agreement.psnr; })}});
    charts.push_back({"SSIM of the student, measured against: teacher",
                      "Epoch",
                      "SSIM",
                      {ofEpochs("student", epochs, [](Epoch epoch) { return epoch.agreement.ssim; })}});
    return curves;
}

} // namespace limpid
