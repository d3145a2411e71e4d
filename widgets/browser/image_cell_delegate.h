// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace limpid {

/// Draws the cell of one image: the thumbnail (or a placeholder), flag, decision, name, stars, quality and gain, and
/// why an image cannot be read. All cells of a view have one size.
class ImageCellDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// Full: for a grid, with all words. Brief: for a filmstrip, signs only.
    enum class Detail { Full, Brief };

    explicit ImageCellDelegate(Detail detail, QObject* parent = nullptr);

    /// The least size of a cell, in logical pixels.
    QSize leastCellSize(const QFontMetrics& metrics) const;
    /// The size that every cell gets.
    void setCellSize(QSize size) { m_cellSize = size; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintPicture(QPainter& painter, const QRect& place, const QStyleOptionViewItem& cell,
                      const QModelIndex& index) const;
    void paintWords(QPainter& painter, const QRect& place, const QStyleOptionViewItem& cell,
                    const QModelIndex& index) const;

    Detail m_detail;
    QSize m_cellSize;
};

} // namespace limpid
