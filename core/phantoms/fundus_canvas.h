// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "phantoms/retina_geometry.h"

#include <opencv2/core.hpp>

namespace limpid {

/// A fundus being painted. Colour is kept as the natural logarithm of reflectance relative to bare retina, so that
/// layers which absorb light add up in any order.
struct FundusCanvas {
    cv::Mat light;   ///< CV_32FC3, log reflectance, RGB
    cv::Mat degrees; ///< CV_32FC2, where each pixel lies, in degrees (see RetinaGeometry)
};

/// An empty canvas for an eye and camera.
FundusCanvas makeCanvas(const RetinaGeometry& geometry);

/// Adds `weight` times `colour` to every pixel; `weight` is CV_32FC1.
void addLayer(FundusCanvas& canvas, const cv::Mat& weight, cv::Vec3f colour);

} // namespace limpid
