// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/pixel_readout.h"

#include "compare/window_level.h"

#include <QColor>
#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

/// Lends its context to the words of this file.
struct Readouts {
    Q_DECLARE_TR_FUNCTIONS(limpid::PixelReadout)
};

int pixelAt(double share, int length) {
    return std::clamp(static_cast<int>(std::floor(share * length)), 0, length - 1);
}

} // namespace

QString PixelValue::text() const {
    if (grey)
        return QString::number(colour.red());
    return QStringLiteral("%1, %2, %3").arg(colour.red()).arg(colour.green()).arg(colour.blue());
}

QString PixelReadout::text() const {
    if (!pixel || !original)
        return {};
    const auto place = Readouts::tr("x %1  y %2").arg(pixel->x()).arg(pixel->y());
    if (!enhanced)
        return Readouts::tr("%1 \u00b7 original %2").arg(place, original->text());
    return Readouts::tr("%1 \u00b7 original %2 \u00b7 enhanced %3").arg(place, original->text(), enhanced->text());
}

std::optional<PixelValue> valueAt(const QImage& image, const QPointF& share) {
    if (image.isNull())
        return std::nullopt;
    const QPoint place(pixelAt(share.x(), image.width()), pixelAt(share.y(), image.height()));
    const auto format = image.format();
    const bool grey = format == QImage::Format_Grayscale8 || format == QImage::Format_Grayscale16;
    const auto colour = image.pixelColor(place);
    if (isDeep(image))
        return PixelValue{colour.rgba64(), grey};
    return PixelValue{QRgba64::fromRgba64(static_cast<quint16>(colour.red()), static_cast<quint16>(colour.green()),
                                          static_cast<quint16>(colour.blue()), 255),
                      grey};
}

PixelReadout readPixel(const QImage& original, const QImage& enhanced, const QPointF& place) {
    const QPoint pixel(static_cast<int>(std::floor(place.x())), static_cast<int>(std::floor(place.y())));
    if (!original.rect().contains(pixel))
        return {};
    const QPointF share(place.x() / original.width(), place.y() / original.height());
    return {pixel, valueAt(original, share), valueAt(enhanced, share)};
}

} // namespace limpid
