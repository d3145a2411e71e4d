// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/clinic_probe.h"

#include "methods/same/network_range.h"
#include "metrics/psnr.h"
#include "metrics/ssim.h"

namespace limpid {

ClinicProbe::ClinicProbe(const torch::Tensor& references, const torch::Tensor& fieldOfView, int variants,
                         Degradation& degradation)
    : m_references(references.repeat({variants, 1, 1, 1}))
    , m_fieldOfView(fieldOfView.repeat({variants, 1, 1, 1}))
    , m_degraded(degradation.apply(m_references, m_fieldOfView).images) {}

ProbeScores ClinicProbe::measure(StructurePreservingUnet& network, const ComputeFormat& format) const {
    constexpr int64_t chunk = 4;
    torch::NoGradGuard noGrad;
    network->eval();
    auto psnrSum = torch::zeros({}, m_references.options());
    auto ssimSum = torch::zeros({}, m_references.options());
    const auto count = m_references.size(0);
    for (int64_t begin = 0; begin < count; begin += chunk) {
        const auto part = [&](const torch::Tensor& all) {
            return all.slice(0, begin, std::min(begin + chunk, count));
        };
        const auto mask = part(m_fieldOfView);
        const auto restored = restore(network, format, part(m_degraded), mask).image;
        psnrSum += psnr(restored, part(m_references), mask).sum();
        ssimSum += ssim(restored, part(m_references), SsimWindow::gaussian11(), mask).sum();
    }
    const auto images = static_cast<double>(count);
    return {psnrSum.item<double>() / images, ssimSum.item<double>() / images};
}

} // namespace limpid
