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
    return paletteOf({.window = {0x2a, 0x2a, 0x2a},
                      .base = {0x1e, 0x1e, 0x1e},
                      .alternate = {0x25, 0x25, 0x25},
                      .button = {0x39, 0x39, 0x39},
                      .text = {0xe8, 0xe8, 0xe8},
                      .quiet = {0xa8, 0xa8, 0xa8},
                      .disabled = {0x78, 0x78, 0x78},
                      .tip = {0x3a, 0x3a, 0x3a},
                      .link = {0x7f, 0xb8, 0xf0},
                      .visited = {0xc0, 0xa5, 0xe8}});
}

bool Theme::isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
}

} // namespace limpid
