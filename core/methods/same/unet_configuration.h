// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace limpid {

/// Everything that fixes the structure of a StructurePreservingUnet. Stored as JSON in its checkpoint.
struct UnetConfiguration {
    std::string preset = "compact"; ///< The name it was made from, for people.
    int64_t imageChannels = 3;
    int64_t structureChannels = 1;
    int64_t levels = 6;         ///< Halvings; the input's sides must be multiples of 2^levels.
    int64_t baseWidth = 24;     ///< Encoder channels of level 1; doubled at every level ...
    int64_t largestWidth = 112; ///< ... up to this.
    /// The same for the structure decoder.
    int64_t structureBaseWidth = 12;
    int64_t structureLargestWidth = 56;
    /// Levels at which S also sees the enhanced image through a small encoder of its own (needs `residual`); 0: none,
    /// as in the paper, whose D ends in the image itself. A residual D carries the correction, in which vessels are
    /// faint.
    int64_t structureViewLevels = 3;
    /// Channels at full resolution; 0: levels start and end at half resolution, as in the paper.
    int64_t stemWidth = 8;
    /// Two 3x3 convolutions with a shortcut after every level but those at full resolution.
    bool refinement = true;
    /// Instance norm as in the paper; otherwise group norm, which keeps relative brightness.
    bool instanceNorm = false;
    /// D predicts gain and offset of the input (needs a stem); otherwise the image through Tanh, as in the paper.
    bool residual = true;
    /// Hidden channels of the ToneField that adds to gain and offset (needs `residual`); 0: none, as in the paper.
    int64_t toneWidth = 48;
    /// Dropout 0.5 in levels 5 to 7 of both decoders while training.
    bool dropout = false;

    /// The network of the paper (released class UnetCombine2LayerGenerator, 8 levels, ngf 64): 89,279,300 parameters
    /// for 3 -> 3 + 1 channels. Source: released code.
    static UnetConfiguration samePaper();
    /// Limpid's small network of the same topology, at most 4 million parameters. Our own design.
    static UnetConfiguration compact();
    /// "same-paper" or "compact".
    static Result<UnetConfiguration> byName(std::string_view name);

    std::string toJson() const;
    /// Refuses unknown or missing fields and numbers outside sensible bounds (the file may be hostile).
    static Result<UnetConfiguration> fromJson(const std::string& json);

    int64_t encoderWidth(int64_t level) const;
    int64_t structureWidth(int64_t level) const;
    /// The input's sides must be multiples of this.
    int64_t sideMultiple() const { return int64_t{1} << levels; }

    bool operator==(const UnetConfiguration&) const = default;
};

} // namespace limpid
