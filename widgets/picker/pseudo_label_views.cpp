// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picker/pseudo_label_views.h"

#include "picker/pick_tile_delegate.h"
#include "picker/pseudo_label_filter.h"
#include "picker/pseudo_label_model.h"

#include <QEvent>
#include <QHeaderView>
#include <QListView>
#include <QScrollBar>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>

namespace limpid {

namespace {

constexpr int rowSide = 40;

/// Draws the thumbnails of the table at one size, whatever size they have, and in their own colours in selected rows.
class ThumbnailDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        option->decorationSize = {rowSide, rowSide};
        const auto image = index.data(Qt::DecorationRole).value<QImage>();
        if (image.isNull())
            return;
        const double ratio = option->widget != nullptr ? option->widget->devicePixelRatioF() : 1.0;
        auto small = QPixmap::fromImage(
            image.scaled(option->decorationSize * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        small.setDevicePixelRatio(ratio);
        option->icon = QIcon();
        for (const auto mode : {QIcon::Normal, QIcon::Selected})
            option->icon.addPixmap(small, mode);
    }
};

} // namespace

PseudoLabelViews::PseudoLabelViews(PseudoLabelFilter& filter, QWidget* parent)
    : QStackedWidget(parent)
    , m_filter(filter)
    , m_table(new QTableView(this))
    , m_grid(new QListView(this)) {
    m_table->setObjectName(QStringLiteral("pickTable"));
    m_table->setModel(&filter);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(PseudoLabelModel::NameColumn, Qt::AscendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowSide + 4);
    m_table->setItemDelegateForColumn(PseudoLabelModel::NameColumn, new ThumbnailDelegate(m_table));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(PseudoLabelModel::NameColumn, 150);
    m_table->setColumnWidth(PseudoLabelModel::DecisionColumn, 130);
    for (const int column :
         {PseudoLabelModel::GoodColumn, PseudoLabelModel::UsableColumn, PseudoLabelModel::RejectColumn})
        m_table->setColumnWidth(column, 76);
    m_table->setColumnWidth(PseudoLabelModel::StructureColumn, 115);
    m_table->setTabKeyNavigation(false);
    m_grid->setObjectName(QStringLiteral("pickGrid"));
    m_grid->setModel(&filter);
    m_grid->setModelColumn(PseudoLabelModel::NameColumn);
    m_grid->setItemDelegate(new PickTileDelegate(m_grid));
    m_grid->setViewMode(QListView::IconMode);
    m_grid->setMovement(QListView::Static);
    m_grid->setResizeMode(QListView::Adjust);
    m_grid->setUniformItemSizes(true);
    m_grid->setSelectionModel(m_table->selectionModel());
    for (auto* each : std::initializer_list<QAbstractItemView*>{m_table, m_grid}) {
        each->setSelectionMode(QAbstractItemView::ExtendedSelection);
        each->setEditTriggers(QAbstractItemView::NoEditTriggers);
        each->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        each->setFrameShape(QFrame::NoFrame);
        addWidget(each);
        connect(each->verticalScrollBar(), &QScrollBar::valueChanged, this, &PseudoLabelViews::askForVisible);
    }
    addShortcut(Qt::Key_P, PickOverride::Pick);
    addShortcut(Qt::Key_X, PickOverride::Reject);
    addShortcut(Qt::Key_U, PickOverride::None);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        // A reset takes the current row away for a moment; the name outlives it.
        if (current.isValid())
            m_currentName = current.siblingAtColumn(PseudoLabelModel::NameColumn).data().toString();
        Q_EMIT currentRowChanged(currentRow());
    });
    connect(&filter, &QAbstractItemModel::modelReset, this, [this] {
        m_asked.clear();
        restoreCurrent();
    });
    // Queued: the views lay their rows out after the model has told of its change.
    connect(&filter, &QAbstractItemModel::modelReset, this, &PseudoLabelViews::askForVisible, Qt::QueuedConnection);
    connect(&filter, &QAbstractItemModel::layoutChanged, this, &PseudoLabelViews::askForVisible, Qt::QueuedConnection);
    connect(&filter, &QAbstractItemModel::rowsInserted, this, &PseudoLabelViews::askForVisible, Qt::QueuedConnection);
    connect(&filter, &QAbstractItemModel::rowsRemoved, this, &PseudoLabelViews::askForVisible, Qt::QueuedConnection);
    retranslate();
}

void PseudoLabelViews::showGrid(bool grid) {
    setCurrentWidget(grid ? static_cast<QWidget*>(m_grid) : m_table);
    setFocusProxy(currentWidget());
    // The grid selects names, the table whole rows.
    auto* selection = m_table->selectionModel();
    selection->select(selection->selection(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    askForVisible();
}

QStringList PseudoLabelViews::selectedNames() const {
    QStringList names;
    for (const auto& index : m_table->selectionModel()->selectedIndexes()) {
        const auto name = index.siblingAtColumn(PseudoLabelModel::NameColumn).data().toString();
        if (!names.contains(name))
            names << name;
    }
    return names;
}

int PseudoLabelViews::currentRow() const {
    const auto current = m_table->selectionModel()->currentIndex();
    return current.isValid() ? m_filter.mapToSource(current).row() : -1;
}

void PseudoLabelViews::changeEvent(QEvent* event) {
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PseudoLabelViews::resizeEvent(QResizeEvent* event) {
    QStackedWidget::resizeEvent(event);
    askForVisible();
}

void PseudoLabelViews::showEvent(QShowEvent* event) {
    QStackedWidget::showEvent(event);
    askForVisible();
}

QAbstractItemView& PseudoLabelViews::view() const {
    return currentWidget() == m_grid ? static_cast<QAbstractItemView&>(*m_grid) : *m_table;
}

void PseudoLabelViews::addShortcut(Qt::Key key, PickOverride decision) {
    auto* shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [this, decision] { Q_EMIT overrideChosen(decision); });
}

void PseudoLabelViews::restoreCurrent() {
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        const auto index = m_filter.index(row, PseudoLabelModel::NameColumn);
        if (index.data().toString() != m_currentName)
            continue;
        m_table->selectionModel()->setCurrentIndex(index,
                                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        view().scrollTo(index);
        return;
    }
    Q_EMIT currentRowChanged(-1);
}

void PseudoLabelViews::askForVisible() {
    if (!isVisible() || m_filter.rowCount() == 0)
        return;
    const auto area = view().viewport()->rect();
    QStringList names;
    const auto top = view().indexAt({PickTileDelegate::side / 2, 4});
    // The rows stand in order in both views, so that one that lies below the area ends the search.
    for (int row = top.isValid() ? top.row() : 0; row < m_filter.rowCount(); ++row) {
        const auto index = m_filter.index(row, PseudoLabelModel::NameColumn);
        const auto place = view().visualRect(index);
        if (place.top() > area.bottom())
            break;
        const auto name = index.data().toString();
        if (place.intersects(area) && index.data(Qt::DecorationRole).isNull() && !m_asked.contains(name))
            names << name;
    }
    if (names.isEmpty())
        return;
    for (const auto& name : names)
        m_asked.insert(name);
    Q_EMIT imagesWanted(names);
}

void PseudoLabelViews::retranslate() {
    m_table->setAccessibleName(tr("Pseudo-labels as a table"));
    m_grid->setAccessibleName(tr("Pseudo-labels as a grid"));
}

} // namespace limpid
