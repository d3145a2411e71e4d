// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "folder_scan.h"
#include "reading_threads.h"

#include <QImage>
#include <QList>
#include <QObject>
#include <QSet>

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <utility>

namespace limpid {

class ThumbnailCache;

/// Makes the thumbnails that are wanted, in a few threads: what was asked for last comes first, and what is
/// no longer wanted is not begun. To be used from the thread that owns it, where its signals come too.
class ThumbnailLoader : public QObject {
    Q_OBJECT

public:
    /// Called in threads, several at a time, and perhaps at the end still: it owns or shares all it touches.
    using Make = std::function<Result<QImage>(const FoundImage&)>;
    using Request = std::pair<int, FoundImage>; ///< A row and its image.

    explicit ThumbnailLoader(Make make, int threads = 2, QObject* parent = nullptr);
    /// Puts these before all that waits already, in the order given.
    void want(const std::vector<Request>& requests);
    /// Those of these rows that have not been begun are forgotten.
    void drop(const QList<int>& rows);
    /// The row numbers mean other images from now on: nothing more is heard of the ones before.
    void clear();
    bool isBusy() const { return !m_waiting.empty() || !m_running.isEmpty(); }
    int waiting() const { return static_cast<int>(m_waiting.size()); }

Q_SIGNALS:
    void made(int row, const QImage& thumbnail);
    /// In one sentence that names the file without its folder.
    void failed(int row, const QString& reason);

private:
    void begin();
    void take(std::uint64_t generation, int row, const Result<QImage>& thumbnail);

    std::shared_ptr<const Make> m_make;
    std::deque<Request> m_waiting; ///< The next one in front.
    QSet<int> m_running;           ///< Rows of the present generation.
    int m_atOnce;
    int m_free; ///< How many more may be begun now.
    std::uint64_t m_generation = 0;
    ReadingThreads m_threads;
};

/// A thumbnail from the cache or, failing that, from the image itself, which is then put into the cache. Long side
/// `side` pixels at most. Any thread. Errors: as readImage().
Result<QImage> makeThumbnail(ThumbnailCache& cache, const FoundImage& image, int side);

} // namespace limpid
