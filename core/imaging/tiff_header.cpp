// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/header_parsers.h"
#include "imaging/pixel_spacing.h"

#include <algorithm>
#include <string>

namespace limpid {

using namespace std::string_view_literals;

namespace {

/// One image file directory (TIFF 6.0, section 2): entries of tag, type, count and value or offset.
class Directory {
public:
    Directory(const ByteView& file, std::uint64_t offset, bool bigEndian)
        : m_file(file)
        , m_offset(offset)
        , m_bigEndian(bigEndian)
        , m_count(file.u16(offset, bigEndian)) {}

    bool complete() const { return m_count > 0 && m_file.has(m_offset, 2 + std::uint64_t{m_count} * 12 + 4); }
    bool hasNext() const { return m_file.u32(m_offset + 2 + std::uint64_t{m_count} * 12, m_bigEndian) != 0; }

    struct Entry {
        std::uint16_t type = 0;
        std::uint64_t count = 0;
        std::uint64_t valuesAt = 0;
    };

    std::optional<Entry> find(std::uint16_t tag) const {
        for (std::uint64_t i = 0; i < m_count; ++i) {
            const auto at = m_offset + 2 + i * 12;
            if (m_file.has(at, 12) && m_file.u16(at, m_bigEndian) == tag) {
                Entry entry{m_file.u16(at + 2, m_bigEndian), m_file.u32(at + 4, m_bigEndian), at + 8};
                if (entry.count * sizeOf(entry.type) > 4)
                    entry.valuesAt = m_file.u32(at + 8, m_bigEndian);
                return entry;
            }
        }
        return std::nullopt;
    }

    std::uint64_t count(std::uint16_t tag) const {
        const auto entry = find(tag);
        return entry ? entry->count : 0;
    }

    std::uint32_t value(std::uint16_t tag, std::uint32_t otherwise, std::uint64_t index = 0) const {
        const auto entry = find(tag);
        return entry && index < entry->count ? valueOf(*entry, index) : otherwise;
    }

    std::uint32_t valueOf(const Entry& entry, std::uint64_t index) const {
        const auto at = entry.valuesAt + index * sizeOf(entry.type);
        switch (entry.type) {
        case 1:
        case 7:
            return m_file.u8(at);
        case 3:
            return m_file.u16(at, m_bigEndian);
        default:
            return m_file.u32(at, m_bigEndian);
        }
    }

    /// A RATIONAL; 0 where there is none.
    double ratio(std::uint16_t tag) const {
        constexpr std::uint16_t rational = 5;
        const auto entry = find(tag);
        if (!entry || entry->type != rational)
            return 0.0;
        const auto below = m_file.u32(entry->valuesAt + 4, m_bigEndian);
        return below == 0 ? 0.0 : static_cast<double>(m_file.u32(entry->valuesAt, m_bigEndian)) / below;
    }

    std::string text(std::uint16_t tag) const {
        const auto entry = find(tag);
        if (!entry)
            return {};
        const auto bytes = m_file.part(entry->valuesAt, std::min<std::uint64_t>(entry->count, 4096)).bytes();
        return {bytes.begin(), bytes.end()};
    }

