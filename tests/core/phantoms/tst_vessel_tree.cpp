// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/vessel_raster.h"
#include "phantoms/vessel_tree.h"

#include <QtTest>

#include <cmath>
#include <map>

using namespace limpid;

namespace {

RetinaGeometry geometryOf(std::uint64_t seed) {
    PortableRandom random(seed);
    return drawGeometry(768, Eye::Left, FundusField::MaculaCentred, 50.0, random);
}

VesselTree treeOf(std::uint64_t seed) {
    const RetinaGeometry geometry = geometryOf(seed);
    PortableRandom random(seed + 1000);
    const VesselTreeStyle style = drawVesselTreeStyle(random);
    return growVesselTree(geometry, style, random);
}

} // namespace

class TestVesselTree : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedGrowsTheSameTree();
    void bothKindsServeAllFourQuadrants();
    void parentsStandBeforeTheirChildrenAndTouchThem();
    void branchingFollowsMurraysLaw();
    void calibreFallsAlongAVesselAndWithEveryGeneration();
    void nothingEntersTheAvascularZone();
    void theRasterIsAsWideAsTheTube();
    void aVesselThinnerThanAPixelStillMarksThePixelsItRunsThrough();
};

void TestVesselTree::theSameSeedGrowsTheSameTree() {
    const VesselTree first = treeOf(3);
    const VesselTree second = treeOf(3);
    QCOMPARE(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        QCOMPARE(first[i].points.size(), second[i].points.size());
        QVERIFY(first[i].points.back().position == second[i].points.back().position);
    }
    QVERIFY(treeOf(4).size() != first.size() || treeOf(4)[0].points.back().position != first[0].points.back().position);
}

void TestVesselTree::bothKindsServeAllFourQuadrants() {
    const VesselTree tree = treeOf(5);
    std::map<std::tuple<VesselKind, bool, bool>, int> trunks;
    for (const Vessel& vessel : tree) {
        if (vessel.generation == 0 && vessel.points.front().radius > 0.15) {
            const cv::Point2d end = vessel.points[vessel.points.size() / 2].position;
            ++trunks[{vessel.kind, end.x > 0.0, end.y > 0.0}];
        }
    }
    QCOMPARE(trunks.size(), std::size_t{8});
}

void TestVesselTree::parentsStandBeforeTheirChildrenAndTouchThem() {
    const VesselTree tree = treeOf(6);
    QVERIFY(tree.size() > 60);
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const Vessel& vessel = tree[i];
        if (vessel.parent < 0) {
            QCOMPARE(vessel.generation, 0);
            continue;
        }
        QVERIFY(static_cast<std::size_t>(vessel.parent) < i);
        const Vessel& parent = tree[static_cast<std::size_t>(vessel.parent)];
        QCOMPARE(vessel.generation, parent.generation + 1);
        QCOMPARE(vessel.kind, parent.kind);
        double nearest = 1e9;
        for (const VesselPoint& point : parent.points) {
            nearest = std::min(nearest, cv::norm(point.position - vessel.points.front().position));
        }
        QVERIFY2(nearest < 1e-9, qPrintable(QString::number(nearest)));
    }
}

void TestVesselTree::branchingFollowsMurraysLaw() {
    const VesselTree tree = treeOf(7);
    int checked = 0;
    for (const Vessel& child : tree) {
        if (child.parent < 0) {
            continue;
        }
        const auto& points = tree[static_cast<std::size_t>(child.parent)].points;
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            if (cv::norm(points[i].position - child.points.front().position) > 1e-9) {
                continue;
            }
            const double before = std::pow(points[i].radius, 3.0);
            const double after = std::pow(points[i + 1].radius, 3.0) + std::pow(child.points.front().radius, 3.0);
            // A step also takes up to 0.3 % of the radius for twigs too small to see.
            QVERIFY2(std::abs(after / before - 1.0) < 0.012, qPrintable(QString::number(after / before)));
            ++checked;
        }
    }
    QVERIFY(checked > 40);
}

void TestVesselTree::calibreFallsAlongAVesselAndWithEveryGeneration() {
    std::array<double, 4> sum{};
    std::array<int, 4> count{};
    for (const std::uint64_t seed : {8U, 9U, 10U}) {
        for (const Vessel& vessel : treeOf(seed)) {
            for (std::size_t i = 0; i + 1 < vessel.points.size(); ++i) {
                QVERIFY(vessel.points[i + 1].radius <= vessel.points[i].radius);
            }
            const auto generation = static_cast<std::size_t>(vessel.generation);
            if (generation < sum.size()) {
                sum[generation] += vessel.points.front().radius;
                ++count[generation];
            }
        }
    }
    for (std::size_t i = 0; i + 1 < sum.size(); ++i) {
        QVERIFY(count[i + 1] > 0);
        QVERIFY2(sum[i + 1] / count[i + 1] < 0.95 * sum[i] / count[i], qPrintable(QString::number(i)));
    }
}

void TestVesselTree::nothingEntersTheAvascularZone() {
    for (std::uint64_t seed = 20; seed < 40; ++seed) {
        const cv::Point2d fovea = geometryOf(seed).fovea;
        for (const Vessel& vessel : treeOf(seed)) {
            for (const VesselPoint& point : vessel.points) {
                QVERIFY(cv::norm(point.position - fovea) > 0.85);
            }
        }
    }
}

void TestVesselTree::theRasterIsAsWideAsTheTube() {
    RetinaGeometry geometry;
    geometry.size = 200;
    geometry.fieldDegrees = 20.0;
    geometry.radiusPx = 100.0;
    geometry.viewCentre = {0.0, 0.0};
    // One degree is ten pixels: a horizontal vein of radius 0.4 degrees covers 8 pixel rows between whole centres.
    const Vessel vein{
        .kind = VesselKind::Vein, .generation = 0, .parent = -1, .points = {{{-5.0, 0.0}, 0.4}, {{5.0, 0.0}, 0.4}}};
    const VesselRaster raster = rasterizeVessels({vein}, geometry, 0.0);
    QCOMPARE(cv::countNonZero(raster.mask.col(100)), 8);
    QCOMPARE(cv::countNonZero(raster.arteries), 0);
    // On the axis (half a pixel off at most) the light passes about the radius.
    QVERIFY(std::abs(raster.veins.at<float>(100, 100) - 0.4F) < 0.02F);
    QCOMPARE(raster.veins.at<float>(110, 100), 0.0F);
}

void TestVesselTree::aVesselThinnerThanAPixelStillMarksThePixelsItRunsThrough() {
    RetinaGeometry geometry;
    geometry.size = 101;
    geometry.fieldDegrees = 50.0;
    geometry.radiusPx = 50.0;
    geometry.viewCentre = {0.0, 0.0};
    const Vessel twig{.kind = VesselKind::Artery,
                      .generation = 2,
                      .parent = -1,
                      .points = {{{-10.0, 0.0}, 0.05}, {{10.0, 0.0}, 0.05}}};
    const VesselRaster raster = rasterizeVessels({twig}, geometry, 0.0);
    QCOMPARE(cv::countNonZero(raster.mask.row(50)), 41);
    QVERIFY(cv::countNonZero(raster.mask.row(49)) == 0);
}

QTEST_APPLESS_MAIN(TestVesselTree)
#include "tst_vessel_tree.moc"
