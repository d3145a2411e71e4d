// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "phantoms/portable_random.h"

#include <opencv2/core.hpp>

namespace limpid {

/// Which eye a photograph shows. In a right eye's photograph the optic disc lies to the right of the fovea.
enum class Eye { Right, Left };

/// What the camera was centred on.
enum class FundusField { MaculaCentred, DiscCentred };

/// Where the anatomy lies and how it falls on the sensor.
///
/// Anatomy is laid out in degrees of visual angle with the disc's centre at the origin, +x towards the temple and +y
/// down, so that one description serves both eyes, every field of view and every image size.
struct RetinaGeometry {
    int size = 768;             ///< side of the square image in pixels
    double fieldDegrees = 45.0; ///< diameter of the photographed circle
    double radiusPx = 368.0;    ///< radius of the photographed circle
    Eye eye = Eye::Right;
    cv::Point2d viewCentre;           ///< what the camera looked at, in degrees
    double rotation = 0.0;            ///< turn of the head, in radians
    cv::Point2d fovea{15.5, 1.8};     ///< in degrees
    cv::Size2d discRadius{2.6, 2.85}; ///< semi-axes of the disc, in degrees
    double discTurn = 0.0;            ///< turn of the disc's long axis, in radians

    /// Pixels per degree.
    double scale() const { return 2.0 * radiusPx / fieldDegrees; }
    /// Degrees to pixels (pixel centres at whole numbers).
    cv::Point2d toPixel(cv::Point2d degrees) const;
    /// Pixels to degrees.
    cv::Point2d toDegrees(cv::Point2d pixel) const;
    /// Distance from what the camera looked at, as a share of the photographed circle's radius.
    double eccentricity(cv::Point2d degrees) const;
};

/// Draws a plausible eye and camera position.
RetinaGeometry drawGeometry(int size, Eye eye, FundusField field, double fieldDegrees, PortableRandom& random);

} // namespace limpid
