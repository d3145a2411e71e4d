// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/compare_state.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace limpid {

/// What a part of the view shows.
enum class PaneContent { Original, Enhanced, SignedDifference, AbsoluteDifference };

/// A part of the view and what it shows.
struct ComparePane {
    PaneContent content;
    QRectF area;
    QPointF shift; ///< From the transform's coordinates to the view's.
};

/// How a mode divides the view. The panes of one layout share one ViewTransform, each shifted by its own offset.
/// Logical pixels; every edge lies on a pixel of the device, so that none mixes two images.
class CompareLayout {
public:
    /// `enhanced` tells whether there is an enhanced image; while there is none, the original stands alone, but side
    /// by side keeps its panes, so that the original does not move when the enhanced image comes.
    CompareLayout(const CompareState& state, bool enhanced, const QSizeF& view, double devicePixelRatio);

    /// What the transform fits images into.
    QSizeF paneSize() const { return m_paneSize; }
    const std::vector<ComparePane>& panes() const { return m_panes; }
    /// Where the split's line stands along the orientation; none without a line.
    std::optional<double> line() const { return m_line; }
    /// The pane under a place of the view; between two panes the nearer one.
    const ComparePane& paneAt(const QPointF& place) const;
    /// A place of the view in the coordinates of the transform.
    QPointF toTransform(const QPointF& place) const { return place - paneAt(place).shift; }

private:
    void layBesideEachOther(const CompareState& state, double devicePixelRatio);
    void layUnderLine(const CompareState& state, double devicePixelRatio);

    QSizeF m_view;
    QSizeF m_paneSize;
    std::vector<ComparePane> m_panes;
    std::optional<double> m_line;
};

} // namespace limpid
