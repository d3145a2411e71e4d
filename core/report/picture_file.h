// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/preview_image.h"

#include <span>
#include <string>

namespace limpid {

/// The picture as a data URI of a PNG file, without loss. Empty for a picture without pixels, or one whose pixels do
/// not fit its size.
std::string pictureUri(const PreviewImage& image);

/// Base64 of RFC 4648, with padding.
std::string base64(std::span<const unsigned char> bytes);

} // namespace limpid
