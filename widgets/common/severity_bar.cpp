// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/severity_bar.h"

#include "degradation/degradation_reading.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

/// Height of a line of text in pixels; lengths here are shares of it.
double unitOf(const QWidget& widget) {
    return widget.fontMetrics().height();
}

} // namespace

SeverityBar::SeverityBar(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SeverityBar::setSeverity(std::optional<double> severity) {
    if (severity)
        severity = std::clamp(*severity, 0.0, 1.0);
    if (severity == m_severity)
        return;
    m_severity = severity;
    update();
}

QSize SeverityBar::sizeHint() const {
    return {static_cast<int>(std::lround(8 * unitOf(*this))), static_cast<int>(std::lround(0.6 * unitOf(*this)))};
}

QSize SeverityBar::minimumSizeHint() const {
    return {static_cast<int>(std::lround(3 * unitOf(*this))), sizeHint().height()};
}

void SeverityBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF track(rect());
    QPainterPath outline;
    outline.addRoundedRect(track, track.height() / 2, track.height() / 2);
    auto empty = palette().color(QPalette::WindowText);
    empty.setAlphaF(m_severity ? 0.16F : 0.08F);
    painter.fillPath(outline, empty);
    if (!m_severity)
        return;
    const auto place = [&](double severity) {
        const double share = layoutDirection() == Qt::RightToLeft ? 1.0 - severity : severity;
        return track.left() + share * track.width();
    };
    QPainterPath filled;
    filled.addRect(QRectF(QPointF(place(0.0), track.top()), QPointF(place(*m_severity), track.bottom())).normalized());
    painter.fillPath(outline.intersected(filled), palette().color(QPalette::Highlight));
    for (const double bound : gradeBounds)
        painter.fillRect(QRectF(place(bound) - 0.5, track.top(), 1.0, track.height()),
                         palette().color(QPalette::Window));
}

} // namespace limpid
