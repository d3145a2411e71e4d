// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/fundus_lesions.h"

#include "phantoms/noise_texture.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace limpid {
namespace {

/// One patch of changed colour.
struct Spot {
    cv::Point2d middle; ///< degrees
    cv::Size2d radius;  ///< semi-axes in degrees
    double turn = 0.0;
    double softness = 0.3;   ///< share of the radius over which the border fades
    double raggedness = 0.0; ///< how far noise moves the border, as a share of the radius
    cv::Vec3f colour;        ///< log reflectance added in the middle
};

/// Lays spots on a canvas; ragged borders come from one noise field that all share.
class SpotPainter {
public:
    SpotPainter(FundusCanvas& canvas, const RetinaGeometry& geometry, PortableRandom& random)
        : m_canvas(canvas)
        , m_geometry(geometry)
        , m_noise(fractalNoise(canvas.light.size(), 0.8 * geometry.scale(), 3, 0.5, random)) {}

    void paint(const Spot& spot) {
        const cv::Point2d middle = m_geometry.toPixel(spot.middle);
        const double reach =
            std::max(spot.radius.width, spot.radius.height) * (1.3 + 2.0 * spot.raggedness) * m_geometry.scale() + 2.0;
        const cv::Rect box =
            cv::Rect(cv::Point(static_cast<int>(middle.x - reach), static_cast<int>(middle.y - reach)),
                     cv::Point(static_cast<int>(middle.x + reach) + 1, static_cast<int>(middle.y + reach) + 1)) &
            cv::Rect({0, 0}, m_canvas.light.size());
        const double cosine = std::cos(spot.turn);
        const double sine = std::sin(spot.turn);
        // No border is sharper than a pixel.
        const double pixel = 1.0 / (m_geometry.scale() * std::min(spot.radius.width, spot.radius.height));
        const double fade = std::max(spot.softness, pixel);
        for (int y = box.y; y < box.br().y; ++y) {
            auto* row = m_canvas.light.ptr<cv::Vec3f>(y);
            const auto* places = m_canvas.degrees.ptr<cv::Vec2f>(y);
            const auto* noise = m_noise.ptr<float>(y);
            for (int x = box.x; x < box.br().x; ++x) {
                const double dx = places[x][0] - spot.middle.x;
                const double dy = places[x][1] - spot.middle.y;
                const double distance = std::hypot((dx * cosine + dy * sine) / spot.radius.width,
                                                   (dy * cosine - dx * sine) / spot.radius.height) +
                                        spot.raggedness * noise[x];
                const double t = std::clamp((1.0 + 0.5 * fade - distance) / fade, 0.0, 1.0);
                row[x] += spot.colour * static_cast<float>(t * t * (3.0 - 2.0 * t));
            }
        }
    }

private:
    FundusCanvas& m_canvas;
    const RetinaGeometry& m_geometry;
    cv::Mat m_noise;
};

/// Somewhere in the field, off the disc and off the fovea itself.
cv::Point2d drawPlace(const RetinaGeometry& geometry, PortableRandom& random) {
    for (int attempt = 0; attempt < 64; ++attempt) {
        const double reach = 0.5 * geometry.fieldDegrees * std::sqrt(random.uniform()) * 0.92;
        const double angle = random.uniform(0.0, 2.0 * std::numbers::pi);
        const cv::Point2d place = geometry.viewCentre + cv::Point2d(std::cos(angle), std::sin(angle)) * reach;
        if (cv::norm(place) > 1.6 * geometry.discRadius.height && cv::norm(place - geometry.fovea) > 1.2) {
            return place;
        }
    }
    return geometry.fovea + cv::Point2d(4.0, 4.0);
}

cv::Point2d around(cv::Point2d middle, double spread, PortableRandom& random) {
    return middle + cv::Point2d(random.normal(0.0, spread), random.normal(0.0, spread));
}

void paintDarkSpots(SpotPainter& painter, const RetinaGeometry& geometry, const FundusLesions& lesions,
                    PortableRandom& random) {
    if (lesions.microaneurysms) {
        const int count = random.integer(5, 40);
        for (int i = 0; i < count; ++i) {
            const double radius = random.uniform(0.07, 0.16);
            const auto depth = static_cast<float>(random.uniform(0.5, 1.0));
            painter.paint({drawPlace(geometry, random),
                           {radius, radius},
                           0.0,
                           0.8,
                           0.05,
                           cv::Vec3f(-0.12F, -0.42F, -0.3F) * depth});
        }
    }
    if (lesions.haemorrhages) {
        const int count = random.integer(3, 18);
        for (int i = 0; i < count; ++i) {
            const double radius = random.uniform(0.22, 0.75);
            const auto depth = static_cast<float>(random.uniform(0.6, 1.1));
            painter.paint({drawPlace(geometry, random),
                           {radius, radius * random.uniform(0.5, 1.0)},
                           random.uniform(0.0, 3.1),
                           0.7,
                           0.2,
                           cv::Vec3f(-0.22F, -0.62F, -0.4F) * depth});
        }
    }
}

void paintExudates(SpotPainter& painter, const RetinaGeometry& geometry, PortableRandom& random) {
    const int clusters = random.integer(1, 4);
    for (int cluster = 0; cluster < clusters; ++cluster) {
        const cv::Point2d middle = around(geometry.fovea, 4.5, random);
        if (cv::norm(middle) < 1.8 * geometry.discRadius.height) {
            continue;
        }
        const bool circinate = random.chance(0.4);
        const double spread = random.uniform(0.6, 2.2);
        const int count = random.integer(8, 60);
        for (int i = 0; i < count; ++i) {
            cv::Point2d place = around(middle, spread * (circinate ? 0.2 : 0.7), random);
            if (circinate) {
                const double angle = random.uniform(0.0, 4.2) + cluster;
                place += cv::Point2d(std::cos(angle), std::sin(angle)) * spread;
            }
            const double radius = 0.07 + 0.28 * std::pow(random.uniform(), 3.0);
            const auto brightness = static_cast<float>(random.uniform(0.45, 1.0));
            painter.paint({place,
                           {radius, radius * random.uniform(0.6, 1.0)},
                           random.uniform(0.0, 3.1),
                           0.35,
                           0.25,
                           cv::Vec3f(0.24F, 0.72F, 0.55F) * brightness});
        }
    }
}

void paintCottonWool(SpotPainter& painter, PortableRandom& random) {
    const int count = random.integer(1, 4);
    for (int i = 0; i < count; ++i) {
        const double angle = random.uniform(0.0, 2.0 * std::numbers::pi);
        const cv::Point2d place = cv::Point2d(std::cos(angle), std::sin(angle)) * random.uniform(4.5, 10.0);
        const double radius = random.uniform(0.45, 0.9);
        painter.paint({place,
                       {radius, radius * random.uniform(0.5, 0.8)},
                       random.uniform(0.0, 3.1),
                       0.9,
                       0.2,
                       {0.16F, 0.42F, 0.5F}});
    }
}

void paintDrusen(SpotPainter& painter, const RetinaGeometry& geometry, PortableRandom& random) {
    const int count = random.integer(15, 90);
    const double spread = random.uniform(1.6, 4.0);
    for (int i = 0; i < count; ++i) {
        const double radius = 0.08 + 0.32 * std::pow(random.uniform(), 2.0);
        const auto brightness = static_cast<float>(random.uniform(0.3, 1.0));
        painter.paint({around(geometry.fovea, spread, random),
                       {radius, radius},
                       0.0,
                       0.9,
                       0.15,
                       cv::Vec3f(0.10F, 0.24F, 0.16F) * brightness});
    }
}

} // namespace

FundusLesions drawLesions(PortableRandom& random) {
    FundusLesions lesions;
    if (random.chance(0.5)) {
        return lesions;
    }
    if (random.chance(0.3)) {
        lesions.drusen = true;
        return lesions;
    }
    lesions.microaneurysms = true;
    lesions.haemorrhages = random.chance(0.6);
    lesions.hardExudates = random.chance(0.6);
    lesions.cottonWool = random.chance(0.25);
    return lesions;
}

void paintLesions(FundusCanvas& canvas, const RetinaGeometry& geometry, const FundusLesions& lesions,
                  PortableRandom& random) {
    if (!lesions.any()) {
        return;
    }
    SpotPainter painter(canvas, geometry, random);
    if (lesions.drusen) {
        paintDrusen(painter, geometry, random);
    }
    if (lesions.cottonWool) {
        paintCottonWool(painter, random);
    }
    if (lesions.hardExudates) {
        paintExudates(painter, geometry, random);
    }
    paintDarkSpots(painter, geometry, lesions, random);
}

} // namespace limpid
