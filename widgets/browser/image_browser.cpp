// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_browser.h"

#include "browser/image_row_delegate.h"

#include <QScrollBar>

#include <algorithm>

namespace limpid {

ImageBrowser::ImageBrowser(QWidget* parent)
    : QListView(parent) {
    setItemDelegate(new ImageRowDelegate(this));
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Images of the folder"));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ImageBrowser::tellVisibleRows);
}

void ImageBrowser::setModel(QAbstractItemModel* newModel) {
    if (model() != nullptr)
        disconnect(model(), nullptr, this, nullptr);
    QListView::setModel(newModel);
    if (newModel == nullptr)
        return;
    // Queued: the view lays its rows out after the model has told of its change.
    connect(newModel, &QAbstractItemModel::modelReset, this, &ImageBrowser::tellVisibleRows, Qt::QueuedConnection);
    tellVisibleRows();
}

std::pair<int, int> ImageBrowser::visibleRows() const {
    const int rows = model() != nullptr ? model()->rowCount() : 0;
    if (rows == 0 || !isVisible())
        return {0, -1};
    const auto top = indexAt({1, 1});
    const auto bottom = indexAt({1, viewport()->height() - 1});
    const int first = top.isValid() ? top.row() : 0;
    const int last = bottom.isValid() ? bottom.row() : rows - 1;
    return {first, std::max(first, last)};
}

void ImageBrowser::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    Q_EMIT currentRowChanged(current.isValid() ? current.row() : -1);
}

void ImageBrowser::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    tellVisibleRows();
}

void ImageBrowser::showEvent(QShowEvent* event) {
    QListView::showEvent(event);
    tellVisibleRows();
}

void ImageBrowser::tellVisibleRows() {
    const auto [first, last] = visibleRows();
    if (last >= first)
        Q_EMIT visibleRowsChanged(first, last);
}

} // namespace limpid
