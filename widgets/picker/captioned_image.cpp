// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picker/captioned_image.h"

#include <QPainter>

namespace limpid {

CaptionedImage::CaptionedImage(QWidget* parent)
    : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CaptionedImage::setImage(const QImage& image) {
    m_image = image;
    update();
}

void CaptionedImage::setCaption(const QString& caption) {
    m_caption = caption;
    setAccessibleName(caption);
    update();
}

void CaptionedImage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int line = captionHeight();
    const auto room = rect().adjusted(0, 0, 0, -line);
    QRect place(room);
    if (!m_image.isNull()) {
        place.setSize(m_image.size().scaled(room.size(), Qt::KeepAspectRatio));
        place.moveCenter(room.center());
        place.moveTop(room.top());
        painter.drawImage(place, m_image);
    } else {
        painter.fillRect(place, palette().color(QPalette::AlternateBase));
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(0, place.bottom() + 1, width(), line), Qt::AlignHCenter | Qt::AlignBottom,
                     painter.fontMetrics().elidedText(m_caption, Qt::ElideRight, width()));
}

} // namespace limpid
