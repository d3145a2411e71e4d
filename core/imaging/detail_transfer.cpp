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
    int feather = 0; ///< pixels; 0 where the whole frame is the field of view
};

/// The network's share of each value of a strip, 0..255 per channel: 0 outside, rising to 255 over the feather.
cv::Mat shareOfNetwork(const Plan& plan, const cv::Rect& strip) {
    cv::Mat share;
    if (plan.feather == 0)
        return share;
    // Rows around the strip are seen too, because the mask's other rows are in the same matrix.
    const int width = 2 * plan.feather + 1;
    cv::blur(plan.mask(strip), share, cv::Size(width, width), cv::Point(-1, -1), cv::BORDER_REPLICATE);
    share.convertTo(share, CV_8U, 2, -255);
    cv::bitwise_and(share, plan.mask(strip), share);
    if (plan.original.channels() == 3)
        cv::cvtColor(share, share, cv::COLOR_GRAY2RGB);
    return share;
}

template <typename Value>
void transferStrip(const Plan& plan, const cv::Rect& strip, cv::Mat& result) {
    constexpr float white = static_cast<float>(std::numeric_limits<Value>::max());
    const MapUpsampler::Strip gain(plan.gain, {strip.y, strip.br().y});
    const MapUpsampler::Strip offset(plan.offset, {strip.y, strip.br().y});
    const cv::Mat share = shareOfNetwork(plan, strip);
    const int count = strip.width * plan.original.channels();
    std::vector<float> gains(static_cast<std::size_t>(count));
    std::vector<float> offsets(gains.size());
    for (int y = strip.y; y < strip.br().y; ++y) {
        gain.readRow(y, gains.data());
        offset.readRow(y, offsets.data());
        const Value* in = plan.original.ptr<Value>(y) + strip.x * plan.original.channels();
        Value* out = result.ptr<Value>(y) + strip.x * plan.original.channels();
        const uchar* shares = share.empty() ? nullptr : share.ptr(y - strip.y);
        for (int i = 0; i < count; ++i) {
            const float old = static_cast<float>(in[i]);
            float changed = std::clamp(
                gains[static_cast<std::size_t>(i)] * old + white * offsets[static_cast<std::size_t>(i)], 0.0f, white);
            if (shares)
                changed = old + (changed - old) * (static_cast<float>(shares[i]) * (1.0f / 255));
            out[i] = static_cast<Value>(static_cast<std::int32_t>(changed + 0.5f));
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

Result<Image> transfer(const Image& original, const FieldOfView& view, const WorkingFrame& input,
                       const cv::Mat& enhanced, const TransferOptions& options, const std::stop_token& stop) {
    Image result{original.pixels.clone(), original.origin};
    const cv::Rect area = view.bounds & input.square & cv::Rect(0, 0, original.width(), original.height());
    if (area.empty() || cv::countNonZero(input.mask) == 0)
        return result;

    ToneMaps maps = fitTone(inChannelsOf(input.pixels, original.channels()),
                            inChannelsOf(enhanced, original.channels()), input.mask, options.tone);
    const double scale = static_cast<double>(input.square.width) / input.pixels.cols;
    sharpenForUpsampling(maps.offset, scale);
    const cv::Range columns(area.x, area.br().x);
    const int feather =
        view.fullFrame ? 0 : std::max(1, static_cast<int>(std::lround(options.featherShare * input.square.width)));
    const Plan plan{original.pixels,
                    view.mask,
                    area,
                    MapUpsampler(maps.gain, input.square, columns),
                    MapUpsampler(maps.offset, input.square, columns),
                    feather};

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
