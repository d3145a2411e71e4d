// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "phantoms/fundus_camera.h"
#include "phantoms/fundus_lesions.h"
#include "phantoms/fundus_tint.h"
#include "phantoms/phantom_image.h"
#include "phantoms/retina_geometry.h"

#include <cstdint>
#include <optional>

namespace limpid {

/// What a fundus phantom shows. Whatever is left open is drawn from the seed.
struct FundusPhantomOptions {
    int size = 768;                         ///< side of the square image in pixels; at least 64, made for 256 to 1024
    std::optional<FundusTint> tint{};       ///< colour of camera and skin
    std::optional<Eye> eye{};               ///< right or left
    std::optional<FundusField> field{};     ///< what the camera is centred on
    std::optional<double> fieldDegrees{};   ///< photographed angle, 25 to 65 degrees
    std::optional<FundusFrame> frame{};     ///< shape of the picture
    std::optional<double> tigroid{};        ///< how far the choroid shows, 0 to 1
    std::optional<FundusLesions> lesions{}; ///< signs of disease
};

/// A colour fundus photograph of an eye that does not exist, with its exact vessel mask.
///
/// The same options and seed give the same image. Thread-safe.
PhantomImage makeFundusPhantom(const FundusPhantomOptions& options, std::uint64_t seed);

} // namespace limpid
