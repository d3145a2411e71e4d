// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QString>

class QAction;
class QObject;

namespace limpid {

class CompareView;
class ImageBrowser;
class MainWindow;
class MessageBar;

/// How long a test waits for what must come, in milliseconds.
inline constexpr int patienceMs = 10000;

// The parts of a window, by the names that they have for tests. Each must be there.

ImageBrowser& filmstrip(const MainWindow& window);
CompareView& compareView(const MainWindow& window);
MessageBar& messageBar(const MainWindow& window, const char* name);
QAction& windowAction(const MainWindow& window, const char* name);
/// What a label says.
QString labelText(const MainWindow& window, const char* name);
/// Presses a button inside of a window, a dialog or a bar; false where it is not there or cannot be pressed.
bool press(const QObject& inside, const char* name);

/// What the comparison's split draws for the original, left of the line in the middle and below the labels.
QColor drawnOriginal(const MainWindow& window);
/// The same for the enhanced image, right of the line.
QColor drawnEnhanced(const MainWindow& window);
QColor grey(int value);

} // namespace limpid
