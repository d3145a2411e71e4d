// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/flow_layout.h"

#include <algorithm>

namespace limpid {

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent) {}

FlowLayout::~FlowLayout() {
    for (auto* item : m_items)
        delete item;
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.push_back(item);
}

int FlowLayout::count() const {
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    auto* item = itemAt(index);
    if (item != nullptr)
        m_items.erase(m_items.begin() + index);
    return item;
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

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const auto* item : m_items)
        size = size.expandedTo(item->minimumSize());
    const auto margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize FlowLayout::sizeHint() const {
    return minimumSize();
}

void FlowLayout::setGeometry(const QRect& place) {
    QLayout::setGeometry(place);
    arrange(place, true);
}

int FlowLayout::arrange(const QRect& place, bool apply) const {
    const auto margins = contentsMargins();
    const auto inner = place.marginsRemoved(margins);
    const int gap = std::max(0, spacing());
    int x = inner.left();
    int y = inner.top();
    std::size_t lineBegin = 0;
    int lineHeight = 0;
    std::vector<QRect> places(m_items.size());
    // Items of a line share its middle, so that labels stand level with the fields beside them.
    const auto endLine = [&](std::size_t end) {
        for (auto i = lineBegin; i < end; ++i) {
            places[i].moveTop(y + (lineHeight - places[i].height()) / 2);
            if (apply)
                m_items[i]->setGeometry(places[i]);
        }
        lineBegin = end;
    };
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i]->isEmpty())
            continue;
        const auto size = m_items[i]->sizeHint().expandedTo(m_items[i]->minimumSize());
        if (x > inner.left() && x + size.width() > inner.right() + 1) {
            endLine(i);
            y += lineHeight + gap;
            x = inner.left();
            lineHeight = 0;
        }
        places[i] = {{x, y}, size};
        x += size.width() + gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    endLine(m_items.size());
    return y + lineHeight - place.top() + margins.bottom();
}

} // namespace limpid
