// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/report_pdf.h"

#include "report/clean_text.h"
#include "report/curve_svg.h"
#include "report/pdf_page.h"

#include <cairo-pdf.h>
#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <numeric>
#include <string>
#include <variant>
#include <vector>

namespace limpid {

namespace {

constexpr double gap = 8.0;
constexpr PdfTextStyle body;
constexpr PdfTextStyle strongBody{9.5, true};
constexpr PdfTextStyle small{8.0, false, false, 0.35};
constexpr PdfTextStyle cellStyle{8.5};
constexpr PdfTextStyle cellHeading{8.5, true};

/// Sets the blocks of a report on pages.
class PdfWriter {
public:
    PdfWriter(cairo_t* context, const std::string& footer, int pages)
        : m_pages(context, footer, pages) {}

    void heading(const std::string& text, double size, double keepWith) {
        const PdfText set(m_pages.context(), text, {size, true}, PdfPages::textWidth);
        if (!m_pages.atTop())
            m_pages.moveDown(gap);
        m_pages.ensure(set.height() + keepWith);
        set.draw(m_pages.context(), PdfPages::margin, m_pages.y());
        m_pages.moveDown(set.height() + 4.0);
    }

    void operator()(const ReportParagraph& paragraph) {
        flow(paragraph.text, paragraph.strong ? strongBody : body, 0.0);
        m_pages.moveDown(5.0);
    }

    void operator()(const ReportList& list) {
        for (const auto& item : list.items) {
            const PdfText bullet(m_pages.context(), "\u2022", body, 10.0);
            m_pages.ensure(bullet.height());
            bullet.draw(m_pages.context(), PdfPages::margin + 2.0, m_pages.y());
            flow(item, body, 12.0);
            m_pages.moveDown(2.0);
        }
        m_pages.moveDown(4.0);
    }

    void operator()(const ReportTable& table) {
        const auto widths = columnWidths(table);
        if (!table.caption.empty()) {
            m_pages.ensure(60.0);
            flow(table.caption, small, 0.0);
            m_pages.moveDown(3.0);
        }
        m_pages.ensure(48.0); // the headings and a row
        row(table, widths, table.headings, cellHeading);
        for (const auto& cells : table.rows) {
            if (rowHeight(table, widths, cells, cellStyle) > m_pages.room()) {
                m_pages.turn();
                row(table, widths, table.headings, cellHeading);
            }
            row(table, widths, cells, cellStyle);
        }
        m_pages.moveDown(gap);
    }

    void operator()(const ReportCharts& charts) {
        constexpr double between = 16.0;
        constexpr double chartWidth = (PdfPages::textWidth - between) / 2.0;
        constexpr double chartHeight = chartWidth * curveHeight / curveWidth;
        for (std::size_t i = 0; i < charts.charts.size(); ++i) {
            const bool first = i % 2 == 0;
            if (first)
                m_pages.ensure(chartHeight);
            const double x = PdfPages::margin + (first ? 0.0 : chartWidth + between);
            m_drawn = m_pages.drawSvg(drawCurves(charts.charts[i]), x, m_pages.y(), chartWidth, chartHeight) && m_drawn;
            if (!first || i + 1 == charts.charts.size())
                m_pages.moveDown(chartHeight + gap);
        }
    }

    void operator()(const ReportPictures& shown) {
        if (shown.pictures.empty())
            return;
        constexpr double between = 8.0;
        constexpr std::size_t across = 4; // the same size however many there are
        constexpr double side = (PdfPages::textWidth - between * (across - 1)) / across;
        auto* context = m_pages.context();
        const PdfText title(context, shown.title, strongBody, PdfPages::textWidth);
        const PdfText text(context, shown.text, body, PdfPages::textWidth);
        const double textHeight = shown.text.empty() ? 0.0 : text.height() + 2.0;
        std::vector<PdfText> captions;
        double captionHeight = 0.0;
        double pictureHeight = 0.0;
        for (const auto& picture : shown.pictures) {
            captions.emplace_back(context, picture.caption, small, side);
            captionHeight = std::max(captionHeight, captions.back().height());
            const auto& image = picture.image;
            pictureHeight = std::max(pictureHeight,
                                     image.width > 0 ? std::min(2.0 * side, side * image.height / image.width) : side);
        }
        const auto rows = static_cast<double>((captions.size() + across - 1) / across);
        m_pages.ensure(title.height() + 3.0 + textHeight + rows * (pictureHeight + 3.0 + captionHeight + gap));
        title.draw(context, PdfPages::margin, m_pages.y());
        m_pages.moveDown(title.height() + 3.0);
        if (!shown.text.empty())
            text.draw(context, PdfPages::margin, m_pages.y());
        m_pages.moveDown(textHeight);
        for (std::size_t i = 0; i < captions.size(); ++i) {
            const double x = PdfPages::margin + static_cast<double>(i % across) * (side + between);
            m_pages.drawPicture(shown.pictures[i].image, x, m_pages.y(), side, pictureHeight);
            captions[i].draw(context, x, m_pages.y() + pictureHeight + 3.0);
            if (i % across == across - 1 || i + 1 == captions.size())
                m_pages.moveDown(pictureHeight + 3.0 + captionHeight + gap);
        }
    }

    /// Ends the last page; gives the number of pages.
    int finish() { return m_pages.finish(); }
    int page() const { return m_pages.page(); }
    bool drewEverything() const { return m_drawn; }

private:
    static constexpr double cellGap = 9.0;

