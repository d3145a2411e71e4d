// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/detail_transfer.h"

#include "imaging/map_upsampler.h"

#include <opencv2/core/utility.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <new>
#include <vector>

namespace limpid {

namespace {

/// Everything the strips share.
struct Plan {
    const cv::Mat& original;
    const cv::Mat& mask;
    cv::Rect area; ///< the native pixels that may change
    MapUpsampler gain;
    MapUpsampler offset;
    int rim = 0; ///< pixels to both sides of the mask's edge; 0 where the whole frame is the field of view
};

/// The brightness of the original's rows around a strip, 8 bit.
cv::Mat brightnessOf(const cv::Mat& pixels) {
    cv::Mat grey = pixels;
    if (pixels.channels() == 3)
        cv::cvtColor(pixels, grey, cv::COLOR_RGB2GRAY);
    if (grey.depth() == CV_16U)
        grey.convertTo(grey, CV_8U, 1.0 / 257);
    return grey;
}

/// How much of each pixel of a strip is fundus, per channel: 255 inside, 0 outside, and in the rim its brightness as a
/// share of the brightest pixel near it. Empty where all is inside.
cv::Mat coverageOf(const Plan& plan, const cv::Rect& strip) {
    if (plan.rim == 0)
        return {};
    // The grain of a photograph is no rim: this much darker than the brightest still counts as whole.
    constexpr double grain = 1.15;
    const cv::Rect frame(0, 0, plan.mask.cols, plan.mask.rows);
    const cv::Rect around = cv::Rect(strip.x, strip.y - plan.rim, strip.width, strip.height + 2 * plan.rim) & frame;
    const cv::Mat window = cv::getStructuringElement(cv::MORPH_RECT, {2 * plan.rim + 1, 2 * plan.rim + 1});
    const cv::Mat mask = plan.mask(around);
    const cv::Mat brightness = brightnessOf(plan.original(around));
    cv::Mat inner, outer, brightest, coverage;
    cv::erode(mask, inner, window);
    cv::dilate(mask, outer, window);
    cv::dilate(brightness, brightest, window);
    cv::divide(brightness, brightest, coverage, 255 * grain);
    coverage.setTo(255, inner);
    coverage.setTo(0, ~outer);
    coverage = coverage(strip - around.tl());
    if (plan.original.channels() == 3)
        cv::cvtColor(coverage, coverage, cv::COLOR_GRAY2RGB);
    return coverage;
}

template <typename Value>
void transferStrip(const Plan& plan, const cv::Rect& strip, cv::Mat& result) {
    constexpr float white = static_cast<float>(std::numeric_limits<Value>::max());
    const MapUpsampler::Strip gain(plan.gain, {strip.y, strip.br().y});
    const MapUpsampler::Strip offset(plan.offset, {strip.y, strip.br().y});
    const cv::Mat coverage = coverageOf(plan, strip);
    const int count = strip.width * plan.original.channels();
    std::vector<float> gains(static_cast<std::size_t>(count));
    std::vector<float> offsets(gains.size());
    for (int y = strip.y; y < strip.br().y; ++y) {
        gain.readRow(y, gains.data());
        offset.readRow(y, offsets.data());
        const Value* in = plan.original.ptr<Value>(y) + strip.x * plan.original.channels();
        Value* out = result.ptr<Value>(y) + strip.x * plan.original.channels();
        const uchar* covered = coverage.empty() ? nullptr : coverage.ptr(y - strip.y);
        for (int i = 0; i < count; ++i) {
            const auto at = static_cast<std::size_t>(i);
            if (covered && covered[i] == 0)
                continue;
            const float share = covered ? static_cast<float>(covered[i]) * (1.0f / 255) : 1.0f;
            const float changed = gains[at] * static_cast<float>(in[i]) + white * share * offsets[at];
            out[i] = static_cast<Value>(static_cast<std::int32_t>(std::clamp(changed, 0.0f, white) + 0.5f));
        }
    }
}

cv::Mat inChannelsOf(const cv::Mat& picture, int channels) {
    if (channels == 3)
        return picture;
    cv::Mat grey;
    cv::transform(picture, grey, cv::Matx13f::all(1.0f / 3));
    return grey;
}

std::string whatDoesNotFit(const Image& original, const FieldOfView& view, const WorkingFrame& input,
                           const cv::Mat& enhanced) {
    const int type = original.pixels.type();
    if (type != CV_8UC1 && type != CV_8UC3 && type != CV_16UC1 && type != CV_16UC3)
        return "the original must have 8 or 16 bits and one or three channels";
    if (view.mask.type() != CV_8UC1 || view.mask.size() != original.pixels.size())
        return "the field of view must have the original's size";
    if (input.pixels.type() != CV_32FC3 || input.mask.size() != input.pixels.size() || input.mask.type() != CV_8UC1)
        return "the working frame must be float RGB with a mask";
    if (enhanced.type() != CV_32FC3 || enhanced.size() != input.pixels.size())
        return "the network's output must be float RGB of the working frame's size";
    if (input.pixels.empty() || input.pixels.cols != input.pixels.rows || input.square.width != input.square.height)
        return "the working frame must be square";
    return {};
}

/// What the network saw without its outermost pixels, in which the soft rim is mixed into the fundus: the tones found
/// beside them are continued there.
cv::Mat withoutRim(const cv::Mat& mask) {
    cv::Mat inner;
    cv::erode(mask, inner, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
    return cv::countNonZero(inner) > 0 ? inner : mask;
}

Result<Image> transfer(const Image& original, const FieldOfView& view, const WorkingFrame& input,
                       const cv::Mat& enhanced, const TransferOptions& options, const std::stop_token& stop) {
    Image result{original.pixels.clone(), original.origin};
    const int rim =
        view.fullFrame ? 0 : std::max(1, static_cast<int>(std::lround(options.rimShare * input.square.width)));
    const cv::Rect reached(view.bounds.x - rim, view.bounds.y - rim, view.bounds.width + 2 * rim,
                           view.bounds.height + 2 * rim);
    const cv::Rect area = reached & input.square & cv::Rect(0, 0, original.width(), original.height());
    if (area.empty() || cv::countNonZero(input.mask) == 0)
        return result;

    ToneMaps maps = fitTone(inChannelsOf(input.pixels, original.channels()),
                            inChannelsOf(enhanced, original.channels()), withoutRim(input.mask), options.tone);
    const double scale = static_cast<double>(input.square.width) / input.pixels.cols;
    sharpenForUpsampling(maps.offset, scale);
    const cv::Range columns(area.x, area.br().x);
    const Plan plan{original.pixels,
                    view.mask,
                    area,
                    MapUpsampler(maps.gain, input.square, columns),
                    MapUpsampler(maps.offset, input.square, columns),
                    rim};

    const int stripRows = std::max(1, options.stripRows);
    std::atomic<bool> cancelled = false;
    cv::parallel_for_(cv::Range(0, (area.height + stripRows - 1) / stripRows), [&](const cv::Range& range) {
        for (int i = range.start; i < range.end && !cancelled; ++i) {
            if (stop.stop_requested()) {
                cancelled = true;
                break;
            }
            const int top = area.y + i * stripRows;
            const cv::Rect strip(area.x, top, area.width, std::min(stripRows, area.br().y - top));
            if (original.bitDepth() == 16)
                transferStrip<std::uint16_t>(plan, strip, result.pixels);
            else
                transferStrip<std::uint8_t>(plan, strip, result.pixels);
        }
    });
    if (cancelled)
        return fail(ErrorCode::Cancelled);
    return result;
}

} // namespace

Result<Image> transferToNative(const Image& original, const FieldOfView& view, const WorkingFrame& input,
                               const cv::Mat& enhanced, const TransferOptions& options, std::stop_token stop) {
    if (std::string reason = whatDoesNotFit(original, view, input, enhanced); !reason.empty())
        return fail(ErrorCode::InvalidArgument, {"enhanced", std::move(reason)});
    try {
        return transfer(original, view, input, enhanced, options, stop);
    } catch (const std::bad_alloc& problem) {
        return fail(ErrorCode::OutOfMemory, {"carrying the result to full resolution"}, problem.what());
    } catch (const cv::Exception& problem) {
        const bool memory = problem.code == cv::Error::StsNoMem;
        return fail(memory ? ErrorCode::OutOfMemory : ErrorCode::Internal, {"carrying the result to full resolution"},
                    problem.what());
    }
}

} // namespace limpid
