// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "opened_folder.h"

#include "error_sentence.h"
#include "imaging/image_folder.h"
#include "imaging/image_reader.h"
#include "paths.h"
#include "picture.h"
#include "worker_guard.h"

#include <algorithm>

namespace limpid {

namespace {

/// Thumbnails hold twice the pixels they are shown at, for dense screens.
constexpr int decodedSide = 2 * ImageListModel::thumbnailSide;

Result<QImage> decodeThumbnail(const std::filesystem::path& path) {
    return guarded("reading " + path.string(), [&]() -> Result<QImage> {
        auto image = readImage(path);
        if (!image)
            return fail(std::move(image.error()));
        return thumbnailOf(*image, decodedSide);
    });
}

} // namespace

OpenedFolder::OpenedFolder(QObject* parent)
    : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

OpenedFolder::~OpenedFolder() {
    m_pool.clear();
    m_pool.waitForDone();
}

void OpenedFolder::open(const std::filesystem::path& folder) {
    const auto scan = ++m_scan;
    m_pool.start([this, folder, scan] {
        auto images = guarded("reading " + folder.string(), [&] { return listImages(folder); });
        QMetaObject::invokeMethod(
            this,
            [this, folder, scan, images = std::move(images)] {
                if (scan == m_scan)
                    takeImages(folder, images);
            },
            Qt::QueuedConnection);
    });
}

void OpenedFolder::wantThumbnails(int first, int last) {
    m_wanted = {first, last};
    decodeNext();
}

void OpenedFolder::takeImages(const std::filesystem::path& folder, Result<std::vector<std::filesystem::path>> images) {
    if (!images) {
        Q_EMIT openFailed(errorSentence(images.error()));
        return;
    }
    ++m_generation;
    m_path = folder;
    m_images = std::move(*images);
    m_wanted = {0, -1};
    QStringList names;
    names.reserve(static_cast<qsizetype>(m_images.size()));
    for (const auto& image : m_images)
        names.push_back(toQString(image.filename()));
    m_model.setNames(names);
    Q_EMIT opened();
}

void OpenedFolder::decodeNext() {
    if (m_decoding)
        return;
    const int last = std::min(m_wanted.second, static_cast<int>(m_images.size()) - 1);
    for (int row = std::max(0, m_wanted.first); row <= last; ++row) {
        if (m_model.state(row) != ImageListModel::State::Waiting)
            continue;
        m_decoding = true;
        m_pool.start([this, row, generation = m_generation, path = m_images[static_cast<std::size_t>(row)]] {
            auto thumbnail = decodeThumbnail(path);
            QMetaObject::invokeMethod(
                this,
                [this, generation, row, thumbnail = std::move(thumbnail)] {
                    takeThumbnail(generation, row, thumbnail);
                },
                Qt::QueuedConnection);
        });
        return;
    }
}

void OpenedFolder::takeThumbnail(std::uint64_t generation, int row, const Result<QImage>& thumbnail) {
    m_decoding = false;
    if (generation == m_generation) {
        if (thumbnail) {
            m_model.setThumbnail(row, *thumbnail);
        } else {
            m_model.setUnreadable(row, errorSentenceForRow(thumbnail.error()));
            Q_EMIT unreadableFound();
        }
    }
    decodeNext();
}

} // namespace limpid
