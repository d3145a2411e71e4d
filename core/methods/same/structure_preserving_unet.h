// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/tone_field.h"
#include "methods/same/unet_configuration.h"
#include "methods/same/unet_level.h"

#include <vector>

namespace limpid {

/// What the network gives for a batch.
struct UnetOutput {
    torch::Tensor image; ///< [N, 3, H, W] in [-1, 1] (a residual network may leave it slightly while training).
    torch::Tensor structureLogits; ///< [N, 1, H, W]; sigmoid gives the probability of a vessel.
};

/// The structure-preserving U-Net of SAME (Li et al., TMI 2024; topology from the overview figure and the released
/// code): one encoder E; an enhancement decoder D that gets the bottleneck and E's skips; a structure decoder S that
/// gets the bottleneck and, at every level, D's feature instead of E's skip.
///
/// In the compact network S also sees the enhanced image, which D's features alone describe badly where D predicts a
/// correction: submodules h_view (full resolution) and h_view1..n, our own.
///
/// The structure decoder ends in logits; the released network ends it in Tanh, which its own cross-entropy cannot take.
/// Submodules carry the released names: down1..n (E), up1..n (D), h_up1..n (S).
class StructurePreservingUnetImpl : public torch::nn::Module {
public:
    explicit StructurePreservingUnetImpl(const UnetConfiguration& configuration);

    /// `x` [N, 3, H, W] in [-1, 1], float32 or bfloat16, sides multiples of configuration().sideMultiple(). Computes in
    /// x's dtype; both results are float32.
    UnetOutput forward(const torch::Tensor& x);

    /// The enhanced image alone: S is left out, which saves a third of the time.
    torch::Tensor enhance(const torch::Tensor& x);

    const UnetConfiguration& configuration() const { return m_configuration; }

private:
    void initialiseCompact();

    struct Features;
    Features encodeAndEnhance(const torch::Tensor& x);
    /// The image from D's topmost feature.
    torch::Tensor imageOf(const torch::Tensor& x, const Features& features);
    /// What S sees of the enhanced image: index 0 at full resolution, index k at that of level k. Empty without a view.
    std::vector<torch::Tensor> viewOf(const torch::Tensor& image, torch::ScalarType precision);

    UnetConfiguration m_configuration;
    Convolution m_stem{nullptr};
    std::vector<EncoderLevel> m_encoder;
    std::vector<DecoderLevel> m_enhancement;
    std::vector<DecoderLevel> m_structure;
    Convolution m_viewStem{nullptr};
    std::vector<EncoderLevel> m_view;
    ToneField m_toneField{nullptr};
    Convolution m_imageHead{nullptr};
    Convolution m_structureHead{nullptr};
};
TORCH_MODULE(StructurePreservingUnet);

} // namespace limpid
