// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/vessel_raster.h"

#include <algorithm>
#include <cmath>

namespace limpid {
namespace {

/// One piece of a vessel in pixels.
struct Tube {
    cv::Point2d from;
    cv::Point2d to;
    double fromRadius;
    double toRadius;
    double reflex;
    double degreesPerPixel;
};

/// Thickness of blood under a point at distance `distance` from the axis, all in pixels. Tubes thinner than a pixel
/// keep their amount of blood and are spread over one pixel.
double bloodAt(double distance, double radius, double reflex) {
    const double drawn = std::max(radius, 0.75);
    const double u = distance / (drawn + 0.35);
    if (u >= 1.0) {
        return 0.0;
    }
    const double chord = std::sqrt(1.0 - u * u) * radius * std::min(1.0, radius / drawn + 0.15);
    return chord * (1.0 - reflex * std::exp(-u * u / 0.09));
}

void drawTube(const Tube& tube, cv::Mat& blood, cv::Mat& mask) {
    const double reach = std::max({tube.fromRadius, tube.toRadius, 0.75}) + 1.0;
    const int left = std::max(0, static_cast<int>(std::floor(std::min(tube.from.x, tube.to.x) - reach)));
    const int right = std::min(blood.cols - 1, static_cast<int>(std::ceil(std::max(tube.from.x, tube.to.x) + reach)));
    const int top = std::max(0, static_cast<int>(std::floor(std::min(tube.from.y, tube.to.y) - reach)));
    const int bottom = std::min(blood.rows - 1, static_cast<int>(std::ceil(std::max(tube.from.y, tube.to.y) + reach)));
    const cv::Point2d axis = tube.to - tube.from;
    const double lengthSquared = std::max(axis.dot(axis), 1e-9);
    for (int y = top; y <= bottom; ++y) {
        auto* bloodRow = blood.ptr<float>(y);
        auto* maskRow = mask.ptr<uchar>(y);
        for (int x = left; x <= right; ++x) {
            const cv::Point2d offset = cv::Point2d(x, y) - tube.from;
            const double along = std::clamp(offset.dot(axis) / lengthSquared, 0.0, 1.0);
            const double distance = cv::norm(offset - axis * along);
            const double radius = tube.fromRadius + (tube.toRadius - tube.fromRadius) * along;
            const double thickness = bloodAt(distance, radius, tube.reflex) * tube.degreesPerPixel;
            bloodRow[x] = std::max(bloodRow[x], static_cast<float>(thickness));
            if (distance <= std::max(radius, 0.5)) {
                maskRow[x] = 255;
            }
        }
    }
}

} // namespace

VesselRaster rasterizeVessels(const VesselTree& tree, const RetinaGeometry& geometry, double reflex) {
    const cv::Size size(geometry.size, geometry.size);
    VesselRaster raster{cv::Mat::zeros(size, CV_32FC1), cv::Mat::zeros(size, CV_32FC1), cv::Mat::zeros(size, CV_8UC1)};
    const double scale = geometry.scale();
    for (const Vessel& vessel : tree) {
        const bool artery = vessel.kind == VesselKind::Artery;
        cv::Mat& blood = artery ? raster.arteries : raster.veins;
        for (std::size_t i = 0; i + 1 < vessel.points.size(); ++i) {
            const VesselPoint& from = vessel.points[i];
            const VesselPoint& to = vessel.points[i + 1];
            // Only wide vessels show the reflex; veins a fainter one.
            const double visible = std::clamp((from.radius - 0.1) / 0.1, 0.0, 1.0) * (artery ? 1.0 : 0.45);
            drawTube({geometry.toPixel(from.position), geometry.toPixel(to.position), from.radius * scale,
                      to.radius * scale, reflex * visible, 1.0 / scale},
                     blood, raster.mask);
        }
    }
    return raster;
}

} // namespace limpid
