// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <torch/types.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace limpid {

/// A batch of crops, float32.
struct CropBatch {
    torch::Tensor images;         ///< [N, 3, S, S] in [0, 1]
    torch::Tensor fieldOfView;    ///< [N, 1, S, S] in {0, 1}
    torch::Tensor structures;     ///< [N, 1, S, S] in [0, 1]; zero where there is none
    torch::Tensor hasStructure;   ///< [N, 1, 1, 1] in {0, 1}
    std::vector<int64_t> indices; ///< Of the source's images, [N].
};

/// The images that crops are cut from, uint8, all [N, *, P, P]. `structures` may be undefined.
struct CropSource {
    torch::Tensor images;
    torch::Tensor fieldOfView;
    torch::Tensor structures;
    torch::Tensor hasStructure; ///< bool [N], or undefined
};

/// Draws random square crops with the same geometry for image, field of view and structure: side uniform in
/// [shortest, P], position uniform, resized to S, flipped horizontally and vertically with probability 1/2 each. The
/// released SAME code resizes to one of four sizes and crops 256; its vertical flip happens only after a horizontal
/// one, which looks like a mistake and is not repeated. Seeded; the state can be kept.
class TrainingCrops {
public:
    /// `cropSize` S and `shortestSide` in pixels of the prepared images; shortestSide <= P.
    TrainingCrops(CropSource source, int64_t cropSize, int64_t shortestSide, std::uint64_t seed);

    /// Draws every image as often as every other; after balance(), every kind.
    CropBatch draw(int64_t count);
    /// From now on every kind is drawn as often as every other, however many images it has. `kinds` holds a number from
    /// 0 for every image; every number up to the largest is some image's.
    void balance(const std::vector<int>& kinds);
    /// Crops of chosen images: `indices` in 0..size()-1.
    CropBatch draw(const std::vector<int64_t>& indices);
    /// The whole images `indices`, resized to S, neither cropped nor flipped.
    CropBatch whole(const std::vector<int64_t>& indices) const;

    int64_t size() const { return m_source.images.size(0); }
    std::string saveState() const;
    /// Continues from a saved state; InvalidArgument, and nothing changed, where it is not one.
    Result<void> restoreState(const std::string& state);

private:
    int64_t below(int64_t end);
    CropBatch assemble(const std::vector<int64_t>& indices, bool random);

    CropSource m_source;
    int64_t m_cropSize;
    int64_t m_shortestSide;
    std::vector<std::vector<int64_t>> m_kinds; ///< The images of each; empty without balance().
    std::mt19937_64 m_random;
};

} // namespace limpid
