// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/field_of_view.h"

#include "imaging/disc_scene.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace limpid {

namespace {

constexpr std::array<double, 6> thresholdShares = {0.04, 0.08, 0.15, 0.25, 0.4, 0.6};
constexpr int radii = 720;
constexpr int smallestWorkingSide = 16;

/// One believed disc, in working pixels.
struct Disc {
    Circle circle;
    cv::Rect frame;     ///< what straight cuts leave of the image
    double support = 0; ///< share of the visible arc that has an edge on the circle
    double held = 0;    ///< share of the bright region that the circle holds
    double filled = 0;  ///< share of the circle that the bright region fills
};

double ramp(double value, double from, double to) {
    return std::clamp((value - from) / (to - from), 0.0, 1.0);
}

double confidenceOf(const Disc& disc) {
    return ramp(disc.support, 0.1, 0.55) * ramp(disc.held, 0.8, 0.97) * std::sqrt(ramp(disc.filled, 0.25, 0.7));
}

cv::Mat drawDisc(const Circle& circle, const cv::Rect& frame, cv::Size size) {
    constexpr int bits = 6;
    constexpr double unit = 1 << bits;
    cv::Mat mask = cv::Mat::zeros(size, CV_8UC1);
    const cv::Point centre(static_cast<int>(std::lround((circle.x - frame.x) * unit)),
                           static_cast<int>(std::lround((circle.y - frame.y) * unit)));
    cv::Mat visible = mask(frame);
    cv::circle(visible, centre, static_cast<int>(std::lround(circle.radius * unit)), cv::Scalar(255), cv::FILLED,
               cv::LINE_8, bits);
    return mask;
}

/// The first row of `region` from which on the circle's chords are mostly filled, if the rows before it are mostly
/// empty although the circle reaches there: a straight cut by the camera. 0 where there is none.
int straightCut(const cv::Mat& region, const Circle& circle) {
    const auto chord = [&](int row) {
        const double apart = row - circle.y;
        const double half = std::sqrt(std::max(0.0, circle.radius * circle.radius - apart * apart));
        const int left = std::clamp(static_cast<int>(std::ceil(circle.x - half)), 0, region.cols);
        const int right = std::clamp(static_cast<int>(std::floor(circle.x + half)) + 1, left, region.cols);
        return cv::Range(left, right);
    };
    const auto filled = [&](int row) {
        const cv::Range range = chord(row);
        return range.size() < 1 ? 0.0
                                : cv::countNonZero(region.row(row).colRange(range)) / static_cast<double>(range.size());
    };
    const int first = std::max(0, static_cast<int>(std::ceil(circle.y - circle.radius)));
    const int last = std::clamp(static_cast<int>(circle.y), 0, region.rows);
    for (int row = first; row < last; ++row) {
        if (filled(row) < 0.5)
            continue;
        const int before = row - std::max(4, static_cast<int>(0.03 * circle.radius));
        const bool longChord = chord(row).size() > 0.5 * circle.radius;
        return longChord && before >= first && filled(before) < 0.05 && filled(std::min(last, row + 3)) > 0.85 ? row
                                                                                                               : 0;
    }
    return 0;
}

/// What straight cuts at the four sides leave of the frame.
cv::Rect uncutFrame(const cv::Mat& region, const Circle& circle) {
    cv::Mat turned;
    const int top = straightCut(region, circle);
    cv::flip(region, turned, 0);
    const int bottom = straightCut(turned, {circle.x, region.rows - 1 - circle.y, circle.radius});
    cv::transpose(region, turned);
    const int left = straightCut(turned, {circle.y, circle.x, circle.radius});
    cv::flip(turned, turned, 0);
    const int right = straightCut(turned, {circle.y, region.cols - 1 - circle.x, circle.radius});
    return {left, top, region.cols - left - right, region.rows - top - bottom};
}

Disc measure(const DiscScene& scene, const cv::Mat& region, const Circle& circle, const CircleBounds& bounds) {
    Disc disc{circle, uncutFrame(region, circle), 0, 0, 0};
    int visible = 0;
    const std::vector<cv::Point2d> edges = radialEdges(scene, circle, disc.frame, radii, &visible);
    const auto near = std::count_if(edges.begin(), edges.end(), [&](const cv::Point2d& point) {
        return std::abs(circle.distanceTo(point)) <= bounds.tolerance;
    });
    // A circle of which hardly anything is visible proves nothing, however well that little fits.
    disc.support = static_cast<double>(near) / std::max(visible, radii / 12);
    const cv::Mat mask = drawDisc(circle, disc.frame, region.size());
    const double common = cv::countNonZero(mask & region);
    disc.held = common / std::max(1, cv::countNonZero(region));
    disc.filled = common / std::max(1, cv::countNonZero(mask));
    return disc;
}

std::optional<Disc> findDisc(const DiscScene& scene) {
    const double shortSide = std::min(scene.level.cols, scene.level.rows);
    const double longSide = std::max(scene.level.cols, scene.level.rows);
    const CircleBounds bounds{0.2 * shortSide, 0.9 * longSide, std::max(1.0, 0.004 * longSide)};
    std::optional<Disc> best;
    for (const double share : thresholdShares) {
        const cv::Mat region = largestRegion(scene, std::max(3 * scene.noise, share * scene.bright));
        if (region.empty())
            continue;
        const std::optional<Circle> rough = fitCircle(freeOutline(region), bounds);
        if (!rough)
            continue;
        const std::vector<cv::Point2d> edges = radialEdges(scene, *rough, uncutFrame(region, *rough), radii);
        const Circle fine = edges.size() >= radii / 10 ? refineCircle(edges, *rough, bounds) : *rough;
        const Disc disc = measure(scene, region, fine, bounds);
        if (!best || confidenceOf(disc) > confidenceOf(*best))
            best = disc;
        if (confidenceOf(*best) > 0.98)
            break;
    }
    return best;
}

/// A solid bright region of any outline on a dark background, or an empty mask.
cv::Mat solidRegion(const DiscScene& scene) {
    const cv::Mat region = largestRegion(scene, std::max(4 * scene.noise, 0.15 * scene.bright));
    if (region.empty())
        return {};
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(region, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    std::vector<cv::Point> hull;
    cv::convexHull(outlines.front(), hull);
    const double area = cv::countNonZero(region) / static_cast<double>(region.total());
    const double solidity = cv::contourArea(outlines.front()) / std::max(1.0, cv::contourArea(hull));
    return area > 0.2 && area < 0.97 && solidity > 0.95 ? region : cv::Mat();
}

FieldOfView frameWithWarning(cv::Size size, double confidence, const std::string& reason) {
    FieldOfView view = wholeFrame(size);
    view.confidence = confidence;
    view.warning = reason + " The whole frame is treated as the field of view.";
    return view;
}

Circle toNative(const Circle& circle, double scaleX, double scaleY) {
    // Pixel centres lie at half, and the outermost working pixel mixes disc and border: half of it is left out.
    return {(circle.x + 0.5) / scaleX - 0.5, (circle.y + 0.5) / scaleY - 0.5, (circle.radius - 0.5) / scaleX};
}

} // namespace

FieldOfView wholeFrame(cv::Size size) {
    FieldOfView view;
    view.mask = cv::Mat(size, CV_8UC1, cv::Scalar(255));
    view.bounds = cv::Rect(cv::Point(0, 0), size);
    view.confidence = 1;
    view.fullFrame = true;
    return view;
}

FieldOfView findFieldOfView(const Image& image) {
    const cv::Size size = image.pixels.size();
    if (size.width < smallestWorkingSide || size.height < smallestWorkingSide)
        return frameWithWarning(size, 0, "The image is too small to look for the field of view in it.");
    const DiscScene scene = makeDiscScene(image.pixels);
    const bool flat = scene.bright <= 4 * scene.noise;
    const std::optional<Disc> disc = flat ? std::nullopt : findDisc(scene);
    const double confidence = disc ? confidenceOf(*disc) : 0;
    if (scene.grey && (confidence < 0.9 || disc->filled < 0.95))
        return wholeFrame(size);

    const double scaleX = static_cast<double>(scene.level.cols) / size.width;
    const double scaleY = static_cast<double>(scene.level.rows) / size.height;
    FieldOfView view;
    if (confidence >= lowestFieldOfViewConfidence) {
        const Circle circle = toNative(disc->circle, scaleX, scaleY);
        const cv::Point first(static_cast<int>(std::ceil(disc->frame.x / scaleX)),
                              static_cast<int>(std::ceil(disc->frame.y / scaleY)));
        const cv::Point last(static_cast<int>(std::floor((disc->frame.x + disc->frame.width) / scaleX)),
                             static_cast<int>(std::floor((disc->frame.y + disc->frame.height) / scaleY)));
        view.mask = drawDisc(circle, cv::Rect(first, last) & cv::Rect(cv::Point(0, 0), size), size);
        view.confidence = confidence;
    } else if (const cv::Mat region = flat || scene.background > 0.5 * scene.bright ? cv::Mat() : solidRegion(scene);
               !region.empty()) {
        cv::resize(region, view.mask, size, 0, 0, cv::INTER_LINEAR);
        cv::threshold(view.mask, view.mask, 127, 255, cv::THRESH_BINARY);
        view.confidence = std::max(confidence, 0.5);
    } else {
        return frameWithWarning(size, confidence,
                                flat ? "The image is nearly uniform." : "No disc on a dark background was found.");
    }
    view.bounds = cv::boundingRect(view.mask);
    view.fullFrame = view.bounds == cv::Rect(cv::Point(0, 0), size) &&
                     cv::countNonZero(view.mask) == static_cast<int>(view.mask.total());
    return view;
}

} // namespace limpid
