// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>

class QApplication;

namespace limpid {

/// Which of the two looks the window has.
enum class ThemeChoice { System, Light, Dark };

/// Gives the program Qt's Fusion style and one of two neutral palettes of its own, so that no tint of the desktop lies
/// beside a photograph. Where the system's wish cannot be told, System means light. Window's thread only.
class Theme {
public:
    /// Sets the style and the system's look.
    explicit Theme(QApplication& program);

    /// Changes the look at once; every widget gets a palette change event.
    void choose(ThemeChoice choice);
    ThemeChoice choice() const { return m_choice; }
    /// Looks again what the system wishes. To be called when a window gets QEvent::ThemeChange.
    void followSystem();
    /// Whether the dark palette is the one in use.
    bool isDark() const { return m_dark; }

    static QPalette lightPalette();
    static QPalette darkPalette();
    /// Whether a palette writes light text on a dark window.
    static bool isDark(const QPalette& palette);

private:
    void apply(bool dark);

    QApplication& m_program;
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_dark = false;
};

} // namespace limpid
