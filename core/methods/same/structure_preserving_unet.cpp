// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/structure_preserving_unet.h"

#include <string>

namespace limpid {

namespace {

/// The image without its slow changes of tone, in which a vessel's contrast would be lost: its difference to the
/// surroundings of about 16 px, stretched so that vessels span the range and a field of view's rim does not exceed it.
torch::Tensor localContrast(const torch::Tensor& image) {
    constexpr int64_t surroundings = 16;
    constexpr double stretch = 8.0;
    const auto small = torch::avg_pool2d(image, surroundings);
    const auto tone = torch::upsample_bilinear2d(small, {image.size(2), image.size(3)}, /*align_corners=*/false);
    return torch::tanh((image - tone) * stretch);
}

} // namespace

/// Index k holds level k + 1; with a stem, `stem` is the feature at full resolution.
struct StructurePreservingUnetImpl::Features {
    torch::Tensor stem;
    std::vector<torch::Tensor> encoded;  ///< Output of every encoder level.
    std::vector<torch::Tensor> enhanced; ///< Output of every level of D.
};

StructurePreservingUnetImpl::StructurePreservingUnetImpl(const UnetConfiguration& configuration)
    : m_configuration(configuration) {
    const auto& c = m_configuration;
    const bool stem = c.stemWidth > 0;
    if (stem) {
        m_stem = register_module("stem", Convolution(c.imageChannels, c.stemWidth));
        // A residual network predicts a gain and an offset for every channel.
        m_imageHead = register_module("head", Convolution(2 * c.stemWidth, (c.residual ? 2 : 1) * c.imageChannels));
        const int64_t seen = c.structureViewLevels > 0 ? 3 : 2; // D, S and the view
        m_structureHead = register_module("h_head", Convolution(seen * c.stemWidth, c.structureChannels));
    }
    if (c.structureViewLevels > 0)
        m_viewStem = register_module("h_view", Convolution(c.imageChannels, c.stemWidth));
    for (int64_t level = 1; level <= c.levels; ++level) {
        const bool first = level == 1;
        const bool last = level == c.levels;
        const bool dropout = c.dropout && level >= 5 && level <= 7;
        // The bottleneck has one pixel at the smallest input: normalising it would erase it.
        UnetLevelOptions down{first ? (stem ? c.stemWidth : c.imageChannels) : c.encoderWidth(level - 1),
                              c.encoderWidth(level),
                              stem || !first,
                              !first && !last,
                              c.instanceNorm,
                              c.refinement && !last,
                              false};
        const auto name = std::to_string(level);
        m_encoder.push_back(register_module("down" + name, EncoderLevel(down)));

        const auto skip = last ? 0 : c.encoderWidth(level);
        const auto below = c.encoderWidth(level); // What comes from the level below has this level's encoder width.
        UnetLevelOptions up{below + skip,   first ? (stem ? c.stemWidth : c.imageChannels) : c.encoderWidth(level - 1),
                            true,           !first,
                            c.instanceNorm, c.refinement && !first,
                            dropout};
        m_enhancement.push_back(register_module("up" + name, DecoderLevel(up)));

        // S at level k sees D's and its own feature of level k + 1; at the bottleneck the encoder's alone.
        const bool viewed = level <= c.structureViewLevels;
        const auto seen = (last ? 0 : c.structureWidth(level)) + (viewed ? c.structureWidth(level) : 0);
        UnetLevelOptions structureUp{c.encoderWidth(level) + seen,
                                     first ? (stem ? c.stemWidth : c.structureChannels) : c.structureWidth(level - 1),
                                     true,
                                     !first,
                                     c.instanceNorm,
                                     viewed && !first,
                                     dropout};
        m_structure.push_back(register_module("h_up" + name, DecoderLevel(structureUp)));
        if (viewed) {
            UnetLevelOptions view{first ? c.stemWidth : c.structureWidth(level - 1),
                                  c.structureWidth(level),
                                  true,
                                  true,
                                  c.instanceNorm,
                                  false,
                                  false};
            m_view.push_back(register_module("h_view" + name, EncoderLevel(view)));
        }
    }
    if (c.toneWidth > 0)
        m_toneField = register_module("tone", ToneField(c.imageChannels, c.toneWidth));
    if (stem)
        initialiseCompact();
}

void StructurePreservingUnetImpl::initialiseCompact() {
    constexpr double heGain = 1.4142135623730951;
    constexpr double smallGain = 0.1; // The network starts near the identity.
    for (const auto& module : modules(/*include_self=*/false)) {
        if (auto* convolution = module->as<ConvolutionImpl>())
            convolution->rescale(heGain);
        else if (auto* transposed = module->as<TransposedConvolutionImpl>())
            transposed->rescale(heGain);
    }
    m_imageHead->rescale(smallGain);
    if (!m_toneField.is_empty())
        m_toneField->initialise();
}

StructurePreservingUnetImpl::Features StructurePreservingUnetImpl::encodeAndEnhance(const torch::Tensor& x) {
    Features features;
    auto y = x;
    if (!m_stem.is_empty()) {
        y = m_stem->forward(x);
        features.stem = y;
    }
    for (auto& level : m_encoder) {
        y = level->forward(y);
        features.encoded.push_back(y);
    }
    const auto levels = m_encoder.size();
    features.enhanced.resize(levels);
    features.enhanced[levels - 1] = m_enhancement[levels - 1]->forward(y);
    for (auto k = levels - 1; k-- > 0;)
        features.enhanced[k] =
            m_enhancement[k]->forward(torch::cat({features.enhanced[k + 1], features.encoded[k]}, 1));
    return features;
}

torch::Tensor StructurePreservingUnetImpl::imageOf(const torch::Tensor& x, const Features& features) {
    auto top = features.enhanced.front();
    if (!m_imageHead.is_empty())
        top = m_imageHead->forward(torch::relu(torch::cat({top, features.stem}, 1)));
    auto change = top.to(torch::kFloat);
    if (!m_configuration.residual)
        return torch::tanh(change);
    const auto image = x.to(torch::kFloat);
    if (!m_toneField.is_empty())
        change = change + m_toneField->forward(image, x.scalar_type());
    // Haze, veil, cast and uneven light are affine in the image, so their undoing is too.
    const auto parts = change.chunk(2, 1);
    return image + (image + 1.0) * parts[0] + parts[1];
}

std::vector<torch::Tensor> StructurePreservingUnetImpl::viewOf(const torch::Tensor& image,
                                                               torch::ScalarType precision) {
    std::vector<torch::Tensor> views;
    if (m_viewStem.is_empty())
        return views;
    views.push_back(m_viewStem->forward(localContrast(image).to(precision)));
    for (auto& level : m_view)
        views.push_back(level->forward(views.back()));
    return views;
}

torch::Tensor StructurePreservingUnetImpl::enhance(const torch::Tensor& x) {
    return imageOf(x, encodeAndEnhance(x));
}

UnetOutput StructurePreservingUnetImpl::forward(const torch::Tensor& x) {
    const auto features = encodeAndEnhance(x);
    const auto image = imageOf(x, features);
    const auto views = viewOf(image, x.scalar_type());
    const auto levels = m_encoder.size();
    auto structure = m_structure[levels - 1]->forward(features.encoded.back());
    for (auto k = levels - 1; k-- > 0;) {
        std::vector<torch::Tensor> seen{features.enhanced[k + 1], structure};
        if (k + 1 < views.size())
            seen.push_back(views[k + 1]);
        structure = m_structure[k]->forward(torch::cat(seen, 1));
    }
    if (m_structureHead.is_empty())
        return {image, structure.to(torch::kFloat)};
    std::vector<torch::Tensor> seen{features.enhanced.front(), structure};
    if (!views.empty())
        seen.push_back(views.front());
    return {image, m_structureHead->forward(torch::relu(torch::cat(seen, 1))).to(torch::kFloat)};
}

} // namespace limpid
