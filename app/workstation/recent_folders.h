// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/recent_folder_model.h"
#include "reading_threads.h"

#include <QObject>

#include <filesystem>
#include <memory>

class QSettings;

namespace limpid {

class ThumbnailCache;

/// The folders that were open before, newest first, kept in the settings. Whether they are still there, and their
/// pictures, are looked up in a thread: a drive that does not answer keeps nothing waiting.
class RecentFolders : public QObject {
    Q_OBJECT

public:
    static constexpr int most = 12;

    /// `settings` must outlive the object.
    RecentFolders(QSettings& settings, std::shared_ptr<ThumbnailCache> cache, QObject* parent = nullptr);

    /// Puts a folder in front; the ones beyond the twelfth are forgotten.
    void add(const std::filesystem::path& folder);
    /// By the path that items() gave.
    void remove(const QString& path);
    /// Newest first, with what is known by now; none is marked as missing before refresh() has looked.
    const QList<RecentFolderItem>& items() const { return m_items; }
    /// Looks anew which folders are there and for their pictures; changed() tells.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void keep(const QStringList& paths);
    void take(const RecentFolderItem& found);

    QSettings& m_settings;
    std::shared_ptr<ThumbnailCache> m_cache;
    QList<RecentFolderItem> m_items;
    ReadingThreads m_threads;
};

} // namespace limpid
