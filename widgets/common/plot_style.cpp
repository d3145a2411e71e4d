// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/plot_style.h"

#include "common/qcustomplot_shim.h"

namespace limpid {

namespace {

struct Look {
    QRgb onLight;
    QRgb onDark;
    Qt::PenStyle dash;
    QCPScatterStyle::ScatterShape shape;
};

// Of Okabe and Ito's set, lighter on dark ground.
const Look& lookOf(CurveStyle style) {
    static constexpr Look looks[] = {
        {0xff0072b2, 0xff56b4e9, Qt::SolidLine, QCPScatterStyle::ssDisc},
        {0xffd55e00, 0xffff9e4a, Qt::DashLine, QCPScatterStyle::ssSquare},
        {0xff00785a, 0xff2fc79b, Qt::DotLine, QCPScatterStyle::ssTriangle},
        {0xffa8437f, 0xffe69ac4, Qt::DashDotLine, QCPScatterStyle::ssDiamond},
    };
    return looks[static_cast<std::size_t>(style)];
}

QColor colourOf(CurveStyle style, const QPalette& palette) {
    const auto& look = lookOf(style);
    return QColor(palette.color(QPalette::Base).lightness() < 128 ? look.onDark : look.onLight);
}

QColor mixed(const QColor& one, const QColor& other, double share) {
    const auto mix = [share](int a, int b) {
        return static_cast<int>(a * share + b * (1.0 - share));
    };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

void dressAxis(QCPAxis& axis, const QPalette& palette, const QFont& font) {
    const auto text = palette.color(QPalette::Text);
    const auto ground = palette.color(QPalette::Base);
    const QPen line(mixed(text, ground, 0.45), 1);
    axis.setBasePen(line);
    axis.setTickPen(line);
    axis.setSubTickPen(QPen(Qt::NoPen));
    axis.setTickLabelColor(text);
    axis.setLabelColor(text);
    axis.setTickLabelFont(font);
    axis.setLabelFont(font);
    axis.grid()->setPen(QPen(mixed(text, ground, 0.12), 1));
    axis.grid()->setZeroLinePen(QPen(Qt::NoPen));
}

} // namespace

QPen strongPen(CurveStyle style, const QPalette& palette) {
    return {colourOf(style, palette), 1, lookOf(style).dash};
}

QPen faintPen(CurveStyle style, const QPalette& palette) {
    return {mixed(colourOf(style, palette), palette.color(QPalette::Base), 0.35), 1};
}

int pointShape(CurveStyle style) {
    return lookOf(style).shape;
}

QPalette paperPalette() {
    QPalette paper;
    for (const auto role : {QPalette::Base, QPalette::Window})
        paper.setColor(role, Qt::white);
    for (const auto role : {QPalette::Text, QPalette::WindowText})
        paper.setColor(role, Qt::black);
    return paper;
}

void dressPlot(QCustomPlot& plot, const QPalette& palette, const QFont& font) {
    plot.setBackground(palette.brush(QPalette::Base));
    for (auto* axis : {plot.xAxis, plot.yAxis, plot.xAxis2, plot.yAxis2})
        dressAxis(*axis, palette, font);
    plot.legend->setBrush(Qt::NoBrush);
    plot.legend->setBorderPen(QPen(Qt::NoPen));
    plot.legend->setFont(font);
    plot.legend->setTextColor(palette.color(QPalette::Text));
}

} // namespace limpid
