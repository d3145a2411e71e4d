// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/flat_table.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTreeView>

#include <algorithm>

namespace limpid {

namespace {

/// Leaves some room above and below the text.
class RoomyDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        constexpr int room = 8;
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, room);
    }
};

} // namespace

QTreeView* makeFlatTable(QAbstractItemModel& model, const char* name, QWidget* parent) {
    auto* table = new QTreeView(parent);
    table->setObjectName(QLatin1String(name));
    table->setModel(&model);
    table->setItemDelegate(new RoomyDelegate(table));
    table->setRootIsDecorated(false);
    table->setItemsExpandable(false);
    table->setUniformRowHeights(true);
    table->setAllColumnsShowFocus(true);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->header()->setStretchLastSection(true);
    table->header()->setSectionsMovable(false);
    return table;
}

void fitColumns(QTreeView& table) {
    constexpr int gap = 16;
    const int widest = 45 * table.fontMetrics().averageCharWidth();
    for (int column = 0; column + 1 < table.model()->columnCount(); ++column) {
        table.resizeColumnToContents(column);
        table.setColumnWidth(column, std::min(table.columnWidth(column) + gap, widest));
    }
}

} // namespace limpid
