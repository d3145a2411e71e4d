// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/settings.h"
#include "common/theme.h"
#include "language_switch.h"
#include "settings_store.h"

#include <QSettings>

#include <memory>

class QApplication;

namespace limpid {

/// What a person has set, kept in the settings' file, and what of it changes the whole program at once: look and
/// language. Window's thread only.
class Preferences {
public:
    /// Applies what was saved.
    Preferences(QApplication& program, std::unique_ptr<QSettings> storage);

    const Settings& settings() const { return m_settings; }
    /// Saves and applies; false where the disk refused, although everything is applied.
    bool change(const Settings& settings);
    Theme& theme() { return m_theme; }
    QSettings& storage() { return *m_storage; }

private:
    void apply();

    std::unique_ptr<QSettings> m_storage;
    SettingsStore m_store;
    Settings m_settings;
    Theme m_theme;
    LanguageSwitch m_language;
};

} // namespace limpid
