// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/curve_svg.h"

#include "report/axis_scale.h"
#include "report/clean_text.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <utility>

namespace limpid {

namespace {

constexpr double left = 66.0;
constexpr double right = 12.0;
constexpr double bottom = 44.0;
constexpr double titleLine = 18.0;
constexpr double legendLine = 17.0;
/// Above so many points marks would hide the line; only every so many-th gets one.
constexpr std::size_t mostMarks = 12;

/// Colours after M. Okabe and K. Ito, dark enough for white paper, with their dashes.
struct Style {
    const char* colour;
    const char* dashes; ///< Empty for a whole line.
};

constexpr std::array<Style, 6> styles{{{"#0072B2", ""},
                                       {"#C04A00", "7 4"},
                                       {"#007A5A", "2 3"},
                                       {"#9A4080", "9 3 2 3"},
                                       {"#222222", "4 4"},
                                       {"#A67800", "12 4"}}};

/// A mark of the series' own shape around (x, y).
std::string mark(std::size_t series, double x, double y) {
    const auto* colour = styles[series].colour;
    const auto polygon = [&](std::initializer_list<std::pair<double, double>> corners) {
        std::string points;
        for (const auto& [dx, dy] : corners)
            points += fmt::format("{:.1f},{:.1f} ", x + dx, y + dy);
        points.pop_back();
        return fmt::format(R"(<polygon points="{}" fill="{}"/>)", points, colour);
    };
    switch (series) {
    case 0:
        return fmt::format(R"(<circle cx="{:.1f}" cy="{:.1f}" r="3.2" fill="{}"/>)", x, y, colour);
    case 1:
        return polygon({{-3, -3}, {3, -3}, {3, 3}, {-3, 3}});
    case 2:
        return polygon({{0, -4}, {4, 3}, {-4, 3}});
    case 3:
        return polygon({{0, -4.2}, {4.2, 0}, {0, 4.2}, {-4.2, 0}});
    case 4:
        return polygon({{0, 4}, {4, -3}, {-4, -3}});
    default:
        return fmt::format(R"(<circle cx="{:.1f}" cy="{:.1f}" r="3.2" fill="#fff" stroke="{}" stroke-width="1.5"/>)", x,
                           y, colour);
    }
}

std::string textAt(double x, double y, const char* anchor, const std::string& words, const char* more = "") {
    return fmt::format(R"(<text x="{:.1f}" y="{:.1f}" text-anchor="{}"{}>{}</text>)", x, y, anchor, more,
                       escapedText(words));
}

std::string strokeOf(std::size_t series) {
    const auto& style = styles[series];
    const std::string dashes =
        *style.dashes == '\0' ? std::string() : fmt::format(R"( stroke-dasharray="{}")", style.dashes);
    return fmt::format(R"(fill="none" stroke="{}" stroke-width="1.8" stroke-linejoin="round"{})", style.colour, dashes);
}

/// About how wide words are drawn; what is not Latin counts double.
double widthOf(const std::string& words) {
    double width = 0.0;
    for (const char byte : words) {
        const auto code = static_cast<unsigned char>(byte);
        if (code < 0x80U)
            width += 6.6;
        else if (code >= 0xC0U)
            width += code >= 0xE0U ? 13.0 : 6.6;
    }
    return width;
}

/// A chart being drawn.
class Drawing {
public:
    explicit Drawing(const ReportChart& chart)
        : m_chart(chart) {}

