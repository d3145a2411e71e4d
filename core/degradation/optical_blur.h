// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/random_draws.h"
#include "degradation/tensor_forward.h"

#include <vector>

namespace limpid {

/// What a blur is drawn from, in pixels at 512 px. Defaults: cofe-Net's (Shen et al., IEEE TMI 40(3), 2021), whose
/// window is a third to a half of sigma, so that the blur is nearly a box of 1 to 7 px.
struct BlurRanges {
    DrawRange sigmaPx{5.0, 15.0};
    DrawRange windowPerSigma{1.0 / 3.0, 1.0 / 2.0};
};

/// One drawn blur, in pixels at 512 px.
struct BlurParameters {
    double sigmaPx = 1.0;
    int windowXPx = 1;
    int windowYPx = 1;
};

BlurParameters drawBlur(const BlurRanges& ranges, RandomDraws& draws);

/// Blurs every sample. @param images [N,C,H,W] @param parameters N of them @return like images
at::Tensor applyBlur(const at::Tensor& images, const std::vector<BlurParameters>& parameters);

} // namespace limpid
