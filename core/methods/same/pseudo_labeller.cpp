// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/pseudo_labeller.h"

#include "methods/same/network_range.h"

#include <utility>

namespace limpid {

torch::Tensor PseudoLabels::accepted() const {
    std::vector<int64_t> rows;
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        if (decisions[i].accepted)
            rows.push_back(static_cast<int64_t>(i));
    }
    return torch::tensor(rows, torch::kLong);
}

PseudoLabeller::PseudoLabeller(PseudoLabelPicker picker, ComputeFormat format, bool trustGoodOriginals)
    : m_picker(std::move(picker))
    , m_format(format)
    , m_trustGoodOriginals(trustGoodOriginals) {}

PseudoLabels PseudoLabeller::propose(StructurePreservingUnet& network, const torch::Tensor& images,
                                     const torch::Tensor& fieldOfView) {
    const torch::NoGradGuard noGrad;
    auto made = restore(network, m_format, images, fieldOfView);
    const auto damage = m_picker.damageOf(images, fieldOfView);
    auto decisions = m_picker.judge(made.image, made.structure, fieldOfView, damage);
    if (!m_trustGoodOriginals)
        return {made.image, made.structure, std::move(decisions)};
    auto originals = m_picker.judge(images, made.structure, fieldOfView, damage);
    const auto badness = [](const PickDecision& decision) {
        return std::pair(decision.severity, -decision.good);
    };
    for (std::size_t i = 0; i < originals.size(); ++i) {
        auto& original = originals[i];
        if (!original.accepted || badness(original) > badness(decisions[i]))
            continue;
        original.original = true;
        original.reason = "The photograph itself is the label. " + original.reason;
        decisions[i] = std::move(original);
        made.image[static_cast<int64_t>(i)].copy_(images[static_cast<int64_t>(i)]);
    }
    return {made.image, made.structure, std::move(decisions)};
}

} // namespace limpid
