// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/image_reader.h"

#include "imaging/colour_profile.h"
#include "imaging/image_header.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <fstream>
#include <limits>
#include <new>
#include <system_error>
#include <utility>

namespace limpid {

namespace fs = std::filesystem;

namespace {

using Bytes = std::vector<std::uint8_t>;

Result<Bytes> readBytes(const fs::path& path) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (error == std::errc::permission_denied)
        return fail(ErrorCode::PermissionDenied, {path.string()}, error.message());
    if (!fs::exists(status))
        return fail(ErrorCode::FileNotFound, {path.string()});
    if (!fs::is_regular_file(status))
        return fail(ErrorCode::NotAnImage, {path.string()}, "not a regular file");

    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        const auto code = errno == EACCES ? ErrorCode::PermissionDenied : ErrorCode::ReadFailed;
        return fail(code, {path.string()}, std::system_category().message(errno));
    }
    const auto size = fs::file_size(path, error);
    if (error)
        return fail(ErrorCode::ReadFailed, {path.string()}, error.message());
    if (size == 0)
        return fail(ErrorCode::FileEmpty, {path.string()});

    // The beginning first: a film that lies among the photographs is not read to its end.
    constexpr std::uintmax_t beginning = 256;
    Bytes bytes(static_cast<std::size_t>(std::min(size, beginning)));
    stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (stream && !sniffFormat(ByteView(bytes)))
        return fail(ErrorCode::NotAnImage, {path.string()});
    // OpenCV counts the bytes of a file with an int.
    if (size > static_cast<std::uintmax_t>(std::numeric_limits<int>::max()))
        return fail(ErrorCode::UnsupportedFormat, {path.string(), "file above 2 GB"});
    const auto got = bytes.size();
    bytes.resize(static_cast<std::size_t>(size));
    stream.read(reinterpret_cast<char*>(bytes.data() + got), static_cast<std::streamsize>(bytes.size() - got));
    if (!stream)
        return fail(ErrorCode::ReadFailed, {path.string()}, "the file became shorter while it was read");
    return bytes;
}

Result<void> requireReadable(const ImageHeader& header, const fs::path& path, const ReadLimits& limits) {
    const auto width = std::to_string(header.width);
    const auto height = std::to_string(header.height);
    if (!header.unsupported.empty())
        return fail(ErrorCode::UnsupportedFormat, {path.string(), header.unsupported});
    if (header.width > 0 && header.height > 0) {
        if (header.width < limits.smallestSide || header.height < limits.smallestSide)
            return fail(ErrorCode::ImageTooSmall, {path.string(), width, height, std::to_string(limits.smallestSide)});
        constexpr double million = 1e6;
        if (static_cast<double>(header.width) * static_cast<double>(header.height) > limits.megapixels * million)
            return fail(ErrorCode::ImageTooLarge,
                        {path.string(), width, height, std::to_string(std::llround(limits.megapixels))});
    }
    if (!header.complete)
        return fail(ErrorCode::ImageTruncated, {path.string()});
    return {};
}

/// Turns the pixels as they are stored into upright ones (EXIF 2.3, 4.6.4 A).
void makeUpright(cv::Mat& pixels, int orientation) {
    if (orientation >= 5)
        cv::transpose(pixels, pixels);
    constexpr int aroundX = 0;
    constexpr int aroundY = 1;
    constexpr int both = -1;
    switch (orientation) {
    case 2:
    case 6:
        cv::flip(pixels, pixels, aroundY);
        break;
    case 3:
    case 7:
        cv::flip(pixels, pixels, both);
        break;
    case 4:
    case 8:
        cv::flip(pixels, pixels, aroundX);
        break;
    default:
        break;
    }
}

/// Multiplies with the alpha (0..maximum); true if any pixel is not opaque.
bool compositeOnBlack(cv::Mat& pixels, const cv::Mat& alpha, bool premultiplied) {
    const double maximum = alpha.depth() == CV_16U ? 65535.0 : 255.0;
    double least = 0.0;
    cv::minMaxLoc(alpha, &least);
    if (least >= maximum)
        return false;
    if (!premultiplied) {
        std::vector<cv::Mat> channels(static_cast<std::size_t>(pixels.channels()), alpha);
        cv::Mat weight;
        cv::merge(channels, weight);
        cv::multiply(pixels, weight, pixels, 1.0 / maximum);
    }
    return true;
}

/// Splits what the decoder gave into RGB or grey and alpha; false for a kind of pixels that nothing is known about.
bool sortChannels(const ImageHeader& header, cv::Mat decoded, cv::Mat& pixels, cv::Mat& alpha) {
    if (decoded.depth() != CV_8U && decoded.depth() != CV_16U)
        return false;
    if (decoded.channels() == 4) {
        if (header.hasAlpha)
            cv::extractChannel(decoded, alpha, 3);
        cv::cvtColor(decoded, pixels, cv::COLOR_BGRA2RGB);
    } else if (decoded.channels() == 3) {
        cv::cvtColor(decoded, pixels, cv::COLOR_BGR2RGB);
    } else if (decoded.channels() == 1) {
        pixels = decoded;
    } else {
        return false;
    }
    if (header.grey && pixels.channels() == 3)
        cv::extractChannel(pixels, pixels, 0);
    return true;
}

