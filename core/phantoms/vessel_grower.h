// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "phantoms/vessel_occupancy.h"
#include "phantoms/vessel_tree.h"

#include <limits>
#include <utility>
#include <vector>

namespace limpid {

/// Grows one tree: first the trunks along the arcades, then all side branches, widest first.
class VesselGrower {
public:
    VesselGrower(const RetinaGeometry& geometry, const VesselTreeStyle& style, PortableRandom& random);

    void growTrunks();
    void growBranches();
    VesselTree takeTree() { return std::move(m_tree); }

private:
    /// A branch that has left its parent and waits to be grown.
    struct Bud {
        VesselKind kind = VesselKind::Artery;
        int parent = -1;
        int generation = 0;
        cv::Point2d position;
        double heading = 0.0;
        double radius = 0.0;
        bool towardsFovea = false;
    };
    /// Where along a vessel the next side branches leave it.
    struct Budding {
        double nextTwig = 0.0;
        double nextBranch = 0.0;
        double majorFork = std::numeric_limits<double>::infinity();
        double side = 1.0;
    };

    void growTemporalPair(double vertical);
    void growNasalPair(double vertical);
    void growFromDisc(VesselKind kind, double angle, double radius, bool towardsFovea);
    void growAlong(VesselKind kind, double radius, const std::vector<cv::Point2d>& controls, double sway);
    void growBranch(const Bud& bud);
    Budding startBudding(double radius);
    /// Sends off the side branches due at this place and returns the radius that is left to the vessel, with the
    /// turn that the vessel itself makes there.
    double bud(Budding& budding, const Vessel& vessel, int index, double travelled, double heading, double radius,
               double& turn);
    double targetHeading(cv::Point2d position, double heading, double radius, bool towardsFovea) const;
    bool leavesField(cv::Point2d position) const;
    bool isBlocked(const Bud& bud, int index, cv::Point2d ahead, double radius);

    const RetinaGeometry& m_geometry;
    VesselTreeStyle m_style;
    PortableRandom& m_random;
    VesselOccupancy m_occupancy;
    double m_avascularRadius;
    std::vector<Bud> m_buds;
    VesselTree m_tree;
};

} // namespace limpid
