// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/fundus_camera.h"

#include "phantoms/noise_texture.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace limpid {
namespace {

/// Film-like shoulder: straight up to 80 %, then bending towards white.
float withShoulder(float value) {
    constexpr float kKnee = 0.8F;
    return value <= kKnee ? value : kKnee + (1.0F - kKnee) * (1.0F - std::exp(-(value - kKnee) / (1.0F - kKnee)));
}

/// What the lamp and the pupil do to the light, as log factors.
void addLight(cv::Mat& light, const RetinaGeometry& geometry, PortableRandom& random) {
    const double falloff = random.uniform(0.1, 0.6);
    const double power = random.uniform(2.0, 4.5);
    const cv::Point2d slope(random.normal(0.0, 0.16), random.normal(0.0, 0.1));
    const cv::Point2d hot(random.normal(0.0, 0.35), random.normal(0.0, 0.35));
    const double hotGain = random.uniform(0.0, 0.4);
    // A pupil off the axis leaves one side dark.
    const double shadowAngle = random.uniform(0.0, 6.28);
    const double shadow = random.chance(0.25) ? random.uniform(0.3, 1.0) : 0.0;
    const double middle = (geometry.size - 1) * 0.5;
    for (int y = 0; y < light.rows; ++y) {
        auto* row = light.ptr<cv::Vec3f>(y);
        const double v = (y - middle) / geometry.radiusPx;
        for (int x = 0; x < light.cols; ++x) {
            const double u = (x - middle) / geometry.radiusPx;
            const double fromHot = (u - hot.x) * (u - hot.x) + (v - hot.y) * (v - hot.y);
            const double towards = std::max(0.0, u * std::cos(shadowAngle) + v * std::sin(shadowAngle));
            const double gain = slope.x * u + slope.y * v - falloff * std::pow(std::hypot(u, v), power) +
                                hotGain * std::exp(-fromHot / 0.5) - shadow * towards * towards;
            row[x] += cv::Vec3f(0.9F, 1.0F, 1.05F) * static_cast<float>(gain);
        }
    }
}

/// Light that never saw the retina: a pale greenish rim from the iris, and on some photographs a blue crescent from
/// the lens at one edge. Added to linear reflectance.
void addGlare(cv::Mat& rgb, const RetinaGeometry& geometry, PortableRandom& random) {
    const auto rimGain = static_cast<float>(random.chance(0.35) ? random.uniform(0.2, 0.8) : 0.0);
    const auto crescentGain = static_cast<float>(random.chance(0.12) ? random.uniform(0.3, 0.9) : 0.0);
    const double crescentAngle = random.uniform(0.0, 6.28);
    if (rimGain == 0.0F && crescentGain == 0.0F) {
        return;
    }
    const double middle = (geometry.size - 1) * 0.5;
    for (int y = 0; y < rgb.rows; ++y) {
        auto* row = rgb.ptr<cv::Vec3f>(y);
        for (int x = 0; x < rgb.cols; ++x) {
            const double u = (x - middle) / geometry.radiusPx;
            const double v = (y - middle) / geometry.radiusPx;
            const double radius = std::hypot(u, v);
            if (radius < 0.6) {
                continue;
            }
            const auto rim = static_cast<float>(std::pow(radius, 8.0));
            row[x] += cv::Vec3f(0.02F, 0.28F, 0.25F) * (rim * rimGain);
            const double side = std::max(0.0, std::cos(std::atan2(v, u) - crescentAngle));
            const auto crescent = static_cast<float>(std::pow(radius, 26.0) * side * side);
            row[x] += cv::Vec3f(0.08F, 0.3F, 1.6F) * (crescent * crescentGain);
        }
    }
}

/// Multiplies each channel until its mean over the field is the wanted one, shoulder included.
void exposeTo(cv::Mat& rgb, const cv::Mat& fieldOfView, cv::Vec3d meanColour) {
    cv::Vec3d gain(1.0, 1.0, 1.0);
    cv::Mat exposed;
    for (int round = 0; round < 6; ++round) {
        exposed.create(rgb.size(), CV_32FC3);
        const cv::Vec3f factor(gain);
        cv::Vec3d sum(0.0, 0.0, 0.0);
        double count = 0.0;
        for (int y = 0; y < rgb.rows; ++y) {
            const auto* from = rgb.ptr<cv::Vec3f>(y);
            auto* to = exposed.ptr<cv::Vec3f>(y);
            const auto* inside = fieldOfView.ptr<uchar>(y);
            for (int x = 0; x < rgb.cols; ++x) {
                if (inside[x] == 0) {
                    to[x] = {0.0F, 0.0F, 0.0F};
                    continue;
                }
                for (int channel = 0; channel < 3; ++channel) {
                    to[x][channel] = withShoulder(from[x][channel] * factor[channel]);
                    sum[channel] += to[x][channel];
                }
                count += 1.0;
            }
        }
        for (int channel = 0; channel < 3; ++channel) {
            const double wanted = meanColour[channel] / 255.0;
            gain[channel] *= std::clamp(wanted / std::max(1e-6, sum[channel] / count), 0.2, 8.0);
        }
    }
    rgb = exposed;
}

} // namespace

