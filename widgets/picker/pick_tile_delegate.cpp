// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picker/pick_tile_delegate.h"

#include "picker/pseudo_label_model.h"

#include <QApplication>
#include <QPainter>

namespace limpid {

namespace {

constexpr int margin = 6;

void drawThumbnail(QPainter& painter, const QRect& place, const QImage& image, const QPalette& palette) {
    if (image.isNull()) {
        painter.fillRect(place, palette.color(QPalette::AlternateBase));
        return;
    }
    QRect target(QPoint(), image.size().scaled(place.size(), Qt::KeepAspectRatio));
    target.moveCenter(place.center());
    painter.drawImage(target, image);
}

} // namespace

void PickTileDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem tile = option;
    initStyleOption(&tile, index);
    tile.text.clear();
    tile.icon = {};
    tile.features &= ~QStyleOptionViewItem::HasDecoration;
    tile.showDecorationSelected = true; // the whole tile, not only its text
    const auto* style = tile.widget != nullptr ? tile.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &tile, painter, tile.widget);

    const auto inner = tile.rect.adjusted(margin, margin, -margin, -margin);
    const QRect left(inner.topLeft(), QSize(side, side));
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    drawThumbnail(*painter, left, index.data(Qt::DecorationRole).value<QImage>(), tile.palette);
    drawThumbnail(*painter, left.translated(side + 2, 0), index.data(PseudoLabelModel::OutputRole).value<QImage>(),
                  tile.palette);
    const bool selected = (tile.state & QStyle::State_Selected) != 0;
    painter->setPen(tile.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(tile.font);
    const int line = painter->fontMetrics().height();
    QRect words(inner.left(), left.bottom() + 4, inner.width(), line);
    const auto write = [&](const QString& text, Qt::TextElideMode elide) {
        painter->drawText(words, Qt::AlignVCenter, painter->fontMetrics().elidedText(text, elide, words.width()));
        words.translate(0, line);
    };
    write(index.data().toString(), Qt::ElideMiddle);
    const auto decision = index.siblingAtColumn(PseudoLabelModel::DecisionColumn).data().toString();
    const bool changed = index.data(PseudoLabelModel::ChangedRole).toBool();
    write(changed ? PseudoLabelModel::tr("%1 \u00b7 changed").arg(decision) : decision, Qt::ElideRight);
    painter->restore();
}

QSize PickTileDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {2 * side + 2 + 2 * margin, side + 4 + 2 * option.fontMetrics.height() + 2 * margin};
}

} // namespace limpid
