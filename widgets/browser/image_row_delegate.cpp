// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_row_delegate.h"

#include "browser/image_list_model.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace limpid {

namespace {

constexpr int margin = 6;

void drawPicture(QPainter& painter, const QRect& place, const QModelIndex& index, const QPalette& palette) {
    QPainterPath frame;
    frame.addRoundedRect(place, 4, 4);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setClipPath(frame);
    const auto thumbnail = index.data(Qt::DecorationRole).value<QImage>();
    painter.fillPath(frame, thumbnail.isNull() ? palette.color(QPalette::AlternateBase) : QColor(Qt::black));
    if (!thumbnail.isNull()) {
        const auto size = QSizeF(thumbnail.size()).scaled(place.size(), Qt::KeepAspectRatio);
        QRectF target({}, size);
        target.moveCenter(QRectF(place).center());
        painter.drawImage(target, thumbnail);
    } else {
        const bool unreadable =
            index.data(ImageListModel::StateRole).toInt() == static_cast<int>(ImageListModel::State::Unreadable);
        painter.setPen(palette.color(QPalette::PlaceholderText));
        auto font = painter.font();
        font.setPointSizeF(font.pointSizeF() * 1.5);
        painter.setFont(font);
        painter.drawText(place, Qt::AlignCenter, unreadable ? QStringLiteral("\u26a0") : QStringLiteral("\u2026"));
    }
    painter.restore();
}

/// At most `lines` lines of `text` from the top of `place`, the last one elided.
void drawLines(QPainter& painter, const QRect& place, const QString& text, int lines) {
    const auto metrics = painter.fontMetrics();
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    int y = place.top();
    for (int i = 0; i < lines; ++i) {
        auto line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(place.width());
        const bool last = i == lines - 1;
        const auto rest = last ? text.mid(line.textStart()) : text.mid(line.textStart(), line.textLength());
        painter.drawText(QPoint(place.left(), y + metrics.ascent()),
                         metrics.elidedText(rest, Qt::ElideRight, place.width()));
        y += metrics.lineSpacing();
    }
    layout.endLayout();
}

} // namespace

void ImageRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    row.icon = {};
    const auto* style = row.widget != nullptr ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const auto inner = row.rect.adjusted(margin, margin, -margin, -margin);
    const QRect picture(inner.topLeft(), QSize(ImageListModel::thumbnailSide, ImageListModel::thumbnailSide));
    const QRect words(picture.right() + 1 + 2 * margin, inner.top(), inner.right() - picture.right() - 2 * margin,
                      inner.height());
    painter->save();
    painter->setFont(row.font);
    drawPicture(*painter, picture, index, row.palette);

    const bool selected = row.state.testFlag(QStyle::State_Selected);
    painter->setPen(row.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    const auto name = index.data(Qt::DisplayRole).toString();
    const auto reason = index.data(ImageListModel::ReasonRole).toString();
    const auto metrics = painter->fontMetrics();
    if (reason.isEmpty()) {
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(name, Qt::ElideMiddle, words.width()));
    } else {
        painter->drawText(words, Qt::AlignLeft | Qt::AlignTop,
                          metrics.elidedText(name, Qt::ElideMiddle, words.width()));
        auto small = row.font;
        small.setPointSizeF(small.pointSizeF() * 0.85);
        painter->setFont(small);
        if (!selected)
            painter->setPen(row.palette.color(QPalette::PlaceholderText));
        drawLines(*painter, words.adjusted(0, metrics.lineSpacing() + 2, 0, 0), reason, 3);
    }
    painter->restore();
}

QSize ImageRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    Q_UNUSED(index);
    const int side = ImageListModel::thumbnailSide + 2 * margin;
    return {side + option.fontMetrics.averageCharWidth() * 16, side};
}

} // namespace limpid
