// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/folder_survey.h"

#include "imaging/field_of_view.h"
#include "imaging/image_folder.h"
#include "imaging/image_reader.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cstddef>

namespace limpid {

namespace {

/// Red over blue, both as means over the field of view, from which on colours are warm. Fundus photographs lie between
/// about 1.5 and 6, even through a cataract.
constexpr double warmFrom = 1.2;
/// Largest mean difference of two channels, as a share of the brightness, at which an image has no colour.
constexpr double greyUpTo = 0.02;

void count(const Image& image, FolderSurvey& survey) {
    const auto view = findFieldOfView(image);
    const auto mean = cv::mean(image.pixels, view.mask);
    const double brightest = std::max({mean[0], mean[1], mean[2]});
    const double darkest = std::min({mean[0], mean[1], mean[2]});
    if (image.channels() == 1 || brightest - darkest <= greyUpTo * brightest)
        ++survey.grey;
    else if (!view.fullFrame && mean[0] >= warmFrom * mean[2])
        ++survey.fundus;
}

} // namespace

Result<FolderSurvey> surveyFolder(const std::filesystem::path& folder, const std::stop_token& stop, int most) {
    const auto files = listImages(folder);
    if (!files)
        return fail(files.error());
    FolderSurvey survey;
    const auto looked = std::min(files->size(), static_cast<std::size_t>(std::max(most, 1)));
    for (std::size_t i = 0; i < looked; ++i) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const auto image = readImage((*files)[i * files->size() / looked]);
        if (!image) {
            ++survey.unreadable;
            continue;
        }
        ++survey.readable;
        try {
            count(*image, survey);
        } catch (const cv::Exception& error) {
            return fail(ErrorCode::Internal, {"looking at the folder"}, error.what());
        }
    }
    return survey;
}

} // namespace limpid
