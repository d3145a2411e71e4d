// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/preview_image.h"

#include <string>
#include <variant>
#include <vector>

namespace limpid {

/// What a report says and shows, in order, without saying how: HTML and PDF are both made of it, so that they cannot
/// differ. All text is UTF-8 as people wrote it; the writers escape it. Free of LibTorch and Qt.

struct ReportParagraph {
    std::string text;
    bool strong = false; ///< The sentence that must not be missed.
};

struct ReportList {
    std::vector<std::string> items;
};

/// A table with one row of headings; every row has as many cells as there are headings.
struct ReportTable {
    std::string caption;
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows;
    int textColumns = 1; ///< So many from the left are words; those after them are numbers, set to the right.
};

/// One line of points over a common horizontal axis.
struct ReportSeries {
    struct Point {
        double x = 0.0;
        double y = 0.0; ///< Where it is no number the line has a gap.
    };

    std::string name;
    std::vector<Point> points;
};

struct ReportChart {
    std::string title;
    std::string xTitle;
    std::string yTitle;
    std::vector<ReportSeries> series; ///< At most 6.
};

/// Charts that stand beside each other where there is room.
struct ReportCharts {
    std::vector<ReportChart> charts;
};

/// Pictures of one photograph beside each other, never cut by the end of a page.
struct ReportPictures {
    struct Picture {
        std::string caption;
        PreviewImage image;
    };

    std::string title;
    std::string text; ///< May be empty.
    std::vector<Picture> pictures;
};

using ReportBlock = std::variant<ReportParagraph, ReportList, ReportTable, ReportCharts, ReportPictures>;

struct ReportSection {
    std::string heading;
    std::vector<ReportBlock> blocks;
};

struct ReportDocument {
    std::string title;
    std::string subtitle;
    std::string footer; ///< On every page.
    std::vector<ReportSection> sections;
};

} // namespace limpid
