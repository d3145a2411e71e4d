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
constexpr QLatin1String openKey("window/open/");
constexpr QLatin1String partsKey("/parts");
constexpr QLatin1String stateKey("/state");

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

} // namespace

WindowState::WindowState(QSettings& storage)
    : m_storage(storage) {}

void WindowState::save(const QMainWindow& window) {
    m_storage.setValue(versionKey, version);
    m_storage.setValue(geometryKey, window.saveGeometry());
    m_storage.setValue(docksKey, window.saveState(version));
    for (const auto* splitter : window.findChildren<QSplitter*>()) {
        if (splitter->objectName().isEmpty())
            continue;
        const auto key = splittersKey + splitter->objectName();
        m_storage.setValue(key + partsKey, splitter->count());
        m_storage.setValue(key + stateKey, splitter->saveState());
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
        const auto key = splittersKey + splitter->objectName();
        // Sizes for another number of parts would leave one without any.
        if (!splitter->objectName().isEmpty() && m_storage.value(key + partsKey).toInt() == splitter->count())
            splitter->restoreState(m_storage.value(key + stateKey).toByteArray());
    }
    return true;
}

void WindowState::setOpen(const QString& part, bool open) {
    m_storage.setValue(openKey + part, open);
    m_storage.sync();
}

bool WindowState::isOpen(const QString& part) const {
    return m_storage.value(openKey + part).toBool();
}

void WindowState::reset() {
    m_storage.remove(group);
    m_storage.sync();
}

} // namespace limpid
