// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/retina_geometry.h"

#include <cmath>

namespace limpid {
namespace {

cv::Point2d turned(cv::Point2d point, double angle) {
    return {point.x * std::cos(angle) - point.y * std::sin(angle),
            point.x * std::sin(angle) + point.y * std::cos(angle)};
}

} // namespace

cv::Point2d RetinaGeometry::toPixel(cv::Point2d degrees) const {
    // Seen from the camera, the temple of a right eye is on the left.
    const double temple = eye == Eye::Right ? -1.0 : 1.0;
    const cv::Point2d seen = turned(degrees - viewCentre, rotation) * scale();
    const double middle = (size - 1) * 0.5;
    return {middle + temple * seen.x, middle + seen.y};
}

cv::Point2d RetinaGeometry::toDegrees(cv::Point2d pixel) const {
    const double temple = eye == Eye::Right ? -1.0 : 1.0;
    const double middle = (size - 1) * 0.5;
    const cv::Point2d seen(temple * (pixel.x - middle), pixel.y - middle);
    return turned(seen / scale(), -rotation) + viewCentre;
}

double RetinaGeometry::eccentricity(cv::Point2d degrees) const {
    return cv::norm(degrees - viewCentre) / (0.5 * fieldDegrees);
}

RetinaGeometry drawGeometry(int size, Eye eye, FundusField field, double fieldDegrees, PortableRandom& random) {
    RetinaGeometry geometry;
    geometry.size = size;
    geometry.eye = eye;
    geometry.fieldDegrees = fieldDegrees;
    geometry.radiusPx = size * random.uniform(0.465, 0.49);
    geometry.rotation = random.boundedNormal(0.0, 0.05);
    // Disc-fovea distance 15.5 +- 1.1 degrees and a fovea 5 to 8 degrees of arc below the horizontal: textbook values.
    const double distance = random.boundedNormal(15.5, 0.7);
    const double droop = random.boundedNormal(0.11, 0.04);
    geometry.fovea = {distance * std::cos(droop), distance * std::sin(droop)};
    const double discHeight = random.boundedNormal(3.15, 0.28);
    geometry.discRadius = {discHeight * random.uniform(0.86, 0.97), discHeight};
    geometry.discTurn = random.boundedNormal(0.0, 0.2);
    if (field == FundusField::MaculaCentred) {
        const double towardsFovea = random.uniform(0.68, 1.03);
        geometry.viewCentre = {geometry.fovea.x * towardsFovea,
                               geometry.fovea.y * 0.7 + random.boundedNormal(0.0, 1.0)};
    } else {
        geometry.viewCentre = {random.boundedNormal(1.0, 1.4), random.boundedNormal(0.0, 1.0)};
    }
    return geometry;
}

} // namespace limpid
