// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/circle_fit.h"

#include <QtTest>

#include <cmath>

using namespace limpid;

class TestCircleFit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threePointsGiveTheirCircle() {
        const std::optional<Circle> circle = circleThrough({8, 2}, {3, 7}, {-2, 2});
        QVERIFY(circle);
        QVERIFY(std::hypot(circle->x - 3, circle->y - 2) < 1e-9);
        QVERIFY(std::abs(circle->radius - 5) < 1e-9);
    }

    void threePointsOnALineGiveNone() { QVERIFY(!circleThrough({0, 0}, {1, 1}, {5, 5})); }

    void distancesArePositiveOutside() {
        const Circle circle{1, 2, 5};
        QCOMPARE(circle.distanceTo({1, 9}), 2.0);
        QCOMPARE(circle.distanceTo({1, 2}), -5.0);
    }

    void aThirdOfStrayPointsHasNoSay() {
        std::vector<cv::Point2d> points = arc(200, 150, 120, 0, 4.5, 200);
        for (int i = 0; i < 100; ++i)
            points.emplace_back(80 + i, 90 + 0.3 * i); // a straight line across
        expectCircle(fitCircle(points, {20, 500, 1.5}), 200, 150, 120, 0.3);
    }

    void aShortArcIsEnough() {
        expectCircle(fitCircle(arc(200, 150, 120, 0.3, 1.4, 120), {20, 500, 1.5}), 200, 150, 120, 1e-3);
    }

    void circlesOutOfBoundsAreNotBelieved() {
        QVERIFY(!fitCircle(arc(200, 150, 120, 0, 6, 200), {20, 100, 1.5}));
        QVERIFY(!fitCircle(arc(200, 150, 120, 0, 6, 5), {20, 500, 1.5}));
    }

    void refiningMovesAGuessOntoThePoints() {
        const Circle circle = refineCircle(arc(200, 150, 120, 0, 6, 300), {202, 149, 119}, {20, 500, 1.5});
        expectCircle(circle, 200, 150, 120, 1e-6);
    }

    void pointsThatDetermineNothingKeepTheGuess() {
        const Circle circle = refineCircle({{320, 150}}, {200, 150, 121}, {20, 500, 1.5});
        QCOMPARE(circle.radius, 121.0);
    }

private:
    static std::vector<cv::Point2d> arc(double x, double y, double radius, double from, double to, int count) {
        std::vector<cv::Point2d> points;
        for (int i = 0; i < count; ++i) {
            const double angle = from + (to - from) * i / count;
            points.emplace_back(x + radius * std::cos(angle), y + radius * std::sin(angle));
        }
        return points;
    }

    static void expectCircle(const std::optional<Circle>& circle, double x, double y, double radius, double within) {
        QVERIFY(circle);
        QVERIFY(std::hypot(circle->x - x, circle->y - y) < within);
        QVERIFY(std::abs(circle->radius - radius) < within);
    }
};

QTEST_APPLESS_MAIN(TestCircleFit)
#include "tst_circle_fit.moc"
