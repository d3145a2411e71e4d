// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/image_header.h"

#include "imaging/header_parsers.h"

namespace limpid {

using namespace std::string_view_literals;

std::optional<ImageFormat> sniffFormat(const ByteView& bytes) {
    if (bytes.matches(0, "\xFF\xD8"sv) && (bytes.size() == 2 || bytes.u8(2) == 0xFF))
        return ImageFormat::Jpeg;
    if (bytes.matches(0, "\x89PNG\r\n\x1A\n"sv))
        return ImageFormat::Png;
    if (bytes.matches(0, "II\x2A\0"sv) || bytes.matches(0, "MM\0\x2A"sv))
        return ImageFormat::Tiff;
    if (bytes.matches(0, "RIFF"sv) && bytes.matches(8, "WEBP"sv))
        return ImageFormat::WebP;
    if (bytes.matches(0, "BM"sv))
        return ImageFormat::Bmp;
    if (bytes.u8(0) == 'P' && bytes.u8(1) >= '1' && bytes.u8(1) <= '6')
        return ImageFormat::Pnm;
    if (bytes.matches(0, "GIF8"sv))
        return ImageFormat::Gif;
    if (bytes.matches(0, "\0\0\0\x0CjP  "sv) || bytes.matches(0, "\xFF\x4F\xFF\x51"sv))
        return ImageFormat::Jpeg2000;
    if (bytes.matches(4, "ftyp"sv))
        return ImageFormat::Heif;
    if (bytes.matches(128, "DICM"sv))
        return ImageFormat::Dicom;
    if (bytes.matches(0, "8BPS"sv))
        return ImageFormat::Photoshop;
    if (bytes.matches(0, "%PDF"sv))
        return ImageFormat::Pdf;
    if (bytes.matches(0, "II\x2B\0"sv) || bytes.matches(0, "MM\0\x2B"sv))
        return ImageFormat::BigTiff;
    return std::nullopt;
}

std::string_view formatName(ImageFormat format) {
    switch (format) {
    case ImageFormat::Jpeg:
        return "JPEG";
    case ImageFormat::Png:
        return "PNG";
    case ImageFormat::Tiff:
        return "TIFF";
    case ImageFormat::Bmp:
        return "BMP";
    case ImageFormat::Pnm:
        return "PNM";
    case ImageFormat::WebP:
        return "WebP";
    case ImageFormat::Gif:
        return "GIF";
    case ImageFormat::Jpeg2000:
        return "JPEG 2000";
    case ImageFormat::Heif:
        return "HEIC, AVIF or video";
    case ImageFormat::Dicom:
        return "DICOM";
    case ImageFormat::Photoshop:
        return "Photoshop";
    case ImageFormat::Pdf:
        return "PDF";
    case ImageFormat::BigTiff:
        return "BigTIFF";
    }
    return "unknown";
}

std::optional<ImageHeader> readImageHeader(const ByteView& bytes) {
    const auto format = sniffFormat(bytes);
    if (!format)
        return std::nullopt;
    std::optional<ImageHeader> header;
    switch (*format) {
    case ImageFormat::Jpeg:
        header = readJpegHeader(bytes);
        break;
    case ImageFormat::Png:
        header = readPngHeader(bytes);
        break;
    case ImageFormat::Tiff:
        header = readTiffHeader(bytes);
        break;
    case ImageFormat::WebP:
        header = readWebpHeader(bytes);
        break;
    case ImageFormat::Bmp:
        header = readBmpHeader(bytes);
        break;
    case ImageFormat::Pnm:
        header = readPnmHeader(bytes);
        break;
    default:
        header.emplace().unsupported = formatName(*format);
        break;
    }
    if (header)
        header->format = *format;
    return header;
}

} // namespace limpid
