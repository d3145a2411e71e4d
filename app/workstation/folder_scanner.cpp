// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "folder_scanner.h"

#include "error_sentence.h"
#include "folder_sentence.h"
#include "worker_guard.h"

#include <utility>

namespace limpid {

FolderScanner::FolderScanner(std::chrono::milliseconds pace, QObject* parent)
    : QObject(parent)
    , m_pace(pace) {
    // A network folder that does not answer must not keep the next one waiting.
    m_pool.setMaxThreadCount(4);
}

FolderScanner::~FolderScanner() {
    m_stop.request_stop();
    m_pool.waitForDone();
}

void FolderScanner::start(const std::filesystem::path& folder) {
    cancel();
    m_stop = {};
    m_scanning = true;
    m_pool.start([this, folder, scan = m_scan, stop = m_stop.get_token(), pace = m_pace] {
        const auto takeBatch = [this, scan](FoundImages images) {
            QMetaObject::invokeMethod(
                this, [this, scan, images = std::move(images)] { take(scan, images); }, Qt::QueuedConnection);
        };
        auto contents =
            guarded("reading " + folder.string(), [&] { return scanFolder(folder, pace, stop, takeBatch); });
        QMetaObject::invokeMethod(
            this, [this, scan, folder, contents = std::move(contents)] { end(scan, folder, contents); },
            Qt::QueuedConnection);
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
