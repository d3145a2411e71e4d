// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "phantoms/vessel_tree.h"

namespace limpid {

/// Which vessel lies where, on a coarse grid in degrees, so that growing vessels keep clear of one another.
class VesselOccupancy {
public:
    /// Covers a square of +-`reachDegrees` around `centre`.
    VesselOccupancy(cv::Point2d centre, double reachDegrees);

    /// Marks the neighbourhood of a point as taken by the vessel with this index.
    void occupy(VesselKind kind, cv::Point2d position, double radius, int vessel);
    /// Index of the vessel of this kind at the position, or -1.
    int at(VesselKind kind, cv::Point2d position) const;

private:
    cv::Mat& grid(VesselKind kind) { return kind == VesselKind::Artery ? m_arteries : m_veins; }
    const cv::Mat& grid(VesselKind kind) const { return kind == VesselKind::Artery ? m_arteries : m_veins; }
    cv::Point cell(cv::Point2d position) const;

    cv::Point2d m_origin;
    cv::Mat m_arteries;
    cv::Mat m_veins;
};

} // namespace limpid
