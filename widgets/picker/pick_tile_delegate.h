// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace limpid {

/// Draws a pseudo-label as a tile: input and output side by side, the name, the decision and whether it changed.
class PickTileDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// Side of each thumbnail in logical pixels.
    static constexpr int side = 84;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace limpid