/// Makes 0 black and the type's largest value white.
void normaliseRange(const ImageHeader& header, cv::Mat& pixels) {
    if (header.whiteIsZero)
        cv::bitwise_not(pixels, pixels);
    const int largest = pixels.depth() == CV_16U ? 65535 : 255;
    if (header.maximum > 0 && header.maximum != largest)
        pixels.convertTo(pixels, -1, static_cast<double>(largest) / header.maximum);
}

/// By how much a decoder may reduce the image: 1, 2, 4 or 8.
int reductionFor(const ImageHeader& header, int leastLongSide) {
    if (header.format != ImageFormat::Jpeg || leastLongSide <= 0)
        return 1;
    for (const int reduction : {8, 4, 2})
        if (std::max(header.width, header.height) / reduction >= leastLongSide)
            return reduction;
    return 1;
}

int decoderFlags(const ImageHeader& header, int reduction) {
    if (header.hasAlpha)
        return cv::IMREAD_UNCHANGED;
    switch (reduction) {
    case 2:
        return cv::IMREAD_REDUCED_GRAYSCALE_2 | cv::IMREAD_ANYCOLOR | cv::IMREAD_IGNORE_ORIENTATION;
    case 4:
        return cv::IMREAD_REDUCED_GRAYSCALE_4 | cv::IMREAD_ANYCOLOR | cv::IMREAD_IGNORE_ORIENTATION;
    case 8:
        return cv::IMREAD_REDUCED_GRAYSCALE_8 | cv::IMREAD_ANYCOLOR | cv::IMREAD_IGNORE_ORIENTATION;
    default:
        return cv::IMREAD_ANYDEPTH | cv::IMREAD_ANYCOLOR | cv::IMREAD_IGNORE_ORIENTATION;
    }
}

Result<Image> decode(Bytes bytes, ImageHeader header, const fs::path& path, int leastLongSide) {
    // Every orientation is applied here, once; the decoders' habits differ from format to format.
    if (header.orientationOffset) {
        const bool bigEndian = bytes[0] == 'M';
        bytes[*header.orientationOffset] = bigEndian ? 0 : 1;
        bytes[*header.orientationOffset + 1] = bigEndian ? 1 : 0;
    }
    // The decoder wants to see the end of a text picture's last number.
    if (header.format == ImageFormat::Pnm)
        bytes.push_back('\n');
    const int reduction = reductionFor(header, leastLongSide);
    const auto reduced = [reduction](std::int64_t length) {
        return (length + reduction - 1) / reduction;
    };
    const cv::Mat decoded = cv::imdecode(cv::Mat(1, static_cast<int>(bytes.size()), CV_8UC1, bytes.data()),
                                         decoderFlags(header, reduction));
    if (decoded.empty() || decoded.cols != reduced(header.width) || decoded.rows != reduced(header.height))
        return fail(ErrorCode::ImageDamaged, {path.string()}, "the decoder gave up");

    Image image;
    image.origin = {path,
                    std::string(formatName(header.format)),
                    false,
                    header.orientation,
                    false,
                    std::move(header.warnings),
                    header.micrometresPerPixel};
    cv::Mat alpha;
    if (!sortChannels(header, decoded, image.pixels, alpha))
        return fail(ErrorCode::UnsupportedFormat, {path.string(), "unusual pixels"});
    normaliseRange(header, image.pixels);

    if (header.cmyk) {
        image.origin.warnings.emplace_back("The image has printing colours (CMYK); they were converted roughly.");
    } else if (!header.profile.empty()) {
        const auto conversion = convertToSrgb(image.pixels, header.profile);
        image.origin.convertedFromProfile = conversion.converted;
        if (!conversion.warning.empty())
            image.origin.warnings.push_back(conversion.warning);
    }
    image.origin.hadAlpha = header.hasAlpha;
    if (!alpha.empty() && compositeOnBlack(image.pixels, alpha, header.premultiplied))
        image.origin.warnings.emplace_back("The image has transparent parts; they were put on black.");
    makeUpright(image.pixels, header.orientation);
    return image;
}

} // namespace

Result<Image> readImage(const fs::path& path, const ReadLimits& limits) {
    return readReducedImage(path, 0, limits);
}

Result<Image> readReducedImage(const fs::path& path, int leastLongSide, const ReadLimits& limits) {
    try {
        auto bytes = readBytes(path);
        if (!bytes)
            return fail(std::move(bytes.error()));
        auto header = readImageHeader(ByteView(*bytes));
        if (!header)
            return fail(ErrorCode::NotAnImage, {path.string()});
        if (auto readable = requireReadable(*header, path, limits); !readable)
            return fail(std::move(readable.error()));
        return decode(std::move(*bytes), std::move(*header), path, leastLongSide);
    } catch (const std::bad_alloc& error) {
        return fail(ErrorCode::OutOfMemory, {"reading " + path.string()}, error.what());
    } catch (const cv::Exception& error) {
        if (error.code == cv::Error::StsNoMem)
            return fail(ErrorCode::OutOfMemory, {"reading " + path.string()}, error.what());
        return fail(ErrorCode::ImageDamaged, {path.string()}, error.what());
    }
}

} // namespace limpid
