// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/fundus_landmarks.h"

#include "phantoms/noise_texture.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <opencv2/imgproc.hpp>

namespace limpid {
namespace {

double smoothStep(double low, double high, double value) {
    const double t = std::clamp((value - low) / (high - low), 0.0, 1.0);
    return t * t * (3.0 - 2.0 * t);
}

/// Distance from the middle of an ellipse, 1 on its border.
double ellipseDistance(double x, double y, cv::Point2d middle, cv::Size2d radius, double turn) {
    const double dx = x - middle.x;
    const double dy = y - middle.y;
    const double along = dx * std::cos(turn) + dy * std::sin(turn);
    const double across = -dx * std::sin(turn) + dy * std::cos(turn);
    return std::hypot(along / radius.width, across / radius.height);
}

} // namespace

void paintMacula(FundusCanvas& canvas, const RetinaGeometry& geometry, PortableRandom& random) {
    const double spread = random.uniform(2.6, 4.0);
    const double depth = random.uniform(0.7, 1.5);
    const double core = random.uniform(0.6, 1.0);
    const double coreDepth = random.uniform(0.3, 1.1);
    const bool hasReflex = random.chance(0.35);
    const bool hasRing = random.chance(0.2);
    const double ring = random.uniform(1.6, 2.3);
    for (int y = 0; y < canvas.light.rows; ++y) {
        auto* row = canvas.light.ptr<cv::Vec3f>(y);
        const auto* places = canvas.degrees.ptr<cv::Vec2f>(y);
        for (int x = 0; x < canvas.light.cols; ++x) {
            const double dx = places[x][0] - geometry.fovea.x;
            const double dy = (places[x][1] - geometry.fovea.y) * 1.12;
            const double squared = dx * dx + dy * dy;
            if (squared > 16.0 * spread * spread) {
                continue;
            }
            const auto wide = static_cast<float>(depth * std::exp(-0.5 * squared / (spread * spread)));
            const auto narrow = static_cast<float>(coreDepth * std::exp(-0.5 * squared / (core * core)));
            row[x] -= cv::Vec3f(0.16F, 0.27F, 0.24F) * wide + cv::Vec3f(0.10F, 0.20F, 0.16F) * narrow;
            if (hasReflex) {
                const auto spot = static_cast<float>(std::exp(-0.5 * squared / (0.16 * 0.16)));
                row[x] += cv::Vec3f(0.10F, 0.32F, 0.35F) * spot;
            }
            if (hasRing) {
                const double off = std::sqrt(squared) - ring;
                const double upper = 0.5 + 0.5 * std::cos(std::atan2(dy, dx) * 2.0 + ring * 9.0);
                row[x] +=
                    cv::Vec3f(0.02F, 0.07F, 0.09F) * static_cast<float>(upper * std::exp(-0.5 * off * off / 0.06));
            }
        }
    }
}

void paintNerveFibres(FundusCanvas& canvas, double strength, PortableRandom& random) {
    constexpr int kAngles = 1024;
    constexpr int kRadii = 64;
    constexpr double kReachDegrees = 16.0;
    const cv::Mat streaks = smoothNoise({kAngles, kRadii}, cv::Size2d(3.0, 22.0), random) +
                            0.7 * smoothNoise({kAngles, kRadii}, cv::Size2d(8.0, 40.0), random);
    cv::Mat where(canvas.light.size(), CV_32FC2);
    for (int y = 0; y < where.rows; ++y) {
        auto* row = where.ptr<cv::Vec2f>(y);
        const auto* places = canvas.degrees.ptr<cv::Vec2f>(y);
        for (int x = 0; x < where.cols; ++x) {
            const double dx = places[x][0];
            const double dy = places[x][1];
            const double radius = std::hypot(dx, dy);
            // Fibres leave the disc upright and bend to the temple round the fovea.
            const double bend = dx > 0.0 ? -0.03 * dx * (dy > 0.0 ? 1.0 : -1.0) : 0.0;
            const double angle = std::atan2(dy, dx) - bend;
            row[x] = cv::Vec2f(static_cast<float>((angle / (2.0 * std::numbers::pi) + 0.5) * (kAngles - 1)),
                               static_cast<float>(std::min(1.0, radius / kReachDegrees) * (kRadii - 1)));
        }
    }
    cv::Mat fibres;
    cv::remap(streaks, fibres, where, {}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    for (int y = 0; y < fibres.rows; ++y) {
        auto* row = fibres.ptr<float>(y);
        const auto* places = canvas.degrees.ptr<cv::Vec2f>(y);
        for (int x = 0; x < fibres.cols; ++x) {
            const double dx = places[x][0];
            const double dy = places[x][1];
            const double radius = std::hypot(dx, dy);
            // Thickest above and below the disc, a little to the temple.
            const double bundle = std::pow(std::abs(dy) / std::max(radius, 0.1), 1.5) * (dx > 0.0 ? 1.0 : 0.7) + 0.12;
            const double fade = std::exp(-radius / 5.5) * smoothStep(2.4, 4.5, radius) * smoothStep(16.0, 10.0, radius);
            row[x] = static_cast<float>((row[x] + 1.2) * bundle * fade * strength);
        }
    }
    addLayer(canvas, fibres, {0.05F, 0.13F, 0.18F});
}

void paintDisc(FundusCanvas& canvas, const RetinaGeometry& geometry, PortableRandom& random) {
    const double cupShare = random.uniform(0.3, 0.62);
    const cv::Point2d cupMiddle(random.uniform(-0.05, 0.35), random.uniform(-0.15, 0.15));
    const cv::Size2d cup = geometry.discRadius * cupShare;
    const double crescent = random.chance(0.35) ? random.uniform(0.4, 1.0) : 0.0;
    const double crescentWidth = random.uniform(0.12, 0.4);
    const double halo = random.uniform(0.3, 1.0);
    const auto glow = static_cast<float>(random.uniform(0.2, 1.3));
    const double softness = random.uniform(0.06, 0.16);
    const double pallor = random.uniform(0.95, 1.45);
    const double pink = random.uniform(0.0, 0.16);
    const double nasalRedness = random.uniform(0.1, 0.4);
    const cv::Mat wobble = fractalNoise(canvas.light.size(), 1.6 * geometry.scale(), 2, 0.5, random);
    const cv::Mat tissue = fractalNoise(canvas.light.size(), 0.7 * geometry.scale(), 3, 0.7, random);
    for (int y = 0; y < canvas.light.rows; ++y) {
        auto* row = canvas.light.ptr<cv::Vec3f>(y);
        const auto* places = canvas.degrees.ptr<cv::Vec2f>(y);
        const auto* wobbles = wobble.ptr<float>(y);
        const auto* tissues = tissue.ptr<float>(y);
        for (int x = 0; x < canvas.light.cols; ++x) {
            const double px = places[x][0];
            const double py = places[x][1];
            if (px * px + py * py > 200.0) {
                continue;
            }
            const double distance =
                ellipseDistance(px, py, {0.0, 0.0}, geometry.discRadius, geometry.discTurn) + 0.022 * wobbles[x];
            const double temple = 0.5 + 0.5 * px / std::max(0.3, std::hypot(px, py));
            const auto around = static_cast<float>(halo * std::exp(-std::max(0.0, distance - 1.0) / 0.55));
            row[x] += cv::Vec3f(0.05F, 0.10F, 0.08F) * around;
            // The retina is thickest round the disc and sends more light back.
            row[x] +=
                cv::Vec3f(0.08F, 0.14F, 0.12F) * (glow * static_cast<float>(std::exp(-(px * px + py * py) / 60.0)));
            // A thin dark line of pigment borders the disc to the temple.
            const double line = (distance - 1.07) / 0.05;
            row[x] -= cv::Vec3f(0.08F, 0.10F, 0.06F) * static_cast<float>(temple * std::exp(-line * line));
            if (crescent > 0.0) {
                const double outer = 1.0 + crescentWidth * temple * temple;
                const double inside = smoothStep(outer + 0.06, outer - 0.06, distance + 0.04 * wobbles[x]);
                const double shade = inside * crescent * temple * (1.0 + 0.35 * tissues[x]);
                row[x] += cv::Vec3f(0.18F, 0.36F, 0.30F) * static_cast<float>(shade);
            }
            const double inside = smoothStep(1.0 + softness, 1.0 - softness, distance);
            if (inside <= 0.0) {
                continue;
            }
            const double cupDistance = ellipseDistance(px, py, cupMiddle, cup, geometry.discTurn) + 0.06 * wobbles[x];
            const double inCup = smoothStep(1.25, 0.6, cupDistance);
            const double nasalShade = nasalRedness * (1.0 - temple);
            const double rim = 1.0 - nasalShade + 0.05 * tissues[x];
            cv::Vec3f colour = cv::Vec3f(0.42F, 0.66F - static_cast<float>(pink), 0.72F) * static_cast<float>(rim);
            colour += cv::Vec3f(0.10F, 0.36F, 0.62F) * static_cast<float>(inCup * (1.0 + 0.06 * tissues[x]));
            const auto opaque = static_cast<float>(inside);
            row[x] = row[x] * (1.0F - 0.75F * opaque) + colour * static_cast<float>(pallor) * opaque;
        }
    }
}

void paintVessels(FundusCanvas& canvas, const VesselRaster& vessels, PortableRandom& random) {
    const double strength = random.uniform(0.8, 1.4);
    // Per degree of blood: arteries carry more oxygen and hardly darken the red channel.
    addLayer(canvas, vessels.arteries, cv::Vec3f(-0.14F, -1.5F, -1.1F) * static_cast<float>(strength));
    addLayer(canvas, vessels.veins, cv::Vec3f(-0.55F, -2.0F, -1.2F) * static_cast<float>(strength));
}

} // namespace limpid
