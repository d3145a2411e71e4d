// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>
#include <QRectF>
#include <QSize>
#include <QSizeF>

namespace limpid {

/// Where an image stands in a view: one scale and one offset, shared by everything that shows the image, so that the
/// same pixel is always under the cursor. View coordinates are logical pixels; 100 % is one image pixel per device
/// pixel. While it fits, it goes on fitting when the view or the image changes size; otherwise the zoom stays, and so
/// does the place in the middle of the view, as a share of the image's width and height.
class ViewTransform {
public:
    /// The greatest zoom, device pixels per image pixel.
    static constexpr double greatestZoom = 32.0;

    void setImageSize(const QSize& size);
    void setViewSize(const QSizeF& size, double devicePixelRatio);

    bool isFit() const { return m_fit; }
    /// The whole image as large as the view allows.
    void fit();
    /// Sets the zoom (1 is 100 %) with the image point under `about` staying where it is.
    void zoomTo(double wantedZoom, const QPointF& about);
    /// Zooms by `factor` with the image point under `about` staying where it is. Zooming out ends at fit or 100 %,
    /// whichever is smaller.
    void zoomAbout(const QPointF& about, double factor);
    /// Moves the image by logical pixels; the middle of the view stays on the image.
    void panBy(const QPointF& distance);

    /// Logical view pixels per image pixel.
    double scale() const { return m_scale; }
    /// Device pixels per image pixel; 1 is 100 %.
    double zoom() const { return m_scale * m_ratio; }
    QPointF toImage(const QPointF& view) const;
    QPointF toView(const QPointF& image) const;
    /// The image's place in the view.
    QRectF imageRect() const;

private:
    QPointF viewMiddle() const;
    double fitScale() const;
    double leastScale() const;
    void setScaleAbout(const QPointF& about, double wantedScale);
    void keepInView();

    QSizeF m_image;
    QSizeF m_view;
    double m_ratio = 1.0;
    double m_scale = 1.0;
    QPointF m_offset;
    bool m_fit = true;
};

} // namespace limpid
