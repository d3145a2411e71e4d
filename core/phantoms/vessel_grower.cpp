// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/vessel_grower.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace limpid {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kStepDegrees = 0.12;
/// Smaller vessels are not resolved by a fundus camera.
constexpr double kSmallestRadius = 0.045;
constexpr double kVeinRadius = 0.33;
constexpr double kArteryRadius = 0.265;

double headingOf(cv::Point2d direction) {
    return std::atan2(direction.y, direction.x);
}

cv::Point2d pointing(double heading) {
    return {std::cos(heading), std::sin(heading)};
}

double shortestTurn(double from, double to) {
    return std::remainder(to - from, 2.0 * kPi);
}

double murrayRemainder(double parent, double child) {
    return std::cbrt(std::max(0.0, parent * parent * parent - child * child * child));
}

/// Heading noise that is smooth along the way: two relaxations in a row, so that even the bends bend smoothly.
class Sway {
public:
    Sway(double strength, double lengthDegrees, PortableRandom& random)
        : m_strength(strength)
        , m_length(lengthDegrees)
        , m_random(random)
        , m_drive(random.normal(0.0, strength)) {}

    double next() {
        const double share = kStepDegrees / m_length;
        m_drive += -m_drive * share + m_strength * std::sqrt(2.0 * share) * m_random.normal();
        m_value += (m_drive - m_value) * std::min(1.0, 2.0 * share);
        return m_value;
    }

private:
    double m_strength;
    double m_length;
    PortableRandom& m_random;
    double m_drive;
    double m_value = 0.0;
};

/// Catmull-Rom curve through the control points, at steps of about kStepDegrees.
std::vector<cv::Point2d> curveThrough(const std::vector<cv::Point2d>& controls) {
    std::vector<cv::Point2d> curve;
    for (std::size_t i = 0; i + 1 < controls.size(); ++i) {
        const cv::Point2d a = controls[i == 0 ? 0 : i - 1];
        const cv::Point2d b = controls[i];
        const cv::Point2d c = controls[i + 1];
        const cv::Point2d d = controls[std::min(i + 2, controls.size() - 1)];
        const int steps = std::max(1, static_cast<int>(cv::norm(c - b) / kStepDegrees));
        for (int step = 0; step < steps; ++step) {
            const double t = static_cast<double>(step) / steps;
            const cv::Point2d bend = a * 2.0 - b * 5.0 + c * 4.0 - d;
            const cv::Point2d twist = b * 3.0 - c * 3.0 + d - a;
            curve.push_back((b * 2.0 + (c - a) * t + bend * (t * t) + twist * (t * t * t)) * 0.5);
        }
    }
    curve.push_back(controls.back());
    return curve;
}

} // namespace

VesselGrower::VesselGrower(const RetinaGeometry& geometry, const VesselTreeStyle& style, PortableRandom& random)
    : m_geometry(geometry)
    , m_style(style)
    , m_random(random)
    , m_occupancy(geometry.viewCentre, geometry.fieldDegrees * 0.6)
    , m_avascularRadius(random.uniform(1.0, 1.7)) {}

void VesselGrower::growTrunks() {
    growTemporalPair(-1.0);
    growTemporalPair(1.0);
    growNasalPair(-1.0);
    growNasalPair(1.0);
    // Small vessels straight from the disc: a few to the nose, and towards the fovea.
    const int nasal = m_random.integer(2, 5);
    for (int i = 0; i < nasal; ++i) {
        const auto kind = m_random.chance(0.5) ? VesselKind::Artery : VesselKind::Vein;
        growFromDisc(kind, kPi + m_random.uniform(-0.9, 0.9), m_random.uniform(0.075, 0.14), false);
    }
    const int macular = m_random.integer(2, 5);
    for (int i = 0; i < macular; ++i) {
        const auto kind = m_random.chance(0.5) ? VesselKind::Artery : VesselKind::Vein;
        const double side = i % 2 == 0 ? -1.0 : 1.0;
        growFromDisc(kind, side * m_random.uniform(0.1, 0.8), m_random.uniform(0.07, 0.11), true);
    }
}

