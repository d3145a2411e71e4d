// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/preview_image.h"

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <utility>

namespace limpid {

/// How a piece of text is set. Sizes are in points.
struct PdfTextStyle {
    double size = 9.5;
    bool bold = false;
    bool toTheRight = false;
    double grey = 0.13; ///< 0 is black, 1 white.
};

/// Text set to a width, ready to be drawn.
class PdfText {
public:
    /// `width` in points; text that would be higher than a page ends in dots.
    PdfText(cairo_t* context, const std::string& text, const PdfTextStyle& style, double width);

    double height() const;
    int lines() const;
    /// Top and bottom of a line, in points below the top of the text.
    std::pair<double, double> line(int number) const;
    /// Draws the lines `first` to before `last` with the top of the first at (x, y).
    void draw(cairo_t* context, double x, double y, int first, int last) const;
    void draw(cairo_t* context, double x, double y) const { draw(context, x, y, 0, lines()); }
    /// Width of the widest line if nothing were wrapped.
    static double naturalWidth(cairo_t* context, const std::string& text, const PdfTextStyle& style);

private:
    struct Release {
        void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    };
    std::unique_ptr<PangoLayout, Release> m_layout;
    double m_grey;
};

/// The pages of one document, from the top down. `pages` is how many there will be, for their numbers.
class PdfPages {
public:
    static constexpr double width = 595.276; ///< A4, in points.
    static constexpr double height = 841.89;
    static constexpr double margin = 48.0;
    static constexpr double textWidth = width - 2.0 * margin;

    /// `context` must outlive it.
    PdfPages(cairo_t* context, std::string footer, int pages);

    cairo_t* context() const { return m_context; }
    /// Where the next thing goes, in points from the page's top.
    double y() const { return m_y; }
    void moveDown(double points) { m_y += points; }
    /// Turns the page unless so much room is left.
    void ensure(double points);
    double room() const { return height - bottomMargin - m_y; }
    bool atTop() const { return m_y <= margin; }
    void turn();
    /// Ends the last page; gives the number of pages.
    int finish();
    int page() const { return m_page; }

    /// Draws a picture into a box, smooth, as wide as the box; empty ones leave it black.
    void drawPicture(const PreviewImage& image, double x, double y, double boxWidth, double boxHeight) const;
    /// Draws an SVG drawing as lines; false where it is none.
    bool drawSvg(const std::string& svg, double x, double y, double boxWidth, double boxHeight) const;
    /// A thin line across.
    void drawRule(double x, double y, double length, double grey) const;

private:
    static constexpr double bottomMargin = 56.0;

    void drawFooter() const;

    cairo_t* m_context;
    std::string m_footer;
    int m_pages;
    int m_page = 1;
    double m_y = margin;
};

} // namespace limpid
