// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <torch/types.h>

#include <vector>

namespace limpid {

/// What can be measured of one photograph's two restorations without a reference: how like each other the photograph,
/// the source model's restoration and the adapted model's are. PSNR in dB inside the field of view, at most
/// psnrOfRounding.
struct GuardEvidence {
    double sourceToInput = 0.0;
    double adaptedToInput = 0.0;
    double adaptedToSource = 0.0;
};

/// All three [N, 3, H, W] in [0, 1] with their field of view [N, 1, H, W]; one for every image.
std::vector<GuardEvidence> guardEvidence(const torch::Tensor& input, const torch::Tensor& bySource,
                                         const torch::Tensor& byAdapted, const torch::Tensor& fieldOfView);

/// Predicts, for one photograph, what an adapted model gains over the model that it was adapted from.
///
/// It is learnt from samples whose truth is known: pseudo-references that were degraded and restored by both models
/// (guard_samples.h). The prediction is linear in the evidence, by ridge regression on standardised values; it ranks a
/// clinic's photographs, while its level is too high by some tenths of a decibel, because pseudo-references are easier
/// than photographs. Ours.
class ImageGuard {
public:
    struct Sample {
        GuardEvidence evidence;
        double gain = 0.0; ///< PSNR of the adapted model's restoration minus the source model's, dB.
    };

    /// Fewer samples than this say nothing.
    static constexpr std::size_t fewestSamples = 24;

    /// InvalidArgument with fewer than fewestSamples, or where one holds what is no number.
    static Result<ImageGuard> learn(const std::vector<Sample>& samples);

    /// The gain in dB.
    double forecast(const GuardEvidence& evidence) const;

    /// As it is kept beside a model's weights: float64 [10], means, spreads and weights of the evidence's three parts
    /// and the mean gain.
    torch::Tensor toTensor() const;
    /// InvalidArgument for another shape, and for what is no number.
    static Result<ImageGuard> fromTensor(const torch::Tensor& table);

private:
    GuardEvidence m_mean;
    GuardEvidence m_spread; ///< Standard deviations.
    GuardEvidence m_weight; ///< dB per standard deviation.
    double m_meanGain = 0.0;
};

} // namespace limpid
