// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "folder_scan.h"
#include "reading_threads.h"

#include <QObject>

#include <cstdint>

namespace limpid {

/// Lists folders in threads of its own, one folder at a time: another start() drops the one before, and nothing more is
/// heard of it. Signals come in the thread that owns the object.
class FolderScanner : public QObject {
    Q_OBJECT

public:
    /// Images are told of every `pace` while the folder is being listed.
    explicit FolderScanner(std::chrono::milliseconds pace = std::chrono::milliseconds(150), QObject* parent = nullptr);
    /// Does not wait for a file system that hangs.
    ~FolderScanner() override;

    /// A file stands for the folder that holds it.
    void start(const std::filesystem::path& path);
    void cancel();
    bool isScanning() const { return m_scanning; }

Q_SIGNALS:
    /// A batch of images, in natural order.
    void found(const limpid::FoundImages& images);
    /// The folder is listed to the end, and images have been found.
    void finished();
    /// In one sentence with the likeliest causes. Images may have been found before.
    void failed(const QString& sentence);

private:
    void take(std::uint64_t scan, const FoundImages& images);
    void end(std::uint64_t scan, const std::filesystem::path& folder, const Result<FolderContents>& contents);

    std::chrono::milliseconds m_pace;
    std::stop_source m_stop;
    std::uint64_t m_scan = 0; ///< The one asked for last.
    bool m_scanning = false;
    ReadingThreads m_threads;
};

} // namespace limpid
