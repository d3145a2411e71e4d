// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/contact_sheet.h"

#include "imaging/image_writer.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

constexpr int gap = 8;
constexpr int smallestCell = 16;
constexpr int font = cv::FONT_HERSHEY_SIMPLEX;

const cv::Scalar paper(38, 38, 38);
const cv::Scalar frame(24, 24, 24);

/// A size of lettering, and the height of the line that holds it.
struct Lettering {
    double scale;
    int lineHeight;
    cv::Scalar ink;
};

const Lettering labels{0.6, 30, cv::Scalar(235, 235, 235)};
const Lettering captions{0.45, 22, cv::Scalar(190, 190, 190)};

/// OpenCV's fonts have ASCII only; a character of several UTF-8 bytes becomes one question mark.
std::string inAscii(const std::string& text) {
    std::string ascii;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte >= 0x20 && byte < 0x7f)
            ascii += letter;
        else if ((byte & 0xC0u) != 0x80u)
            ascii += byte < 0x80 ? ' ' : '?';
    }
    return ascii;
}

int widthOf(const std::string& text, const Lettering& lettering) {
    int below = 0;
    return cv::getTextSize(text, font, lettering.scale, 1, &below).width;
}

void write(cv::Mat& sheet, std::string text, const cv::Rect& place, const Lettering& lettering) {
    text = inAscii(text);
    if (widthOf(text, lettering) > place.width) {
        while (!text.empty() && widthOf(text + "...", lettering) > place.width)
            text.pop_back();
        text += "...";
    }
    const cv::Point start(place.x, place.y + place.height * 7 / 10);
    cv::Mat clipped = sheet(place);
    cv::putText(clipped, text, start - place.tl(), font, lettering.scale, lettering.ink, 1, cv::LINE_AA);
}

void paste(cv::Mat& sheet, const cv::Mat& picture, const cv::Rect& place) {
    sheet(place).setTo(frame);
    if (picture.empty())
        return;
    const double scale = std::min(static_cast<double>(place.width) / picture.cols, //
                                  static_cast<double>(place.height) / picture.rows);
    const cv::Size size(std::clamp(static_cast<int>(std::lround(picture.cols * scale)), 1, place.width),
                        std::clamp(static_cast<int>(std::lround(picture.rows * scale)), 1, place.height));
    cv::Mat scaled;
    cv::resize(picture, scaled, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    if (scaled.channels() == 1)
        cv::cvtColor(scaled, scaled, cv::COLOR_GRAY2RGB);
    const cv::Point corner(place.x + (place.width - size.width) / 2, place.y + (place.height - size.height) / 2);
    scaled.copyTo(sheet(cv::Rect(corner, size)));
}

bool hasLabel(const ContactSheetRow& row) {
    return !row.label.empty();
}

bool hasCaptions(const ContactSheetRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return !cell.caption.empty(); });
}

int heightOf(const ContactSheetRow& row, int cell) {
    return (hasLabel(row) ? labels.lineHeight : 0) + cell + (hasCaptions(row) ? captions.lineHeight : 0) + gap;
}

std::string whatCannotBeDrawn(const std::vector<ContactSheetRow>& rows, const ContactSheetOptions& options) {
    if (options.cellSize < smallestCell)
        return "cells must have at least 16 pixels";
    std::size_t pictures = 0;
    for (const ContactSheetRow& row : rows) {
        for (const ContactSheetCell& cell : row.cells) {
            pictures += cell.rgb.empty() ? 0 : 1;
            if (!cell.rgb.empty() && cell.rgb.type() != CV_8UC3 && cell.rgb.type() != CV_8UC1)
                return "pictures must be 8-bit grey or RGB";
        }
    }
    return pictures == 0 ? "there is no picture" : std::string();
}

} // namespace

cv::Mat drawContactSheet(const std::vector<ContactSheetRow>& rows, const ContactSheetOptions& options) {
    const int cell = options.cellSize;
    int columns = 0;
    int height = gap;
    for (const ContactSheetRow& row : rows) {
        columns = std::max(columns, static_cast<int>(row.cells.size()));
        height += heightOf(row, cell);
    }
    if (columns == 0)
        return {};
    cv::Mat sheet(height, gap + columns * (cell + gap), CV_8UC3, paper);
    int y = gap;
    for (const ContactSheetRow& row : rows) {
        int top = y;
        if (hasLabel(row)) {
            write(sheet, row.label, {gap, top, sheet.cols - 2 * gap, labels.lineHeight}, labels);
            top += labels.lineHeight;
        }
        int x = gap;
        for (const ContactSheetCell& one : row.cells) {
            paste(sheet, one.rgb, {x, top, cell, cell});
            if (!one.caption.empty())
                write(sheet, one.caption, {x, top + cell, cell, captions.lineHeight}, captions);
            x += cell + gap;
        }
        y += heightOf(row, cell);
    }
    return sheet;
}

Result<void> writeContactSheet(const std::vector<ContactSheetRow>& rows, const std::filesystem::path& path,
                               const ContactSheetOptions& options) {
    if (std::string reason = whatCannotBeDrawn(rows, options); !reason.empty())
        return fail(ErrorCode::InvalidArgument, {"contact sheet", std::move(reason)});
    Image sheet;
    try {
        sheet.pixels = drawContactSheet(rows, options);
    } catch (const cv::Exception& problem) {
        const bool memory = problem.code == cv::Error::StsNoMem;
        return fail(memory ? ErrorCode::OutOfMemory : ErrorCode::Internal, {"drawing the contact sheet"},
                    problem.what());
    }
    WriteOptions writing;
    writing.overwrite = options.overwrite;
    return writeImage(sheet, path, writing);
}

} // namespace limpid
