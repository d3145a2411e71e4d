// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/vessel_occupancy.h"

#include <cmath>

namespace limpid {
namespace {

constexpr double kCellDegrees = 0.2;

} // namespace

VesselOccupancy::VesselOccupancy(cv::Point2d centre, double reachDegrees)
    : m_origin(centre - cv::Point2d(reachDegrees, reachDegrees)) {
    const int cells = static_cast<int>(std::ceil(2.0 * reachDegrees / kCellDegrees)) + 1;
    m_arteries = cv::Mat(cells, cells, CV_32SC1, cv::Scalar(-1));
    m_veins = m_arteries.clone();
}

cv::Point VesselOccupancy::cell(cv::Point2d position) const {
    const cv::Point2d offset = (position - m_origin) / kCellDegrees;
    return {static_cast<int>(std::floor(offset.x)), static_cast<int>(std::floor(offset.y))};
}

void VesselOccupancy::occupy(VesselKind kind, cv::Point2d position, double radius, int vessel) {
    cv::Mat& taken = grid(kind);
    const cv::Point middle = cell(position);
    const int reach = static_cast<int>(std::ceil(radius / kCellDegrees));
    for (int y = middle.y - reach; y <= middle.y + reach; ++y) {
        for (int x = middle.x - reach; x <= middle.x + reach; ++x) {
            if (x >= 0 && y >= 0 && x < taken.cols && y < taken.rows && taken.at<int>(y, x) < 0) {
                taken.at<int>(y, x) = vessel;
            }
        }
    }
}

int VesselOccupancy::at(VesselKind kind, cv::Point2d position) const {
    const cv::Mat& taken = grid(kind);
    const cv::Point place = cell(position);
    const bool inside = place.x >= 0 && place.y >= 0 && place.x < taken.cols && place.y < taken.rows;
    return inside ? taken.at<int>(place) : -1;
}

} // namespace limpid
