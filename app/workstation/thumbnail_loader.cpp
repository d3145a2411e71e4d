// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "thumbnail_loader.h"

#include "error_sentence.h"
#include "imaging/image_reader.h"
#include "picture.h"
#include "thumbnail_cache.h"
#include "worker_guard.h"

#include <algorithm>

namespace limpid {

namespace {

/// A folder that hangs keeps its threads; the next folders get others.
constexpr int sparesForHangingReads = 4;

} // namespace

ThumbnailLoader::ThumbnailLoader(Make make, int threads, QObject* parent)
    : QObject(parent)
    , m_make(std::make_shared<const Make>(std::move(make)))
    , m_atOnce(std::max(1, threads))
    , m_free(m_atOnce)
    , m_threads(*this, sparesForHangingReads * m_atOnce) {}

void ThumbnailLoader::want(const std::vector<Request>& requests) {
    QSet<int> rows;
    for (const auto& [row, image] : requests)
        rows.insert(row);
    std::erase_if(m_waiting, [&](const Request& waiting) { return rows.contains(waiting.first); });
    std::deque<Request> first;
    std::ranges::copy_if(requests, std::back_inserter(first),
                         [this](const Request& request) { return !m_running.contains(request.first); });
    m_waiting.insert(m_waiting.begin(), first.begin(), first.end());
    begin();
}

void ThumbnailLoader::drop(const QList<int>& rows) {
    const QSet<int> dropped(rows.begin(), rows.end());
    std::erase_if(m_waiting, [&](const Request& waiting) { return dropped.contains(waiting.first); });
}

void ThumbnailLoader::clear() {
    ++m_generation;
    m_waiting.clear();
    m_running.clear();
    m_free = m_atOnce;
}

void ThumbnailLoader::begin() {
    for (; m_free > 0 && !m_waiting.empty(); --m_free) {
        auto [row, image] = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_running.insert(row);
        m_threads.start([this, owner = m_threads.owner(), make = m_make, row = row, generation = m_generation,
                         image = std::move(image)] {
            auto thumbnail = guarded("reading " + image.path.string(), [&] { return (*make)(image); });
            owner.post([this, generation, row, thumbnail = std::move(thumbnail)] { take(generation, row, thumbnail); });
        });
    }
}

void ThumbnailLoader::take(std::uint64_t generation, int row, const Result<QImage>& thumbnail) {
    if (generation != m_generation)
        return;
    ++m_free;
    m_running.remove(row);
    if (thumbnail)
        Q_EMIT made(row, *thumbnail);
    else
        Q_EMIT failed(row, errorSentenceForRow(thumbnail.error()));
    begin();
}

Result<QImage> makeThumbnail(ThumbnailCache& cache, const FoundImage& image, int side) {
    if (auto kept = cache.find(image); !kept.isNull())
        return kept;
    // A quarter longer than wanted, so that reducing to the exact size still smooths.
    const auto larger = readReducedImage(image.path, side + side / 4);
    if (!larger)
        return fail(larger.error());
    auto thumbnail = thumbnailOf(*larger, side);
    cache.store(image, thumbnail);
    return thumbnail;
}

} // namespace limpid
