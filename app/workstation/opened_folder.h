// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/image_list_model.h"
#include "folder_notes.h"
#include "folder_scanner.h"
#include "thumbnail_cache.h"
#include "thumbnail_loader.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <filesystem>
#include <memory>
#include <vector>

namespace limpid {

/// Where Limpid keeps what belongs to folders; never inside them.
struct FolderPlaces {
    std::filesystem::path thumbnails;
    std::filesystem::path notes;
    std::filesystem::path records = {}; ///< What was found out about images; empty: it is not kept.

    /// The user's own: limpid/thumbnails and limpid/records below the cache folder, limpid/notes below the data folder.
    static FolderPlaces ofUser();
};

/// The folder that is open: its images, their thumbnails, and the stars and flags given to them. Listing, decoding and
/// writing happen in threads of its own; everything else, signals included, in the thread that owns the object. Rows
/// are those of model(), and stay what they are while the folder is open: more are added at the end until listed()
/// comes.
class OpenedFolder : public QObject {
    Q_OBJECT

public:
    explicit OpenedFolder(const FolderPlaces& places = FolderPlaces::ofUser(), QObject* parent = nullptr);
    /// Waits until what was noted is written.
    ~OpenedFolder() override;

    /// Lists another folder, or the one that holds the file `path`; the present one stays open until the first image
    /// has been found.
    void open(const std::filesystem::path& path);
    /// Opens the first of what was dropped.
    void openDropped(const QStringList& paths);

    /// Thumbnails of these rows are wanted, the most urgent first.
    void wantThumbnails(const QList<int>& rows);
    /// They have scrolled away.
    void dropThumbnails(const QList<int>& rows);
    void setFlag(const QList<int>& rows, ImageFlag flag);
    void setStars(const QList<int>& rows, int stars);

    /// Micrometres per pixel of images of this size, as a person set it for this folder; 0 where nobody did.
    double scale(const QSize& image) const { return m_notes.scale(image); }
    /// 0 forgets it.
    void setScale(const QSize& image, double micrometresPerPixel);

    const std::filesystem::path& path() const { return m_path; }
    const std::vector<std::filesystem::path>& images() const { return m_images; }
    /// Of the file that was to be opened, if it is among the first images found; else the first row.
    int rowToBeginAt() const;
    /// Of the image with this file name; -1 where it is not there, or has not been found yet.
    int rowOf(const QString& name) const;
    ImageListModel& model() { return m_model; }
    const std::filesystem::path& recordsFolder() const { return m_recordsFolder; }
    /// Whether thumbnails wait to be made, or are being made.
    bool isMakingThumbnails() const { return m_loader.isBusy(); }
    const std::shared_ptr<ThumbnailCache>& thumbnails() const { return m_cache; }

Q_SIGNALS:
    /// The first images are there; more may follow.
    void opened();
    /// All images of the folder are there.
    void listed();
    void openFailed(const QString& sentence);
    /// An image turned out to be unreadable.
    void unreadableFound();
    /// Stars and flags could not be read or written.
    void notesFailed(const QString& sentence);

private:
    void takeFound(const FoundImages& images);
    void takeThumbnail(int row, const QImage& thumbnail);
    void begin(const std::filesystem::path& folder);
    void note(const QList<int>& rows);
    void saveNotes();

    std::shared_ptr<ThumbnailCache> m_cache;
    std::filesystem::path m_notesFolder;
    std::filesystem::path m_recordsFolder;
    ImageListModel m_model;
    std::filesystem::path m_path;
    std::vector<std::filesystem::path> m_images;
    FoundImages m_found;           ///< The same images with what the folder tells of them.
    std::filesystem::path m_asked; ///< The folder or file that was to be opened last.
    bool m_coming = false;         ///< It is being listed; nothing of it has been found yet.
    bool m_pictured = false;       ///< The folder has its picture for the list of recent ones.
    FolderNotes m_notes;
    FolderScanner m_scanner;
    ThumbnailLoader m_loader;
    QTimer m_saveLater;
    QThreadPool m_writer; ///< One thread, so that files are written in order.
};

} // namespace limpid
