// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/clinic_likeness.h"

#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>

#include <limits>

namespace limpid {

double unlikeness(const torch::Tensor& clinic, const torch::Tensor& imitations) {
    TORCH_CHECK(clinic.dim() == 2 && clinic.size(0) >= 2, "a clinic has at least two photographs");
    TORCH_CHECK(imitations.dim() == 2 && imitations.size(0) >= 1 && imitations.size(1) == clinic.size(1),
                "imitations must have the clinic's statistics");
    const at::NoGradGuard noGrad;
    // A clinic whose photographs agree in a statistic would make the least difference in it infinite.
    constexpr double leastSpread = 1e-2;
    const auto spread = clinic.std(0, /*unbiased=*/false).clamp_min(leastSpread);
    const auto distances = [&](const torch::Tensor& others) {
        return ((clinic.unsqueeze(1) - others.unsqueeze(0)) / spread).square().sum(2).sqrt();
    };
    auto among = distances(clinic);
    among.fill_diagonal_(std::numeric_limits<float>::infinity());
    const auto usual = among.amin(1).median().item<double>();
    const auto found = distances(imitations).amin(1).median().item<double>();
    constexpr double tiny = 1e-6;
    return found / (usual + tiny);
}

} // namespace limpid