void VesselGrower::growTemporalPair(double vertical) {
    const double distance = m_geometry.fovea.x;
    const double meanHeight = m_random.uniform(9.5, 14.5);
    const double apart = m_random.uniform(0.6, 1.7) * (m_random.chance(0.5) ? 1.0 : -1.0);
    for (const auto kind : {VesselKind::Vein, VesselKind::Artery}) {
        const double height = meanHeight + (kind == VesselKind::Vein ? apart : -apart);
        const double middle = m_geometry.fovea.y * 0.6;
        const auto at = [&](double along, double up, double stray) {
            return cv::Point2d(distance * along + m_random.normal(0.0, stray),
                               middle * std::min(1.0, along) + vertical * height * up + m_random.normal(0.0, stray));
        };
        const double start = m_random.uniform(-0.7, -0.1);
        std::vector<cv::Point2d> controls{
            {start, vertical * m_random.uniform(0.0, 0.5)},
            {start + m_random.uniform(-0.3, 0.35), vertical * m_random.uniform(1.6, 2.2)}};
        const double lean = m_random.uniform(-0.04, 0.05);
        controls.push_back(at(0.12 + lean, 0.46, 0.2));
        controls.push_back(at(0.32 + lean, 0.76, 0.35));
        controls.push_back(at(0.62 + lean, 0.97, 0.45));
        controls.push_back(at(1.0, 1.04, 0.6));
        const double end = m_random.uniform(0.62, 1.1);
        controls.push_back(at(1.4, 0.7 + 0.3 * end, 0.7));
        controls.push_back(at(1.9, 0.4 + 0.55 * end, 0.8));
        controls.push_back(at(2.6, 0.1 + 0.8 * end, 0.8));
        const double radius = kind == VesselKind::Vein ? kVeinRadius : kArteryRadius;
        growAlong(kind, radius * m_random.boundedNormal(1.0, 0.08), controls, 0.16);
    }
}

void VesselGrower::growNasalPair(double vertical) {
    const double meanAngle = m_random.uniform(0.45, 1.05);
    for (const auto kind : {VesselKind::Vein, VesselKind::Artery}) {
        const double angle = meanAngle + m_random.boundedNormal(0.0, 0.16);
        const cv::Point2d out(-std::cos(angle), vertical * std::sin(angle));
        const double start = m_random.uniform(-0.8, -0.2);
        const double reach = m_geometry.fieldDegrees;
        const double bow = m_random.normal(0.0, 0.06);
        std::vector<cv::Point2d> controls{{start, vertical * m_random.uniform(0.0, 0.6)},
                                          {start - m_random.uniform(0.2, 0.9), vertical * m_random.uniform(1.4, 2.1)}};
        for (const double share : {0.12, 0.25, 0.45, 0.8}) {
            const cv::Point2d across(-out.y, out.x);
            controls.push_back(out * (reach * share) + across * (reach * (bow * share * (1.4 - share))) +
                               cv::Point2d(m_random.normal(0.0, 0.35), m_random.normal(0.0, 0.35)));
        }
        const double radius = kind == VesselKind::Vein ? kVeinRadius : kArteryRadius;
        growAlong(kind, radius * m_random.uniform(0.65, 0.9), controls, 0.2);
    }
}

void VesselGrower::growFromDisc(VesselKind kind, double angle, double radius, bool towardsFovea) {
    const Bud bud{.kind = kind,
                  .parent = -1,
                  .generation = 0,
                  .position = pointing(angle) * m_random.uniform(0.5, 1.6),
                  .heading = angle,
                  .radius = radius * m_style.calibre,
                  .towardsFovea = towardsFovea};
    m_buds.push_back(bud);
}

VesselGrower::Budding VesselGrower::startBudding(double radius) {
    Budding budding;
    budding.nextTwig = m_random.uniform(0.6, 2.2) / m_style.density;
    budding.nextBranch = m_random.uniform(0.5, 1.3) * (2.0 + 12.0 * radius);
    budding.side = m_random.chance(0.5) ? 1.0 : -1.0;
    return budding;
}

