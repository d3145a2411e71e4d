// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation.h"

#include <ATen/core/Generator.h>
#include <torch/types.h>

#include <cstdint>
#include <functional>

namespace limpid {

/// Restores degraded images: [N,3,H,W] RGB in [0,1] to the same. For instance the source model under no-grad.
using ImageRestorer = std::function<torch::Tensor(const torch::Tensor&)>;

/// Good images to learn quality from, all of one size.
struct QualityTrainingSet {
    torch::Tensor images;       ///< [N,3,H,W] RGB, float32 in [0,1] or uint8 in 0..255
    torch::Tensor fieldsOfView; ///< [N,1,H,W] in {0,1} (uint8: also 0/255), or undefined: everything
};

/// What one batch consists of. The remainder to 1 is degraded images.
struct QualityMixture {
    double clean = 0.25;    ///< left as they are
    double restored = 0.35; ///< degraded, then given to the restorer (blended where there is none)
    double blended = 0.15;  ///< half-way between degraded and clean, and smoothed, as a careful restoration looks

    /// Severity (degradation/severity.h) below which an image is good, and below which it is still usable.
    double goodBelow = 0.65;
    double usableBelow = 0.8;
};

/// One labelled batch on the images' device.
struct QualityExamples {
    torch::Tensor images;   ///< [N,3,H,W]
    torch::Tensor severity; ///< [N,1] in 0..1, measured against the clean image
    torch::Tensor classes;  ///< [N] int64, QualityClass
};

/// Makes labelled examples from good images: no human grading is needed, since what was lost is known.
///
/// Everything is labelled by its measured distance to the clean image, restored images too: a judge of restorations
/// must refuse a bad one even if it looks smooth and even.
class QualityExampleMaker {
public:
    /// Holds references: `degradation` must live as long as the maker.
    QualityExampleMaker(const QualityMixture& mixture, Degradation& degradation, ImageRestorer restore,
                        std::uint64_t seed);

    /// Draws a category for each of the clean images [N,3,H,W] in [0,1] with fields of view [N,1,H,W], after flips,
    /// quarter turns and mild camera jitter. Records no gradient.
    QualityExamples make(const torch::Tensor& clean, const torch::Tensor& fieldsOfView);

    /// Classes of severities of any shape.
    torch::Tensor classesOf(const torch::Tensor& severity) const;

private:
    QualityMixture m_mixture;
    Degradation& m_degradation;
    ImageRestorer m_restore;
    at::Generator m_generator;
};

} // namespace limpid
