// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/fundus_canvas.h"

namespace limpid {

FundusCanvas makeCanvas(const RetinaGeometry& geometry) {
    const cv::Size size(geometry.size, geometry.size);
    FundusCanvas canvas{cv::Mat::zeros(size, CV_32FC3), cv::Mat(size, CV_32FC2)};
    // The map is affine: three of its values give all.
    const cv::Point2d origin = geometry.toDegrees({0.0, 0.0});
    const cv::Point2d right = geometry.toDegrees({1.0, 0.0}) - origin;
    const cv::Point2d down = geometry.toDegrees({0.0, 1.0}) - origin;
    for (int y = 0; y < size.height; ++y) {
        auto* row = canvas.degrees.ptr<cv::Vec2f>(y);
        for (int x = 0; x < size.width; ++x) {
            const cv::Point2d place = origin + right * x + down * y;
            row[x] = cv::Vec2f(static_cast<float>(place.x), static_cast<float>(place.y));
        }
    }
    return canvas;
}

void addLayer(FundusCanvas& canvas, const cv::Mat& weight, cv::Vec3f colour) {
    for (int y = 0; y < canvas.light.rows; ++y) {
        auto* row = canvas.light.ptr<cv::Vec3f>(y);
        const auto* weights = weight.ptr<float>(y);
        for (int x = 0; x < canvas.light.cols; ++x) {
            row[x] += colour * weights[x];
        }
    }
}

} // namespace limpid
