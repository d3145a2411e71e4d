// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/compare_mode.h"
#include "compare/ruler.h"

#include <QPointF>
#include <QString>
#include <Qt>

#include <optional>

namespace limpid {

/// What the user has chosen to see, apart from the images and from where they stand. View coordinates.
struct CompareState {
    CompareMode mode = CompareMode::Split;
    /// Horizontal: the images follow each other from left to right; vertical: from top to bottom.
    Qt::Orientation orientation = Qt::Horizontal;
    double split = 0.5;    ///< Where the line stands, 0 to 1 along the orientation.
    bool held = false;     ///< The original is shown as long as this lasts, in every mode.
    bool flipped = false;  ///< Flip shows the original.
    bool blinking = false; ///< Blink is at the original just now.
    double gain = 4.0;     ///< Of the difference's colours.
    double structureOpacity = 0.0;
    bool loupe = false;
    std::optional<QPointF> cursor; ///< None while it is outside of the view.
    Ruler ruler;
    QString pending; ///< What is being waited for; empty for nothing.
    bool focused = false;
};

} // namespace limpid
