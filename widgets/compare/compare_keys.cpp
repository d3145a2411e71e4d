// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_keys.h"

#include <QCoreApplication>

namespace limpid {

namespace {

/// Lends its context to the words of this file.
struct Keys {
    Q_DECLARE_TR_FUNCTIONS(limpid::CompareKeys)
};

} // namespace

QList<KeyEntry> compareKeys() {
    const auto comparing = Keys::tr("Comparison");
    const auto looking = Keys::tr("Zoom and measuring");
    return {
        {QStringLiteral("S Y F K"), Keys::tr("Split, side by side, flip, blink"), comparing},
        {QStringLiteral("D A"), Keys::tr("Difference with its sign, its amount"), comparing},
        {Keys::tr("Space \\"), Keys::tr("Show the original while it is held"), comparing},
        {QStringLiteral("B"), Keys::tr("Change between original and enhanced"), comparing},
        {QStringLiteral("1 2 3"), Keys::tr("Which result is looked at"), comparing},
        {QStringLiteral("O"), Keys::tr("Beside or above each other"), comparing},
        {QStringLiteral("\u2190 \u2192 \u2191 \u2193"), Keys::tr("Move the line, or the image; with Shift further"),
         comparing},
        {Keys::tr("Home End"), Keys::tr("The line to the first edge, to the last"), comparing},
        {QStringLiteral("V"), Keys::tr("Structures over the images"), comparing},
        {QStringLiteral("L"), Keys::tr("Loupe"), comparing},
        {QStringLiteral("Z"), Keys::tr("Fit or 100 %"), looking},
        {QStringLiteral("Shift+Z"), Keys::tr("200 %"), looking},
        {QStringLiteral("+ \u2212"), Keys::tr("Zoom in, zoom out"), looking},
        {QStringLiteral("R"), Keys::tr("Measure by dragging"), looking},
        {QStringLiteral("Shift+R"), Keys::tr("Set the scale by the measured line"), looking},
        {Keys::tr("Esc"), Keys::tr("Remove the ruler"), looking},
        {QStringLiteral("W"), Keys::tr("Fit the window of a 16-bit image"), looking},
        {QStringLiteral("Shift+W"), Keys::tr("Show the whole range of a 16-bit image"), looking},
        {Keys::tr("Ctrl+right-drag"), Keys::tr("Width and brightness of that window"), looking},
    };
}

} // namespace limpid
