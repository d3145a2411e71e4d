// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/oct_phantom.h"

#include "phantoms/noise_texture.h"
#include "phantoms/speckle.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace limpid {
namespace {

constexpr std::size_t kBoundaries = 10;
constexpr double kScanWidthMm = 7.0;
constexpr double kScanDepthUm = 1500.0;

/// Display brightness of each layer, by eye from averaged scans.
constexpr std::array<float, kBoundaries + 1> kBrightness{0.24F, 0.78F, 0.55F, 0.42F, 0.53F, 0.36F,
                                                         0.86F, 0.52F, 0.92F, 0.56F, 0.38F};

/// Depth of the layers' upper borders in one column, in pixels.
using Column = std::array<double, kBoundaries>;

struct Eyeground {
    double foveaMm;
    double pitWidthMm;
    double pitDepth;
    double nasalSide; ///< +1 where the nerve-fibre layer thickens to the right
    double curvatureUm;
    double tiltUm;
    double epitheliumUm;
    double choroidUm;
};

Column bordersAt(double mm, const Eyeground& eye, double ripple) {
    const double x = mm - eye.foveaMm;
    const double pit = 1.0 - eye.pitDepth * std::exp(-0.5 * x * x / (eye.pitWidthMm * eye.pitWidthMm));
    const double centre = std::exp(-0.5 * x * x / 0.36);
    const double far = std::exp(-0.5 * x * x / 9.0);
    const double fibres = 4.0 + (16.0 + 13.0 * std::max(0.0, eye.nasalSide * x)) * pit;
    // Thickness in micrometres, from the nerve fibres to the pigment epithelium: textbook values.
    const std::array<double, 8> thickness{fibres,
                                          8.0 + 88.0 * pit * far,
                                          5.0 + 34.0 * pit,
                                          6.0 + 26.0 * pit,
                                          62.0 + 48.0 * centre,
                                          20.0,
                                          24.0 + 9.0 * centre,
                                          26.0};
    Column borders{};
    double depth = eye.epitheliumUm + eye.curvatureUm * x * x / 12.25 + eye.tiltUm * x / 3.5 + ripple;
    borders[8] = depth;
    for (std::size_t i = 8; i-- > 0;) {
        depth -= thickness[i];
        borders[i] = depth;
    }
    borders[9] = borders[8] + eye.choroidUm + 6.0 * ripple;
    return borders;
}

Eyeground drawEyeground(PortableRandom& random) {
    return {.foveaMm = random.normal(0.0, 0.5),
            .pitWidthMm = random.uniform(0.36, 0.52),
            .pitDepth = random.uniform(0.9, 1.0),
            .nasalSide = random.chance(0.5) ? 1.0 : -1.0,
            .curvatureUm = random.uniform(-130.0, -10.0),
            .tiltUm = random.normal(0.0, 35.0),
            .epitheliumUm = random.uniform(520.0, 720.0),
            .choroidUm = random.uniform(160.0, 320.0)};
}

struct Vessel {
    double column;
    double halfWidth;
};

/// Blood in the nerve-fibre layer: bright itself, dark below.
void addVessels(cv::Mat& scan, const cv::Mat& layers, PortableRandom& random) {
    const int count = random.integer(3, 8);
    for (int i = 0; i < count; ++i) {
        const Vessel vessel{random.uniform(0.02, 0.98) * scan.cols, random.uniform(0.002, 0.007) * scan.cols};
        const auto depth = static_cast<float>(random.uniform(0.03, 0.1));
        const int left = std::max(0, static_cast<int>(vessel.column - 3.0 * vessel.halfWidth));
        const int right = std::min(scan.cols - 1, static_cast<int>(vessel.column + 3.0 * vessel.halfWidth));
        for (int y = 0; y < scan.rows; ++y) {
            for (int x = left; x <= right; ++x) {
                const auto layer = static_cast<OctLayer>(layers.at<uchar>(y, x));
                const double off = (x - vessel.column) / vessel.halfWidth;
                const auto inside = static_cast<float>(std::exp(-0.7 * off * off));
                if (layer == OctLayer::NerveFibres) {
                    scan.at<float>(y, x) += 0.06F * inside;
                } else if (layer != OctLayer::Vitreous) {
                    // Light scattered in from the sides fills the shadow further down.
                    const double fade = layer == OctLayer::Sclera ? 0.25 : (layer == OctLayer::Choroid ? 0.6 : 1.0);
                    scan.at<float>(y, x) -= depth * inside * static_cast<float>(fade);
                }
            }
        }
    }
}

cv::Mat labelLayers(const std::vector<Column>& columns, cv::Size size) {
    cv::Mat layers(size, CV_8UC1);
    for (int x = 0; x < size.width; ++x) {
        const Column& borders = columns[static_cast<std::size_t>(x)];
        for (int y = 0; y < size.height; ++y) {
            const auto above = std::upper_bound(borders.begin(), borders.end(), static_cast<double>(y));
            layers.at<uchar>(y, x) = static_cast<uchar>(above - borders.begin());
        }
    }
    return layers;
}

cv::Mat paintLayers(const cv::Mat& layers, const std::vector<Column>& columns, double pixelsPerUm,
                    PortableRandom& random) {
    const cv::Size size = layers.size();
    const cv::Mat texture = fractalNoise(size, 14.0 * pixelsPerUm * 3.0, 3, 0.7, random);
    const cv::Mat bands = smoothNoise(size, cv::Size2d(size.width / 6.0, size.height / 30.0), random);
    cv::Mat scan(size, CV_32FC1);
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            const auto layer = layers.at<uchar>(y, x);
            float value = kBrightness[layer] + 0.012F * bands.at<float>(y, x);
            const double below = (y - columns[static_cast<std::size_t>(x)][9]) / pixelsPerUm;
            if (static_cast<OctLayer>(layer) == OctLayer::Choroid) {
                const double depth = (y - columns[static_cast<std::size_t>(x)][8]) / pixelsPerUm;
                value += 0.055F * texture.at<float>(y, x) - static_cast<float>(0.0005 * depth);
            } else if (static_cast<OctLayer>(layer) == OctLayer::Sclera) {
                value -= static_cast<float>(std::min(0.13, 0.0006 * below)) - 0.01F * texture.at<float>(y, x);
            }
            scan.at<float>(y, x) = value;
        }
    }
    addVessels(scan, layers, random);
    // Axial resolution, and lateral motion between the averaged lines.
    cv::GaussianBlur(scan, scan, {}, std::max(0.6, 1.4 * size.width / 900.0), std::max(0.6, 4.0 * pixelsPerUm));
    return scan;
}

} // namespace

