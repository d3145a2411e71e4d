// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "folder_scan.h"

#include <QImage>

#include <atomic>
#include <cstdint>
#include <list>
#include <mutex>
#include <unordered_map>

namespace limpid {

/// Thumbnails on disk, so that a folder that was open before shows its pictures at once. A thumbnail belongs to a
/// file's absolute path, time and size: a file that changes gets a new one. The folder never grows beyond its limit;
/// what was looked at longest ago goes first. Files that are damaged are removed, and count as not there. May be used
/// from any number of threads; a cache that cannot be written works as an empty one.
class ThumbnailCache {
public:
    /// `limit` in bytes, for all files together.
    explicit ThumbnailCache(std::filesystem::path folder, std::int64_t limit = 256LL * 1024 * 1024);

    /// Null if there is none.
    QImage find(const FoundImage& image);
    void store(const FoundImage& image, const QImage& thumbnail);

    /// The picture that stands for a whole folder in the list of recent ones; null if there is none.
    QImage findFolder(const std::filesystem::path& folder);
    void storeFolder(const std::filesystem::path& folder, const QImage& thumbnail);

    /// Of all files together, in bytes.
    std::int64_t bytes();
    /// Removes everything.
    void clear();
    /// From now on, in bytes; what is too much goes when the next one is stored.
    void setLimit(std::int64_t limit) { m_limit = limit; }

private:
    struct Entry {
        std::int64_t bytes = 0;
        std::list<std::string>::iterator use;
    };
    QImage load(const std::string& key);
    void save(const std::string& key, const QImage& thumbnail);
    /// Reads once what is on disk. To be called under the lock, as all below.
    void learn();
    void touch(const std::string& key, std::int64_t bytes);
    void forget(const std::string& key);

    std::filesystem::path m_folder;
    std::atomic<std::int64_t> m_limit;
    std::mutex m_mutex;
    bool m_learnt = false;
    std::int64_t m_bytes = 0;
    std::list<std::string> m_uses; ///< Keys, the one used longest ago first.
    std::unordered_map<std::string, Entry> m_entries;
};

} // namespace limpid
