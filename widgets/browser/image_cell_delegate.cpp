// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_cell_delegate.h"

#include "browser/image_list_model.h"
#include "browser/image_marks.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

constexpr int gap = 3;    ///< Around the cell, and between its lines.
constexpr int margin = 6; ///< Inside the cell.

/// At most as many lines of `text` as fit into `place`, the last one elided, each in the middle.
void drawLines(QPainter& painter, const QRect& place, const QString& text) {
    const auto metrics = painter.fontMetrics();
    const int lines = std::max(1, place.height() / metrics.lineSpacing());
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
        painter.drawText(QRect(place.left(), y, place.width(), metrics.lineSpacing()), Qt::AlignCenter,
                         metrics.elidedText(rest.trimmed(), Qt::ElideRight, place.width()));
        y += metrics.lineSpacing();
    }
    layout.endLayout();
}

QFont smaller(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.85);
    return font;
}

template <typename Value>
Value valueOf(const QModelIndex& index, ImageListModel::Role role) {
    return static_cast<Value>(index.data(role).toInt());
}

/// As much as fits on a picture; the tool tip has the sentence.
QString shortDecision(PickerVerdict decision, bool byHand) {
    switch (decision) {
    case PickerVerdict::Accepted:
        return byHand ? ImageCellDelegate::tr("Accepted by hand") : ImageCellDelegate::tr("Accepted");
    case PickerVerdict::Rejected:
        return byHand ? ImageCellDelegate::tr("Rejected by hand") : ImageCellDelegate::tr("Rejected");
    case PickerVerdict::Unknown:
        break;
    }
    return {};
}

void drawThumbnail(QPainter& painter, const QRect& place, const QImage& thumbnail, bool faint) {
    const auto size = QSizeF(thumbnail.size()).scaled(place.size(), Qt::KeepAspectRatio);
    QRectF target({}, size);
    target.moveCenter(QRectF(place).center());
    if (faint)
        painter.setOpacity(0.4);
    painter.drawImage(target, thumbnail);
    painter.setOpacity(1);
}

void drawPlaceholder(QPainter& painter, const QRect& place, const QStyleOptionViewItem& cell, const QString& reason,
                     bool full) {
    painter.setPen(cell.palette.color(QPalette::Text));
    if (reason.isEmpty()) {
        painter.setPen(cell.palette.color(QPalette::PlaceholderText));
        painter.drawText(place, Qt::AlignCenter, QStringLiteral("\u2026"));
        return;
    }
    const int line = QFontMetrics(cell.font).height();
    const auto sign = full ? QRect(place.left(), place.top() + margin, place.width(), line) : place;
    painter.drawText(sign, Qt::AlignCenter, QStringLiteral("\u26a0"));
    if (full) {
        painter.setFont(smaller(cell.font));
        drawLines(painter, place.adjusted(margin, line + 2 * margin, -margin, -margin), reason);
    }
}

} // namespace

ImageCellDelegate::ImageCellDelegate(Detail detail, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_detail(detail) {}

QSize ImageCellDelegate::leastCellSize(const QFontMetrics& metrics) const {
    const bool full = m_detail == Detail::Full;
    const QSize picture = full ? QSize(168, 132) : QSize(92, 68);
    const int lines = full ? 2 : 1;
    return picture + QSize(2 * (gap + margin), 2 * (gap + margin) + lines * (metrics.height() + gap));
}

void ImageCellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const auto frame = cell.rect.adjusted(gap, gap, -gap, -gap);
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(cell.palette.color(QPalette::Highlight));
        painter->drawRoundedRect(frame, 5, 5);
    }
    if (cell.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(cell.palette.color(selected ? QPalette::Text : QPalette::Highlight), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(frame).adjusted(1, 1, -1, -1), 5, 5);
    }
    const auto inner = frame.adjusted(margin, margin, -margin, -margin);
    const int lines = m_detail == Detail::Full ? 2 : 1;
    const int words = lines * (QFontMetrics(cell.font).height() + gap);
    paintPicture(*painter, inner.adjusted(0, 0, 0, -words), cell, index);
    paintWords(*painter, QRect(inner.left(), inner.bottom() - words + 1, inner.width(), words), cell, index);
    painter->restore();
}

