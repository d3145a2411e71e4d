// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_layout.h"

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

PaneContent wholeViewContent(const CompareState& state, bool enhanced) {
    if (!enhanced || state.held)
        return PaneContent::Original;
    switch (state.mode) {
    case CompareMode::Flip:
        return state.flipped ? PaneContent::Original : PaneContent::Enhanced;
    case CompareMode::Blink:
        return state.blinking ? PaneContent::Original : PaneContent::Enhanced;
    case CompareMode::SignedDifference:
        return PaneContent::SignedDifference;
    case CompareMode::AbsoluteDifference:
        return PaneContent::AbsoluteDifference;
    case CompareMode::Split:
    case CompareMode::SideBySide:
        break;
    }
    return PaneContent::Enhanced;
}

double distance(const QRectF& area, const QPointF& place) {
    const double across = std::max({area.left() - place.x(), place.x() - area.right(), 0.0});
    const double down = std::max({area.top() - place.y(), place.y() - area.bottom(), 0.0});
    return std::hypot(across, down);
}

} // namespace

CompareLayout::CompareLayout(const CompareState& state, bool enhanced, const QSizeF& view, double devicePixelRatio)
    : m_view(view)
    , m_paneSize(view) {
    if (state.mode == CompareMode::SideBySide)
        layBesideEachOther(state, devicePixelRatio);
    else if (state.mode == CompareMode::Split && enhanced && !state.held)
        layUnderLine(state, devicePixelRatio);
    else
        m_panes.push_back({wholeViewContent(state, enhanced), QRectF({0, 0}, view), {}});
}

const ComparePane& CompareLayout::paneAt(const QPointF& place) const {
    return *std::min_element(m_panes.begin(), m_panes.end(), [&](const auto& one, const auto& other) {
        return distance(one.area, place) < distance(other.area, place);
    });
}

void CompareLayout::layBesideEachOther(const CompareState& state, double devicePixelRatio) {
    constexpr double gap = 2.0;
    const auto half = [&](double length) {
        return std::max(0.0, std::floor((length - gap) / 2 * devicePixelRatio)) / devicePixelRatio;
    };
    QPointF shift;
    if (state.orientation == Qt::Horizontal) {
        m_paneSize.setWidth(half(m_view.width()));
        shift.setX(m_view.width() - m_paneSize.width());
    } else {
        m_paneSize.setHeight(half(m_view.height()));
        shift.setY(m_view.height() - m_paneSize.height());
    }
    m_panes.push_back({PaneContent::Original, QRectF({0, 0}, m_paneSize), {}});
    m_panes.push_back({state.held ? PaneContent::Original : PaneContent::Enhanced, QRectF(shift, m_paneSize), shift});
}

void CompareLayout::layUnderLine(const CompareState& state, double devicePixelRatio) {
    const bool across = state.orientation == Qt::Horizontal;
    const double length = across ? m_view.width() : m_view.height();
    const double line = std::round(state.split * length * devicePixelRatio) / devicePixelRatio;
    m_line = line;
    const QPointF end(m_view.width(), m_view.height());
    m_panes.push_back(
        {PaneContent::Original, QRectF(QPointF(0, 0), across ? QPointF(line, end.y()) : QPointF(end.x(), line)), {}});
    m_panes.push_back({PaneContent::Enhanced, QRectF(across ? QPointF(line, 0) : QPointF(0, line), end), {}});
}

} // namespace limpid
