// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/ultrasound_phantom.h"

#include "phantoms/noise_texture.h"
#include "phantoms/speckle.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace limpid {
namespace {

/// Nerve or vessel in cross-section, in pixels of the beam grid.
struct Section {
    UltrasoundStructure kind;
    cv::Point2d middle;
    cv::Size2d radius;
    double turn;
};

/// Distance from the middle, 1 on the border.
double sectionDistance(const Section& section, int x, int y, double wobble) {
    const double dx = x - section.middle.x;
    const double dy = y - section.middle.y;
    const double along = dx * std::cos(section.turn) + dy * std::sin(section.turn);
    const double across = dy * std::cos(section.turn) - dx * std::sin(section.turn);
    return std::hypot(along / section.radius.width, across / section.radius.height) + 0.07 * wobble;
}

/// Echo strength in decibels before anything is attenuated: layers of tissue and the bright lines in them.
class Tissue {
public:
    Tissue(cv::Size size, PortableRandom& random)
        : m_size(size)
        , m_echo(size, CV_32FC1, cv::Scalar(0.0))
        , m_bend(smoothNoise(size, cv::Size2d(size.width / 2.5, size.height / 3.0), random))
        , m_fatDepth(random.uniform(0.14, 0.3))
        , m_fasciaDepth(m_fatDepth + random.uniform(0.06, 0.2)) {
        addLayers(random);
        const int septa = random.integer(14, 34);
        for (int i = 0; i < septa; ++i) {
            const bool inMuscle = random.chance(0.6);
            addLine(inMuscle ? random.uniform(m_fasciaDepth, 0.85) : random.uniform(0.05, m_fatDepth),
                    random.uniform(0.04, 0.22), random.uniform(7.0, 18.0), random);
        }
        addLine(m_fatDepth, 2.0, 19.0, random);
        addLine(m_fasciaDepth, 2.0, 14.0, random);
    }

    cv::Mat echo() const { return m_echo; }
    double fasciaDepth() const { return m_fasciaDepth; }

private:
    void addLayers(PortableRandom& random) {
        const cv::Mat clouds = fractalNoise(m_size, m_size.width / 7.0, 4, 0.6, random);
        const cv::Mat fibres = smoothNoise(m_size, cv::Size2d(m_size.width / 14.0, m_size.height / 110.0), random);
        for (int y = 0; y < m_size.height; ++y) {
            for (int x = 0; x < m_size.width; ++x) {
                const double depth = static_cast<double>(y) / m_size.height - 0.03 * m_bend.at<float>(y, x);
                const bool muscle = depth > m_fatDepth;
                double value = muscle ? -27.0 : -23.0;
                value += 2.2 * clouds.at<float>(y, x) + (muscle ? 2.4 : 0.9) * fibres.at<float>(y, x);
                // Gel and skin.
                const double top = static_cast<double>(y) / m_size.height;
                value += top < 0.012 ? 14.0 : (top < 0.035 ? 8.0 : 0.0);
                m_echo.at<float>(y, x) = static_cast<float>(value);
            }
        }
    }

    /// A bright interface at a depth, as long as a share of the width.
    void addLine(double depth, double length, double decibels, PortableRandom& random) {
        const double middle = random.uniform(0.0, 1.0);
        const double slope = random.normal(0.0, 0.06);
        const double thickness = m_size.height * random.uniform(0.0022, 0.0050);
        const cv::Mat strength = smoothNoise({m_size.width, 1}, m_size.width / 18.0, random);
        for (int x = 0; x < m_size.width; ++x) {
            const double along = static_cast<double>(x) / m_size.width - middle;
            const double fade = 1.0 - std::pow(std::abs(along) / length, 4.0);
            if (fade <= 0.0) {
                continue;
            }
            const int level = std::clamp(static_cast<int>(depth * m_size.height), 0, m_size.height - 1);
            const double y0 = (depth + slope * along + 0.03 * m_bend.at<float>(level, x)) * m_size.height;
            const int reach = static_cast<int>(std::ceil(3.0 * thickness));
            for (int y = std::max(0, static_cast<int>(y0) - reach);
                 y <= std::min(m_size.height - 1, static_cast<int>(y0) + reach); ++y) {
                const double off = (y - y0) / thickness;
                const double bright =
                    decibels * fade * (0.85 + 0.25 * strength.at<float>(0, x)) * std::exp(-0.5 * off * off);
                m_echo.at<float>(y, x) += static_cast<float>(std::max(0.0, bright));
            }
        }
    }

