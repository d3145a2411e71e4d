// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/label_reviewer.h"

#include <algorithm>
#include <utility>

namespace limpid {

namespace {

/// Side of the previews, pixels: enough to judge a vessel tree, little enough to keep those of many epochs.
constexpr int64_t previewSide = 128;
constexpr int64_t chunk = 4;

/// `image` is [C, H, W] in [0, 1].
PreviewImage previewOf(const torch::Tensor& image) {
    const auto small = torch::adaptive_avg_pool2d(
        image.unsqueeze(0), {std::min(image.size(1), previewSide), std::min(image.size(2), previewSide)});
    const auto bytes =
        (small[0].clamp(0.0, 1.0) * 255.0).round().to(torch::kUInt8).permute({1, 2, 0}).contiguous().cpu();
    const auto* first = bytes.data_ptr<std::uint8_t>();
    return {static_cast<int>(bytes.size(1)),
            static_cast<int>(bytes.size(0)),
            static_cast<int>(bytes.size(2)),
            {first, first + bytes.numel()}};
}

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
            review.input = previewOf(batch.images[row]);
            review.output = previewOf(labels.images[row]);
            review.structure = previewOf(labels.structures[row]);
            reviews.push_back(std::move(review));
        }
    }
    return reviews;
}

} // namespace limpid
