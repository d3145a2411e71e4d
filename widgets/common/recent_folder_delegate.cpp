// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/recent_folder_delegate.h"

#include "common/recent_folder_model.h"

#include <QApplication>
#include <QIcon>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace limpid {

namespace {

constexpr int margin = 7;
constexpr QSize pictureSize(64, 48);

} // namespace

void RecentFolderDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const bool missing = index.data(RecentFolderModel::MissingRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF frame = QRectF(item.rect).adjusted(2, 2, -2, -2);
    if (selected || item.state.testFlag(QStyle::State_MouseOver)) {
        auto ground = item.palette.color(QPalette::Highlight);
        ground.setAlphaF(selected ? 1.0F : 0.18F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground);
        painter->drawRoundedRect(frame, 6, 6);
    }

    const QRect picture({item.rect.left() + margin, item.rect.center().y() - pictureSize.height() / 2}, pictureSize);
    const auto thumbnail = index.data(Qt::DecorationRole).value<QImage>();
    QPainterPath outline;
    outline.addRoundedRect(picture, 4, 4);
    painter->save();
    painter->setClipPath(outline);
    painter->fillPath(outline, thumbnail.isNull() ? item.palette.color(QPalette::AlternateBase) : QColor(Qt::black));
    painter->setOpacity(missing ? 0.4 : 1.0);
    if (thumbnail.isNull()) {
        QApplication::style()->standardIcon(QStyle::SP_DirIcon).paint(painter, picture.adjusted(12, 12, -12, -12));
    } else {
        QRectF target({}, QSizeF(thumbnail.size()).scaled(picture.size(), Qt::KeepAspectRatio));
        target.moveCenter(QRectF(picture).center());
        painter->drawImage(target, thumbnail);
    }
    painter->restore();

    auto large = item.font;
    large.setBold(true);
    const int left = picture.right() + 1 + 2 * margin;
    const int line = item.fontMetrics.height();
    const QRect words(left, item.rect.center().y() - line - 1, item.rect.right() - margin - left, 2 * line + 4);
    const auto plain = item.palette.color(selected ? QPalette::HighlightedText : QPalette::WindowText);
    painter->setPen(plain);
    painter->setFont(large);
    const auto name = index.data().toString();
    const auto title = missing ? tr("%1 (not found)").arg(name) : name;
    painter->drawText(words, Qt::AlignLeft | Qt::AlignTop,
                      QFontMetrics(large).elidedText(title, Qt::ElideMiddle, words.width()));
    painter->setFont(item.font);
    auto faint = plain;
    faint.setAlphaF(0.72F);
    painter->setPen(faint);
    const auto path = index.data(RecentFolderModel::ShownPathRole).toString();
    painter->drawText(words, Qt::AlignLeft | Qt::AlignBottom,
                      item.fontMetrics.elidedText(path, Qt::ElideMiddle, words.width()));
    if (item.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(item.palette.color(selected ? QPalette::WindowText : QPalette::Highlight), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(frame.adjusted(1, 1, -1, -1), 6, 6);
    }
    painter->restore();
}

QSize RecentFolderDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    Q_UNUSED(index);
    return {300, std::max(pictureSize.height(), 2 * option.fontMetrics.height()) + 2 * margin};
}

} // namespace limpid
