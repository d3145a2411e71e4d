// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/image_list_model.h"
#include "task/result.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <cstdint>
#include <filesystem>
#include <utility>
#include <vector>

namespace limpid {

/// The folder that is open: its images in the list's order, and their thumbnails. The folder is scanned and thumbnails
/// are decoded in one pool thread; everything else, signals included, happens in the thread that owns the object.
class OpenedFolder : public QObject {
    Q_OBJECT

public:
    explicit OpenedFolder(QObject* parent = nullptr);
    ~OpenedFolder() override;

    /// Scans another folder; the present one stays open until that has succeeded.
    void open(const std::filesystem::path& folder);
    /// Decodes the thumbnails of these rows, inclusive, that are missing; forgets rows wanted before.
    void wantThumbnails(int first, int last);

    const std::filesystem::path& path() const { return m_path; }
    const std::vector<std::filesystem::path>& images() const { return m_images; }
    ImageListModel& model() { return m_model; }

Q_SIGNALS:
    void opened();
    void openFailed(const QString& sentence);
    /// An image turned out to be unreadable.
    void unreadableFound();

private:
    void takeImages(const std::filesystem::path& folder, Result<std::vector<std::filesystem::path>> images);
    void decodeNext();
    void takeThumbnail(std::uint64_t generation, int row, const Result<QImage>& thumbnail);

    ImageListModel m_model;
    std::filesystem::path m_path;
    std::vector<std::filesystem::path> m_images;
    std::pair<int, int> m_wanted{0, -1};
    bool m_decoding = false;
    std::uint64_t m_generation = 0; ///< Of the folder that is open; thumbnails of another one are dropped.
    std::uint64_t m_scan = 0;       ///< Of the scan asked for last.
    QThreadPool m_pool;
};

} // namespace limpid
