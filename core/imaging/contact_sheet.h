// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace limpid {

/// One picture of a contact sheet.
struct ContactSheetCell {
    std::string caption; ///< written under the picture; may be empty
    cv::Mat rgb;         ///< CV_8UC3, RGB order, or CV_8UC1; an empty one leaves the place free
};

/// One line of pictures under a label.
struct ContactSheetRow {
    std::string label; ///< written above the pictures; may be empty
    std::vector<ContactSheetCell> cells;
};

/// How a contact sheet looks and is written.
struct ContactSheetOptions {
    int cellSize = 320;     ///< pixels of each side of a cell; pictures are scaled to fit and centred
    bool overwrite = false; ///< whether a file of that name may be replaced
};

/// Draws rows of labelled pictures on dark grey: CV_8UC3, RGB order. Text is ASCII: each other byte sequence of a
/// character becomes one `?`; text wider than its place ends in `...`. Empty rows give an empty Mat.
cv::Mat drawContactSheet(const std::vector<ContactSheetRow>& rows, const ContactSheetOptions& options = {});

/// Draws the sheet and writes it as PNG (or whatever the extension says). Errors: those of writeImage, and
/// InvalidArgument where there is nothing to draw, the cells are smaller than 16 pixels, or a picture is not 8-bit grey
/// or RGB.
Result<void> writeContactSheet(const std::vector<ContactSheetRow>& rows, const std::filesystem::path& path,
                               const ContactSheetOptions& options = {});

} // namespace limpid
