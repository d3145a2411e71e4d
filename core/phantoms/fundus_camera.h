// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "phantoms/fundus_canvas.h"
#include "phantoms/fundus_tint.h"

namespace limpid {

/// The shape of the picture that a camera delivers.
enum class FundusFrame {
    Circle,        ///< the whole circle
    NotchedCircle, ///< the whole circle with the tab, square or round, that tells which way is up
    CutCircle,     ///< cut straight at top and bottom
    NotchedCutCircle
};

/// 255 where the camera shows retina, CV_8UC1.
cv::Mat drawFieldOfView(const RetinaGeometry& geometry, FundusFrame frame, PortableRandom& random);

/// Takes the photograph: light fall-off and unevenness, stray light, optics, exposure to the wanted mean colour (RGB,
/// 0 to 255, over the field of view), and sensor noise. CV_8UC3, RGB; black outside the field.
cv::Mat photograph(const FundusCanvas& canvas, const RetinaGeometry& geometry, const cv::Mat& fieldOfView,
                   FundusTint tint, PortableRandom& random);

} // namespace limpid
