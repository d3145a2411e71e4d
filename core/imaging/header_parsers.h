// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/image_header.h"

#include <optional>

namespace limpid {

/// One reader per format, called by readImageHeader() for content that begins like it. Each walks the file's own
/// structure to its end, so that a file that breaks off is told from one with other data behind the picture.
std::optional<ImageHeader> readJpegHeader(const ByteView& bytes); ///< ITU-T T.81, annex B
std::optional<ImageHeader> readPngHeader(const ByteView& bytes);  ///< PNG, third edition (W3C)
std::optional<ImageHeader> readTiffHeader(const ByteView& bytes); ///< TIFF 6.0
std::optional<ImageHeader> readWebpHeader(const ByteView& bytes); ///< RFC 9649
std::optional<ImageHeader> readBmpHeader(const ByteView& bytes);
std::optional<ImageHeader> readPnmHeader(const ByteView& bytes);

/// The orientation in an EXIF block, which is a small TIFF file (with or without "Exif\0\0" before it); 1 if it says
/// none or nonsense.
int readExifOrientation(const ByteView& exif);

} // namespace limpid
