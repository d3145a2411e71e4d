// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/byte_view.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limpid {

/// The formats that are told apart. The last ones are known only to be refused by name.
enum class ImageFormat { Jpeg, Png, Tiff, Bmp, Pnm, WebP, Gif, Jpeg2000, Heif, Dicom, Photoshop, Pdf, BigTiff };

/// What a file says about its picture, found without decoding it.
struct ImageHeader {
    ImageFormat format = ImageFormat::Jpeg;
    /// Pixels as stored, before the orientation is applied; 0 if the file breaks off before saying.
    std::int64_t width = 0;
    std::int64_t height = 0;
    /// False if the file ends before its picture does.
    bool complete = true;
    /// Why the picture cannot be decoded, such as "12-bit JPEG"; empty if it can.
    std::string unsupported;
    /// EXIF or TIFF orientation, 1..8.
    int orientation = 1;
    /// Where a TIFF's orientation stands: its decoder would apply it on its own account.
    std::optional<std::size_t> orientationOffset;
    bool grey = false;
    bool hasAlpha = false;
    /// True if what the decoder gives has its colours multiplied with the alpha already.
    bool premultiplied = false;
    bool cmyk = false;
    /// True if 0 means white in what the decoder gives.
    bool whiteIsZero = false;
    /// The number that means white in what the decoder gives, where a PNM file says so.
    int maximum = 0;
    /// Width of one pixel in micrometres, where the file states one that may be believed (see plausibleSpacing()).
    std::optional<double> micrometresPerPixel;
    /// The embedded ICC profile, empty if there is none.
    std::vector<std::uint8_t> profile;
    /// Sentences for the person who opens the file.
    std::vector<std::string> warnings;
};

/// The format by the first bytes of the content (at most 256 are looked at); none if it is no image.
std::optional<ImageFormat> sniffFormat(const ByteView& bytes);

/// The format's name in messages: "JPEG", "PNG", ...
std::string_view formatName(ImageFormat format);

/// Reads the header of a whole file. None if the content is not of a format that is known or contradicts itself from
/// the start. Hostile bytes are safe: nothing is taken on trust, and memory only for the colour profile.
std::optional<ImageHeader> readImageHeader(const ByteView& bytes);

} // namespace limpid
