// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "recent_folders.h"

#include "paths.h"
#include "thumbnail_cache.h"

#include <QDir>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace limpid {

namespace {

const QString settingsKey = QStringLiteral("recentFolders");

RecentFolderItem itemOf(const QString& path) {
    const auto name = QDir(path).dirName();
    return {path, name.isEmpty() ? path : name, shownPath(toPath(path)), {}, false};
}

QStringList pathsOf(const QList<RecentFolderItem>& items) {
    QStringList paths;
    for (const auto& item : items)
        paths.push_back(item.path);
    return paths;
}

} // namespace

RecentFolders::RecentFolders(QSettings& settings, std::shared_ptr<ThumbnailCache> cache, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_cache(std::move(cache))
    , m_threads(*this, most) {
    auto paths = m_settings.value(settingsKey).toStringList();
    paths.removeDuplicates();
    paths.removeAll(QString());
    for (const auto& path : paths.first(std::min<qsizetype>(paths.size(), most)))
        m_items.push_back(itemOf(path));
}

void RecentFolders::add(const std::filesystem::path& folder) {
    auto paths = pathsOf(m_items);
    const auto path = QDir::cleanPath(toQString(std::filesystem::absolute(folder)));
    paths.removeAll(path);
    paths.prepend(path);
    keep(paths.first(std::min<qsizetype>(paths.size(), most)));
}

void RecentFolders::remove(const QString& path) {
    auto paths = pathsOf(m_items);
    paths.removeAll(path);
    keep(paths);
}

void RecentFolders::refresh() {
    for (const auto& known : m_items) {
        m_threads.start([this, owner = m_threads.owner(), cache = m_cache, item = known]() mutable {
            std::error_code error;
            item.missing = !std::filesystem::is_directory(toPath(item.path), error);
            item.thumbnail = cache->findFolder(toPath(item.path));
            owner.post([this, item] { take(item); });
        });
    }
}

void RecentFolders::keep(const QStringList& paths) {
    QList<RecentFolderItem> items;
    for (const auto& path : paths) {
        const auto known = std::ranges::find(m_items, path, &RecentFolderItem::path);
        items.push_back(known == m_items.end() ? itemOf(path) : *known);
    }
    m_items = items;
    m_settings.setValue(settingsKey, paths);
    Q_EMIT changed();
}

void RecentFolders::take(const RecentFolderItem& found) {
    const auto known = std::ranges::find(m_items, found.path, &RecentFolderItem::path);
    if (known == m_items.end())
        return;
    *known = found;
    Q_EMIT changed();
}

} // namespace limpid
