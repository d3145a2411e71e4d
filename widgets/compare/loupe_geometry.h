// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace limpid {

/// Two squares under the cursor that show the original and the enhanced image magnified. Logical pixels of the view.
class LoupeGeometry {
public:
    /// How much more the loupe magnifies than the view around it.
    static constexpr double magnification = 4.0;

    /// `scale` is the view's, in logical pixels per image pixel. The squares stay inside the view and touch each other;
    /// without an enhanced image (`both` false) there is only the original's.
    LoupeGeometry(const QPointF& cursor, const QSizeF& view, double scale, double devicePixelRatio, bool both);

    QRectF original() const { return m_original; }
    /// Empty without an enhanced image.
    QRectF enhanced() const { return m_enhanced; }
    /// Logical pixels per image pixel in the loupe.
    double scale() const { return m_scale; }
    /// Where a whole image of this size lies so that its pixel `point` is in the middle of a square.
    QRectF placeOf(const QSizeF& image, const QPointF& point, const QRectF& square) const;

private:
    QRectF m_original;
    QRectF m_enhanced;
    double m_scale;
};

} // namespace limpid