    cv::Size m_size;
    cv::Mat m_echo;
    cv::Mat m_bend;
    double m_fatDepth;
    double m_fasciaDepth;
};

std::vector<Section> drawSections(cv::Size size, double fasciaDepth, PortableRandom& random) {
    std::vector<Section> sections;
    const int wanted = random.integer(2, 4);
    for (int attempt = 0; attempt < 60 && static_cast<int>(sections.size()) < wanted; ++attempt) {
        // The first is a nerve and the second a vessel, so that every phantom has both.
        const bool nerve = sections.empty() || (sections.size() > 1 && random.chance(0.5));
        const double radius = size.width * (nerve ? random.uniform(0.04, 0.09) : random.uniform(0.03, 0.07));
        const Section section{
            nerve ? UltrasoundStructure::Nerve : UltrasoundStructure::Vessel,
            {random.uniform(0.15, 0.85) * size.width, (fasciaDepth + random.uniform(0.08, 0.32)) * size.height},
            {radius, radius * random.uniform(0.5, 0.9)},
            random.normal(0.0, 0.25)};
        const bool apart = std::all_of(sections.begin(), sections.end(), [&section](const Section& other) {
            return cv::norm(section.middle - other.middle) > 1.25 * (section.radius.width + other.radius.width);
        });
        if (apart) {
            sections.push_back(section);
        }
    }
    return sections;
}

/// Lays a section into the echoes and the labels.
void addSection(cv::Mat& echo, cv::Mat& labels, const Section& section, PortableRandom& random) {
    const cv::Mat wobble = smoothNoise(echo.size(), section.radius.width * 0.9, random);
    const cv::Mat honeycomb = smoothNoise(echo.size(), std::max(2.0, section.radius.height * 0.3), random);
    const bool nerve = section.kind == UltrasoundStructure::Nerve;
    for (int y = 0; y < echo.rows; ++y) {
        for (int x = 0; x < echo.cols; ++x) {
            const double distance = sectionDistance(section, x, y, wobble.at<float>(y, x));
            float& value = echo.at<float>(y, x);
            if (distance <= 1.0) {
                labels.at<uchar>(y, x) = static_cast<uchar>(section.kind);
                // Fascicles are dark islands in a bright net.
                const double inside =
                    nerve ? -18.0 - 9.0 * std::clamp(1.2 * honeycomb.at<float>(y, x) - 0.1, -0.8, 1.0) : -46.0;
                value = static_cast<float>(inside);
            }
            const double wall = (distance - 1.05) / (nerve ? 0.10 : 0.07);
            value += static_cast<float>((nerve ? 10.0 : 13.0) * std::exp(-0.5 * wall * wall));
            // Blood hardly attenuates: what lies below a vessel is brighter.
            const double across = (x - section.middle.x) / section.radius.width;
            const double below = y - section.middle.y - section.radius.height;
            if (!nerve && below > 0.0 && std::abs(across) < 1.0) {
                value += static_cast<float>(7.0 * (1.0 - across * across) *
                                            std::exp(-below / (3.0 * section.radius.height)));
            }
        }
    }
}

/// Beam grid to fan: for every pixel of the image its place in the grid, or a place outside it.
cv::Mat fanMap(cv::Size grid, int size, double halfAngle) {
    cv::Mat map(size, size, CV_32FC2);
    const double inner = 0.45;
    const double top = inner * std::cos(halfAngle);
    const double depth = (1.0 + inner - top) * 1.02;
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            const double v = (y + 0.5) / size * depth + top - 0.01;
            const double u = ((x + 0.5) / size - 0.5) * depth;
            const double angle = std::atan2(u, v) / halfAngle;
            const double radius = std::hypot(u, v) - inner;
            map.at<cv::Vec2f>(y, x) = {static_cast<float>((angle * 0.5 + 0.5) * (grid.width - 1)),
                                       static_cast<float>(radius * (grid.height - 1))};
        }
    }
    return map;
}

} // namespace

UltrasoundPhantom makeUltrasoundPhantom(const UltrasoundPhantomOptions& options, std::uint64_t seed) {
    PortableRandom random(seed);
    PortableRandom anatomy = random.fork();
    PortableRandom noise = random.fork();
    const int side = std::max(64, options.size);
    const cv::Size size(side, side);
    const auto drawn = random.chance(0.7) ? UltrasoundProbe::Linear : UltrasoundProbe::Curved;
    const double halfAngle = random.uniform(0.45, 0.62);
    const double attenuation = random.uniform(6.0, 15.0);
    const double range = random.uniform(44.0, 54.0);

    const Tissue tissue(size, anatomy);
    cv::Mat echo = tissue.echo();
    cv::Mat labels = cv::Mat::zeros(size, CV_8UC1);
    for (const Section& section : drawSections(size, tissue.fasciaDepth(), anatomy)) {
        addSection(echo, labels, section, anatomy);
    }
    const cv::Mat contact = smoothNoise({side, 1}, side / 5.0, anatomy);
    const double scale = side / 512.0;
    const cv::Mat fine = speckleDecibels(size, {3.2 * scale, 1.5 * scale}, noise);
    const cv::Mat electronic = smoothNoise(size, 1.4, noise);
    cv::Mat grey(size, CV_8UC1);
    for (int y = 0; y < side; ++y) {
        const double depth = static_cast<double>(y) / side;
        for (int x = 0; x < side; ++x) {
            const double decibels = echo.at<float>(y, x) + 0.75 * std::max(-14.0F, fine.at<float>(y, x)) -
                                    attenuation * depth * depth + 1.2 * contact.at<float>(0, x);
            const double shown = std::clamp(1.0 + (decibels + 2.0) / range, 0.03, 1.0);
            const double bright = std::pow(shown, 1.8) + 0.010 * electronic.at<float>(y, x) * (0.4 + depth);
            grey.at<uchar>(y, x) = cv::saturate_cast<uchar>(255.0 * bright);
        }
    }
    cv::GaussianBlur(grey, grey, {}, 0.75 * scale, 0.5 * scale);
    cv::Mat field(size, CV_8UC1, cv::Scalar(255));
    if (options.probe.value_or(drawn) == UltrasoundProbe::Curved) {
        const cv::Mat map = fanMap(size, side, halfAngle);
        const cv::Mat whole = field.clone();
        cv::remap(cv::Mat(grey), grey, map, {}, cv::INTER_LINEAR, cv::BORDER_CONSTANT);
        cv::remap(whole, field, map, {}, cv::INTER_NEAREST, cv::BORDER_CONSTANT);
        cv::remap(cv::Mat(labels), labels, map, {}, cv::INTER_NEAREST, cv::BORDER_CONSTANT);
        grey.setTo(0, field == 0);
    }
    UltrasoundPhantom phantom;
    cv::cvtColor(grey, phantom.image.rgb, cv::COLOR_GRAY2RGB);
    phantom.image.structure = labels != 0;
    phantom.image.fieldOfView = field;
    phantom.labels = labels;
    return phantom;
}

} // namespace limpid
