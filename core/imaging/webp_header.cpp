// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/header_parsers.h"

namespace limpid {

using namespace std::string_view_literals;

namespace {

/// The size in a lossy frame's key frame header (RFC 6386, 9.1).
void readLossy(const ByteView& data, ImageHeader& header) {
    header.width = data.u16(6, false) & 0x3FFF;
    header.height = data.u16(8, false) & 0x3FFF;
}

/// Two sizes of 14 bits, less one each, behind the signature byte, then a bit for alpha.
void readLossless(const ByteView& data, ImageHeader& header) {
    const auto bits = data.u32(1, false);
    header.width = static_cast<std::int64_t>(bits & 0x3FFF) + 1;
    header.height = static_cast<std::int64_t>(bits >> 14 & 0x3FFF) + 1;
    header.hasAlpha = (bits >> 28 & 1) != 0;
}

void readExtended(const ByteView& data, ImageHeader& header) {
    const auto flags = data.u8(0);
    header.hasAlpha = (flags & 0x10) != 0;
    if ((flags & 0x02) != 0)
        header.unsupported = "animated WebP";
    header.width = static_cast<std::int64_t>(data.u24(4, false)) + 1;
    header.height = static_cast<std::int64_t>(data.u24(7, false)) + 1;
}

} // namespace

std::optional<ImageHeader> readWebpHeader(const ByteView& bytes) {
    constexpr std::size_t frame = 8; // type, length
    ImageHeader header;
    const auto end = std::uint64_t{bytes.u32(4, false)} + frame;
    header.complete = bytes.has(0, end);
    std::uint64_t offset = 12;
    while (offset + frame <= end && bytes.has(offset, frame)) {
        const auto length = bytes.u32(offset + 4, false);
        const auto data = bytes.part(offset + frame, length);
        if (bytes.matches(offset, "VP8X"sv))
            readExtended(data, header);
        else if (bytes.matches(offset, "VP8L"sv) && header.width == 0)
            readLossless(data, header);
        else if (bytes.matches(offset, "VP8 "sv) && header.width == 0)
            readLossy(data, header);
        else if (bytes.matches(offset, "EXIF"sv))
            header.orientation = readExifOrientation(data);
        else if (bytes.matches(offset, "ICCP"sv))
            header.profile.assign(data.bytes().begin(), data.bytes().end());
        offset += frame + length + (length & 1U);
    }
    if (header.complete && (header.width == 0 || header.height == 0))
        return std::nullopt;
    return header;
}

} // namespace limpid
