// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/header_parsers.h"

#include <map>

namespace limpid {

using namespace std::string_view_literals;

namespace {

constexpr std::uint8_t startOfImage = 0xD8;
constexpr std::uint8_t endOfImage = 0xD9;
constexpr std::uint8_t startOfScan = 0xDA;

/// A frame header says the size; C4, C8 and CC are other things in the same range.
bool isFrame(std::uint8_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool standsAlone(std::uint8_t marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= startOfImage);
}

std::string whyUnsupported(std::uint8_t frame, std::uint8_t precision, std::uint8_t components) {
    if (precision != 8)
        return std::to_string(precision) + "-bit JPEG";
    if (frame != 0xC0 && frame != 0xC1 && frame != 0xC2 && frame != 0xC9 && frame != 0xCA)
        return "lossless or hierarchical JPEG";
    if (components != 1 && components != 3 && components != 4)
        return "JPEG with " + std::to_string(components) + " channels";
    return {};
}

/// The next marker inside or behind compressed data, where FF 00 is data and restart markers belong to it.
std::size_t skipScan(const ByteView& bytes, std::size_t offset) {
    while (offset + 1 < bytes.size()) {
        if (bytes.u8(offset) == 0xFF) {
            const auto next = bytes.u8(offset + 1);
            if (next != 0x00 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7))
                return offset;
        }
        ++offset;
    }
    return bytes.size();
}

/// The profile comes in numbered pieces (ICC.1, annex B.4); in order and complete, or not at all.
class ProfilePieces {
public:
    void add(const ByteView& segment) {
        constexpr std::size_t begin = 14; // "ICC_PROFILE\0", number, count
        if (segment.matches(0, "ICC_PROFILE\0"sv) && segment.size() > begin) {
            m_count = segment.u8(13);
            m_pieces[segment.u8(12)] = segment.part(begin, segment.size());
        }
    }

    void join(ImageHeader& header) const {
        if (m_pieces.empty())
            return;
        const bool whole =
            m_pieces.size() == m_count && m_pieces.begin()->first == 1 && m_pieces.rbegin()->first == m_count;
        if (!whole) {
            header.warnings.emplace_back(
                "The colour profile is incomplete and was left out; the colours may be slightly off.");
            return;
        }
        for (const auto& [number, piece] : m_pieces)
            header.profile.insert(header.profile.end(), piece.bytes().begin(), piece.bytes().end());
    }

private:
    std::map<std::size_t, ByteView> m_pieces;
    std::size_t m_count = 0;
};

} // namespace

std::optional<ImageHeader> readJpegHeader(const ByteView& bytes) {
    ImageHeader header;
    ProfilePieces profile;
    bool sawOrientation = false;
    std::size_t offset = 2;
    while (true) {
        // Between segments any number of FF may fill up.
        while (bytes.u8(offset) == 0xFF && bytes.u8(offset + 1) == 0xFF)
            ++offset;
        if (!bytes.has(offset, 2)) {
            header.complete = false;
            break;
        }
        if (bytes.u8(offset) != 0xFF) {
            // Stray bytes: a decoder looks for the next marker, and so does this.
            offset = skipScan(bytes, offset);
            continue;
        }
        const auto marker = bytes.u8(offset + 1);
        offset += 2;
        if (marker == endOfImage)
            break;
        if (standsAlone(marker))
            continue;
        const auto length = bytes.u16(offset, true);
        if (length < 2 || !bytes.has(offset, length)) {
            header.complete = false;
            break;
        }
        const auto segment = bytes.part(offset + 2, length - 2U);
        if (isFrame(marker) && header.width == 0) {
            header.height = segment.u16(1, true);
            header.width = segment.u16(3, true);
            header.grey = segment.u8(5) == 1;
            header.cmyk = segment.u8(5) == 4;
            header.unsupported = whyUnsupported(marker, segment.u8(0), segment.u8(5));
            if (header.width == 0 || header.height == 0)
                return std::nullopt;
        } else if (marker == 0xE1 && !sawOrientation && segment.matches(0, "Exif\0\0"sv)) {
            header.orientation = readExifOrientation(segment);
            sawOrientation = true;
        } else if (marker == 0xE2) {
            profile.add(segment);
        }
        offset += length;
        if (marker == startOfScan)
            offset = skipScan(bytes, offset);
    }
    // An end without a frame is no picture.
    if (header.width == 0 && header.complete)
        return std::nullopt;
    profile.join(header);
    return header;
}

} // namespace limpid
