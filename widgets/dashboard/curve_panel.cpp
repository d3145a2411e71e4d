// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/curve_panel.h"

#include "common/qcustomplot_shim.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

constexpr auto styleProperty = "curveStyle";

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Base).lightness() < 128;
}

// Blue and vermilion of Okabe and Ito's set, lighter on dark ground. One pixel wide: wider pens draw a hundred times
// slower.
QPen penOf(CurvePanel::Style style, const QPalette& palette) {
    const bool dark = isDark(palette);
    switch (style) {
    case CurvePanel::Style::Faint:
        return {dark ? QColor(0x6a, 0x6a, 0x6a) : QColor(0xbb, 0xbb, 0xbb), 1};
    case CurvePanel::Style::First:
        return {dark ? QColor(0x56, 0xb4, 0xe9) : QColor(0x00, 0x72, 0xb2), 1};
    case CurvePanel::Style::Second:
        return {dark ? QColor(0xff, 0x9e, 0x4a) : QColor(0xd5, 0x5e, 0x00), 1, Qt::DashLine};
    }
    return {};
}

void colourAxis(QCPAxis& axis, const QPalette& palette, const QFont& font) {
    auto text = palette.color(QPalette::Text);
    auto line = text;
    line.setAlphaF(0.45F);
    auto grid = text;
    grid.setAlphaF(0.12F);
    axis.setBasePen(QPen(line, 1));
    axis.setTickPen(QPen(line, 1));
    axis.setSubTickPen(QPen(Qt::NoPen));
    axis.setTickLabelColor(text);
    axis.setLabelColor(text);
    axis.setTickLabelFont(font);
    axis.setLabelFont(font);
    axis.grid()->setPen(QPen(grid, 1));
    axis.grid()->setZeroLinePen(QPen(Qt::NoPen));
}

} // namespace

CurvePanel::CurvePanel(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this)) {
    auto* heading = new QLabel(title, this);
    auto bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    m_plot->setMinimumHeight(110);
    m_plot->setAccessibleName(title);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->legend->setVisible(true);
    m_plot->axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignRight | Qt::AlignBottom);
    m_plot->legend->setMargins({4, 2, 4, 2});
    m_plot->legend->setRowSpacing(0);
    m_plot->legend->setIconSize(18, 8);
    m_plot->xAxis->ticker()->setTickCount(4);
    m_plot->yAxis->ticker()->setTickCount(4);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(heading);
    column->addWidget(m_plot, 1);
    colour();
}

int CurvePanel::addCurve(const QString& name, Style style, bool dots) {
    auto* added = m_plot->addGraph();
    added->setName(name);
    added->setProperty(styleProperty, static_cast<int>(style));
    added->setAntialiased(false);
    if (dots) {
        const auto shape = style == Style::First ? QCPScatterStyle::ssDisc : QCPScatterStyle::ssSquare;
        added->setScatterStyle(QCPScatterStyle(shape, 4));
    }
    colour();
    return m_plot->graphCount() - 1;
}

void CurvePanel::addPoint(int curve, double step, double value) {
    graph(curve)->addData(step, std::isfinite(value) ? value : std::nan(""));
    fitAxes();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePanel::clearPoints() {
    for (int i = 0; i < m_plot->graphCount(); ++i)
        graph(i)->data()->clear();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

int CurvePanel::pointCount(int curve) const {
    return graph(curve)->dataCount();
}

QString CurvePanel::legendText(int curve) const {
    return graph(curve)->name();
}

double CurvePanel::valueAt(int curve, int point) const {
    return graph(curve)->data()->at(point)->value;
}

void CurvePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void CurvePanel::colour() {
    const auto ground = palette();
    auto small = font();
    small.setPointSizeF(small.pointSizeF() * 0.8);
    m_plot->setBackground(ground.brush(QPalette::Base));
    for (auto* axis : {m_plot->xAxis, m_plot->yAxis, m_plot->xAxis2, m_plot->yAxis2})
        colourAxis(*axis, ground, small);
    auto plate = ground.color(QPalette::Base);
    plate.setAlphaF(0.8F);
    m_plot->legend->setBrush(plate);
    m_plot->legend->setBorderPen(QPen(Qt::NoPen));
    m_plot->legend->setFont(small);
    m_plot->legend->setTextColor(ground.color(QPalette::Text));
    for (int i = 0; i < m_plot->graphCount(); ++i)
        graph(i)->setPen(penOf(static_cast<Style>(graph(i)->property(styleProperty).toInt()), ground));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePanel::fitAxes() {
    m_plot->xAxis->rescale();
    QCPRange values;
    bool known = false;
    for (int i = 0; i < m_plot->graphCount(); ++i) {
        bool found = false;
        const auto own = graph(i)->getValueRange(found);
        if (!found)
            continue;
        if (known)
            values.expand(own);
        else
            values = own;
        known = true;
    }
    if (!known)
        return;
    // A little air, so that no curve lies on the frame. Values that differ by no more than rounding are one height.
    const double level = std::max(std::abs(values.center()), 1e-3);
    const bool flat = values.size() < 1e-6 * level;
    const double air = flat ? 0.05 * level : 0.075 * values.size();
    m_plot->yAxis->setRange(values.lower - air, values.upper + air);
}

QCPGraph* CurvePanel::graph(int curve) const {
    return m_plot->graph(curve);
}

} // namespace limpid