double VesselGrower::bud(Budding& budding, const Vessel& vessel, int index, double travelled, double heading,
                         double radius, double& turn) {
    turn = 0.0;
    double share = 0.0;
    double angle = 0.0;
    if (travelled >= budding.majorFork) {
        // Every arcade divides once into two of nearly the same calibre.
        share = m_random.uniform(0.66, 0.78);
        angle = m_random.uniform(0.35, 0.65);
        budding.majorFork = std::numeric_limits<double>::infinity();
        budding.nextBranch = std::max(budding.nextBranch, travelled + 2.5);
    } else if (travelled >= budding.nextBranch) {
        // An arcade keeps most of its calibre; further out vessels divide more evenly.
        share = vessel.generation == 0 && m_random.chance(0.75) ? m_random.uniform(0.32, 0.55)
                                                                : m_random.uniform(0.5, 0.82);
        angle = m_random.uniform(0.5, 0.95);
        budding.nextBranch = travelled + m_random.uniform(0.6, 1.4) * (1.8 + 9.0 * radius);
    } else if (travelled >= budding.nextTwig) {
        share = std::clamp(m_random.uniform(0.05, 0.1) / radius, 0.2, 0.6);
        angle = m_random.uniform(0.7, 1.4);
        budding.nextTwig = travelled + m_random.uniform(0.9, 3.4) / m_style.density;
    } else {
        return radius;
    }
    budding.side = m_random.chance(0.75) ? -budding.side : budding.side;
    const double childRadius = radius * share;
    if (childRadius < kSmallestRadius) {
        return radius;
    }
    const cv::Point2d position = vessel.points.back().position;
    const double childHeading = heading + budding.side * angle;
    const cv::Point2d inward = m_geometry.fovea - position;
    const bool temporal = position.x > 1.5;
    const Bud child{.kind = vessel.kind,
                    .parent = index,
                    .generation = vessel.generation + 1,
                    .position = position,
                    .heading = childHeading,
                    .radius = childRadius,
                    .towardsFovea = temporal && inward.dot(pointing(childHeading)) > 0.0};
    m_buds.push_back(child);
    // The wider the branch, the more the vessel itself turns away from it.
    turn = -budding.side * angle * share * share * 0.7;
    return murrayRemainder(radius, childRadius);
}

void VesselGrower::growAlong(VesselKind kind, double radius, const std::vector<cv::Point2d>& controls, double sway) {
    const int index = static_cast<int>(m_tree.size());
    Vessel vessel{.kind = kind, .generation = 0, .parent = -1, .points = {}};
    const std::vector<cv::Point2d> curve = curveThrough(controls);
    Sway offset(sway * m_style.tortuosity, 4.5, m_random);
    radius *= m_style.calibre;
    Budding budding = startBudding(radius);
    budding.nextTwig = std::max(budding.nextTwig, 2.5);
    budding.nextBranch = std::max(budding.nextBranch, m_random.uniform(3.2, 6.0));
    budding.majorFork = m_random.uniform(5.0, 15.0);
    double travelled = 0.0;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const cv::Point2d next = curve[std::min(i + 1, curve.size() - 1)];
        const cv::Point2d previous = curve[i == 0 ? 0 : i - 1];
        const double heading = headingOf(next - previous);
        const double shift = offset.next() * std::min(1.0, travelled / 4.0) * 2.4;
        const cv::Point2d position = curve[i] + cv::Point2d(-std::sin(heading), std::cos(heading)) * shift;
        if (leavesField(position)) {
            break;
        }
        vessel.points.push_back({position, radius});
        m_occupancy.occupy(kind, position, radius, index);
        double turn = 0.0;
        radius = bud(budding, vessel, index, travelled, heading, radius, turn) * (1.0 - 0.006 * kStepDegrees);
        travelled += kStepDegrees;
        if (radius < kSmallestRadius) {
            break;
        }
    }
    m_tree.push_back(std::move(vessel));
}

