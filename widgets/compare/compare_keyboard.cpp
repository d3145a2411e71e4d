// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_keyboard.h"

#include "compare/compare_view.h"

#include <QKeyEvent>

namespace limpid {

std::optional<CompareCommand> compareCommandOf(int key, Qt::KeyboardModifiers modifiers) {
    if (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return std::nullopt;
    switch (key) {
    case Qt::Key_Left:
        return CompareCommand::Left;
    case Qt::Key_Right:
        return CompareCommand::Right;
    case Qt::Key_Up:
        return CompareCommand::Up;
    case Qt::Key_Down:
        return CompareCommand::Down;
    case Qt::Key_Home:
        return CompareCommand::ToStart;
    case Qt::Key_End:
        return CompareCommand::ToEnd;
    case Qt::Key_Space:
    case Qt::Key_Backslash:
        return CompareCommand::HoldOriginal;
    case Qt::Key_B:
        return CompareCommand::FlipOver;
    case Qt::Key_Z:
        return modifiers & Qt::ShiftModifier ? CompareCommand::DoubleSize : CompareCommand::ToggleFit;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return CompareCommand::ZoomIn;
    case Qt::Key_Minus:
        return CompareCommand::ZoomOut;
    case Qt::Key_S:
        return CompareCommand::Split;
    case Qt::Key_Y:
        return CompareCommand::SideBySide;
    case Qt::Key_F:
        return CompareCommand::Flip;
    case Qt::Key_K:
        return CompareCommand::Blink;
    case Qt::Key_D:
        return CompareCommand::SignedDifference;
    case Qt::Key_A:
        return CompareCommand::AbsoluteDifference;
    case Qt::Key_O:
        return CompareCommand::TurnOrientation;
    case Qt::Key_L:
        return CompareCommand::ToggleLoupe;
    case Qt::Key_R:
        return modifiers & Qt::ShiftModifier ? CompareCommand::SetScale : CompareCommand::ToggleRuler;
    case Qt::Key_Escape:
        return CompareCommand::RemoveRuler;
    case Qt::Key_V:
        return CompareCommand::ToggleStructure;
    case Qt::Key_W:
        return modifiers & Qt::ShiftModifier ? CompareCommand::ResetWindow : CompareCommand::FitWindow;
    case Qt::Key_1:
        return CompareCommand::FirstResult;
    case Qt::Key_2:
        return CompareCommand::SecondResult;
    case Qt::Key_3:
        return CompareCommand::ThirdResult;
    default:
        return std::nullopt;
    }
}

CompareKeyboard::CompareKeyboard(CompareView& view)
    : QObject(&view)
    , m_view(view) {
    view.installEventFilter(this);
}

bool CompareKeyboard::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (!compareCommandOf(key.key(), key.modifiers()))
            break;
        event->accept();
        return true;
    }
    case QEvent::KeyPress:
        if (press(*static_cast<QKeyEvent*>(event)))
            return true;
        break;
    case QEvent::KeyRelease:
        if (release(*static_cast<QKeyEvent*>(event)))
            return true;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool CompareKeyboard::press(const QKeyEvent& event) {
    const auto command = compareCommandOf(event.key(), event.modifiers());
    // Escape is for others while there is nothing to remove.
    if (!command || (command == CompareCommand::RemoveRuler && m_view.ruler().isNull()))
        return false;
    run(*command, event.modifiers().testFlag(Qt::ShiftModifier));
    return true;
}

bool CompareKeyboard::release(const QKeyEvent& event) {
    if (compareCommandOf(event.key(), event.modifiers()) != CompareCommand::HoldOriginal)
        return false;
    // A key that repeats is released and pressed again without being let go.
    if (!event.isAutoRepeat())
        m_view.holdOriginal(false);
    return true;
}

void CompareKeyboard::arrow(const QPoint& direction, bool further) {
    constexpr double panStep = 40.0;
    const bool across = m_view.orientation() == Qt::Horizontal;
    const int along = across ? direction.x() : direction.y();
    if (m_view.mode() == CompareMode::Split && along != 0)
        m_view.setSplit(m_view.split() + along * (further ? 0.1 : 0.02));
    else
        m_view.panBy(QPointF(-direction) * (further ? 5 * panStep : panStep));
}

void CompareKeyboard::run(CompareCommand command, bool further) {
    switch (command) {
    case CompareCommand::Left:
        return arrow({-1, 0}, further);
    case CompareCommand::Right:
        return arrow({1, 0}, further);
    case CompareCommand::Up:
        return arrow({0, -1}, further);
    case CompareCommand::Down:
        return arrow({0, 1}, further);
    case CompareCommand::ToStart:
        return m_view.setSplit(0.0);
    case CompareCommand::ToEnd:
        return m_view.setSplit(1.0);
    case CompareCommand::HoldOriginal:
        return m_view.holdOriginal(true);
    case CompareCommand::FlipOver:
        return m_view.flipOver();
    case CompareCommand::ToggleFit:
        return m_view.toggleFit();
    case CompareCommand::DoubleSize:
        return m_view.zoomTo(2.0);
    case CompareCommand::ZoomIn:
        return m_view.zoomIn();
    case CompareCommand::ZoomOut:
        return m_view.zoomOut();
    case CompareCommand::Split:
        return m_view.setMode(CompareMode::Split);
    case CompareCommand::SideBySide:
        return m_view.setMode(CompareMode::SideBySide);
    case CompareCommand::Flip:
        return m_view.setMode(CompareMode::Flip);
    case CompareCommand::Blink:
        return m_view.setMode(CompareMode::Blink);
    case CompareCommand::SignedDifference:
        return m_view.setMode(CompareMode::SignedDifference);
    case CompareCommand::AbsoluteDifference:
        return m_view.setMode(CompareMode::AbsoluteDifference);
    case CompareCommand::TurnOrientation:
        return m_view.setOrientation(m_view.orientation() == Qt::Horizontal ? Qt::Vertical : Qt::Horizontal);
    case CompareCommand::ToggleLoupe:
        return m_view.setLoupe(!m_view.hasLoupe());
    case CompareCommand::ToggleRuler:
        return m_view.setMeasuring(!m_view.isMeasuring());
    case CompareCommand::SetScale:
        return m_view.requestScale();
    case CompareCommand::RemoveRuler:
        return m_view.measure({});
    case CompareCommand::ToggleStructure:
        return m_view.setStructureOpacity(m_view.structureOpacity() > 0.0 ? 0.0 : CompareView::usualOpacity);
    case CompareCommand::FitWindow:
        return m_view.fitWindow();
    case CompareCommand::ResetWindow:
        return m_view.resetWindow();
    case CompareCommand::FirstResult:
        return m_view.showResult(0);
    case CompareCommand::SecondResult:
        return m_view.showResult(1);
    case CompareCommand::ThirdResult:
        return m_view.showResult(2);
    }
}

} // namespace limpid
