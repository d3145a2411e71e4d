// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/quality_examples.h"

#include "degradation/severity.h"
#include "methods/same/camera_variation.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Functions.h>

#include <utility>
#include <vector>

namespace limpid {
namespace {

/// [N,1,1,1] uniform in [low, high] on the device of `like`.
torch::Tensor uniform(const torch::Tensor& like, double low, double high, at::Generator& generator) {
    const auto unit = at::rand({like.size(0), 1, 1, 1}, generator, torch::TensorOptions().dtype(torch::kFloat));
    return (unit * (high - low) + low).to(like.device());
}

/// One of the eight flips and quarter turns (of a square), the same for image and field of view.
torch::Tensor turned(const torch::Tensor& image, std::int64_t which) {
    const auto flipped = (which & 4) != 0 ? image.flip(2) : image;
    return torch::rot90(flipped, which & 3, {1, 2});
}

/// Between degraded and clean, and smoothed: what a careful restoration looks like.
torch::Tensor halfRestored(const torch::Tensor& degraded, const torch::Tensor& good, at::Generator& generator) {
    const auto mix = uniform(good, 0.2, 0.9, generator);
    const auto blended = degraded * (1.0 - mix) + good * mix;
    const auto smooth = uniform(good, 0.0, 1.0, generator);
    return torch::avg_pool2d(blended, 3, 1, 1, false, false) * smooth + blended * (1.0 - smooth);
}

} // namespace

QualityExampleMaker::QualityExampleMaker(const QualityMixture& mixture, Degradation& degradation, ImageRestorer restore,
                                         std::uint64_t seed)
    : m_mixture(mixture)
    , m_degradation(degradation)
    , m_restore(std::move(restore))
    , m_generator(at::detail::createCPUGenerator(seed)) {}

torch::Tensor QualityExampleMaker::classesOf(const torch::Tensor& severity) const {
    return (severity >= m_mixture.goodBelow).to(torch::kLong) + (severity >= m_mixture.usableBelow).to(torch::kLong);
}

QualityExamples QualityExampleMaker::make(const torch::Tensor& clean, const torch::Tensor& fieldsOfView) {
    const torch::NoGradGuard noGrad;
    const auto count = clean.size(0);
    const auto onCpu = torch::TensorOptions().dtype(torch::kLong);
    const bool square = clean.size(2) == clean.size(3);
    const auto turns = at::randint(0, 8, {count}, m_generator, onCpu);
    std::vector<torch::Tensor> images, fields;
    for (std::int64_t i = 0; i < count; ++i) {
        // An oblong image is only turned upside down or mirrored both ways.
        const auto which = turns[i].item<std::int64_t>() & (square ? 7 : 6);
        images.push_back(turned(clean[i], which));
        fields.push_back(turned(fieldsOfView[i], which));
    }
    const auto field = torch::stack(fields);
    const auto good = varyCamera(torch::stack(images), field, m_generator);

    // Only what a category needs is computed: the restorer costs more than everything else together.
    const auto draw = at::rand({count}, m_generator, torch::TensorOptions().dtype(torch::kFloat));
    const auto upToRestored = m_mixture.clean + (m_restore ? m_mixture.restored : 0.0);
    const auto upToBlended = m_mixture.clean + m_mixture.restored + m_mixture.blended;
    auto chosen = good.clone();
    const auto replace = [&](const torch::Tensor& which, const auto& change) {
        const auto indices = which.nonzero().squeeze(1).to(clean.device());
        if (indices.size(0) > 0) {
            const auto fieldOfThese = field.index_select(0, indices);
            chosen.index_copy_(0, indices, change(indices, fieldOfThese).clamp(0.0, 1.0) * fieldOfThese);
        }
    };
    replace(draw >= m_mixture.clean, [&](const torch::Tensor& indices, const torch::Tensor& fieldOfThese) {
        return m_degradation.apply(good.index_select(0, indices), fieldOfThese).images;
    });
    replace(
        (draw >= m_mixture.clean).logical_and(draw < upToRestored),
        [&](const torch::Tensor& indices, const torch::Tensor&) { return m_restore(chosen.index_select(0, indices)); });
    replace((draw >= upToRestored).logical_and(draw < upToBlended),
            [&](const torch::Tensor& indices, const torch::Tensor&) {
                return halfRestored(chosen.index_select(0, indices), good.index_select(0, indices), m_generator);
            });

    QualityExamples examples;
    examples.severity = lossSeverity(chosen, good, field);
    examples.classes = classesOf(examples.severity);
    examples.severity = examples.severity.unsqueeze(1);
    examples.images = chosen;
    return examples;
}

} // namespace limpid
