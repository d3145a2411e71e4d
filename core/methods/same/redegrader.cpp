// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/redegrader.h"

#include "methods/same/appearance.h"

#include <locale>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

namespace limpid {

Redegrader::Redegrader(std::unique_ptr<Degradation> degradation, torch::Tensor clinicAppearance,
                       RedegraderOptions options)
    : m_degradation(std::move(degradation))
    , m_clinicAppearance(std::move(clinicAppearance))
    , m_scale(m_clinicAppearance.std(0, /*unbiased=*/false).clamp_min(1e-2))
    , m_options(options)
    , m_random(options.seed) {}

torch::Tensor Redegrader::fullyDegraded(const torch::Tensor& labels, const torch::Tensor& fieldOfView) {
    if (m_options.candidates <= 1)
        return m_degradation->apply(labels, fieldOfView).images;
    const auto clinicImages = static_cast<std::uint64_t>(m_clinicAppearance.size(0));
    std::vector<torch::Tensor> chosen;
    for (int64_t i = 0; i < labels.size(0); ++i) {
        const auto many = fieldOfView.slice(0, i, i + 1).repeat({m_options.candidates, 1, 1, 1});
        const auto tries =
            m_degradation->apply(labels.slice(0, i, i + 1).repeat({m_options.candidates, 1, 1, 1}), many).images;
        const auto wanted = m_clinicAppearance[static_cast<int64_t>(m_random() % clinicImages)];
        const auto distance = ((appearanceStatistics(tries, many) - wanted) / m_scale).pow(2).sum(1);
        chosen.push_back(tries.index_select(0, distance.argmin().reshape({1})));
    }
    return torch::cat(chosen);
}

torch::Tensor Redegrader::degrade(const torch::Tensor& labels, const torch::Tensor& fieldOfView) {
    const torch::NoGradGuard noGrad;
    auto degraded = fullyDegraded(labels, fieldOfView);
    if (m_options.mildestShare >= 1.0)
        return degraded;
    std::vector<float> shares;
    for (int64_t i = 0; i < labels.size(0); ++i) {
        const double drawn = static_cast<double>(m_random() >> 11U) * 0x1.0p-53;
        shares.push_back(static_cast<float>(m_options.mildestShare + (1.0 - m_options.mildestShare) * drawn));
    }
    const auto share = torch::tensor(shares).view({-1, 1, 1, 1}).to(labels.device());
    return labels + share * (degraded - labels);
}

std::string Redegrader::saveState() const {
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << m_random << '\n';
    return text.str() + m_degradation->saveState();
}

Result<void> Redegrader::restoreState(const std::string& state) {
    const auto odd = [] {
        return fail(ErrorCode::InvalidArgument, {"The state of the re-degradation", "it is not that of its engines"});
    };
    // An engine's text holds no line break.
    const auto end = state.find('\n');
    if (end == std::string::npos)
        return odd();
    std::istringstream text(state.substr(0, end));
    text.imbue(std::locale::classic());
    std::mt19937_64 random;
    if (!(text >> random))
        return odd();
    if (auto restored = m_degradation->restoreState(std::string_view(state).substr(end + 1)); !restored)
        return restored;
    m_random = random;
    return {};
}

} // namespace limpid