    /// Text that may go on on the next page, line by line.
    void flow(const std::string& words, const PdfTextStyle& style, double indent) {
        auto* context = m_pages.context();
        const PdfText text(context, words, style, PdfPages::textWidth - indent);
        int first = 0;
        while (first < text.lines()) {
            const double top = text.line(first).first;
            int last = first;
            while (last < text.lines() && text.line(last).second - top <= m_pages.room())
                ++last;
            if (last == first && !m_pages.atTop()) {
                m_pages.turn();
                continue;
            }
            last = std::max(last, first + 1);
            text.draw(context, PdfPages::margin + indent, m_pages.y(), first, last);
            m_pages.moveDown(text.line(last - 1).second - top);
            first = last;
        }
    }

    PdfTextStyle styleOf(const ReportTable& table, std::size_t column, PdfTextStyle style) const {
        style.toTheRight = column >= static_cast<std::size_t>(table.textColumns);
        return style;
    }

    /// Numbers get the room they need, words share the rest by how long they are.
    std::vector<double> columnWidths(const ReportTable& table) const {
        const auto columns = table.headings.size();
        std::vector<double> widths(columns, 0.0);
        for (std::size_t i = 0; i < columns; ++i) {
            widths[i] = PdfText::naturalWidth(m_pages.context(), table.headings[i], cellHeading);
            for (const auto& cells : table.rows)
                widths[i] = std::max(widths[i], PdfText::naturalWidth(m_pages.context(), cells[i], cellStyle));
        }
        const double room = PdfPages::textWidth - cellGap * static_cast<double>(columns - 1);
        const double fair = room / static_cast<double>(columns);
        const double wanted = std::accumulate(widths.begin(), widths.end(), 0.0);
        if (wanted <= room) {
            // Words end where their lines end; the rest goes to the right of them.
            widths[static_cast<std::size_t>(std::max(1, table.textColumns)) - 1] += room - wanted;
            return widths;
        }
        // Numbers, and words that fit into a fair share, keep their width; the others share what is left.
        const auto keeps = [&](std::size_t i) {
            const double most = i >= static_cast<std::size_t>(table.textColumns) ? 2.0 * fair : fair;
            return widths[i] <= most;
        };
        std::vector<bool> kept(columns);
        double left = room;
        double wide = 0.0;
        for (std::size_t i = 0; i < columns; ++i) {
            kept[i] = keeps(i);
            left -= kept[i] ? widths[i] : 0.0;
            wide += kept[i] ? 0.0 : std::min(widths[i], 4.0 * fair);
        }
        const double least = 0.5 * fair; // however much the numbers want
        for (std::size_t i = 0; i < columns; ++i) {
            if (!kept[i])
                widths[i] = std::max(least, left * std::min(widths[i], 4.0 * fair) / wide);
        }
        return widths;
    }

    double rowHeight(const ReportTable& table, const std::vector<double>& widths, const std::vector<std::string>& cells,
                     const PdfTextStyle& style) const {
        double height = 0.0;
        for (std::size_t i = 0; i < cells.size(); ++i)
            height =
                std::max(height, PdfText(m_pages.context(), cells[i], styleOf(table, i, style), widths[i]).height());
        return height + 5.0;
    }

    void row(const ReportTable& table, const std::vector<double>& widths, const std::vector<std::string>& cells,
             const PdfTextStyle& style) {
        const double height = rowHeight(table, widths, cells, style);
        double x = PdfPages::margin;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            PdfText(m_pages.context(), cells[i], styleOf(table, i, style), widths[i])
                .draw(m_pages.context(), x, m_pages.y() + 1.5);
            x += widths[i] + cellGap;
        }
        m_pages.moveDown(height);
        m_pages.drawRule(PdfPages::margin, m_pages.y() - 1.0, PdfPages::textWidth, style.bold ? 0.5 : 0.85);
    }

    PdfPages m_pages;
    bool m_drawn = true;
};

struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};

/// Sets the whole report on a PDF surface and gives the number of its pages, 0 where a drawing failed.
int setOn(cairo_surface_t* surface, const ReportDocument& document, int pages) {
    const std::unique_ptr<cairo_t, Destroy> context(cairo_create(surface));
    PdfWriter writer(context.get(), document.footer, pages);
    writer.heading(document.title, 18.0, 0.0);
    writer(ReportParagraph{document.subtitle});
    writer(ReportParagraph{document.footer, true});
    for (const auto& section : document.sections) {
        const auto& blocks = section.blocks;
        const bool pictured =
            std::any_of(blocks.begin(), blocks.begin() + std::min<std::ptrdiff_t>(2, std::ssize(blocks)),
                        [](const auto& block) { return std::holds_alternative<ReportPictures>(block); });
        writer.heading(section.heading, 13.0, pictured ? 220.0 : 70.0); // never alone at the end of a page
        cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, cleanText(section.heading).c_str(),
                                      fmt::format("page={}", writer.page()).c_str(),
                                      static_cast<cairo_pdf_outline_flags_t>(0));
        for (const auto& block : section.blocks)
            std::visit(writer, block);
    }
    const int count = writer.finish();
    return writer.drewEverything() && cairo_status(context.get()) == CAIRO_STATUS_SUCCESS ? count : 0;
}

cairo_status_t append(void* file, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(file)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

Result<std::string> reportPdf(const ReportDocument& document) {
    using Surface = std::unique_ptr<cairo_surface_t, Destroy>;
    // Set twice: how many pages there are is known only at the end, and stands on each of them.
    std::string file;
    int pages = 0;
    for (const bool last : {false, true}) {
        file.clear();
        const Surface surface(cairo_pdf_surface_create_for_stream(append, &file, PdfPages::width, PdfPages::height));
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, cleanText(document.title).c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Limpid");
        pages = setOn(surface.get(), document, pages);
        cairo_surface_finish(surface.get());
        if (pages == 0 || cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
            return fail(ErrorCode::Internal, {"writing the PDF"}, last ? "second pass" : "first pass");
    }
    return file;
}

} // namespace limpid