    static std::uint64_t sizeOf(std::uint16_t type) {
        switch (type) {
        case 3: // SHORT
        case 8: // SSHORT
            return 2;
        case 4:  // LONG
        case 9:  // SLONG
        case 11: // FLOAT
            return 4;
        case 5:  // RATIONAL
        case 10: // SRATIONAL
        case 12: // DOUBLE
            return 8;
        default:
            return 1;
        }
    }

private:
    const ByteView& m_file;
    std::uint64_t m_offset;
    bool m_bigEndian;
    std::uint64_t m_count;
};

enum Tag : std::uint16_t {
    imageWidth = 256,
    imageLength = 257,
    bitsPerSample = 258,
    photometric = 262,
    imageDescription = 270,
    stripOffsets = 273,
    orientation = 274,
    samplesPerPixel = 277,
    stripByteCounts = 279,
    xResolution = 282,
    yResolution = 283,
    planarConfiguration = 284,
    resolutionUnit = 296,
    tileOffsets = 324,
    tileByteCounts = 325,
    extraSamples = 338,
    sampleFormat = 339,
    interColourProfile = 34675,
};

enum Photometric : std::uint32_t { whiteIsZero = 0, blackIsZero = 1, rgb = 2, separated = 5 };

bool isBigEndian(const ByteView& bytes) {
    return bytes.u8(0) == 'M';
}

int orientationOf(const Directory& directory) {
    const auto value = directory.value(orientation, 1);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
}

/// Whether every strip or tile lies within the file.
bool dataIsThere(const Directory& directory, const ByteView& bytes) {
    const bool tiled = directory.find(tileOffsets).has_value();
    const auto offsets = directory.find(tiled ? tileOffsets : stripOffsets);
    const auto sizes = directory.find(tiled ? tileByteCounts : stripByteCounts);
    if (!offsets || !sizes)
        return offsets.has_value();
    const auto pieces = std::min(offsets->count, sizes->count);
    if (!bytes.has(offsets->valuesAt, pieces * Directory::sizeOf(offsets->type)) ||
        !bytes.has(sizes->valuesAt, pieces * Directory::sizeOf(sizes->type)))
        return false;
    for (std::uint64_t i = 0; i < pieces; ++i) {
        if (!bytes.has(directory.valueOf(*offsets, i), directory.valueOf(*sizes, i)))
            return false;
    }
    return true;
}

/// How many of the unit in which the resolution is given make a metre; 0 for a unit that is not known. ImageJ gives
/// the unit in its description.
double unitsPerMetre(const Directory& directory) {
    constexpr std::uint32_t none = 1;
    constexpr std::uint32_t inch = 2;
    constexpr std::uint32_t centimetre = 3;
    switch (directory.value(resolutionUnit, inch)) {
    case inch:
        return 1.0 / 0.0254;
    case centimetre:
        return 100.0;
    case none:
        break;
    default:
        return 0.0;
    }
    const auto words = directory.text(imageDescription);
    if (!words.starts_with("ImageJ="))
        return 0.0;
    for (const auto* micrometre : {"\nunit=micron\n", "\nunit=um\n", "\nunit=\\u00B5m\n"}) {
        if (words.find(micrometre) != std::string::npos)
            return 1e6;
    }
    return words.find("\nunit=mm\n") != std::string::npos ? 1e3 : 0.0;
}

/// Among the kinds left out are some that the decoder would take and get wrong without a word.
std::string whyUnsupported(const Directory& directory) {
    constexpr std::uint32_t separatePlanes = 2;
    constexpr std::uint32_t unsignedInteger = 1;
    constexpr std::uint32_t floatingPoint = 3;
    const auto bits = directory.value(bitsPerSample, 1);
    const auto samples = directory.value(samplesPerPixel, 1);
    const auto format = directory.value(sampleFormat, unsignedInteger);
    if (format == floatingPoint)
        return "floating point TIFF";
    if (bits != 1 && bits != 4 && bits != 8 && bits != 16)
        return std::to_string(bits) + "-bit TIFF";
    if (format != unsignedInteger)
        return "TIFF with signed numbers";
    if (samples == 2)
        return "grey TIFF with a second channel";
    if (bits == 16 && directory.value(photometric, rgb) == separated)
        return "16-bit CMYK TIFF";
    if (bits == 16 && samples > 1 && directory.value(planarConfiguration, 1) == separatePlanes)
        return "16-bit TIFF with separate colour planes";
    return {};
}

} // namespace

std::optional<ImageHeader> readTiffHeader(const ByteView& bytes) {
    ImageHeader header;
    const bool bigEndian = isBigEndian(bytes);
    const Directory directory(bytes, bytes.u32(4, bigEndian), bigEndian);
    if (!directory.complete()) {
        header.complete = false;
        return header;
    }
    header.width = directory.value(imageWidth, 0);
    header.height = directory.value(imageLength, 0);
    if (header.width == 0 || header.height == 0)
        return std::nullopt;
    header.unsupported = whyUnsupported(directory);
    header.complete = dataIsThere(directory, bytes);
    header.orientation = orientationOf(directory);
    if (const auto entry = directory.find(orientation); entry && header.orientation != 1)
        header.orientationOffset = static_cast<std::size_t>(entry->valuesAt);

    const double units = unitsPerMetre(directory);
    header.micrometresPerPixel =
        plausibleSpacing(directory.ratio(xResolution) * units, directory.ratio(yResolution) * units);

    const auto meaning = directory.value(photometric, blackIsZero);
    header.grey = meaning == whiteIsZero || meaning == blackIsZero;
    // Up to 8 bits the decoder turns such pictures round, and multiplies colours with their alpha, by itself.
    const bool rawSamples = directory.value(bitsPerSample, 1) == 16;
    header.whiteIsZero = rawSamples && meaning == whiteIsZero;
    header.cmyk = meaning == separated;
    // Extra sample 1 is alpha with the colours multiplied by it, 2 is alpha apart, 0 is none of a reader's business.
    const auto extra = directory.count(extraSamples) > 0 ? directory.value(extraSamples, 0) : 0;
    header.hasAlpha = extra == 1 || extra == 2;
    header.premultiplied = extra == 1 || !rawSamples;
    if (const auto profile = directory.find(interColourProfile);
        profile && bytes.has(profile->valuesAt, profile->count)) {
        const auto data = bytes.part(profile->valuesAt, profile->count).bytes();
        header.profile.assign(data.begin(), data.end());
    }
    if (directory.hasNext())
        header.warnings.emplace_back("The TIFF file has several pages; only the first was read.");
    return header;
}

int readExifOrientation(const ByteView& exif) {
    const auto tiff = exif.matches(0, "Exif\0\0"sv) ? exif.part(6, exif.size()) : exif;
    if (!tiff.matches(0, "II\x2A\0"sv) && !tiff.matches(0, "MM\0\x2A"sv))
        return 1;
    const bool bigEndian = isBigEndian(tiff);
    return orientationOf(Directory(tiff, tiff.u32(4, bigEndian), bigEndian));
}

} // namespace limpid
