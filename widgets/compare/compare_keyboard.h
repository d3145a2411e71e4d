// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPoint>
#include <Qt>

#include <optional>

class QKeyEvent;

namespace limpid {

class CompareView;

/// What a key does in the comparison.
enum class CompareCommand {
    Left,
    Right,
    Up,
    Down,
    ToStart,
    ToEnd,
    HoldOriginal,
    FlipOver,
    ToggleFit,
    DoubleSize,
    ZoomIn,
    ZoomOut,
    Split,
    SideBySide,
    Flip,
    Blink,
    SignedDifference,
    AbsoluteDifference,
    TurnOrientation,
    ToggleLoupe,
    ToggleRuler,
    SetScale,
    RemoveRuler,
    ToggleStructure,
    FitWindow,
    ResetWindow,
    FirstResult,
    SecondResult,
    ThirdResult
};

/// The command of a key; none where the comparison has no use for it.
std::optional<CompareCommand> compareCommandOf(int key, Qt::KeyboardModifiers modifiers);

/// Turns the keys that a comparison gets into its commands. While the view has the focus, its keys come before the
/// window's shortcuts. Arrows move the line along its orientation (with Shift further) and otherwise the image.
class CompareKeyboard : public QObject {
    Q_OBJECT

public:
    /// Listens to the view, which owns it.
    explicit CompareKeyboard(CompareView& view);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool press(const QKeyEvent& event);
    bool release(const QKeyEvent& event);
    void arrow(const QPoint& direction, bool further);
    void run(CompareCommand command, bool further);

    CompareView& m_view;
};

} // namespace limpid
