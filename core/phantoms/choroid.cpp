// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/choroid.h"

#include "phantoms/noise_texture.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace limpid {
namespace {

/// Heading of choroidal vessels: away from the posterior pole, swept by a slow field so that they wind and join.
double ribbonHeading(cv::Point2d place, const RetinaGeometry& geometry, double swirl) {
    const cv::Point2d pole = geometry.fovea * 0.6;
    const cv::Point2d out = place - pole;
    return std::atan2(out.y * 0.8, out.x) + swirl;
}

/// One winding ribbon, in 1/16 pixels of the half-size grid.
std::vector<cv::Point> growRibbon(const RetinaGeometry& geometry, const cv::Mat& swirl, PortableRandom& random) {
    const double scale = geometry.scale() / 2.0;
    const double length = random.uniform(3.0, 10.0) * scale;
    const double stray = random.normal(0.0, 0.5);
    const double step = std::max(2.0, 0.35 * scale);
    cv::Point2d pixel(random.uniform(0.0, swirl.cols), random.uniform(0.0, swirl.rows));
    std::vector<cv::Point> line;
    for (double travelled = 0.0; travelled < length; travelled += step) {
        const cv::Point cell(std::clamp(static_cast<int>(pixel.x), 0, swirl.cols - 1),
                             std::clamp(static_cast<int>(pixel.y), 0, swirl.rows - 1));
        const cv::Point2d place = geometry.toDegrees(pixel * 2.0);
        const double heading = ribbonHeading(place, geometry, 0.7 * swirl.at<float>(cell) + stray);
        const cv::Point2d next = geometry.toPixel(place + cv::Point2d(std::cos(heading), std::sin(heading))) * 0.5;
        const cv::Point2d course = next - pixel;
        pixel += course * (step / std::max(1e-6, cv::norm(course)));
        line.emplace_back(static_cast<int>(std::lround(pixel.x * 16.0)), static_cast<int>(std::lround(pixel.y * 16.0)));
    }
    return line;
}

/// Draws winding ribbons in several sheets, one above the other, at half the resolution; CV_32FC1, 0 in the gaps to 1
/// where ribbons of all sheets meet.
cv::Mat drawRibbons(const RetinaGeometry& geometry, PortableRandom& random) {
    constexpr int kSheets = 3;
    const double scale = geometry.scale() / 2.0;
    const cv::Size size(geometry.size / 2 + 1, geometry.size / 2 + 1);
    const cv::Mat swirl = fractalNoise(size, 8.0 * scale, 2, 0.5, random);
    const int count = static_cast<int>(geometry.fieldDegrees * geometry.fieldDegrees * 0.17);
    cv::Mat ribbons = cv::Mat::zeros(size, CV_32FC1);
    cv::Mat sheet(size, CV_32FC1);
    for (int layer = 0; layer < kSheets; ++layer) {
        sheet.setTo(0.0);
        for (int i = 0; i < count; ++i) {
            const double width = random.uniform(0.25, 0.65) * scale;
            const double shade = random.uniform(0.5, 1.0) / kSheets;
            cv::polylines(sheet, growRibbon(geometry, swirl, random), false, cv::Scalar(shade),
                          std::max(1, static_cast<int>(std::lround(width))), cv::LINE_8, 4);
        }
        ribbons += sheet;
    }
    cv::GaussianBlur(ribbons, ribbons, {}, std::max(0.6, 0.16 * scale));
    cv::Mat full;
    cv::resize(ribbons, full, {geometry.size, geometry.size}, 0, 0, cv::INTER_LINEAR);
    return full;
}

} // namespace

void paintChoroid(FundusCanvas& canvas, const RetinaGeometry& geometry, double tigroid, PortableRandom& random) {
    const cv::Size size = canvas.light.size();
    const double scale = geometry.scale();
    const cv::Mat clouds = fractalNoise(size, 12.0 * scale, 3, 0.6, random);
    const cv::Mat mottle = fractalNoise(size, 2.2 * scale, 3, 0.65, random);
    const cv::Mat grain = fractalNoise(size, 0.32 * scale, 2, 0.7, random);
    addLayer(canvas, clouds, {0.03F, 0.05F, 0.05F});
    addLayer(canvas, mottle, {0.008F, 0.014F, 0.016F});
    addLayer(canvas, grain, {0.010F, 0.022F, 0.028F});
    if (tigroid <= 0.0) {
        return;
    }
    const cv::Mat ribbons = drawRibbons(geometry, random);
    const cv::Mat patches = fractalNoise(size, 14.0 * scale, 2, 0.5, random);
    cv::Mat shown(size, CV_32FC1);
    for (int y = 0; y < size.height; ++y) {
        auto* row = shown.ptr<float>(y);
        const auto* ribbonRow = ribbons.ptr<float>(y);
        const auto* patchRow = patches.ptr<float>(y);
        const auto* placeRow = canvas.degrees.ptr<cv::Vec2f>(y);
        for (int x = 0; x < size.width; ++x) {
            const double dx = placeRow[x][0] - geometry.fovea.x;
            const double dy = placeRow[x][1] - geometry.fovea.y;
            const double fromFovea = std::sqrt(dx * dx + dy * dy);
            // The pigment of the macula hides the choroid; further out it thins in patches.
            const double thin =
                std::clamp((fromFovea - 4.0) / 12.0, 0.0, 1.0) * std::clamp(0.7 + 0.5 * patchRow[x], 0.08, 1.4);
            row[x] = static_cast<float>((ribbonRow[x] - 0.45) * thin * tigroid);
        }
    }
    addLayer(canvas, shown, {0.42F, 0.50F, 0.20F});
}

} // namespace limpid
