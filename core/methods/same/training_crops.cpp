// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/training_crops.h"

#include <algorithm>
#include <locale>
#include <sstream>
#include <utility>

namespace limpid {

namespace {

/// One square of an image, where it is and how it is turned.
struct Cut {
    int64_t top = 0;
    int64_t left = 0;
    int64_t side = 0;
    bool horizontalFlip = false;
    bool verticalFlip = false;
};

/// `plane` is uint8 [C, P, P]; the result float32 [1, C, S, S] with the bytes' values.
torch::Tensor cutOut(const torch::Tensor& plane, const Cut& cut, int64_t size) {
    auto part = plane.narrow(1, cut.top, cut.side).narrow(2, cut.left, cut.side).to(torch::kFloat).unsqueeze(0);
    if (cut.side != size)
        part = torch::upsample_bilinear2d(part, at::IntArrayRef{size, size}, /*align_corners=*/false);
    std::vector<int64_t> flips;
    if (cut.verticalFlip)
        flips.push_back(2);
    if (cut.horizontalFlip)
        flips.push_back(3);
    return flips.empty() ? part : part.flip(flips);
}

} // namespace

TrainingCrops::TrainingCrops(CropSource source, int64_t cropSize, int64_t shortestSide, std::uint64_t seed)
    : m_source(std::move(source))
    , m_cropSize(cropSize)
    , m_shortestSide(std::min(shortestSide, m_source.images.size(2)))
    , m_random(seed) {}

int64_t TrainingCrops::below(int64_t end) {
    // The bias of the remainder is below 1e-15 here, and unlike std's distributions the draw is the same everywhere.
    return static_cast<int64_t>(m_random() % static_cast<std::uint64_t>(end));
}

void TrainingCrops::balance(const std::vector<int>& kinds) {
    m_kinds.clear();
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const auto kind = static_cast<std::size_t>(kinds[i]);
        m_kinds.resize(std::max(m_kinds.size(), kind + 1));
        m_kinds[kind].push_back(static_cast<int64_t>(i));
    }
}

CropBatch TrainingCrops::draw(int64_t count) {
    std::vector<int64_t> indices(static_cast<std::size_t>(count));
    for (auto& index : indices) {
        if (m_kinds.empty()) {
            index = below(size());
            continue;
        }
        const auto& kind = m_kinds[static_cast<std::size_t>(below(static_cast<int64_t>(m_kinds.size())))];
        index = kind[static_cast<std::size_t>(below(static_cast<int64_t>(kind.size())))];
    }
    return draw(indices);
}

CropBatch TrainingCrops::draw(const std::vector<int64_t>& indices) {
    return assemble(indices, true);
}

CropBatch TrainingCrops::whole(const std::vector<int64_t>& indices) const {
    TrainingCrops copy = *this; // Tensors are shared; nothing random is drawn.
    return copy.assemble(indices, false);
}

CropBatch TrainingCrops::assemble(const std::vector<int64_t>& indices, bool random) {
    const auto full = m_source.images.size(2);
    std::vector<torch::Tensor> images;
    std::vector<torch::Tensor> masks;
    std::vector<torch::Tensor> structures;
    std::vector<torch::Tensor> present;
    for (const auto index : indices) {
        Cut cut{0, 0, full, false, false};
        if (random) {
            cut.side = m_shortestSide + below(full - m_shortestSide + 1);
            cut.top = below(full - cut.side + 1);
            cut.left = below(full - cut.side + 1);
            cut.horizontalFlip = below(2) == 1;
            cut.verticalFlip = below(2) == 1;
        }
        images.push_back(cutOut(m_source.images[index], cut, m_cropSize) / 255.0);
        masks.push_back(cutOut(m_source.fieldOfView[index], cut, m_cropSize));
        const bool hasStructure = m_source.structures.defined() && m_source.hasStructure[index].item<bool>();
        structures.push_back(hasStructure ? cutOut(m_source.structures[index], cut, m_cropSize)
                                          : torch::zeros({1, 1, m_cropSize, m_cropSize}));
        present.push_back(torch::full({1, 1, 1, 1}, hasStructure ? 1.0F : 0.0F));
    }
    CropBatch batch;
    batch.indices = indices;
    batch.fieldOfView = torch::cat(masks).ge(0.5).to(torch::kFloat);
    batch.images = torch::cat(images).clamp(0.0, 1.0) * batch.fieldOfView;
    batch.structures = torch::cat(structures).clamp(0.0, 1.0);
    batch.hasStructure = torch::cat(present);
    return batch;
}

std::string TrainingCrops::saveState() const {
    std::ostringstream stream;
    stream.imbue(std::locale::classic());
    stream << m_random;
    return stream.str();
}

Result<void> TrainingCrops::restoreState(const std::string& state) {
    std::istringstream stream(state);
    stream.imbue(std::locale::classic());
    std::mt19937_64 random;
    if (!(stream >> random))
        return fail(ErrorCode::InvalidArgument, {"The state of the crops", "it is not that of a random engine"});
    m_random = random;
    return {};
}

} // namespace limpid
