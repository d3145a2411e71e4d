// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/flow_layout.h"

#include <algorithm>

namespace limpid {

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent) {}

FlowLayout::~FlowLayout() {
    while (auto* item = takeAt(0))
        delete item;
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.append(item);
}

int FlowLayout::count() const {
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index) {
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

Qt::Orientations FlowLayout::expandingDirections() const {
    return {};
}

bool FlowLayout::hasHeightForWidth() const {
    return true;
}

int FlowLayout::heightForWidth(int width) const {
    return arrange({0, 0, width, 0}, false);
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::sizeHint() const {
    int width = 0;
    for (const auto* item : m_items) {
        if (!item->isEmpty())
            width += item->sizeHint().width() + spacing();
    }
    const auto margins = contentsMargins();
    return {width + margins.left() + margins.right(), rowHeight() + margins.top() + margins.bottom()};
}

QSize FlowLayout::minimumSize() const {
    int width = 0;
    for (const auto* item : m_items) {
        if (!item->isEmpty())
            width = std::max(width, item->minimumSize().width());
    }
    const auto margins = contentsMargins();
    return {width + margins.left() + margins.right(), rowHeight() + margins.top() + margins.bottom()};
}

int FlowLayout::arrange(const QRect& area, bool move) const {
    const auto inside = area.marginsRemoved(contentsMargins());
    const int height = rowHeight();
    int x = inside.left();
    int y = inside.top();
    for (auto* item : m_items) {
        if (item->isEmpty())
            continue;
        const auto size = item->sizeHint();
        if (x > inside.left() && x + size.width() > inside.left() + inside.width()) {
            x = inside.left();
            y += height + spacing();
        }
        if (move)
            item->setGeometry({{x, y + (height - size.height()) / 2}, size});
        x += size.width() + spacing();
    }
    return y + height - area.top() + contentsMargins().bottom();
}

int FlowLayout::rowHeight() const {
    int height = 0;
    for (const auto* item : m_items) {
        if (!item->isEmpty())
            height = std::max(height, item->sizeHint().height());
    }
    return height;
}

} // namespace limpid