cv::Mat drawFieldOfView(const RetinaGeometry& geometry, FundusFrame frame, PortableRandom& random) {
    cv::Mat mask = cv::Mat::zeros(geometry.size, geometry.size, CV_8UC1);
    const double middle = (geometry.size - 1) * 0.5;
    const bool cut = frame == FundusFrame::CutCircle || frame == FundusFrame::NotchedCutCircle;
    const bool notched = frame == FundusFrame::NotchedCircle || frame == FundusFrame::NotchedCutCircle;
    const double halfHeight = geometry.radiusPx * (cut ? random.uniform(0.71, 0.9) : 2.0);
    const bool roundTab = random.chance(0.5);
    const double tabAngle = random.uniform(-0.85, -0.6);
    const double tabHalfWidth = geometry.radiusPx * random.uniform(0.025, 0.045);
    const double tabReach = geometry.radiusPx * random.uniform(1.02, 1.045);
    const cv::Point2d tab = cv::Point2d(std::cos(tabAngle), std::sin(tabAngle)) * geometry.radiusPx;
    for (int y = 0; y < mask.rows; ++y) {
        auto* row = mask.ptr<uchar>(y);
        for (int x = 0; x < mask.cols; ++x) {
            const double u = x - middle;
            const double v = y - middle;
            bool inside = std::hypot(u, v) <= geometry.radiusPx;
            if (notched) {
                const double along = u * std::cos(tabAngle) + v * std::sin(tabAngle);
                const double across = v * std::cos(tabAngle) - u * std::sin(tabAngle);
                const bool inSquare = along > 0.0 && along <= tabReach && std::abs(across) <= tabHalfWidth;
                const bool inRound = std::hypot(u - tab.x, v - tab.y) <= 1.1 * tabHalfWidth;
                inside = inside || (roundTab ? inRound : inSquare);
            }
            row[x] = inside && std::abs(v) <= halfHeight ? 255 : 0;
        }
    }
    return mask;
}

cv::Mat photograph(const FundusCanvas& canvas, const RetinaGeometry& geometry, const cv::Mat& fieldOfView,
                   FundusTint tint, PortableRandom& random) {
    const cv::Size size = canvas.light.size();
    cv::Mat light = canvas.light.clone();
    addLight(light, geometry, random);
    cv::Mat rgb;
    cv::exp(light, rgb);
    // The optics blur what they see; a share is scattered far and lifts the dark parts.
    const double blur = geometry.size / 768.0 * random.uniform(0.45, 0.85);
    cv::GaussianBlur(rgb, rgb, {}, blur);
    const double stray = tintStatistics(tint).haze * random.uniform(0.6, 1.4) + random.uniform(0.0, 0.03);
    rgb = rgb * (1.0 - stray) + cv::Scalar::all(stray);
    addGlare(rgb, geometry, random);
    exposeTo(rgb, fieldOfView, drawMeanColour(tint, random));

    // Demosaicing and compression leave noise that is a little soft, and softer in colour than in brightness.
    const double grain = random.uniform(0.9, 2.0) / 255.0;
    const cv::Mat shared = smoothNoise(size, 1.3, random);
    std::array<cv::Mat, 3> own{smoothNoise(size, 2.0, random), smoothNoise(size, 2.0, random),
                               smoothNoise(size, 2.0, random)};
    cv::Mat soft;
    cv::Mat(fieldOfView).convertTo(soft, CV_32F, 1.0 / 255.0);
    cv::GaussianBlur(soft, soft, {}, std::max(0.5, 0.8 * blur));
    cv::Mat photo(size, CV_8UC3);
    for (int y = 0; y < size.height; ++y) {
        auto* to = photo.ptr<cv::Vec3b>(y);
        const auto* from = rgb.ptr<cv::Vec3f>(y);
        const auto* edge = soft.ptr<float>(y);
        const auto* inside = fieldOfView.ptr<uchar>(y);
        for (int x = 0; x < size.width; ++x) {
            for (int channel = 0; channel < 3; ++channel) {
                const float noise =
                    static_cast<float>(grain) *
                    (shared.at<float>(y, x) + 0.6F * own[static_cast<std::size_t>(channel)].at<float>(y, x));
                const float value = (from[x][channel] + noise) * std::min(1.0F, 2.0F * std::max(0.0F, edge[x] - 0.25F));
                to[x][channel] = inside[x] == 0 ? uchar{0} : cv::saturate_cast<uchar>(value * 255.0F);
            }
        }
    }
    return photo;
}

} // namespace limpid
