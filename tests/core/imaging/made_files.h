// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <QByteArray>
#include <QFile>
#include <QString>

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// Image files made byte by byte, for what no encoder at hand writes: orientation tags, profiles, odd TIFF files.
namespace made {

inline std::filesystem::path write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a file of the test");
    return path.toStdString();
}

inline QByteArray text(std::string_view bytes) {
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

inline QByteArray number(std::uint32_t value, int bytes, bool bigEndian) {
    QByteArray result;
    for (int i = 0; i < bytes; ++i)
        result.append(static_cast<char>(value >> (8 * (bigEndian ? bytes - 1 - i : i))));
    return result;
}

/// 40 x 24 in RGB order, with another colour in every corner, so that any turn or reflection shows.
inline cv::Mat corners(int type = CV_8UC3) {
    const bool deep = CV_MAT_DEPTH(type) == CV_16U;
    const int scale = deep ? 257 : 1;
    const auto colour = [&](int r, int g, int b) {
        return CV_MAT_CN(type) == 1 ? cv::Scalar::all(r * scale) : cv::Scalar(r * scale, g * scale, b * scale);
    };
    cv::Mat image(24, 40, type);
    image(cv::Rect(0, 0, 20, 12)) = colour(200, 16, 32);
    image(cv::Rect(20, 0, 20, 12)) = colour(24, 184, 40);
    image(cv::Rect(0, 12, 20, 12)) = colour(64, 48, 216);
    image(cv::Rect(20, 12, 20, 12)) = colour(240, 232, 120);
    return image;
}

/// What OpenCV writes for RGB or grey pixels.
inline QByteArray encoded(const std::string& extension, const cv::Mat& rgb, const std::vector<int>& parameters = {}) {
    cv::Mat pixels;
    if (rgb.channels() == 3)
        cv::cvtColor(rgb, pixels, cv::COLOR_RGB2BGR);
    else if (rgb.channels() == 4)
        cv::cvtColor(rgb, pixels, cv::COLOR_RGBA2BGRA);
    else
        pixels = rgb;
    std::vector<uchar> bytes;
    if (!cv::imencode(extension, pixels, bytes, parameters))
        qFatal("cannot encode an image of the test");
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

/// An EXIF block with nothing but the orientation.
inline QByteArray exifTiff(int orientation, bool bigEndian) {
    return (bigEndian ? text("MM") : text("II")) + number(42, 2, bigEndian) + number(8, 4, bigEndian) +
           number(1, 2, bigEndian) + number(274, 2, bigEndian) + number(3, 2, bigEndian) + number(1, 4, bigEndian) +
           number(static_cast<std::uint32_t>(orientation), 2, bigEndian) + number(0, 2, bigEndian) +
           number(0, 4, bigEndian);
}

inline QByteArray jpegSegment(std::uint8_t marker, const QByteArray& data) {
    return text("\xFF") + number(marker, 1, true) + number(static_cast<std::uint32_t>(data.size()) + 2, 2, true) + data;
}

/// Puts segments right behind the beginning of a JPEG.
inline QByteArray jpegWith(const QByteArray& jpeg, const QByteArray& segments) {
    return jpeg.left(2) + segments + jpeg.mid(2);
}

inline QByteArray jpegExif(int orientation, bool bigEndian = false) {
    using namespace std::string_view_literals;
    return jpegSegment(0xE1, text("Exif\0\0"sv) + exifTiff(orientation, bigEndian));
}

/// A profile in as many pieces as it takes, of at most `piece` bytes.
inline QByteArray jpegProfile(const QByteArray& profile, qsizetype piece = 60000) {
    using namespace std::string_view_literals;
    const auto count = static_cast<std::uint32_t>((profile.size() + piece - 1) / piece);
    QByteArray segments;
    for (std::uint32_t i = 0; i < count; ++i)
        segments += jpegSegment(0xE2, text("ICC_PROFILE\0"sv) + number(i + 1, 1, true) + number(count, 1, true) +
                                          profile.mid(static_cast<qsizetype>(i) * piece, piece));
    return segments;
}

/// CRC-32 as PNG wants it (PNG, annex D).
inline std::uint32_t crc32(const QByteArray& bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<std::uint8_t>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
    }
    return crc ^ 0xFFFFFFFF;
}

inline QByteArray pngChunk(std::string_view type, const QByteArray& data) {
    const auto body = text(type) + data;
    return number(static_cast<std::uint32_t>(data.size()), 4, true) + body + number(crc32(body), 4, true);
}

/// Puts chunks right behind the header chunk of a PNG.
inline QByteArray pngWith(const QByteArray& png, const QByteArray& chunks) {
    constexpr qsizetype afterHeader = 8 + 25;
    return png.left(afterHeader) + chunks + png.mid(afterHeader);
}

inline QByteArray pngProfile(const QByteArray& profile) {
    using namespace std::string_view_literals;
    // qCompress puts four bytes of its own before the zlib stream.
    return pngChunk("iCCP", text("made\0\0"sv) + qCompress(profile).mid(4));
}

/// A PNG that claims a size and holds next to nothing.
inline QByteArray pngBomb(std::uint32_t width, std::uint32_t height) {
    using namespace std::string_view_literals;
    return text("\x89PNG\r\n\x1A\n"sv) +
           pngChunk("IHDR", number(width, 4, true) + number(height, 4, true) + text("\x08\x02\0\0\0"sv)) +
           pngChunk("IDAT", qCompress(QByteArray(100, '\0')).mid(4)) + pngChunk("IEND", {});
}

/// Puts chunks behind a WebP's picture and turns the file into the extended form, which alone may have them.
inline QByteArray webpWith(const QByteArray& webp, int width, int height, std::uint32_t flags, const QByteArray& type,
                           const QByteArray& data) {
    using namespace std::string_view_literals;
    const auto padded = data.size() % 2 == 0 ? data : data + text("\0"sv);
    const auto body = text("WEBPVP8X") + number(10, 4, false) + number(flags, 4, false) +
                      number(static_cast<std::uint32_t>(width - 1), 3, false) +
                      number(static_cast<std::uint32_t>(height - 1), 3, false) + webp.mid(12) + type +
                      number(static_cast<std::uint32_t>(data.size()), 4, false) + padded;
    return text("RIFF") + number(static_cast<std::uint32_t>(body.size()), 4, false) + body;
}

/// What a TIFF is to say about its pixels.
struct TiffTags {
    int photometric = 2; ///< 0 white is zero, 1 black is zero, 2 RGB
    int orientation = 1;
    int extraSample = -1; ///< 1 alpha multiplied in, 2 alpha apart; none if negative
    int planar = 1;
    int sampleFormat = 1;
    bool bigEndian = false;
    std::uint32_t nextDirectory = 0;
    QByteArray profile;
    double resolution = 0;  ///< Pixels per unit, both ways; none if 0.
    int resolutionUnit = 2; ///< 1 none, 2 inch, 3 centimetre
    QByteArray description;
};

/// An uncompressed TIFF of one strip with the pixels as they are.
inline QByteArray tiff(const cv::Mat& pixels, const TiffTags& tags) {
    const bool big = tags.bigEndian;
    const auto channels = static_cast<std::uint32_t>(pixels.channels());
    const std::uint32_t bits = pixels.depth() == CV_16U ? 16 : 8;
    QByteArray strip;
    for (int y = 0; y < pixels.rows; ++y) {
        for (int i = 0; i < pixels.cols * pixels.channels(); ++i)
            strip += bits == 16 ? number(pixels.ptr<ushort>(y)[i], 2, big) : number(pixels.ptr<uchar>(y)[i], 1, big);
    }
    const auto stripSize = static_cast<std::uint32_t>(strip.size());
    const std::uint32_t bitsAt = 8 + stripSize;
    const std::uint32_t profileAt = bitsAt + 2 * channels;
    const auto profileSize = static_cast<std::uint32_t>(tags.profile.size());
    const std::uint32_t ratioAt = profileAt + profileSize + profileSize % 2;
    const std::uint32_t descriptionAt = ratioAt + 8;
    const auto description = tags.description + QByteArray(2 - tags.description.size() % 2, '\0');
    const std::uint32_t directoryAt = descriptionAt + static_cast<std::uint32_t>(description.size());

    std::vector<QByteArray> entries;
    const auto shortTag = [&](std::uint32_t tag, std::uint32_t value) {
        entries.push_back(number(tag, 2, big) + number(3, 2, big) + number(1, 4, big) + number(value, 2, big) +
                          number(0, 2, big));
    };
    const auto longTag = [&](std::uint32_t tag, std::uint32_t type, std::uint32_t count, std::uint32_t value) {
        entries.push_back(number(tag, 2, big) + number(type, 2, big) + number(count, 4, big) + number(value, 4, big));
    };
    shortTag(256, static_cast<std::uint32_t>(pixels.cols));
    shortTag(257, static_cast<std::uint32_t>(pixels.rows));
    if (channels > 2)
        longTag(258, 3, channels, bitsAt);
    else
        shortTag(258, bits);
    shortTag(259, 1);
    shortTag(262, static_cast<std::uint32_t>(tags.photometric));
    if (description.size() > 4)
        longTag(270, 2, static_cast<std::uint32_t>(description.size()), descriptionAt);
    longTag(273, 4, 1, 8);
    shortTag(274, static_cast<std::uint32_t>(tags.orientation));
    shortTag(277, channels);
    shortTag(278, static_cast<std::uint32_t>(pixels.rows));
    longTag(279, 4, 1, stripSize);
    if (tags.resolution > 0) {
        longTag(282, 5, 1, ratioAt);
        longTag(283, 5, 1, ratioAt);
    }
    shortTag(284, static_cast<std::uint32_t>(tags.planar));
    if (tags.resolution > 0)
        shortTag(296, static_cast<std::uint32_t>(tags.resolutionUnit));
    if (tags.extraSample >= 0)
        shortTag(338, static_cast<std::uint32_t>(tags.extraSample));
    shortTag(339, static_cast<std::uint32_t>(tags.sampleFormat));
    if (profileSize > 0)
        longTag(34675, 7, profileSize, profileAt);

    QByteArray file = (big ? text("MM") : text("II")) + number(42, 2, big) + number(directoryAt, 4, big) + strip;
    for (std::uint32_t i = 0; i < channels; ++i)
        file += number(bits, 2, big);
    file += tags.profile + QByteArray(static_cast<qsizetype>(profileSize % 2), '\0');
    constexpr std::uint32_t below = 1000;
    file += number(static_cast<std::uint32_t>(tags.resolution * below), 4, big) + number(below, 4, big) + description;
    file += number(static_cast<std::uint32_t>(entries.size()), 2, big);
    for (const auto& entry : entries)
        file += entry;
    return file + number(tags.nextDirectory, 4, big);
}

} // namespace made
