// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/label_reviewer.h"

#include "methods/same/preview.h"

#include <algorithm>
#include <utility>

namespace limpid {

namespace {

/// Side of the previews, pixels: enough to judge a vessel tree, little enough to keep those of many epochs.
constexpr int64_t previewSide = 128;
constexpr int64_t chunk = 4;

} // namespace

std::vector<LabelReview> reviewLabels(PseudoLabeller& labeller, StructurePreservingUnet& network,
                                      const TrainingCrops& crops, const std::vector<int64_t>& rows) {
    const torch::NoGradGuard noGrad;
    std::vector<LabelReview> reviews;
    const auto count = static_cast<int64_t>(rows.size());
    for (int64_t begin = 0; begin < count; begin += chunk) {
        const auto batch = crops.whole({rows.begin() + begin, rows.begin() + std::min(begin + chunk, count)});
        auto labels = labeller.propose(network, batch.images, batch.fieldOfView);
        for (std::size_t i = 0; i < labels.decisions.size(); ++i) {
            const auto row = static_cast<int64_t>(i);
            LabelReview review;
            review.decision = std::move(labels.decisions[i]);
            review.input = previewOf(batch.images[row], previewSide);
            review.output = previewOf(labels.images[row], previewSide);
            review.structure = previewOf(labels.structures[row], previewSide);
            reviews.push_back(std::move(review));
        }
    }
    return reviews;
}

} // namespace limpid
