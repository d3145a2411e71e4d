// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/curve_crosshair.h"

#include "common/qcustomplot_shim.h"

namespace limpid {

namespace {

constexpr QLatin1String layerName("crosshair");

QCPLayer* ownLayer(QCustomPlot& plot) {
    plot.addLayer(layerName, nullptr, QCustomPlot::limAbove);
    auto* layer = plot.layer(layerName);
    layer->setMode(QCPLayer::lmBuffered);
    return layer;
}

} // namespace

CurveCrosshair::CurveCrosshair(QCustomPlot& plot)
    : QObject(&plot)
    , m_plot(plot)
    , m_layer(ownLayer(plot))
    , m_upright(new QCPItemStraightLine(&plot))
    , m_level(new QCPItemStraightLine(&plot))
    , m_words(new QCPItemText(&plot)) {
    for (auto* item : std::initializer_list<QCPAbstractItem*>{m_upright, m_level, m_words}) {
        item->setLayer(m_layer);
        item->setAntialiased(false);
    }
    m_words->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_words->setTextAlignment(Qt::AlignLeft);
    m_words->setPadding({5, 3, 5, 3});
    setShown(false);
}

void CurveCrosshair::show(double key, double value, const QString& words) {
    const auto* across = m_plot.xAxis;
    const auto* up = m_plot.yAxis;
    m_upright->point1->setCoords(key, up->range().lower);
    m_upright->point2->setCoords(key, up->range().upper);
    m_level->point1->setCoords(across->range().lower, value);
    m_level->point2->setCoords(across->range().upper, value);
    const bool right = key > across->range().center();
    m_words->setPositionAlignment(Qt::AlignTop | (right ? Qt::AlignLeft : Qt::AlignRight));
    m_words->position->setCoords(right ? 0.01 : 0.99, 0.02);
    m_words->setText(words);
    setShown(true);
    m_layer->replot();
}

void CurveCrosshair::hide() {
    if (!isShown())
        return;
    setShown(false);
    m_layer->replot();
}

bool CurveCrosshair::isShown() const {
    return m_words->visible();
}

QString CurveCrosshair::words() const {
    return isShown() ? m_words->text() : QString();
}

void CurveCrosshair::dress(const QPalette& palette, const QFont& font) {
    const QPen hair(palette.color(QPalette::PlaceholderText), 1);
    m_upright->setPen(hair);
    m_level->setPen(hair);
    m_words->setPen(hair);
    m_words->setBrush(palette.brush(QPalette::Base));
    m_words->setColor(palette.color(QPalette::Text));
    m_words->setFont(font);
}

void CurveCrosshair::setShown(bool shown) {
    m_upright->setVisible(shown);
    m_level->setVisible(shown);
    m_words->setVisible(shown);
}

} // namespace limpid
