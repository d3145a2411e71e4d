// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings_store.h"

#include <QVariant>

namespace limpid {

namespace {

constexpr QLatin1String group("settings");
constexpr QLatin1String deviceKey("settings/device");
constexpr QLatin1String threadsKey("settings/threads");
constexpr QLatin1String workingSizeKey("settings/workingSize");
constexpr QLatin1String batchSizeKey("settings/batchSize");
constexpr QLatin1String cacheKey("settings/thumbnailCacheMegabytes");
constexpr QLatin1String languageKey("settings/language");
constexpr QLatin1String themeKey("settings/theme");

QString themeWord(ThemeChoice choice) {
    switch (choice) {
    case ThemeChoice::System:
        return QStringLiteral("system");
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    }
    return {};
}

ThemeChoice themeOf(const QString& word) {
    for (const auto choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        if (word == themeWord(choice))
            return choice;
    }
    return ThemeChoice::System;
}

/// The number under `key`, or `otherwise` where there is none or it is no number.
int numberAt(const QSettings& storage, const QString& key, int otherwise) {
    bool isNumber = false;
    const int number = storage.value(key).toInt(&isNumber);
    return isNumber ? number : otherwise;
}

} // namespace

SettingsStore::SettingsStore(QSettings& storage)
    : m_storage(storage) {}

Settings SettingsStore::load() const {
    Settings settings;
    settings.device = m_storage.value(deviceKey, settings.device).toString();
    settings.threads = numberAt(m_storage, threadsKey, settings.threads);
    settings.workingSize = numberAt(m_storage, workingSizeKey, settings.workingSize);
    settings.batchSize = numberAt(m_storage, batchSizeKey, settings.batchSize);
    settings.thumbnailCacheMegabytes = numberAt(m_storage, cacheKey, settings.thumbnailCacheMegabytes);
    settings.language = m_storage.value(languageKey).toString();
    settings.theme = themeOf(m_storage.value(themeKey).toString());
    return withinBounds(settings);
}

bool SettingsStore::save(const Settings& settings) {
    const auto allowed = withinBounds(settings);
    m_storage.setValue(deviceKey, allowed.device);
    m_storage.setValue(threadsKey, allowed.threads);
    m_storage.setValue(workingSizeKey, allowed.workingSize);
    m_storage.setValue(batchSizeKey, allowed.batchSize);
    m_storage.setValue(cacheKey, allowed.thumbnailCacheMegabytes);
    m_storage.setValue(languageKey, allowed.language);
    m_storage.setValue(themeKey, themeWord(allowed.theme));
    m_storage.sync();
    return m_storage.status() == QSettings::NoError;
}

bool SettingsStore::reset() {
    m_storage.remove(group);
    m_storage.sync();
    return m_storage.status() == QSettings::NoError;
}

} // namespace limpid
