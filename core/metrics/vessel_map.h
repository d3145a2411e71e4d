// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

#include <vector>

namespace limpid {

/// Constants of the untrained vessel map. Lengths are pixels of an image whose longer side is 512; they are scaled to
/// the image at hand.
struct VesselMapOptions {
    double backgroundPx = 12.0;             ///< sigma of the local mean and deviation that normalise the image
    std::vector<double> widthsPx{1.3, 2.4}; ///< sigmas across a vessel, from small to large vessels
    double elongation = 3.0;                ///< sigma along the vessel over sigma across
    int orientations = 12;                  ///< directions in half a turn
    double rimPx = 4.0;                     ///< taken off the field of view's rim, where its edge answers like a vessel
    double strongShare = 0.08;              ///< share of the field of view that is vessel without doubt
    double weakShare = 0.115;               ///< share that is vessel where it touches what is vessel without doubt
    double leastStrength = 0.25;            ///< nothing weaker is a vessel: white noise alone reaches about this
};

/// How much each pixel looks like part of a dark line, without any training: the matched filter of Chaudhuri et al.
/// ("Detection of blood vessels in retinal images using two-dimensional matched filters", IEEE TMI 8(3), 1989) with the
/// elongated second-derivative profile that Gabor wavelets (Soares et al., IEEE TMI 25(9), 2006) made usual.
///
/// The green channel is normalised by its local mean and deviation inside the field of view, so that brightness, veil
/// and contrast drop out; then strength = max over widths s and directions of sum(K z), where K = (v^2/s^2 - 1) g_s(v)
/// g_{es}(u), u along and v across the line, made free of its mean; negative answers become 0.
///
/// `images`: float [N,3,H,W] in [0,1]; `fieldOfView`: [N,1,H,W] in {0,1}, or undefined for the whole image. Returns
/// [N,1,H,W], from 0 (no line) to about 2, 0 outside the field of view and at its rim. Any device, no host round trip,
/// no gradient. Made for sides of 256 to 1024; time grows with the fourth power of the side.
torch::Tensor vesselStrength(const torch::Tensor& images, const torch::Tensor& fieldOfView,
                             const VesselMapOptions& options = {});

/// The vessel map in {0,1}, [N,1,H,W], out of vesselStrength's result by hysteresis (J. Canny, IEEE TPAMI 8(6), 1986):
/// the strongest share of the field of view, and what of the weaker share hangs together with it. An image without
/// lines gives an empty map, because of leastStrength.
torch::Tensor vesselMap(const torch::Tensor& strength, const torch::Tensor& fieldOfView,
                        const VesselMapOptions& options = {});

/// vesselMap of vesselStrength.
torch::Tensor findVessels(const torch::Tensor& images, const torch::Tensor& fieldOfView,
                          const VesselMapOptions& options = {});

} // namespace limpid
