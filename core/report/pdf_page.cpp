// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/pdf_page.h"

#include "report/clean_text.h"

#include <librsvg/rsvg.h>
#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace limpid {

namespace {

/// More than a page holds; setting a text without any end would take minutes.
constexpr std::size_t mostBytes = 12'000;

struct Unref {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

template <typename T>
using Owned = std::unique_ptr<T, Unref>;

PangoLayout* makeLayout(cairo_t* context, const std::string& text, const PdfTextStyle& style) {
    auto* layout = pango_cairo_create_layout(context);
    auto clean = cleanText(text);
    if (clean.size() > mostBytes) {
        auto end = mostBytes;
        while ((static_cast<unsigned char>(clean[end]) & 0xC0U) == 0x80U) // inside a character
            --end;
        clean = clean.substr(0, end) + "\u2026";
    }
    pango_layout_set_text(layout, clean.data(), static_cast<int>(clean.size()));
    const Owned<PangoFontDescription> font(pango_font_description_from_string("Noto Sans, DejaVu Sans, sans-serif"));
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font.get());
    return layout;
}

double points(int units) {
    return static_cast<double>(units) / PANGO_SCALE;
}

} // namespace

PdfText::PdfText(cairo_t* context, const std::string& text, const PdfTextStyle& style, double width)
    : m_layout(makeLayout(context, text, style))
    , m_grey(style.grey) {
    auto* layout = m_layout.get();
    pango_layout_set_width(layout, static_cast<int>(std::max(1.0, width) * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_spacing(layout, static_cast<int>(0.15 * style.size * PANGO_SCALE));
    pango_layout_set_height(layout, static_cast<int>((PdfPages::height - 4.0 * PdfPages::margin) * PANGO_SCALE));
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    if (style.toTheRight)
        pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
}

double PdfText::height() const {
    PangoRectangle logical;
    pango_layout_get_extents(m_layout.get(), nullptr, &logical);
    return points(logical.height);
}

int PdfText::lines() const {
    return pango_layout_get_line_count(m_layout.get());
}

std::pair<double, double> PdfText::line(int number) const {
    const Owned<PangoLayoutIter> iterator(pango_layout_get_iter(m_layout.get()));
    for (int i = 0; i < number; ++i)
        pango_layout_iter_next_line(iterator.get());
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(iterator.get(), nullptr, &logical);
    return {points(logical.y), points(logical.y + logical.height)};
}

void PdfText::draw(cairo_t* context, double x, double y, int first, int last) const {
    cairo_set_source_rgb(context, m_grey, m_grey, m_grey);
    const double shift = line(first).first;
    const Owned<PangoLayoutIter> iterator(pango_layout_get_iter(m_layout.get()));
    for (int i = 0; i < last; ++i) {
        if (i >= first) {
            PangoRectangle logical;
            pango_layout_iter_get_line_extents(iterator.get(), nullptr, &logical);
            cairo_move_to(context, x + points(logical.x),
                          y - shift + points(pango_layout_iter_get_baseline(iterator.get())));
            pango_cairo_show_layout_line(context, pango_layout_iter_get_line_readonly(iterator.get()));
        }
        pango_layout_iter_next_line(iterator.get());
    }
}

double PdfText::naturalWidth(cairo_t* context, const std::string& text, const PdfTextStyle& style) {
    const Owned<PangoLayout> layout(makeLayout(context, text, style));
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    return points(logical.width) + 1.0;
}

PdfPages::PdfPages(cairo_t* context, std::string footer, int pages)
    : m_context(context)
    , m_footer(std::move(footer))
    , m_pages(pages) {}

void PdfPages::ensure(double points) {
    if (points > room() && !atTop())
        turn();
}

void PdfPages::turn() {
    drawFooter();
    cairo_show_page(m_context);
    ++m_page;
    m_y = margin;
}

int PdfPages::finish() {
    drawFooter();
    cairo_show_page(m_context);
    return m_page;
}

void PdfPages::drawFooter() const {
    constexpr double top = height - 40.0;
    constexpr PdfTextStyle style{8.0, false, false, 0.35};
    drawRule(margin, top - 4.0, textWidth, 0.7);
    PdfText(m_context, m_footer, style, textWidth * 0.75).draw(m_context, margin, top);
    auto aside = style;
    aside.toTheRight = true;
    PdfText(m_context, fmt::format("Page {} of {}", m_page, m_pages), aside, textWidth * 0.25)
        .draw(m_context, margin + textWidth * 0.75, top);
}

void PdfPages::drawPicture(const PreviewImage& image, double x, double y, double boxWidth, double boxHeight) const {
    const auto pixels =
        static_cast<std::size_t>(std::max(0, image.width)) * static_cast<std::size_t>(std::max(0, image.height));
    const auto channels = static_cast<std::size_t>(std::max(0, image.channels));
    if (pixels == 0 || (channels != 1 && channels != 3) || image.pixels.size() != pixels * channels) {
        cairo_set_source_rgb(m_context, 0, 0, 0);
        cairo_rectangle(m_context, x, y, boxWidth, boxHeight);
        cairo_fill(m_context);
        return;
    }
    const Owned<cairo_surface_t> surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height));
    cairo_surface_flush(surface.get());
    auto* rows = cairo_image_surface_get_data(surface.get());
    const auto stride = cairo_image_surface_get_stride(surface.get());
    std::size_t next = 0;
    for (int row = 0; row < image.height && rows != nullptr; ++row) {
        auto* line = reinterpret_cast<std::uint32_t*>(rows + static_cast<std::ptrdiff_t>(row) * stride);
        for (int column = 0; column < image.width; ++column, next += channels) {
            const std::uint32_t red = image.pixels[next];
            const std::uint32_t green = image.pixels[next + (channels == 3 ? 1 : 0)];
            const std::uint32_t blue = image.pixels[next + (channels == 3 ? 2 : 0)];
            line[column] = (red << 16U) | (green << 8U) | blue;
        }
    }
    cairo_surface_mark_dirty(surface.get());
    cairo_save(m_context);
    cairo_translate(m_context, x, y);
    cairo_scale(m_context, boxWidth / image.width, boxHeight / image.height);
    cairo_set_source_surface(m_context, surface.get(), 0, 0);
    cairo_paint(m_context);
    cairo_restore(m_context);
}

bool PdfPages::drawSvg(const std::string& svg, double x, double y, double boxWidth, double boxHeight) const {
    const Owned<RsvgHandle> handle(
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr));
    if (!handle)
        return false;
    const RsvgRectangle box{x, y, boxWidth, boxHeight};
    return rsvg_handle_render_document(handle.get(), m_context, &box, nullptr) != FALSE;
}

void PdfPages::drawRule(double x, double y, double length, double grey) const {
    cairo_set_source_rgb(m_context, grey, grey, grey);
    cairo_set_line_width(m_context, 0.5);
    cairo_move_to(m_context, x, y);
    cairo_line_to(m_context, x + length, y);
    cairo_stroke(m_context);
}

} // namespace limpid
