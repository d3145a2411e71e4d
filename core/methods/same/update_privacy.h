// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/structure_preserving_unet.h"

#include <torch/types.h>

#include <cstdint>
#include <functional>

namespace limpid {

/// Limits what the weights of an adapted network can say about single photographs: the update (adapted minus source
/// weights, parameters and floating-point buffers as one vector) is scaled down to an L2 norm of at most `clip` times
/// the source weights' norm, then every weight gets Gaussian noise of the standard deviation
/// `noise` * `clip` * |source| / sqrt(number of weights), so that the noise's own norm is about `noise` times the
/// largest update. In the manner of differential privacy, but without its guarantee: see docs/privacy.md.
class UpdatePrivacy {
public:
    /// `count` independent standard normal numbers, float, on the CPU.
    using NoiseSource = std::function<torch::Tensor(std::int64_t count)>;

    /// `clip` 0: the update stays as it is, and `noise` counts for nothing. `draw` is by default the system's own
    /// random numbers and no seed's: whoever knew the seed, which models name, could take the noise away again.
    UpdatePrivacy(double clip, double noise, NoiseSource draw = systemNoise);

    bool isOn() const { return m_clip > 0.0; }

    /// Changes the weights of `network`, which must have the structure of `source`.
    void apply(StructurePreservingUnet& network, const StructurePreservingUnet& source) const;

    /// L2 norm of the update divided by that of the source weights.
    static double relativeNorm(const StructurePreservingUnet& network, const StructurePreservingUnet& source);

    /// Normal numbers made of the kernel's random bytes (getrandom), by Box and Muller.
    static torch::Tensor systemNoise(std::int64_t count);

private:
    double m_clip;
    double m_noise;
    NoiseSource m_draw;
};

} // namespace limpid
