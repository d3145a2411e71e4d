// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/clinic_likeness.h"

#include "methods/same/appearance.h"

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

LikestDegradation likestDegradation(const torch::Tensor& clinic, const torch::Tensor& labels,
                                    const torch::Tensor& fieldOfView, const std::vector<std::string>& presets,
                                    const std::function<std::unique_ptr<Degradation>(const std::string&)>& make) {
    TORCH_CHECK(!presets.empty() && labels.size(0) >= 1, "there is nothing to compare the clinic with");
    constexpr int64_t imitations = 96;
    LikestDegradation likest{{}, std::numeric_limits<double>::infinity()};
    for (const auto& preset : presets) {
        const auto degradation = make(preset);
        std::vector<torch::Tensor> made;
        for (int64_t count = 0; count < imitations; count += labels.size(0))
            made.push_back(appearanceStatistics(degradation->apply(labels, fieldOfView).images, fieldOfView));
        const double unlike = unlikeness(clinic, torch::cat(made));
        if (likest.preset.empty() || unlike < likest.unlikeness)
            likest = {preset, unlike};
    }
    return likest;
}

} // namespace limpid
