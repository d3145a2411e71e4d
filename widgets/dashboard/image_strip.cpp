// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/image_strip.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace limpid {

namespace {

constexpr int gap = 4;

} // namespace

ImageStrip::ImageStrip(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void ImageStrip::setImages(const QVector<QImage>& before, const QVector<QImage>& after, const QStringList& captions) {
    m_before = before.mid(0, mostImages);
    m_after = after.mid(0, mostImages);
    m_captions = captions.mid(0, mostImages);
    const auto count = m_captions.size();
    m_before.resize(count);
    m_after.resize(count);
    retranslate();
    update();
}

QSize ImageStrip::sizeHint() const {
    return {480, 210};
}

QSize ImageStrip::minimumSizeHint() const {
    return {200, 210};
}

void ImageStrip::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImageStrip::retranslate() {
    m_rowNames[0] = tr("Before");
    m_rowNames[1] = tr("Now");
    setAccessibleName(tr("The same images before the adaptation and now"));
    setAccessibleDescription(m_captions.join(QStringLiteral(", ")));
    update();
}

void ImageStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    auto small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    const auto metrics = painter.fontMetrics();
    const int line = metrics.height();
    const int left = std::max(metrics.horizontalAdvance(m_rowNames[0]), metrics.horizontalAdvance(m_rowNames[1])) + gap;
    const int count = std::max(1, imageCount());
    const int cellWidth = std::min((width() - left) / count, (height() - line) / 2 * 3 / 2);
    // In a narrow strip the rows stay together.
    const int cellHeight = std::min((height() - line) / 2, cellWidth);
    painter.setPen(palette().color(QPalette::WindowText));
    const QVector<QImage>* rows[2] = {&m_before, &m_after};
    for (int row = 0; row < 2; ++row) {
        if (imageCount() > 0)
            painter.drawText(QRect(0, row * cellHeight, left - gap, cellHeight), Qt::AlignVCenter | Qt::AlignLeft,
                             m_rowNames[row]);
        for (int i = 0; i < imageCount(); ++i) {
            const QRect cell(left + i * cellWidth, row * cellHeight, cellWidth - gap, cellHeight - gap);
            const auto& image = rows[row]->at(i);
            if (image.isNull()) {
                painter.fillRect(cell, palette().color(QPalette::AlternateBase));
                continue;
            }
            QRect place(QPoint(), image.size().scaled(cell.size(), Qt::KeepAspectRatio));
            place.moveCenter(cell.center());
            painter.drawImage(place, image);
        }
    }
    for (int i = 0; i < imageCount(); ++i) {
        const QRect place(left + i * cellWidth, 2 * cellHeight, cellWidth - gap, line);
        painter.drawText(place, Qt::AlignHCenter, metrics.elidedText(m_captions.at(i), Qt::ElideMiddle, place.width()));
    }
}

} // namespace limpid
