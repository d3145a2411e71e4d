// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "folder_scanner.h"

#include "error_sentence.h"
#include "folder_sentence.h"
#include "worker_guard.h"

#include <utility>

namespace limpid {

namespace {

/// A network folder that does not answer must not keep the next one waiting.
constexpr int mostAtOnce = 8;

} // namespace

FolderScanner::FolderScanner(std::chrono::milliseconds pace, QObject* parent)
    : QObject(parent)
    , m_pace(pace)
    , m_threads(*this, mostAtOnce) {}

FolderScanner::~FolderScanner() {
    m_stop.request_stop();
}

void FolderScanner::start(const std::filesystem::path& path) {
    cancel();
    m_stop = {};
    m_scanning = true;
    m_threads.start([this, owner = m_threads.owner(), path, scan = m_scan, stop = m_stop.get_token(), pace = m_pace] {
        std::error_code unknown;
        const auto folder = std::filesystem::is_regular_file(path, unknown) ? path.parent_path() : path;
        const auto takeBatch = [this, &owner, scan](FoundImages images) {
            owner.post([this, scan, images = std::move(images)] { take(scan, images); });
        };
        auto contents =
            guarded("reading " + folder.string(), [&] { return scanFolder(folder, pace, stop, takeBatch); });
        owner.post([this, scan, folder, contents = std::move(contents)] { end(scan, folder, contents); });
    });
}

void FolderScanner::cancel() {
    ++m_scan;
    m_stop.request_stop();
    m_scanning = false;
}

void FolderScanner::take(std::uint64_t scan, const FoundImages& images) {
    if (scan == m_scan)
        Q_EMIT found(images);
}

void FolderScanner::end(std::uint64_t scan, const std::filesystem::path& folder,
                        const Result<FolderContents>& contents) {
    if (scan != m_scan)
        return;
    m_scanning = false;
    if (!contents)
        Q_EMIT failed(errorSentence(contents.error()));
    else if (contents->images == 0)
        Q_EMIT failed(noImagesSentence(folder, *contents));
    else
        Q_EMIT finished();
}

} // namespace limpid
