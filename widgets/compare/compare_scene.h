// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/difference_map.h"

#include <QColor>
#include <QImage>
#include <QLineF>
#include <QPointF>
#include <QRect>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <Qt>

#include <functional>
#include <optional>
#include <vector>

namespace limpid {

/// Neutral grey in the light and the dark theme alike: the surround changes how colours are judged.
inline constexpr QColor compareSurround{0x5a, 0x5a, 0x5a};

/// A piece of an image in its place. View coordinates are logical pixels.
struct ScenePiece {
    QImage pixels; ///< RGB32, or with an opacity of its own.
    QRect part;    ///< The pixels that are used.
    QRectF place;  ///< Where the whole part would lie.
    QRectF area;   ///< What of the view it fills; the edges lie on device pixels, so that neighbours meet exactly.
    bool smooth = false;
    double opacity = 1.0;
    bool once = false; ///< Only in this frame, so that nothing that is made of it need be kept.
};

enum class SceneCorner { TopLeft, TopRight, BottomMiddle, BottomLeft };

/// Words on a plate, in the view and never in the pixels; clipped to the area.
struct SceneLabel {
    QString text;
    QRectF area;
    SceneCorner corner;
};

/// The split's line with its grip, at `position` along the orientation.
struct SceneLine {
    Qt::Orientation orientation;
    double position;
};

struct SceneRuler {
    QLineF line;
    QRectF area;
    QString text;
};

/// Everything that one frame of the comparison consists of, whatever draws it.
struct CompareScene {
    QSizeF view;
    double devicePixelRatio = 1.0;
    std::vector<ScenePiece> pieces; ///< The lowest first.
    std::vector<SceneLabel> labels;
    std::optional<SceneLine> line;
    std::vector<SceneRuler> rulers;
    std::vector<QPointF> crosses;         ///< The place of the cursor where the cursor is not.
    std::vector<QRectF> loupes;           ///< The frames of the loupe's squares, which nothing else is drawn over.
    std::optional<DifferenceMap> colours; ///< Whose scale is shown.
    double valuesPerLevel = 1.0;          ///< What one grey level of that scale is in the images' own values.
    bool focused = false;
};

/// Gives the scene as it is now; called once per frame.
using CompareSceneSource = std::function<CompareScene()>;

} // namespace limpid
