// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/window_parts.h"

#include "browser/image_browser.h"
#include "common/message_bar.h"
#include "compare/compare_view.h"
#include "main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>

namespace limpid {

namespace {

template <typename Part>
Part& part(const QObject& inside, const char* name) {
    auto* found = inside.findChild<Part*>(QLatin1String(name));
    if (found == nullptr)
        qFatal("the window has no %s", name);
    return *found;
}

/// Pixels from the line that divides the split.
constexpr int besideTheLine = 30;

QColor drawn(const MainWindow& window, int fromMiddle) {
    const auto view = compareView(window).grab().toImage();
    return view.pixelColor(view.width() / 2 + fromMiddle, view.height() / 4);
}

} // namespace

ImageBrowser& filmstrip(const MainWindow& window) {
    return part<ImageBrowser>(window, "filmstrip");
}

CompareView& compareView(const MainWindow& window) {
    return part<CompareView>(window, "compare");
}

MessageBar& messageBar(const MainWindow& window, const char* name) {
    return part<MessageBar>(window, name);
}

QAction& windowAction(const MainWindow& window, const char* name) {
    return part<QAction>(window, name);
}

QString labelText(const MainWindow& window, const char* name) {
    return part<QLabel>(window, name).text();
}

bool press(const QObject& inside, const char* name) {
    auto* button = inside.findChild<QAbstractButton*>(QLatin1String(name));
    if (button == nullptr || !button->isEnabled())
        return false;
    button->click();
    return true;
}

QColor drawnOriginal(const MainWindow& window) {
    return drawn(window, -besideTheLine);
}

QColor drawnEnhanced(const MainWindow& window) {
    return drawn(window, besideTheLine);
}

QColor grey(int value) {
    return {value, value, value};
}

} // namespace limpid
