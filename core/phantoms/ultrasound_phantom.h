// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "phantoms/phantom_image.h"

#include <cstdint>
#include <optional>

namespace limpid {

enum class UltrasoundProbe {
    Linear, ///< a rectangle of tissue
    Curved  ///< a fan
};

/// What a pixel of UltrasoundPhantom::labels shows.
enum class UltrasoundStructure : std::uint8_t { Tissue, Nerve, Vessel };

struct UltrasoundPhantomOptions {
    int size = 512;                         ///< side of the square image in pixels; at least 64
    std::optional<UltrasoundProbe> probe{}; ///< drawn from the seed where left open
};

/// An ultrasound image of tissue that does not exist.
struct UltrasoundPhantom {
    PhantomImage image; ///< grey in three channels; the structure is nerves and vessels
    cv::Mat labels;     ///< CV_8UC1, an UltrasoundStructure per pixel
};

/// Skin, fat with septa, fascia and muscle, with nerves (bright sheath, honeycomb inside) and vessels (black, bright
/// wall, brighter below), speckle and attenuation. The same options and seed give the same image. Thread-safe.
UltrasoundPhantom makeUltrasoundPhantom(const UltrasoundPhantomOptions& options, std::uint64_t seed);

} // namespace limpid