OctPhantom makeOctPhantom(const OctPhantomOptions& options, std::uint64_t seed) {
    PortableRandom random(seed);
    PortableRandom anatomy = random.fork();
    PortableRandom paint = random.fork();
    PortableRandom noise = random.fork();
    const cv::Size size(std::max(64, options.width), std::max(64, options.height));
    const double pixelsPerUm = size.height / kScanDepthUm;
    const Eyeground eye = drawEyeground(anatomy);
    const cv::Mat ripples = fractalNoise({size.width, 1}, size.width / 4.0, 3, 0.45, anatomy);

    std::vector<Column> columns;
    for (int x = 0; x < size.width; ++x) {
        Column borders =
            bordersAt((x / static_cast<double>(size.width) - 0.5) * kScanWidthMm, eye, 3.0 * ripples.at<float>(0, x));
        for (double& border : borders) {
            border *= pixelsPerUm;
        }
        columns.push_back(borders);
    }

    OctPhantom phantom;
    phantom.layers = labelLayers(columns, size);
    const cv::Mat scan = paintLayers(phantom.layers, columns, pixelsPerUm, paint);
    const cv::Size2d grain(1.25 * size.width / 900.0, 1.4 * size.height / 450.0);
    const cv::Mat speckled = scan + options.brightnessPerDecibel * (speckleDecibels(size, grain, noise) + 2.5);
    scan.convertTo(phantom.clean, CV_8U, 255.0);
    cv::Mat grey;
    speckled.convertTo(grey, CV_8U, 255.0);
    cv::cvtColor(grey, phantom.image.rgb, cv::COLOR_GRAY2RGB);
    const auto first = static_cast<double>(OctLayer::NerveFibres);
    const auto last = static_cast<double>(OctLayer::PigmentEpithelium);
    cv::inRange(phantom.layers, cv::Scalar(first), cv::Scalar(last), phantom.image.structure);
    phantom.image.fieldOfView = cv::Mat(size, CV_8UC1, cv::Scalar(255));
    return phantom;
}

} // namespace limpid