QSize ImageCellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    Q_UNUSED(option);
    Q_UNUSED(index);
    return m_cellSize;
}

void ImageCellDelegate::paintPicture(QPainter& painter, const QRect& place, const QStyleOptionViewItem& cell,
                                     const QModelIndex& index) const {
    const bool full = m_detail == Detail::Full;
    const auto thumbnail = index.data(Qt::DecorationRole).value<QImage>();
    const auto flag = valueOf<ImageFlag>(index, ImageListModel::FlagRole);
    QPainterPath outline;
    outline.addRoundedRect(place, 4, 4);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setClipPath(outline);
    if (thumbnail.isNull()) {
        painter.fillPath(outline, cell.palette.color(QPalette::AlternateBase));
        drawPlaceholder(painter, place, cell, index.data(ImageListModel::ReasonRole).toString(), full);
    } else {
        painter.fillPath(outline, Qt::black);
        drawThumbnail(painter, place, thumbnail, flag == ImageFlag::Reject);
    }
    painter.restore();
    const auto word = !full                       ? QString()
                      : flag == ImageFlag::Pick   ? tr("Pick", "the flag on an image")
                      : flag == ImageFlag::Reject ? tr("Reject", "the flag on an image")
                                                  : QString();
    painter.setFont(smaller(cell.font));
    const int badge = full ? 22 : 17;
    drawFlagBadge(painter, place.topLeft() + QPointF(4, 4), badge, flag, word);
    const auto decision = valueOf<PickerVerdict>(index, ImageListModel::DecisionRole);
    drawDecisionBadge(painter, place.bottomLeft() + QPointF(4, -3 - badge), badge, decision,
                      full ? shortDecision(decision, index.data(ImageListModel::ByHandRole).toBool()) : QString());
}

void ImageCellDelegate::paintWords(QPainter& painter, const QRect& place, const QStyleOptionViewItem& cell,
                                   const QModelIndex& index) const {
    const bool full = m_detail == Detail::Full;
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    const auto colour = cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const auto quality = valueOf<ImageQuality>(index, ImageListModel::QualityRole);
    const int stars = index.data(ImageListModel::StarsRole).toInt();
    const int line = QFontMetrics(cell.font).height();
    const double side = line * 0.72;
    const auto square = [&](double left, double top) {
        return QRectF(left, top + (line - side) / 2, side, side);
    };
    painter.setPen(colour);
    painter.setFont(full ? cell.font : smaller(cell.font));
    const auto name = index.data(Qt::DisplayRole).toString();
    const auto draw = [&](const QRect& where, int alignment, const QString& text) {
        const auto elided = painter.fontMetrics().elidedText(text, Qt::ElideMiddle, where.width());
        painter.drawText(where, alignment | Qt::AlignVCenter, elided);
    };
    if (!full) {
        const bool known = quality != ImageQuality::Unknown;
        const int room = known ? static_cast<int>(side) + gap : 0;
        drawQualitySign(painter, square(place.left(), place.top() + gap), quality, cell.palette, selected);
        if (stars > 0)
            drawStars(painter, square(place.left() + room, place.top() + gap), stars, colour);
        else
            draw({place.left() + room, place.top() + gap, place.width() - room, line}, Qt::AlignHCenter, name);
        return;
    }
    draw({place.left(), place.top() + gap, place.width(), line}, Qt::AlignLeft, name);
    const int second = place.top() + line + 2 * gap;
    const double used = drawStars(painter, square(place.right() + 1 - stars * side, second), stars, colour);
    if (quality == ImageQuality::Unknown)
        return;
    drawQualitySign(painter, square(place.left(), second), quality, cell.palette, selected);
    painter.setFont(smaller(cell.font));
    const int left = place.left() + static_cast<int>(side) + 2 * gap;
    auto words = qualityWords(quality);
    if (const double gained = index.data(ImageListModel::GainRole).toDouble(); !std::isnan(gained))
        words += tr(" \u00b7 gain %1").arg(gainText(gained));
    draw({left, second, place.right() - static_cast<int>(used) - left - gap, line}, Qt::AlignLeft, words);
}

} // namespace limpid
