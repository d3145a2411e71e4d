// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/guard_samples.h"

#include "methods/same/network_range.h"
#include "metrics/psnr.h"

#include <ATen/CPUGeneratorImpl.h>
#include <torch/torch.h>

#include <algorithm>

namespace limpid {

namespace {

constexpr std::int64_t chunk = 4;

/// Every n-th place of `count`, so that at most `most` are left.
torch::Tensor thinned(std::int64_t count, std::int64_t most) {
    const auto step = (count + most - 1) / most;
    return torch::arange(0, count, step, torch::kLong);
}

} // namespace

std::vector<ImageGuard::Sample> makeGuardSamples(const ClinicImages& clinic, StructurePreservingUnet& source,
                                                 StructurePreservingUnet& adapted, const ComputeFormat& format,
                                                 Degradation& degradation, const GuardSampleOptions& options,
                                                 const std::stop_token& stop) {
    const torch::NoGradGuard noGrad;
    source->eval();
    adapted->eval();
    const auto device = source->parameters().front().device();
    auto generator = at::detail::createCPUGenerator(options.seed);
    std::vector<ImageGuard::Sample> samples;
    if (clinic.images.size(0) == 0)
        return samples;
    for (const auto& rows : thinned(clinic.images.size(0), options.mostReferences).split(chunk)) {
        const auto mask = clinic.fieldOfView.index_select(0, rows).to(device, torch::kFloat);
        const auto photographs = clinic.images.index_select(0, rows).to(device, torch::kFloat) / 255.0 * mask;
        const auto reference =
            (restore(source, format, photographs, mask).image + restore(adapted, format, photographs, mask).image) /
            2.0;
        for (int variant = 0; variant < options.variants; ++variant) {
            if (stop.stop_requested())
                return samples;
            auto degraded = degradation.apply(reference, mask).images;
            if (variant % 2 == 1) {
                const auto share = at::rand({rows.size(0), 1, 1, 1}, generator).to(device);
                degraded = reference + share * (degraded - reference);
            }
            const auto bySource = restore(source, format, degraded, mask).image;
            const auto byAdapted = restore(adapted, format, degraded, mask).image;
            const auto evidence = guardEvidence(degraded, bySource, byAdapted, mask);
            const auto psnrOf = [&](const torch::Tensor& images) {
                return psnr(images, reference, mask).to(torch::kCPU, torch::kDouble).clamp_max(psnrOfRounding);
            };
            const auto gain = psnrOf(byAdapted) - psnrOf(bySource);
            for (std::int64_t i = 0; i < rows.size(0); ++i)
                samples.push_back({evidence[static_cast<std::size_t>(i)], gain[i].item<double>()});
        }
    }
    return samples;
}

} // namespace limpid