void VesselGrower::growBranches() {
    while (!m_buds.empty()) {
        const auto widest = std::max_element(m_buds.begin(), m_buds.end(),
                                             [](const Bud& a, const Bud& b) { return a.radius < b.radius; });
        const Bud bud = *widest;
        m_buds.erase(widest);
        growBranch(bud);
    }
}

void VesselGrower::growBranch(const Bud& bud) {
    const int index = static_cast<int>(m_tree.size());
    Vessel vessel{.kind = bud.kind, .generation = bud.generation, .parent = bud.parent, .points = {}};
    const double thinness = std::clamp(0.12 / bud.radius, 0.6, 2.0);
    Sway sway(0.3 * m_style.tortuosity * thinness, 1.6, m_random);
    const double length = std::clamp(bud.radius * m_random.uniform(70.0, 150.0), 2.0, 30.0);
    Budding budding = startBudding(bud.radius);
    double radius = bud.radius;
    double heading = bud.heading;
    cv::Point2d position = bud.position;
    for (double travelled = 0.0; travelled < length; travelled += kStepDegrees) {
        vessel.points.push_back({position, radius});
        const double target = targetHeading(position, heading, radius, bud.towardsFovea);
        const double pull = travelled < 0.4 ? 0.0 : 0.22;
        heading += shortestTurn(heading, target) * pull * kStepDegrees;
        const double course = heading + sway.next();
        double turn = 0.0;
        radius = this->bud(budding, vessel, index, travelled, course, radius, turn) * (1.0 - 0.022 * kStepDegrees);
        heading += turn;
        position += pointing(course) * kStepDegrees;
        const cv::Point2d ahead = position + pointing(course) * (0.25 + radius);
        if (radius < kSmallestRadius || leavesField(position) ||
            (travelled > 0.8 && isBlocked(bud, index, ahead, radius))) {
            break;
        }
    }
    if (vessel.points.size() < 5) {
        // Its own buds, if any, would hang in the air; none can be older than this vessel.
        std::erase_if(m_buds, [index](const Bud& other) { return other.parent == index; });
        return;
    }
    for (const VesselPoint& point : vessel.points) {
        m_occupancy.occupy(bud.kind, point.position, point.radius, index);
    }
    m_tree.push_back(std::move(vessel));
}

double VesselGrower::targetHeading(cv::Point2d position, double heading, double radius, bool towardsFovea) const {
    const cv::Point2d toFovea = m_geometry.fovea - position;
    if (towardsFovea) {
        // Beyond the fovea vessels run to the horizontal raphe rather than back towards the disc.
        const double beyond = std::max(0.0, -toFovea.x);
        const cv::Point2d inward = toFovea + cv::Point2d(1.6 * beyond, 0.0);
        // Wide branches run on beside the arcade; only small ones turn to the fovea.
        const double alongArcade = std::clamp((radius - 0.08) / 0.07, 0.0, 1.0);
        return headingOf(inward / std::max(0.5, cv::norm(inward)) + cv::Point2d(2.6 * alongArcade, 0.0));
    }
    const cv::Point2d centre = m_geometry.fovea * 0.35;
    const double outward = headingOf(position - centre);
    // Half of what it was doing, half outward: branches fan out rather than fall into line.
    return heading + 0.6 * shortestTurn(heading, outward);
}

bool VesselGrower::leavesField(cv::Point2d position) const {
    return m_geometry.eccentricity(position) > 1.08;
}

bool VesselGrower::isBlocked(const Bud& bud, int index, cv::Point2d ahead, double radius) {
    if (cv::norm(ahead - m_geometry.fovea) < m_avascularRadius) {
        return true;
    }
    const int same = m_occupancy.at(bud.kind, ahead);
    if (same >= 0 && same != index) {
        return true;
    }
    const auto otherKind = bud.kind == VesselKind::Artery ? VesselKind::Vein : VesselKind::Artery;
    const bool crosses = m_occupancy.at(otherKind, ahead) >= 0;
    return crosses && radius < 0.09 && m_random.chance(0.35);
}

} // namespace limpid
