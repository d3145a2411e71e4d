// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/picker.h"

#include <cstdio>
#include <utility>

namespace limpid {
namespace {

/// Columns of the one table that is brought back from the device.
enum Column { Good, Usable, Reject, Severity, Structure, Threshold, Columns };

std::string twoDigits(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", value);
    return text;
}

/// What the photograph's damage did to p(good), where it was heard.
std::string evidenceOf(const PickDecision& d) {
    return d.damage > 0.0 ? " at damage " + twoDigits(d.damage) : std::string();
}

std::string qualityReason(const PickDecision& d) {
    if (!(d.good > d.qualityThreshold)) {
        return "the quality judge refused: good " + twoDigits(d.good) + evidenceOf(d) + " is not above " +
               twoDigits(d.qualityThreshold) + " (usable " + twoDigits(d.usable) + ", reject " + twoDigits(d.reject) +
               ")";
    }
    const bool usable = d.usable >= d.reject;
    return "the quality judge refused: " + std::string(usable ? "usable " : "reject ") +
           twoDigits(usable ? d.usable : d.reject) + " is as strong as good " + twoDigits(d.good);
}

std::string structureReason(const PickDecision& d) {
    return "the structure judge refused: irregularity " + twoDigits(d.structureScore) + " is above " +
           twoDigits(d.structureThreshold);
}

std::string acceptedReason(const PickDecision& d, const PickOptions& options) {
    std::string text;
    if (options.useQuality) {
        text = "good " + twoDigits(d.good) + evidenceOf(d) + " is above " + twoDigits(d.qualityThreshold);
    }
    if (options.useStructure) {
        text += (text.empty() ? "" : ", ") + ("irregularity " + twoDigits(d.structureScore)) + " is within " +
                twoDigits(d.structureThreshold);
    }
    return text.empty() ? "Accepted: no judge was asked." : "Accepted: " + text + ".";
}

std::string reasonOf(const PickDecision& d, const PickOptions& options) {
    if (d.accepted) {
        return acceptedReason(d, options);
    }
    std::string text = d.qualityAccepted ? "" : qualityReason(d);
    if (!d.structureAccepted) {
        text += (text.empty() ? "" : "; ") + structureReason(d);
    }
    text.front() = 'T'; // both reasons begin with "the"
    return text + ".";
}

} // namespace

PseudoLabelPicker::PseudoLabelPicker(QualityAssessor quality, StructureDetector structure, const PickOptions& options,
                                     DegradationEstimator estimator)
    : m_quality(std::move(quality))
    , m_structure(std::move(structure))
    , m_options(options)
    , m_estimator(std::move(estimator)) {}

Result<PseudoLabelPicker> PseudoLabelPicker::create(QualityAssessor quality, StructureDetector structure,
                                                    const PickOptions& options, DegradationEstimator estimator) {
    if (options.useQuality && !quality) {
        return fail(ErrorCode::ModelNotFound, {"quality assessor"});
    }
    if (options.useStructure && !structure) {
        return fail(ErrorCode::ModelNotFound, {"irregular structure detector"});
    }
    if (options.useQuality && options.damageWeight > 0.0 && !estimator) {
        return fail(ErrorCode::ModelNotFound, {"degradation estimator"});
    }
    if (!(options.qualityThreshold >= 0.0 && options.qualityThreshold <= 1.0)) {
        return fail(ErrorCode::InvalidArgument, {"quality threshold", "it must lie between 0 and 1"});
    }
    if (!(options.structureThreshold >= 0.0)) {
        return fail(ErrorCode::InvalidArgument, {"structure threshold", "it must not lie below 0"});
    }
    return PseudoLabelPicker(std::move(quality), std::move(structure), options, std::move(estimator));
}

void PseudoLabelPicker::to(const torch::Device& device) {
    if (m_quality) {
        m_quality->to(device);
    }
    if (m_structure) {
        m_structure->to(device);
    }
    if (m_estimator) {
        m_estimator->to(device);
    }
}

std::vector<double> PseudoLabelPicker::damageOf(const torch::Tensor& photographs, const torch::Tensor& fieldOfView) {
    std::vector<double> damage;
    if (!m_options.useQuality || !(m_options.damageWeight > 0.0)) {
        return damage;
    }
    const torch::NoGradGuard noGrad;
    m_estimator->eval();
    const auto estimates = m_estimator->forward(photographs, fieldOfView).to(torch::kCPU);
    for (std::int64_t i = 0; i < estimates.size(0); ++i) {
        damage.push_back(asSeverities(estimates[i]).damage());
    }
    return damage;
}

std::vector<PickDecision> PseudoLabelPicker::judge(const torch::Tensor& images, const torch::Tensor& structures,
                                                   const torch::Tensor& fieldOfView,
                                                   const std::vector<double>& damage) {
    const torch::NoGradGuard noGrad;
    const auto count = images.size(0);
    auto table = torch::zeros({count, Columns}, images.options().dtype(torch::kFloat32));
    if (m_options.useQuality) {
        m_quality->eval();
        const auto quality = m_quality->forward(images);
        table.narrow(1, Good, 3).copy_(quality.probabilities);
        if (quality.severity.defined()) {
            table.narrow(1, Severity, 1).copy_(quality.severity);
        }
    }
    if (m_options.useStructure) {
        m_structure->eval();
        const auto score = m_structure->score(m_structure->prepare(structures, fieldOfView));
        table.select(1, Structure).copy_(score.total);
        if (m_options.structureThreshold > 0.0)
            table.select(1, Threshold).fill_(m_options.structureThreshold);
        else
            table.select(1, Threshold).copy_(m_structure->threshold().expand({count}));
    }
    // The only wait for the device.
    const auto values = table.to(torch::kCPU);
    const auto row = values.accessor<float, 2>();

    std::vector<PickDecision> decisions(static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i) {
        auto& d = decisions[static_cast<std::size_t>(i)];
        d.good = row[i][Good];
        if (!damage.empty()) {
            d.damage = damage[static_cast<std::size_t>(i)];
            // What is no number stays none, and is accepted by nobody.
            d.good -= m_options.damageWeight * (d.damage - PickOptions::damageOfNoMoment);
            d.good = d.good < 0.0 ? 0.0 : d.good > 1.0 ? 1.0 : d.good;
        }
        d.usable = row[i][Usable];
        d.reject = row[i][Reject];
        d.severity = row[i][Severity];
        d.structureScore = row[i][Structure];
        d.structureThreshold = m_thresholds && m_options.useStructure ? m_thresholds->structure : row[i][Threshold];
        d.qualityThreshold = m_thresholds ? m_thresholds->quality : m_options.qualityThreshold;
        d.qualityAccepted =
            !m_options.useQuality || (d.good > d.qualityThreshold && d.good > d.usable && d.good > d.reject);
        d.structureAccepted = !m_options.useStructure || d.structureScore <= d.structureThreshold;
        d.accepted = m_options.acceptAll || (d.qualityAccepted && d.structureAccepted);
        d.reason = reasonOf(d, m_options);
    }
    return decisions;
}

} // namespace limpid
