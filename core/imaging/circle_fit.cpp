// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/circle_fit.h"

#include <cmath>
#include <cstdint>
#include <random>

namespace limpid {

namespace {

constexpr int triples = 400;
constexpr int refinements = 20;
constexpr std::size_t fewestPoints = 12;

bool isBelievable(const Circle& circle, const CircleBounds& bounds) {
    return std::isfinite(circle.x) && std::isfinite(circle.y) && circle.radius >= bounds.smallestRadius &&
           circle.radius <= bounds.largestRadius;
}

std::size_t pointsOn(const Circle& circle, const std::vector<cv::Point2d>& points, double tolerance) {
    std::size_t count = 0;
    for (const cv::Point2d& point : points) {
        if (std::abs(circle.distanceTo(point)) <= tolerance)
            ++count;
    }
    return count;
}

} // namespace

double Circle::distanceTo(const cv::Point2d& point) const {
    return std::hypot(point.x - x, point.y - y) - radius;
}

std::optional<Circle> circleThrough(const cv::Point2d& a, const cv::Point2d& b, const cv::Point2d& c) {
    // Both perpendicular bisectors, with `a` as the origin.
    const cv::Point2d u = b - a;
    const cv::Point2d v = c - a;
    const double cross = 2 * (u.x * v.y - u.y * v.x);
    const double uu = u.dot(u);
    const double vv = v.dot(v);
    if (std::abs(cross) <= 1e-6 * (uu + vv))
        return std::nullopt;
    const double x = (v.y * uu - u.y * vv) / cross;
    const double y = (u.x * vv - v.x * uu) / cross;
    return Circle{a.x + x, a.y + y, std::hypot(x, y)};
}

std::optional<Circle> fitCircle(const std::vector<cv::Point2d>& points, const CircleBounds& bounds) {
    if (points.size() < fewestPoints)
        return std::nullopt;
    std::mt19937 random(20210u);
    std::uniform_int_distribution<std::size_t> pick(0, points.size() - 1);
    std::optional<Circle> best;
    std::size_t bestCount = points.size() / 10;
    for (int i = 0; i < triples; ++i) {
        const std::size_t first = pick(random);
        const std::size_t second = pick(random);
        const std::size_t third = pick(random);
        const std::optional<Circle> circle = circleThrough(points[first], points[second], points[third]);
        if (!circle || !isBelievable(*circle, bounds))
            continue;
        const std::size_t count = pointsOn(*circle, points, bounds.tolerance);
        if (count > bestCount) {
            bestCount = count;
            best = circle;
        }
    }
    if (!best)
        return std::nullopt;
    return refineCircle(points, *best, bounds);
}

Circle refineCircle(const std::vector<cv::Point2d>& points, const Circle& guess, const CircleBounds& bounds) {
    Circle circle = guess;
    const double reach = 3 * bounds.tolerance;
    for (int i = 0; i < refinements; ++i) {
        cv::Matx33d normal = cv::Matx33d::zeros();
        cv::Vec3d gradient(0, 0, 0);
        for (const cv::Point2d& point : points) {
            const double distance = std::hypot(point.x - circle.x, point.y - circle.y);
            const double residual = distance - circle.radius;
            if (std::abs(residual) >= reach || distance < 1e-9)
                continue;
            const double share = 1 - (residual / reach) * (residual / reach);
            const cv::Vec3d row((circle.x - point.x) / distance, (circle.y - point.y) / distance, -1);
            normal += share * share * (row * row.t());
            gradient += share * share * residual * row;
        }
        bool solved = false;
        const cv::Vec3d step = normal.inv(cv::DECOMP_LU, &solved) * gradient;
        const Circle next{circle.x - step[0], circle.y - step[1], circle.radius - step[2]};
        if (!solved || !isBelievable(next, bounds))
            break;
        circle = next;
        if (cv::norm(step) < 1e-4)
            break;
    }
    return circle;
}

} // namespace limpid
