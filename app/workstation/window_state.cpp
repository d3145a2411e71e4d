// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_state.h"

#include <QGuiApplication>
#include <QMainWindow>
#include <QScreen>
#include <QSplitter>

#include <algorithm>

namespace limpid {

namespace {

/// Raised whenever docks or splitters change their meaning.
constexpr int version = 1;

constexpr QLatin1String group("window");
constexpr QLatin1String versionKey("window/version");
constexpr QLatin1String geometryKey("window/geometry");
constexpr QLatin1String docksKey("window/docks");
constexpr QLatin1String splittersKey("window/splitters/");

/// Brings a window back whose title bar would lie on no screen, as after a monitor was taken away.
void bringOntoAScreen(QMainWindow& window) {
    const auto frame = window.frameGeometry();
    const auto screens = QGuiApplication::screens();
    const bool reachable = std::any_of(screens.begin(), screens.end(), [&](const QScreen* screen) {
        return screen->availableGeometry().intersects(frame.adjusted(60, 0, -60, 40 - frame.height()));
    });
    if (reachable || screens.isEmpty())
        return;
    const auto place = QGuiApplication::primaryScreen()->availableGeometry();
    window.resize(window.size().boundedTo(place.size()));
    window.move(place.topLeft());
}

/// A saved state is taken only where it has this splitter's number of parts, and none of them is lost.
void restoreSplitter(QSplitter& splitter, const QByteArray& state) {
    const auto before = splitter.saveState();
    QSplitter probe(splitter.orientation());
    for (int i = 0; i < splitter.count(); ++i)
        probe.addWidget(new QWidget(&probe));
    const bool fits = probe.restoreState(state) && probe.sizes().size() == splitter.sizes().size();
    if (!fits || !splitter.restoreState(state))
        splitter.restoreState(before);
}

} // namespace

WindowState::WindowState(QSettings& storage)
    : m_storage(storage) {}

void WindowState::save(const QMainWindow& window) {
    m_storage.setValue(versionKey, version);
    m_storage.setValue(geometryKey, window.saveGeometry());
    m_storage.setValue(docksKey, window.saveState(version));
    for (const auto* splitter : window.findChildren<QSplitter*>()) {
        if (!splitter->objectName().isEmpty())
            m_storage.setValue(splittersKey + splitter->objectName(), splitter->saveState());
    }
    m_storage.sync();
}

bool WindowState::restore(QMainWindow& window) const {
    if (m_storage.value(versionKey).toInt() != version)
        return false;
    window.restoreGeometry(m_storage.value(geometryKey).toByteArray());
    bringOntoAScreen(window);
    window.restoreState(m_storage.value(docksKey).toByteArray(), version);
    for (auto* splitter : window.findChildren<QSplitter*>()) {
        const auto state = m_storage.value(splittersKey + splitter->objectName()).toByteArray();
        if (!splitter->objectName().isEmpty() && !state.isEmpty())
            restoreSplitter(*splitter, state);
    }
    return true;
}

void WindowState::reset() {
    m_storage.remove(group);
    m_storage.sync();
}

} // namespace limpid
