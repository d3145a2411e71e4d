// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/image.h"

#include <opencv2/imgproc.hpp>

namespace limpid {

/// A textured orange disc on a dark background, drawn for tests: smooth light and dark patches, a brighter spot, and
/// pixel noise with a fixed seed.
struct DrawnDisc {
    cv::Size size = {640, 480};
    cv::Point2d centre = {320, 240};
    double radius = 200;
    cv::Scalar colour = {0.75, 0.42, 0.2}; ///< mean colour of the disc, RGB in [0, 1]
    cv::Scalar background = {0.02, 0.02, 0.02};
    double noise = 0.01;   ///< standard deviation, everywhere
    double texture = 0.15; ///< strength of the smooth patches

    /// The disc itself, clipped by the frame: CV_8UC1, 0 or 255.
    cv::Mat mask() const {
        cv::Mat drawn = cv::Mat::zeros(size, CV_8UC1);
        cv::circle(drawn, cv::Point(cvRound(centre.x * 16), cvRound(centre.y * 16)), cvRound(radius * 16),
                   cv::Scalar(255), cv::FILLED, cv::LINE_8, 4);
        return drawn;
    }

    /// CV_32FC3, RGB in [0, 1].
    cv::Mat draw() const {
        cv::RNG random(7);
        cv::Mat patches(size.height / 16 + 2, size.width / 16 + 2, CV_32FC1);
        random.fill(patches, cv::RNG::UNIFORM, 1 - texture, 1 + texture);
        cv::resize(patches, patches, size, 0, 0, cv::INTER_CUBIC);
        cv::cvtColor(patches, patches, cv::COLOR_GRAY2RGB);
        cv::Mat picture(size, CV_32FC3, background);
        cv::Mat eye(size, CV_32FC3, colour);
        eye = eye.mul(patches);
        eye.copyTo(picture, mask());
        cv::Mat grain(size, CV_32FC3);
        random.fill(grain, cv::RNG::NORMAL, 0, noise);
        picture += grain;
        cv::min(picture, cv::Scalar::all(1), picture);
        cv::max(picture, cv::Scalar::all(0), picture);
        return picture;
    }

    /// The same as an Image of 8 or 16 bits.
    Image image(int bitDepth = 8) const { return toImage(draw(), bitDepth); }

    static Image toImage(const cv::Mat& picture, int bitDepth = 8) {
        Image result;
        picture.convertTo(result.pixels, bitDepth == 16 ? CV_16U : CV_8U, bitDepth == 16 ? 65535 : 255);
        return result;
    }
};

/// Share of the union of two masks that both hold.
inline double overlap(const cv::Mat& a, const cv::Mat& b) {
    return static_cast<double>(cv::countNonZero(a & b)) / std::max(1, cv::countNonZero(a | b));
}

} // namespace limpid
