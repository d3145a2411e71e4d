// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/header_parsers.h"
#include "imaging/pixel_spacing.h"

#include <exiv2/exiv2.hpp>

#include <algorithm>
#include <new>
#include <string>

namespace limpid {

using namespace std::string_view_literals;

namespace {

constexpr std::size_t signatureSize = 8;
constexpr std::size_t chunkFrame = 12; // length, type, checksum

constexpr auto brokenProfile = "The colour profile is broken and was left out; the colours may be slightly off.";

/// Unpacks an iCCP chunk. Exiv2 is given a PNG of the header, this chunk and the end only, so that it never looks at
/// the rest of the file, which is none of its business here.
std::vector<std::uint8_t> unpackProfile(const ByteView& bytes, std::size_t headerChunk, std::size_t profileChunk) {
    // Deflate packs at most 1032:1; this keeps a bomb below a gigabyte, and real display profiles are far smaller.
    constexpr std::size_t largest = 512 * 1024;
    const auto length = bytes.u32(profileChunk, true);
    if (length > largest)
        return {};
    const auto copy = [](std::vector<std::uint8_t>& to, const ByteView& part) {
        to.insert(to.end(), part.bytes().begin(), part.bytes().end());
    };
    std::vector<std::uint8_t> png;
    copy(png, bytes.part(0, signatureSize));
    copy(png, bytes.part(headerChunk, 13 + chunkFrame));
    copy(png, bytes.part(profileChunk, length + chunkFrame));
    constexpr std::string_view end("\0\0\0\0IEND\xAE\x42\x60\x82", chunkFrame);
    png.insert(png.end(), end.begin(), end.end());
    try {
        // It would print its complaints on the terminal.
        static const bool silenced = (Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute), true);
        static_cast<void>(silenced);
        const auto image = Exiv2::ImageFactory::open(png.data(), static_cast<long>(png.size()));
        image->readMetadata();
        if (!image->iccProfileDefined())
            return {};
        const auto* profile = image->iccProfile();
        return {profile->pData_, profile->pData_ + profile->size_};
    } catch (const Exiv2::AnyError&) {
        return {};
    } catch (const std::bad_alloc&) {
        return {};
    }
}

void readFirstChunk(const ByteView& data, ImageHeader& header) {
    constexpr std::uint8_t greyAlpha = 4;
    header.width = data.u32(0, true);
    header.height = data.u32(4, true);
    const auto colourType = data.u8(9);
    header.grey = colourType == 0 || colourType == greyAlpha;
    header.hasAlpha = (colourType & greyAlpha) != 0;
}

} // namespace

std::optional<ImageHeader> readPngHeader(const ByteView& bytes) {
    ImageHeader header;
    const std::size_t first = signatureSize;
    if (bytes.has(first, 8) && !bytes.matches(first + 4, "IHDR"sv))
        return std::nullopt;
    constexpr std::uint8_t palette = 3;
    std::size_t offset = first;
    while (true) {
        const auto length = bytes.u32(offset, true);
        if (!bytes.has(offset, std::uint64_t{length} + chunkFrame)) {
            // The size is worth knowing even if the chunk that says it is the last thing there.
            if (offset == first && bytes.has(first, 8 + 13))
                readFirstChunk(bytes.part(first + 8, 13), header);
            header.complete = false;
            break;
        }
        const auto data = bytes.part(offset + 8, length);
        if (bytes.matches(offset + 4, "IHDR"sv)) {
            readFirstChunk(data, header);
            if (header.width == 0 || header.height == 0)
                return std::nullopt;
        } else if (bytes.matches(offset + 4, "tRNS"sv)) {
            if (bytes.u8(first + 8 + 9) == palette)
                header.hasAlpha = true;
            else
                header.warnings.emplace_back("The image declares one colour transparent; it was kept as it is.");
        } else if (bytes.matches(offset + 4, "eXIf"sv)) {
            header.orientation = readExifOrientation(data);
        } else if (bytes.matches(offset + 4, "pHYs"sv)) {
            constexpr std::uint8_t perMetre = 1;
            if (data.u8(8) == perMetre)
                header.micrometresPerPixel = plausibleSpacing(data.u32(0, true), data.u32(4, true));
        } else if (bytes.matches(offset + 4, "iCCP"sv)) {
            header.profile = unpackProfile(bytes, first, offset);
            if (header.profile.empty())
                header.warnings.emplace_back(brokenProfile);
        } else if (bytes.matches(offset + 4, "IEND"sv)) {
            break;
        }
        offset += length + chunkFrame;
    }
    return header;
}

} // namespace limpid
