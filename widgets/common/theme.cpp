// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/theme.h"

#include <QApplication>
#include <QStyleFactory>

namespace limpid {

namespace {

/// The colours of one look. Fusion derives its lines and shades from Button and Window.
struct Tones {
    QColor window;
    QColor base;
    QColor alternate;
    QColor button;
    QColor text;
    QColor quiet; ///< Placeholders and explanations; still readable on the window.
    QColor disabled;
    QColor tip;
    QColor link;
    QColor visited;
};

/// White on it, and it on either window, is told apart by everybody: blue stays blue for colour-blind people.
constexpr QColor highlight(0x2a, 0x6f, 0xb5);

QPalette paletteOf(const Tones& tones) {
    QPalette palette(tones.button, tones.window);
    palette.setColor(QPalette::Window, tones.window);
    palette.setColor(QPalette::WindowText, tones.text);
    palette.setColor(QPalette::Base, tones.base);
    palette.setColor(QPalette::AlternateBase, tones.alternate);
    palette.setColor(QPalette::ToolTipBase, tones.tip);
    palette.setColor(QPalette::ToolTipText, tones.text);
    palette.setColor(QPalette::PlaceholderText, tones.quiet);
    palette.setColor(QPalette::Text, tones.text);
    palette.setColor(QPalette::Button, tones.button);
    palette.setColor(QPalette::ButtonText, tones.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, tones.link);
    palette.setColor(QPalette::LinkVisited, tones.visited);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tones.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tones.button.darker(115));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, tones.disabled);
    return palette;
}

} // namespace

Theme::Theme(QApplication& program)
    : m_program(program) {
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    choose(ThemeChoice::System);
}

void Theme::choose(ThemeChoice choice) {
    m_choice = choice;
    if (choice == ThemeChoice::System)
        followSystem();
    else
        apply(choice == ThemeChoice::Dark);
}

void Theme::followSystem() {
    if (m_choice != ThemeChoice::System)
        return;
    // Qt 6.4 has no word for the desktop's wish, but without a palette of ours the program has the desktop's.
    QApplication::setPalette(QPalette());
    apply(isDark(QApplication::palette()));
}

void Theme::apply(bool dark) {
    m_dark = dark;
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

QPalette Theme::lightPalette() {
    return paletteOf({.window = {0xf1, 0xf1, 0xf1},
                      .base = {0xff, 0xff, 0xff},
                      .alternate = {0xf6, 0xf6, 0xf6},
                      .button = {0xe9, 0xe9, 0xe9},
                      .text = {0x1c, 0x1c, 0x1c},
                      .quiet = {0x5e, 0x5e, 0x5e},
                      .disabled = {0x9a, 0x9a, 0x9a},
                      .tip = {0xff, 0xff, 0xff},
                      .link = {0x1a, 0x5f, 0xa8},
                      .visited = {0x6a, 0x4a, 0x9c}});
}

QPalette Theme::darkPalette() {
    // Fusion draws its lines darker than the window, which therefore must not be too dark itself.
    return paletteOf({.window = {0x38, 0x38, 0x38},
                      .base = {0x20, 0x20, 0x20},
                      .alternate = {0x27, 0x27, 0x27},
                      .button = {0x48, 0x48, 0x48},
                      .text = {0xea, 0xea, 0xea},
                      .quiet = {0xb4, 0xb4, 0xb4},
                      .disabled = {0x86, 0x86, 0x86},
                      .tip = {0x48, 0x48, 0x48},
                      .link = {0x86, 0xbe, 0xf4},
                      .visited = {0xc8, 0xae, 0xec}});
}

bool Theme::isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
}

} // namespace limpid
