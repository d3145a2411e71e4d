// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/report_html.h"

#include "report/clean_text.h"
#include "report/curve_svg.h"
#include "report/picture_file.h"

#include <cstddef>
#include <utility>
#include <variant>

namespace limpid {

namespace {

constexpr const char* style = R"(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: #fff; color: #222;
  font: 16px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0.5rem 0 0; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; border-bottom: 1px solid #bbb; padding-bottom: 0.2rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 0.3rem; }
p { margin: 0.5rem 0; }
.subtitle, figcaption, caption { color: #555; }
.notice { border: 1px solid #666; border-radius: 4px; padding: 0.4rem 0.7rem; display: inline-block; }
.scroll { overflow-x: auto; margin: 0.8rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
caption { text-align: left; padding-bottom: 0.3rem; }
th, td { border-bottom: 1px solid #ddd; padding: 0.25rem 0.6rem 0.25rem 0; text-align: left; vertical-align: top; }
th { border-bottom: 1px solid #888; }
td:first-child, th { overflow-wrap: break-word; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
th.number { white-space: normal; }
td:not(.number) { min-width: 6rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 1rem 1.5rem; }
svg { width: 100%; height: auto; }
.pictures { display: grid; grid-template-columns: repeat(4, 1fr); gap: 0.6rem; }
@media (max-width: 40rem) { .pictures { grid-template-columns: 1fr 1fr; } }
figure { margin: 0; }
img { width: 100%; height: auto; display: block; background: #000; }
figcaption { font-size: 0.85rem; }
section, .block { margin-bottom: 1rem; }
footer { margin-top: 2rem; border-top: 1px solid #bbb; padding-top: 0.5rem; font-size: 0.85rem; color: #555; }
.sheet, .sheet > tbody, .sheet > tbody > tr, .sheet > tbody > tr > td { display: block; font-size: inherit; }
.sheet > tbody > tr > td, .sheet > tfoot td { border: 0; padding: 0; min-width: 0; }
.sheet > tfoot { display: none; }
@media print {
  @page { size: A4; margin: 16mm 15mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  /* A fixed footer stands on every page; the empty foot of the sheet keeps its place free there. */
  footer { position: fixed; bottom: 0; left: 0; right: 0; margin: 0; background: #fff; }
  .sheet { display: table; }
  .sheet > tbody { display: table-row-group; }
  .sheet > tbody > tr { display: table-row; }
  .sheet > tbody > tr > td { display: table-cell; }
  .sheet > tfoot { display: table-footer-group; }
  .sheet > tfoot td { height: 10mm; }
  .charts { grid-template-columns: 1fr 1fr; }
  .pictures { grid-template-columns: repeat(4, 1fr); }
  .scroll { overflow: visible; }
  h2, h3, caption { break-after: avoid; }
  p:has(+ .block) { break-after: avoid; }
  .block, figure, svg, .scroll tr { break-inside: avoid; }
})";

/// Writes the blocks of a report.
class HtmlWriter {
public:
    void operator()(const ReportParagraph& paragraph) {
        const auto text = escapedText(paragraph.text);
        m_html += paragraph.strong ? "<p><strong>" + text + "</strong></p>\n" : "<p>" + text + "</p>\n";
    }

    void operator()(const ReportList& list) {
        m_html += "<ul>\n";
        for (const auto& item : list.items)
            m_html += "<li>" + escapedText(item) + "</li>\n";
        m_html += "</ul>\n";
    }

    void operator()(const ReportTable& table) {
        m_html += "<div class=\"scroll\"><table>\n";
        if (!table.caption.empty())
            m_html += "<caption>" + escapedText(table.caption) + "</caption>\n";
        m_html += "<thead>";
        addRow(table, table.headings, "th scope=\"col\"", "th");
        m_html += "</thead>\n<tbody>\n";
        for (const auto& row : table.rows)
            addRow(table, row, "td", "td");
        m_html += "</tbody></table></div>\n";
    }

    void operator()(const ReportCharts& charts) {
        m_html += "<div class=\"charts\">\n";
        for (const auto& chart : charts.charts)
            m_html += "<figure>" + drawCurves(chart) + "</figure>\n";
        m_html += "</div>\n";
    }

    void operator()(const ReportPictures& shown) {
        m_html += "<div class=\"block\"><h3>" + escapedText(shown.title) + "</h3>\n";
        if (!shown.text.empty())
            m_html += "<p>" + escapedText(shown.text) + "</p>\n";
        m_html += "<div class=\"pictures\">\n";
        for (const auto& picture : shown.pictures) {
            const auto caption = escapedText(picture.caption);
            m_html += "<figure><img alt=\"" + caption + "\" src=\"" + pictureUri(picture.image) + "\"><figcaption>" +
                      caption + "</figcaption></figure>\n";
        }
        m_html += "</div></div>\n";
    }

    void add(const std::string& markup) { m_html += markup; }
    std::string take() { return std::move(m_html); }

private:
    void addRow(const ReportTable& table, const std::vector<std::string>& cells, const std::string& open,
                const std::string& close) {
        m_html += "<tr>";
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const bool number = i >= static_cast<std::size_t>(table.textColumns);
            m_html += "<" + open + (number ? " class=\"number\">" : ">") + escapedText(cells[i]) + "</" + close + ">";
        }
        m_html += "</tr>\n";
    }

    std::string m_html;
};

} // namespace

std::string reportHtml(const ReportDocument& document) {
    HtmlWriter writer;
    const auto title = escapedText(document.title);
    const auto footer = escapedText(document.footer);
    writer.add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta http-equiv=\"Content-Security-Policy\" "
               "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
               title + "</title>\n<style>" + style +
               "\n</style>\n</head>\n<body>\n<table class=\"sheet\" "
               "role=\"presentation\"><tfoot><tr><td></td></tr></tfoot><tbody><tr><td>\n"
               "<main>\n<h1>" +
               title + "</h1>\n<p class=\"subtitle\">" + escapedText(document.subtitle) + "</p>\n<p class=\"notice\">" +
               footer + "</p>\n");
    for (const auto& section : document.sections) {
        writer.add("<section>\n<h2>" + escapedText(section.heading) + "</h2>\n");
        for (const auto& block : section.blocks)
            std::visit(writer, block);
        writer.add("</section>\n");
    }
    writer.add("</main>\n</td></tr></tbody></table>\n<footer>" + footer + "</footer>\n</body>\n</html>\n");
    return writer.take();
}

} // namespace limpid
