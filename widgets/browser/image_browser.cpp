// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_browser.h"

#include "browser/image_cell_delegate.h"

#include <QAbstractProxyModel>
#include <QEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSet>
#include <QStyle>

#include <algorithm>
#include <ranges>
#include <utility>

namespace limpid {

ImageBrowser::ImageBrowser(Shape shape, QWidget* parent)
    : QListView(parent)
    , m_shape(shape)
    , m_cells(new ImageCellDelegate(
          shape == Shape::Grid ? ImageCellDelegate::Detail::Full : ImageCellDelegate::Detail::Brief, this)) {
    const bool grid = shape == Shape::Grid;
    setItemDelegate(m_cells);
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setFlow(QListView::LeftToRight);
    setWrapping(grid);
    setResizeMode(grid ? QListView::Adjust : QListView::Fixed);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(grid ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(grid ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionRectVisible(grid);
    setDragEnabled(false);
    setAcceptDrops(false); // what is dropped is for the window
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    connect(grid ? verticalScrollBar() : horizontalScrollBar(), &QScrollBar::valueChanged, this,
            &ImageBrowser::tellWanted);
    connect(this, &QAbstractItemView::doubleClicked, this, [this] { Q_EMIT viewRequested(BrowserView::Single); });
    arrangeCells();
    retranslate();
}

void ImageBrowser::setModel(QAbstractItemModel* newModel) {
    if (model() != nullptr)
        disconnect(model(), nullptr, this, nullptr);
    QListView::setModel(newModel);
    if (newModel == nullptr)
        return;
    // Once for many changes, and after the view has laid out what the model told.
    const auto later = [this] {
        if (std::exchange(m_telling, true))
            return;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_telling = false;
                tellWanted();
            },
            Qt::QueuedConnection);
    };
    connect(newModel, &QAbstractItemModel::modelReset, this, later);
    connect(newModel, &QAbstractItemModel::rowsInserted, this, later);
    connect(newModel, &QAbstractItemModel::rowsRemoved, this, later);
    connect(newModel, &QAbstractItemModel::layoutChanged, this, later);
    // The row numbers mean other images now.
    connect(newModel, &QAbstractItemModel::modelReset, this, [this] { m_wanted.clear(); });
    tellWanted();
}

void ImageBrowser::keyboardSearch(const QString& text) {
    Q_UNUSED(text); // letters are commands here; the filter bar searches
}

std::pair<int, int> ImageBrowser::visibleRows() const {
    const int rows = model() != nullptr ? model()->rowCount() : 0;
    if (rows == 0 || !isVisible())
        return {0, -1};
    const bool grid = m_shape == Shape::Grid;
    const auto place = [&](int row) {
        return visualRect(model()->index(row, 0));
    };
    const auto numbers = std::views::iota(0, rows);
    const auto first = std::ranges::partition_point(
        numbers, [&](int row) { return grid ? place(row).bottom() < 0 : place(row).right() < 0; });
    const auto end = std::ranges::partition_point(numbers, [&](int row) {
        return grid ? place(row).top() < viewport()->height() : place(row).left() < viewport()->width();
    });
    const int last = static_cast<int>(end - numbers.begin()) - 1;
    return {std::min(static_cast<int>(first - numbers.begin()), last), last};
}

int ImageBrowser::currentRow() const {
    return sourceRow(currentIndex());
}

void ImageBrowser::setCurrentRow(int row) {
    if (model() == nullptr)
        return;
    QList<const QAbstractProxyModel*> proxies;
    const QAbstractItemModel* source = model();
    while (const auto* proxy = qobject_cast<const QAbstractProxyModel*>(source)) {
        proxies.push_back(proxy);
        source = proxy->sourceModel();
    }
    auto index = source->index(row, 0);
    for (const auto* proxy : std::views::reverse(proxies))
        index = proxy->mapFromSource(index);
    if (index.isValid())
        setCurrentIndex(index);
}

QList<int> ImageBrowser::selectedRows() const {
    auto chosen = selectionModel() != nullptr ? selectionModel()->selectedIndexes() : QModelIndexList();
    std::sort(chosen.begin(), chosen.end());
    QList<int> rows;
    for (const auto& index : chosen)
        rows.push_back(sourceRow(index));
    return rows;
}

void ImageBrowser::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrangeCells();
}

void ImageBrowser::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    Q_EMIT currentRowChanged(sourceRow(current));
}

void ImageBrowser::hideEvent(QHideEvent* event) {
    QListView::hideEvent(event);
    // Nothing is taken back: the other view, which is shown instead, may want the same images.
    m_wanted.clear();
}

