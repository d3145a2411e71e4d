// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

namespace limpid {

/// How far the vessels of each image stand out, without a reference; each member is [N].
struct VesselContrast {
    /// Mean over vessel pixels of (B - G) / B, G green and B the local mean of the green of non-vessel pixels: Weber's
    /// contrast. About 0.05 for a veiled photograph to 0.25; negative when the "vessels" are brighter; 0 without
    /// vessels.
    torch::Tensor weber;
    /// Standard deviation of the pixel noise over B, from the background alone: median |L| / (0.6745 * 6), L the green
    /// under the Laplacian difference of J. Immerkaer ("Fast noise variance estimation", CVIU 64(2), 1996).
    torch::Tensor noise;
    /// weber |weber| / sqrt(weber^2 + noise^2): Weber's contrast, discounted where the noise is of its size. Rises as
    /// the vessels stand out; falls with blur, haze and noise; unchanged when the whole image gets brighter by a
    /// factor. Never above `weber`. A contrast measure proves no fidelity: read it beside structureAgreement.
    torch::Tensor index;
};

/// The vessel-contrast index, an index of Limpid's own; the definition above is all there is to it.
///
/// `images`: float [N,3,H,W] in [0,1]; `fieldOfView`: [N,1,H,W] in {0,1} or undefined; `vessels`: [N,1,H,W] in {0,1},
/// the same map for all images that are compared with each other, or undefined to take each image's own (findVessels),
/// which hides vessels that a restoration lost. Any device, no host round trip, no gradient.
VesselContrast vesselContrast(const torch::Tensor& images, const torch::Tensor& fieldOfView,
                              const torch::Tensor& vessels = {});

} // namespace limpid