    std::string draw() {
        add(fmt::format(
            R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" )"
            R"(font-family="DejaVu Sans, Noto Sans, Noto Sans CJK SC, sans-serif" font-size="12" fill="#222">)",
            curveWidth, curveHeight));
        add("<title>" + escapedText(m_chart.title) + "</title>");
        add(textAt(0.0, 13.0, "start", m_chart.title, R"( font-weight="bold")"));
        drawLegend();
        const auto axes = AxisScale::around(m_chart.series);
        if (axes) {
            drawAxes(axes->first, axes->second);
            for (std::size_t i = 0; i < shown(); ++i)
                drawSeries(i, axes->first, axes->second);
        } else {
            add(textAt(curveWidth / 2.0, curveHeight / 2.0, "middle", "No values."));
        }
        add("</svg>");
        return std::move(m_svg);
    }

private:
    std::size_t shown() const { return std::min(m_chart.series.size(), styles.size()); }
    void add(const std::string& element) { m_svg += element + "\n"; }
    double xOf(const AxisScale& scale, double value) const {
        return left + scale.position(value) * (curveWidth - left - right);
    }
    double yOf(const AxisScale& scale, double value) const {
        return curveHeight - bottom - scale.position(value) * (curveHeight - bottom - m_top);
    }

    void drawLegend() {
        double x = 0.0;
        double y = titleLine + 12.0;
        for (std::size_t i = 0; i < shown(); ++i) {
            const auto& name = m_chart.series[i].name;
            const double width = 40.0 + widthOf(name);
            if (x > 0.0 && x + width > curveWidth) {
                x = 0.0;
                y += legendLine;
            }
            add(fmt::format(R"(<path d="M{:.1f} {:.1f}h26" {}/>)", x, y - 4.0, strokeOf(i)));
            add(mark(i, x + 13.0, y - 4.0));
            add(textAt(x + 31.0, y, "start", name));
            x += width + 10.0;
        }
        m_top = y + 14.0;
    }

    void drawAxes(const AxisScale& across, const AxisScale& up) {
        const double floor = curveHeight - bottom;
        for (const double tick : up.ticks()) {
            const double y = yOf(up, tick);
            add(fmt::format(R"(<path d="M{:.1f} {:.1f}H{:.1f}" stroke="#ddd" fill="none"/>)", left, y,
                            curveWidth - right));
            add(textAt(left - 6.0, y + 4.0, "end", up.label(tick), R"( font-size="11")"));
        }
        for (const double tick : across.ticks()) {
            const double x = xOf(across, tick);
            add(fmt::format(R"(<path d="M{:.1f} {:.1f}v4" stroke="#222" fill="none"/>)", x, floor));
            add(textAt(x, floor + 16.0, "middle", across.label(tick), R"( font-size="11")"));
        }
        add(fmt::format(R"(<path d="M{:.1f} {:.1f}V{:.1f}H{:.1f}" stroke="#222" fill="none"/>)", left, m_top, floor,
                        curveWidth - right));
        add(textAt((left + curveWidth - right) / 2.0, curveHeight - 8.0, "middle", m_chart.xTitle));
        const double middle = (m_top + floor) / 2.0;
        add(textAt(12.0, middle, "middle", m_chart.yTitle,
                   fmt::format(R"x( transform="rotate(-90 12 {:.1f})")x", middle).c_str()));
    }

    void drawSeries(std::size_t number, const AxisScale& across, const AxisScale& up) {
        std::string path;
        std::string marks;
        bool pen = false;
        const auto& points = m_chart.series[number].points;
        const auto every = std::max<std::size_t>(1, (points.size() + mostMarks - 1) / mostMarks);
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (!std::isfinite(points[i].x) || !std::isfinite(points[i].y)) {
                pen = false;
                continue;
            }
            const double x = xOf(across, points[i].x);
            const double y = yOf(up, points[i].y);
            path += fmt::format("{}{:.1f} {:.1f}", pen ? 'L' : 'M', x, y);
            pen = true;
            if (i % every == 0 || i + 1 == points.size())
                marks += mark(number, x, y);
        }
        if (!path.empty())
            add(fmt::format(R"(<path d="{}" {}/>)", path, strokeOf(number)) + marks);
    }

    const ReportChart& m_chart;
    std::string m_svg;
    double m_top = 0.0;
};

} // namespace

std::string drawCurves(const ReportChart& chart) {
    return Drawing(chart).draw();
}

} // namespace limpid
