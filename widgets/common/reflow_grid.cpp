// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/reflow_grid.h"

#include <QGridLayout>

#include <algorithm>

namespace limpid {

ReflowGrid::ReflowGrid(int columnWidth, int mostColumns, QWidget* parent)
    : QWidget(parent)
    , m_columnWidth(columnWidth)
    , m_mostColumns(mostColumns)
    , m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    // The grid must be able to become narrower than its widgets stand in it now; minimumSizeHint speaks for it.
    m_grid->setSizeConstraint(QLayout::SetNoConstraint);
}

void ReflowGrid::add(QWidget* widget) {
    m_widgets.push_back(widget);
    const int place = static_cast<int>(m_widgets.size()) - 1;
    m_grid->addWidget(widget, place / m_columns, place % m_columns);
}

void ReflowGrid::setSpacing(int horizontal, int vertical) {
    m_grid->setHorizontalSpacing(horizontal);
    m_grid->setVerticalSpacing(vertical);
}

QSize ReflowGrid::minimumSizeHint() const {
    int width = 0;
    for (const auto* widget : m_widgets)
        width = std::max(width, widget->minimumSizeHint().width());
    return {width, m_grid->minimumSize().height()};
}

void ReflowGrid::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int room = std::clamp((width() + m_grid->horizontalSpacing()) / m_columnWidth, 1, m_mostColumns);
    if (room != m_columns)
        arrange(room);
}

void ReflowGrid::arrange(int columns) {
    for (auto* widget : m_widgets)
        m_grid->removeWidget(widget);
    m_columns = columns;
    for (int i = 0; i < m_mostColumns; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    for (std::size_t i = 0; i < m_widgets.size(); ++i)
        m_grid->addWidget(m_widgets[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    updateGeometry();
}

} // namespace limpid
