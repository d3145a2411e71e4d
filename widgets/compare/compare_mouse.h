// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/window_level.h"

#include <QObject>
#include <QPointF>

class QMouseEvent;
class QWheelEvent;

namespace limpid {

class CompareView;

/// The mouse in a comparison: the line moves the split, elsewhere a drag moves the image, or draws the ruler while
/// measuring (the middle button still moves the image); Ctrl and the right button set the display window of 16-bit
/// images: to the right is a wider window, up is brighter; the wheel zooms about the cursor; a double click switches
/// between fit and 100 %, and on the line puts it into the middle.
class CompareMouse : public QObject {
    Q_OBJECT

public:
    /// Listens to the view, which owns it.
    explicit CompareMouse(CompareView& view);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Drag { None, Split, Image, Ruler, Window };

    void press(const QMouseEvent& event);
    void move(const QMouseEvent& event);
    void release(const QMouseEvent& event);
    void doubleClick(const QMouseEvent& event);
    void wheel(QWheelEvent& event);
    void dragWindow(const QPointF& distance);
    void updateCursor(const QPointF& place);

    CompareView& m_view;
    Drag m_drag = Drag::None;
    QPointF m_dragFrom;  ///< In the view.
    QPointF m_rulerFrom; ///< On the image.
    DisplayWindow m_windowFrom;
};

} // namespace limpid
