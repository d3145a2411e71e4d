// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/browser_keys.h"

#include <QCoreApplication>

namespace limpid {

QList<KeyEntry> browserKeys() {
    const auto words = [](const char* text) {
        return QCoreApplication::translate("limpid::BrowserKeys", text);
    };
    const auto moving = words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "Images"));
    const auto marking = words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "Flags and stars"));
    const auto viewing = words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "Views"));
    return {
        {QStringLiteral("\u2190 \u2192 \u2191 \u2193"),
         words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "Go to the next image in that direction")), moving},
        {words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "Home End")),
         words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "First image, last image")), moving},
        {words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "PgUp PgDn")),
         words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "A screenful back, a screenful on")), moving},
        {words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "Shift+\u2192 Ctrl+A")),
         words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "Select more images, select all")), moving},
        {QStringLiteral("P"), words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "Flag as pick")), marking},
        {QStringLiteral("X"), words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "Flag as reject")), marking},
        {QStringLiteral("U"), words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "Remove the flag")), marking},
        {QStringLiteral("0 1 2 3 4 5"), words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "Give that many stars")),
         marking},
        {QStringLiteral("G"), words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "Grid of all images")), viewing},
        {words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "E Enter")),
         words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "Single image")), viewing},
        {QStringLiteral("C"), words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "Compare original and enhanced image")),
         viewing},
        {QStringLiteral("?"), words(QT_TRANSLATE_NOOP("limpid::BrowserKeys", "This sheet")), viewing},
    };
}

} // namespace limpid
