// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/view_transform.h"

#include <algorithm>

namespace limpid {

void ViewTransform::setImageSize(const QSize& size) {
    const QSizeF before = m_image;
    if (QSizeF(size) == before)
        return;
    const auto middle = toImage(viewMiddle());
    m_image = size;
    if (m_fit || before.isEmpty() || m_scale <= leastScale()) {
        fit();
        return;
    }
    const QPointF same(middle.x() / before.width() * m_image.width(), middle.y() / before.height() * m_image.height());
    m_offset = viewMiddle() - same * m_scale;
    keepInView();
}

void ViewTransform::setViewSize(const QSizeF& size, double devicePixelRatio) {
    const auto middle = toImage(viewMiddle());
    const double zoomBefore = zoom();
    m_view = size;
    m_ratio = std::max(devicePixelRatio, 0.1);
    if (m_fit) {
        fit();
        return;
    }
    m_scale = zoomBefore / m_ratio;
    m_offset = viewMiddle() - middle * m_scale;
    keepInView();
}

void ViewTransform::fit() {
    m_fit = true;
    m_scale = fitScale();
    m_offset = {(m_view.width() - m_image.width() * m_scale) / 2, (m_view.height() - m_image.height() * m_scale) / 2};
}

void ViewTransform::zoomTo(double wantedZoom, const QPointF& about) {
    setScaleAbout(about, std::min(wantedZoom, greatestZoom) / m_ratio);
}

void ViewTransform::zoomAbout(const QPointF& about, double factor) {
    const double least = leastScale();
    const double wanted = m_scale * factor;
    if (wanted <= least && least == fitScale()) {
        fit();
        return;
    }
    setScaleAbout(about, std::clamp(wanted, least, std::max(least, greatestZoom / m_ratio)));
}

void ViewTransform::panBy(const QPointF& distance) {
    m_fit = false;
    m_offset += distance;
    keepInView();
}

QPointF ViewTransform::toImage(const QPointF& view) const {
    return (view - m_offset) / m_scale;
}

QPointF ViewTransform::toView(const QPointF& image) const {
    return image * m_scale + m_offset;
}

QRectF ViewTransform::imageRect() const {
    return {m_offset, m_image * m_scale};
}

QPointF ViewTransform::viewMiddle() const {
    return {m_view.width() / 2, m_view.height() / 2};
}

double ViewTransform::fitScale() const {
    if (m_image.isEmpty() || m_view.isEmpty())
        return 1.0;
    return std::min(m_view.width() / m_image.width(), m_view.height() / m_image.height());
}

double ViewTransform::leastScale() const {
    return std::min(fitScale(), 1.0 / m_ratio);
}

void ViewTransform::setScaleAbout(const QPointF& about, double wantedScale) {
    const auto anchor = toImage(about);
    m_fit = false;
    m_scale = wantedScale;
    m_offset = about - anchor * m_scale;
    keepInView();
}

void ViewTransform::keepInView() {
    const auto middle = viewMiddle();
    m_offset.setX(std::clamp(m_offset.x(), middle.x() - m_image.width() * m_scale, middle.x()));
    m_offset.setY(std::clamp(m_offset.y(), middle.y() - m_image.height() * m_scale, middle.y()));
}

} // namespace limpid
