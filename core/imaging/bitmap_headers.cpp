// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/header_parsers.h"

#include <cstdlib>

namespace limpid {

std::optional<ImageHeader> readBmpHeader(const ByteView& bytes) {
    ImageHeader header;
    const auto pixelsAt = bytes.u32(10, false);
    const auto infoSize = bytes.u32(14, false);
    const bool old = infoSize == 12;
    if (bytes.size() >= 18 && !old && (infoSize < 40 || infoSize > 256))
        return std::nullopt;
    if (!bytes.has(14, old ? 12 : 40)) {
        header.complete = false;
        return header;
    }
    // A negative height means that the rows run from top to bottom.
    header.width = old ? bytes.u16(18, false) : static_cast<std::int32_t>(bytes.u32(18, false));
    header.height = old ? bytes.u16(20, false)
                        : std::abs(static_cast<std::int64_t>(static_cast<std::int32_t>(bytes.u32(22, false))));
    const auto bits = bytes.u16(old ? 24 : 28, false);
    if (header.width <= 0 || header.height == 0 || bits > 32)
        return std::nullopt;
    const auto compression = old ? 0 : bytes.u32(30, false);
    constexpr std::uint32_t bitFields = 3;
    if (compression == 0 || compression == bitFields) {
        const auto row = (static_cast<std::uint64_t>(header.width) * bits + 31) / 32 * 4;
        const auto rows = static_cast<std::uint64_t>(header.height);
        header.complete = rows <= bytes.size() && bytes.has(pixelsAt, row * rows);
    } else if (compression > bitFields) {
        header.unsupported = "BMP with embedded JPEG or PNG";
    }
    return header;
}

namespace {

bool isSpace(std::uint8_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// The next decimal number, past blanks and comments; none where anything else stands, or above a million.
std::optional<std::int64_t> takeNumber(const ByteView& bytes, std::size_t& offset) {
    while (isSpace(bytes.u8(offset)) || bytes.u8(offset) == '#') {
        if (bytes.u8(offset) == '#') {
            while (offset < bytes.size() && bytes.u8(offset) != '\n')
                ++offset;
        }
        ++offset;
    }
    std::optional<std::int64_t> number;
    constexpr std::int64_t most = 1000000;
    while (bytes.u8(offset) >= '0' && bytes.u8(offset) <= '9') {
        number = number.value_or(0) * 10 + (bytes.u8(offset++) - '0');
        if (*number > most)
            return std::nullopt;
    }
    return number;
}

} // namespace

std::optional<ImageHeader> readPnmHeader(const ByteView& bytes) {
    ImageHeader header;
    const auto kind = bytes.u8(1) - '0';
    if (!isSpace(bytes.u8(2)) && bytes.u8(2) != '#')
        return std::nullopt;
    const bool bitmap = kind == 1 || kind == 4;
    const bool colour = kind == 3 || kind == 6;
    const bool binary = kind >= 4;
    std::size_t offset = 2;
    const auto width = takeNumber(bytes, offset);
    const auto height = takeNumber(bytes, offset);
    const auto maximum = bitmap ? std::optional<std::int64_t>(1) : takeNumber(bytes, offset);
    if (!width || !height || !maximum || *width == 0 || *height == 0 || *maximum == 0 || *maximum > 65535)
        return std::nullopt;
    header.width = *width;
    header.height = *height;
    header.grey = !colour;
    // Written as text and with 8 bits, the numbers are stretched by the decoder itself.
    header.maximum = bitmap || (!binary && *maximum <= 255) ? 0 : static_cast<int>(*maximum);
    if (binary) {
        const auto columns = static_cast<std::uint64_t>(*width);
        const auto sample = bitmap ? 0U : (*maximum > 255 ? 2U : 1U);
        const auto row = bitmap ? (columns + 7) / 8 : columns * sample * (colour ? 3U : 1U);
        header.complete = bytes.has(offset + 1, row * static_cast<std::uint64_t>(*height));
    }
    return header;
}

} // namespace limpid