void ImageBrowser::keyPressEvent(QKeyEvent* event) {
    const auto modifiers = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (modifiers == Qt::NoModifier && !event->isAutoRepeat() && request(event->key()))
        return;
    QListView::keyPressEvent(event);
}

QModelIndex ImageBrowser::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    // Left and right go through all images, over the ends of the lines; the filmstrip has only this direction.
    const bool strip = m_shape == Shape::Filmstrip;
    const bool back = action == MoveLeft || (strip && action == MoveUp);
    const bool on = action == MoveRight || (strip && action == MoveDown);
    const auto current = currentIndex();
    if ((!back && !on) || !current.isValid())
        return QListView::moveCursor(action, modifiers);
    return model()->index(std::clamp(current.row() + (on ? 1 : -1), 0, model()->rowCount() - 1), 0);
}

void ImageBrowser::resizeEvent(QResizeEvent* event) {
    arrangeCells();
    QListView::resizeEvent(event);
    tellWanted();
}

void ImageBrowser::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QListView::selectionChanged(selected, deselected);
    Q_EMIT selectedRowsChanged();
}

void ImageBrowser::showEvent(QShowEvent* event) {
    QListView::showEvent(event);
    tellWanted();
}

void ImageBrowser::wheelEvent(QWheelEvent* event) {
    if (m_shape == Shape::Grid || event->angleDelta().y() == 0) {
        QListView::wheelEvent(event);
        return;
    }
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - event->angleDelta().y());
    event->accept();
}

void ImageBrowser::retranslate() {
    setAccessibleName(tr("Images of the folder"));
}

void ImageBrowser::arrangeCells() {
    auto cell = m_cells->leastCellSize(fontMetrics());
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    if (m_shape == Shape::Filmstrip) {
        setFixedHeight(cell.height() + bar + 2 * frameWidth());
    } else {
        // The lines are filled: what is left over is shared by their cells. One pixel stays free, because a line that
        // fits exactly is broken.
        const int room = std::max(1, width() - bar - 2 * frameWidth() - 1);
        cell.setWidth(room / std::max(1, room / cell.width()));
    }
    if (cell == gridSize())
        return;
    m_cells->setCellSize(cell);
    setGridSize(cell);
}

bool ImageBrowser::request(int key) {
    const auto rows = selectedRows();
    if (key >= Qt::Key_0 && key <= Qt::Key_0 + mostStars) {
        if (!rows.isEmpty())
            Q_EMIT starsRequested(rows, key - Qt::Key_0);
        return true;
    }
    switch (key) {
    case Qt::Key_P:
    case Qt::Key_X:
    case Qt::Key_U:
        if (!rows.isEmpty())
            Q_EMIT flagRequested(rows, key == Qt::Key_P   ? ImageFlag::Pick
                                       : key == Qt::Key_X ? ImageFlag::Reject
                                                          : ImageFlag::None);
        return true;
    case Qt::Key_G:
        Q_EMIT viewRequested(BrowserView::Grid);
        return true;
    case Qt::Key_E:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT viewRequested(BrowserView::Single);
        return true;
    case Qt::Key_C:
        Q_EMIT viewRequested(BrowserView::Compare);
        return true;
    case Qt::Key_Question:
        Q_EMIT keySheetRequested();
        return true;
    default:
        return false;
    }
}

void ImageBrowser::tellWanted() {
    const auto [first, last] = visibleRows();
    if (!isVisible())
        return;
    QList<int> wanted;
    if (last >= first) {
        const int page = last - first + 1;
        const int end = std::min(last + page, model()->rowCount() - 1);
        const int begin = std::max(first - page, 0);
        for (int row = first; row <= end; ++row)
            wanted.push_back(sourceRow(model()->index(row, 0)));
        for (int row = first - 1; row >= begin; --row)
            wanted.push_back(sourceRow(model()->index(row, 0)));
    }
    if (wanted == m_wanted)
        return;
    const QSet<int> now(wanted.begin(), wanted.end());
    QList<int> unwanted;
    std::ranges::copy_if(m_wanted, std::back_inserter(unwanted), [&](int row) { return !now.contains(row); });
    m_wanted = wanted;
    if (!unwanted.isEmpty())
        Q_EMIT thumbnailsUnwanted(unwanted);
    Q_EMIT thumbnailsWanted(wanted);
}

int ImageBrowser::sourceRow(QModelIndex index) const {
    while (const auto* proxy = qobject_cast<const QAbstractProxyModel*>(index.model()))
        index = proxy->mapToSource(index);
    return index.isValid() ? index.row() : -1;
}

} // namespace limpid
