// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/image.h"
#include "task/result.h"

#include <filesystem>

namespace limpid {

/// What is refused from the file's header alone, before memory is taken for the pixels.
struct ReadLimits {
    /// Most pixels an image may have, in millions.
    double megapixels = 400;
    /// Fewest pixels along either side.
    int smallestSide = 16;
};

/// Reads a photograph: JPEG, PNG, TIFF (first page), BMP, PNM or WebP, told apart by content and never by name.
///
/// The pixels come upright (EXIF orientation applied once), in RGB order, in sRGB (an embedded ICC profile is applied;
/// an unusable one is left out with a warning), and at the file's own depth, 8 or 16 bit. Grey stays one channel, a
/// palette becomes colours, transparency is composited on black (the background of a fundus photograph) and CMYK is
/// turned into RGB by the usual formula; the latter two are noted in `origin.warnings`.
///
/// May be called from any number of threads. Errors: FileNotFound, PermissionDenied, FileEmpty, ReadFailed, NotAnImage,
/// UnsupportedFormat, ImageTooSmall, ImageTooLarge, ImageTruncated, ImageDamaged, OutOfMemory.
Result<Image> readImage(const std::filesystem::path& path, const ReadLimits& limits = {});

/// The same for who needs a small picture only: a JPEG file comes at a half, a quarter or an eighth of its size where
/// its long side keeps at least `leastLongSide` pixels then, which is several times as fast as reading it whole. Every
/// other file comes whole.
Result<Image> readReducedImage(const std::filesystem::path& path, int leastLongSide, const ReadLimits& limits = {});

} // namespace limpid
