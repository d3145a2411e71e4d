// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/disc_scene.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace limpid {

namespace {

constexpr int longSide = 512;
constexpr double quantisation = 0.5 / 255;

struct Corner {
    cv::Rect rect;
    cv::Scalar colour;
    double brightness = 0;
};

float medianOf(std::vector<float> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::vector<float> channelValues(const cv::Mat& pixels, int channel) {
    cv::Mat plane;
    cv::extractChannel(pixels, plane, channel);
    std::vector<float> values;
    values.reserve(plane.total());
    for (int y = 0; y < plane.rows; ++y)
        values.insert(values.end(), plane.ptr<float>(y), plane.ptr<float>(y) + plane.cols);
    return values;
}

std::array<Corner, 4> cornersByBrightness(const cv::Mat& pixels) {
    const int side = std::max(2, static_cast<int>(std::lround(0.02 * std::min(pixels.cols, pixels.rows))));
    std::array<Corner, 4> corners;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        Corner& corner = corners[i];
        corner.rect = cv::Rect((i & 1u) ? pixels.cols - side : 0, (i & 2u) ? pixels.rows - side : 0, side, side);
        for (int channel = 0; channel < pixels.channels(); ++channel) {
            corner.colour[channel] = medianOf(channelValues(pixels(corner.rect), channel));
            corner.brightness = std::max(corner.brightness, corner.colour[channel]);
        }
    }
    std::sort(corners.begin(), corners.end(),
              [](const Corner& a, const Corner& b) { return a.brightness < b.brightness; });
    return corners;
}

bool channelsAgree(const cv::Mat& pixels) {
    if (pixels.channels() == 1)
        return true;
    std::array<cv::Mat, 3> planes;
    cv::split(pixels, planes.data());
    const double area = static_cast<double>(pixels.total());
    return cv::norm(planes[0], planes[1], cv::NORM_L1) / area < 0.01 &&
           cv::norm(planes[1], planes[2], cv::NORM_L1) / area < 0.01;
}

cv::Mat strongestChannel(const cv::Mat& pixels) {
    cv::Mat rows = pixels.reshape(1, static_cast<int>(pixels.total()));
    cv::Mat strongest;
    cv::reduce(rows, strongest, 1, cv::REDUCE_MAX);
    return strongest.reshape(1, pixels.rows);
}

/// Mean level above Otsu's threshold; the levels are stretched so that dim images use the whole histogram.
double brightLevel(const cv::Mat& level) {
    std::vector<float> values = channelValues(level, 0);
    const auto high = values.begin() + static_cast<std::ptrdiff_t>(values.size() * 99 / 100);
    std::nth_element(values.begin(), high, values.end());
    if (*high <= 0)
        return 0;
    cv::Mat stretched, mask;
    level.convertTo(stretched, CV_8U, 255.0 / static_cast<double>(*high));
    cv::threshold(stretched, mask, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    return cv::mean(level, mask)[0];
}

float levelAt(const cv::Mat& level, double x, double y) {
    const int left = std::clamp(static_cast<int>(std::floor(x)), 0, level.cols - 2);
    const int top = std::clamp(static_cast<int>(std::floor(y)), 0, level.rows - 2);
    const float fx = std::clamp(static_cast<float>(x - left), 0.0f, 1.0f);
    const float fy = std::clamp(static_cast<float>(y - top), 0.0f, 1.0f);
    const float* upper = level.ptr<float>(top) + left;
    const float* lower = level.ptr<float>(top + 1) + left;
    return (1 - fy) * ((1 - fx) * upper[0] + fx * upper[1]) + fy * ((1 - fx) * lower[0] + fx * lower[1]);
}

} // namespace

DiscScene makeDiscScene(const cv::Mat& pixels) {
    DiscScene scene;
    scene.scale = std::min(1.0, static_cast<double>(longSide) / std::max(pixels.cols, pixels.rows));
    const cv::Size size(std::max(2, static_cast<int>(std::lround(pixels.cols * scene.scale))),
                        std::max(2, static_cast<int>(std::lround(pixels.rows * scene.scale))));
    cv::Mat small;
    cv::resize(pixels, small, size, 0, 0, cv::INTER_AREA);
    small.convertTo(small, CV_32F, pixels.depth() == CV_16U ? 1.0 / 65535 : 1.0 / 255);
    scene.grey = channelsAgree(small);

    const std::array<Corner, 4> corners = cornersByBrightness(small);
    const Corner& second = corners[1];
    scene.background = second.brightness;
    cv::medianBlur(small, small, 3);
    scene.level = strongestChannel(small - second.colour);
    cv::max(scene.level, 0, scene.level);
    cv::GaussianBlur(scene.level, scene.level, cv::Size(), 0.8);
    std::vector<float> dark = channelValues(scene.level(corners[0].rect), 0);
    const std::vector<float> more = channelValues(scene.level(second.rect), 0);
    dark.insert(dark.end(), more.begin(), more.end());
    scene.noise = std::max(quantisation, 1.4826 * static_cast<double>(medianOf(dark)));
    scene.bright = brightLevel(scene.level);
    return scene;
}

cv::Mat largestRegion(const DiscScene& scene, double threshold) {
    cv::Mat binary = scene.level > threshold;
    const int side = std::max(binary.cols, binary.rows);
    const int kernel = 2 * std::max(1, side / 64) + 1;
    // The frame continues what it cuts, so that the opening does not round off the cut.
    cv::morphologyEx(binary, binary, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_ELLIPSE, cv::Size(kernel, kernel)));
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(binary, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    const auto largest = std::max_element(outlines.begin(), outlines.end(), [](const auto& a, const auto& b) {
        return cv::contourArea(a) < cv::contourArea(b);
    });
    if (largest == outlines.end())
        return {};
    cv::Mat region = cv::Mat::zeros(binary.size(), CV_8UC1);
    cv::drawContours(region, outlines, static_cast<int>(largest - outlines.begin()), cv::Scalar(255), cv::FILLED);
    return region;
}

std::vector<cv::Point2d> freeOutline(const cv::Mat& region) {
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(region, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    std::vector<cv::Point2d> points;
    for (const std::vector<cv::Point>& outline : outlines) {
        for (const cv::Point& point : outline) {
            if (point.x > 1 && point.y > 1 && point.x < region.cols - 2 && point.y < region.rows - 2)
                points.emplace_back(point);
        }
    }
    return points;
}

std::vector<cv::Point2d> radialEdges(const DiscScene& scene, const Circle& circle, const cv::Rect& frame, int count,
                                     int* visible) {
    constexpr double step = 0.5;
    constexpr int apart = 4; // the fall is measured over two pixels
    const double from = 0.92 * circle.radius;
    const int samples = static_cast<int>(0.16 * circle.radius / step) + 2 * apart;
    const double smallestFall = std::max(2.5 * scene.noise, 0.04 * scene.bright);
    std::vector<cv::Point2d> edges;
    std::vector<float> profile;
    int inside = 0;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * CV_PI * i / count;
        const cv::Point2d direction(std::cos(angle), std::sin(angle));
        const cv::Point2d centre(circle.x, circle.y);
        const cv::Point2d end = centre + (circle.radius + 3) * direction;
        if (end.x < frame.x || end.y < frame.y || end.x > frame.x + frame.width - 1 ||
            end.y > frame.y + frame.height - 1)
            continue;
        ++inside;
        profile.clear();
        for (int s = 0; s < samples; ++s) {
            const cv::Point2d at = centre + (from + step * s) * direction;
            if (at.x < 0 || at.y < 0 || at.x > scene.level.cols - 1 || at.y > scene.level.rows - 1)
                break;
            profile.push_back(levelAt(scene.level, at.x, at.y));
        }
        double steepest = smallestFall;
        int found = -1;
        for (int s = apart; s + apart < static_cast<int>(profile.size()); ++s) {
            const double inner = profile[static_cast<std::size_t>(s - apart)];
            const double outer = profile[static_cast<std::size_t>(s + apart)];
            if (inner - outer > steepest && outer < 0.6 * inner) {
                steepest = inner - outer;
                found = s;
            }
        }
        if (found >= 0)
            edges.push_back(centre + (from + step * found) * direction);
    }
    if (visible)
        *visible = inside;
    return edges;
}

} // namespace limpid
