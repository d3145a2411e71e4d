// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "opened_folder.h"

#include "error_sentence.h"
#include "paths.h"
#include "worker_guard.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace limpid {

namespace {

/// Long side of a thumbnail in pixels: enough for a cell of the grid on a dense screen.
constexpr int thumbnailSide = 256;

constexpr int decodingThreads = 2;

/// Notes are written this long after the last change, in milliseconds: a person presses many keys in a row.
constexpr int saveDelay = 400;

} // namespace

FolderPlaces FolderPlaces::ofUser() {
    const auto place = [](QStandardPaths::StandardLocation location, const char* name) {
        return toPath(QStandardPaths::writableLocation(location)) / "limpid" / name;
    };
    return {place(QStandardPaths::GenericCacheLocation, "thumbnails"),
            place(QStandardPaths::GenericDataLocation, "notes"),
            place(QStandardPaths::GenericCacheLocation, "records")};
}

OpenedFolder::OpenedFolder(const FolderPlaces& places, QObject* parent)
    : QObject(parent)
    , m_cache(std::make_shared<ThumbnailCache>(places.thumbnails))
    , m_notesFolder(places.notes)
    , m_recordsFolder(places.records)
    , m_loader([cache = m_cache](const FoundImage& image) { return makeThumbnail(*cache, image, thumbnailSide); },
               decodingThreads) {
    m_writer.setMaxThreadCount(1);
    m_saveLater.setSingleShot(true);
    m_saveLater.setInterval(saveDelay);
    connect(&m_saveLater, &QTimer::timeout, this, &OpenedFolder::saveNotes);
    connect(&m_scanner, &FolderScanner::found, this, &OpenedFolder::takeFound);
    connect(&m_scanner, &FolderScanner::finished, this, &OpenedFolder::listed);
    connect(&m_scanner, &FolderScanner::failed, this, [this](const QString& sentence) {
        m_coming = false;
        Q_EMIT openFailed(sentence);
    });
    connect(&m_loader, &ThumbnailLoader::made, this, &OpenedFolder::takeThumbnail);
    connect(&m_loader, &ThumbnailLoader::failed, this, [this](int row, const QString& reason) {
        m_model.setUnreadable(row, reason);
        Q_EMIT unreadableFound();
    });
}

OpenedFolder::~OpenedFolder() {
    if (m_saveLater.isActive())
        saveNotes();
    m_writer.waitForDone();
}

void OpenedFolder::open(const std::filesystem::path& path) {
    m_asked = path;
    m_coming = true;
    m_scanner.start(path);
}

void OpenedFolder::openDropped(const QStringList& paths) {
    if (!paths.isEmpty())
        open(toPath(QFileInfo(paths.constFirst()).absoluteFilePath()));
}

int OpenedFolder::rowToBeginAt() const {
    const auto asked = std::ranges::find(m_images, m_asked);
    return asked == m_images.end() ? 0 : static_cast<int>(asked - m_images.begin());
}

int OpenedFolder::rowOf(const QString& name) const {
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (m_model.row(row).file.name == name)
            return row;
    return -1;
}

void OpenedFolder::wantThumbnails(const QList<int>& rows) {
    // Asking for more than the model keeps would push out what has just been made.
    const auto kept = rows.first(std::min<qsizetype>(rows.size(), m_model.thumbnailLimit()));
    std::vector<ThumbnailLoader::Request> requests;
    for (const int row : m_model.missingThumbnails(kept))
        requests.emplace_back(row, m_found[static_cast<std::size_t>(row)]);
    m_loader.want(requests);
}

void OpenedFolder::dropThumbnails(const QList<int>& rows) {
    m_loader.drop(rows);
}

void OpenedFolder::setFlag(const QList<int>& rows, ImageFlag flag) {
    for (const int row : rows)
        m_model.setFlag(row, flag);
    note(rows);
}

void OpenedFolder::setStars(const QList<int>& rows, int stars) {
    for (const int row : rows)
        m_model.setStars(row, stars);
    note(rows);
}

void OpenedFolder::setScale(const QSize& image, double micrometresPerPixel) {
    m_notes.setScale(image, micrometresPerPixel);
    m_saveLater.start();
}

void OpenedFolder::takeFound(const FoundImages& images) {
    const bool first = std::exchange(m_coming, false);
    if (first)
        begin(images.front().path.parent_path());
    const int before = m_model.rowCount();
    QList<ImageFile> rows;
    rows.reserve(static_cast<qsizetype>(images.size()));
    for (const auto& image : images) {
        rows.push_back({toQString(image.path.filename()), image.date, image.bytes});
        m_images.push_back(image.path);
        m_found.push_back(image);
    }
    m_model.appendRows(rows);
    for (int i = 0; !m_notes.isEmpty() && i < rows.size(); ++i) {
        const auto noted = m_notes.note(rows[i].name);
        if (noted.stars > 0)
            m_model.setStars(before + i, noted.stars);
        if (noted.flag != ImageFlag::None)
            m_model.setFlag(before + i, noted.flag);
    }
    if (first)
        Q_EMIT opened();
}

void OpenedFolder::takeThumbnail(int row, const QImage& thumbnail) {
    m_model.setThumbnail(row, thumbnail);
    if (std::exchange(m_pictured, true))
        return;
    m_writer.start([cache = m_cache, folder = m_path, thumbnail] { cache->storeFolder(folder, thumbnail); });
}

void OpenedFolder::begin(const std::filesystem::path& folder) {
    if (m_saveLater.isActive())
        saveNotes();
    m_writer.waitForDone(); // the same folder may be opened again: its notes must be there before they are read
    m_path = folder;
    m_images.clear();
    m_found.clear();
    m_pictured = false;
    m_loader.clear();
    m_model.clear();
    m_notes = FolderNotes(m_notesFolder, m_path);
    if (const auto problem = m_notes.load(); !problem.isEmpty())
        Q_EMIT notesFailed(problem);
}

void OpenedFolder::note(const QList<int>& rows) {
    for (const int row : rows) {
        if (row < 0 || row >= m_model.rowCount())
            continue;
        const auto& image = m_model.row(row);
        m_notes.setNote(image.file.name, {image.stars, image.flag});
    }
    m_saveLater.start();
}

void OpenedFolder::saveNotes() {
    m_saveLater.stop();
    m_writer.start([this, file = m_notes.file(), json = m_notes.toJson()] {
        const auto written = guarded("writing " + file.string(), [&] { return writeNotes(file, json); });
        if (!written)
            QMetaObject::invokeMethod(
                this, [this, error = written.error()] { Q_EMIT notesFailed(errorSentence(error)); },
                Qt::QueuedConnection);
    });
}

} // namespace limpid
