// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/tone_fit.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace limpid {

namespace {

/// Means over square windows of the pixels inside a mask.
class MaskedMean {
public:
    MaskedMean(const cv::Mat& weight, int radius)
        : m_weight(weight)
        , m_window(2 * radius + 1, 2 * radius + 1) {
        cv::boxFilter(weight, m_count, CV_32F, m_window, cv::Point(-1, -1), true, cv::BORDER_CONSTANT);
        cv::max(m_count, cv::Scalar::all(1e-6), m_count);
    }

    cv::Mat operator()(const cv::Mat& map) const {
        cv::Mat mean;
        cv::boxFilter(map.mul(m_weight), mean, CV_32F, m_window, cv::Point(-1, -1), true, cv::BORDER_CONSTANT);
        return mean / m_count;
    }

private:
    cv::Mat m_weight;
    cv::Mat m_count;
    cv::Size m_window;
};

/// The gain of one line through all pixels of the mask, per channel.
cv::Scalar overallGain(const cv::Mat& input, const cv::Mat& enhanced, const cv::Mat& mask) {
    constexpr double ridge = 1e-6;
    const cv::Scalar meanInput = cv::mean(input, mask);
    const cv::Scalar meanEnhanced = cv::mean(enhanced, mask);
    const cv::Scalar square = cv::mean(input.mul(input), mask);
    const cv::Scalar product = cv::mean(input.mul(enhanced), mask);
    cv::Scalar gain;
    for (int channel = 0; channel < input.channels(); ++channel) {
        const double covariance = product[channel] - meanInput[channel] * meanEnhanced[channel];
        const double variance = std::max(0.0, square[channel] - meanInput[channel] * meanInput[channel]);
        gain[channel] = (covariance + ridge) / (variance + ridge);
    }
    return gain;
}

cv::Mat localGain(const cv::Mat& input, const cv::Mat& enhanced, const MaskedMean& mean, const cv::Mat& prior,
                  const ToneFitOptions& options) {
    const cv::Mat meanInput = mean(input);
    const cv::Mat covariance = mean(input.mul(enhanced)) - meanInput.mul(mean(enhanced));
    cv::Mat variance = mean(input.mul(input)) - meanInput.mul(meanInput);
    cv::max(variance, cv::Scalar::all(0), variance);
    const cv::Scalar ridge = cv::Scalar::all(options.epsilon);
    cv::Mat gain = (covariance + prior * options.epsilon) / (variance + ridge);
    cv::max(gain, cv::Scalar::all(options.smallestGain), gain);
    cv::min(gain, cv::Scalar::all(options.largestGain), gain);
    return gain;
}

} // namespace

void continueOutside(cv::Mat& map, const cv::Mat& mask) {
    cv::Mat distance, labels;
    cv::distanceTransform(mask == 0, distance, labels, cv::DIST_L2, cv::DIST_MASK_5, cv::DIST_LABEL_PIXEL);
    // A label belongs to one pixel inside: find where that pixel is.
    double largest = 0;
    cv::minMaxLoc(labels, nullptr, &largest);
    std::vector<cv::Point> source(static_cast<std::size_t>(largest) + 1);
    for (int y = 0; y < mask.rows; ++y) {
        for (int x = 0; x < mask.cols; ++x) {
            if (mask.at<uchar>(y, x))
                source[static_cast<std::size_t>(labels.at<int>(y, x))] = {x, y};
        }
    }
    const std::size_t bytes = map.elemSize();
    for (int y = 0; y < mask.rows; ++y) {
        for (int x = 0; x < mask.cols; ++x) {
            if (mask.at<uchar>(y, x))
                continue;
            const cv::Point from = source[static_cast<std::size_t>(labels.at<int>(y, x))];
            std::copy_n(map.ptr(from.y, from.x), bytes, map.ptr(y, x));
        }
    }
}

ToneMaps fitTone(const cv::Mat& input, const cv::Mat& enhanced, const cv::Mat& mask, const ToneFitOptions& options) {
    cv::Mat weight;
    mask.convertTo(weight, CV_32F, 1.0 / 255);
    if (input.channels() == 3)
        cv::cvtColor(weight, weight, cv::COLOR_GRAY2RGB);
    const int radius =
        std::max(1, static_cast<int>(std::lround(options.radiusShare * std::max(input.rows, input.cols))));
    const MaskedMean narrow(weight, radius);
    const MaskedMean wide(weight, 4 * radius);

    ToneMaps maps;
    const cv::Mat overall(input.size(), input.type(), overallGain(input, enhanced, mask));
    maps.gain = localGain(input, enhanced, wide, overall, options);
    maps.gain = narrow(localGain(input, enhanced, narrow, maps.gain, options));
    continueOutside(maps.gain, mask);
    maps.offset = enhanced - maps.gain.mul(input);
    continueOutside(maps.offset, mask);
    return maps;
}

} // namespace limpid
