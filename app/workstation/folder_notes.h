// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/image_traits.h"
#include "task/result.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QSize>
#include <QString>

#include <filesystem>
#include <utility>

namespace limpid {

/// What a person noted on one image.
struct ImageNote {
    int stars = 0; ///< 0..5
    ImageFlag flag = ImageFlag::None;

    bool operator==(const ImageNote&) const = default;
};

/// The stars and flags of one folder's images, by file name, and the scale that a person set for images of a size. They
/// are kept in a JSON file of Limpid's own, never in the
/// clinic's folder. A value: writing is for whoever owns it.
class FolderNotes {
public:
    FolderNotes() = default;
    /// `notesFolder` holds the files of all folders, `folder` is the one noted on. Reads nothing yet.
    FolderNotes(const std::filesystem::path& notesFolder, const std::filesystem::path& folder);

    /// Reads what was noted before. Empty if that went well, or nothing was noted; else one sentence: the notes begin
    /// anew, and a damaged file has been kept aside.
    QString load();

    ImageNote note(const QString& image) const { return m_notes.value(image); }
    void setNote(const QString& image, const ImageNote& note);
    /// Whether no image has stars or a flag.
    bool isEmpty() const { return m_notes.isEmpty(); }

    /// Micrometres per pixel of the folder's images of this size; 0 where none was set. Another size is another mode of
    /// the camera, with a scale of its own.
    double scale(const QSize& image) const { return m_scales.value({image.width(), image.height()}); }
    /// 0 takes it back.
    void setScale(const QSize& image, double micrometresPerPixel);

    /// Where the notes belong.
    const std::filesystem::path& file() const { return m_file; }
    QByteArray toJson() const;

private:
    void clear();
    bool read(const QByteArray& json);

    std::filesystem::path m_file;
    QString m_folder;
    QHash<QString, ImageNote> m_notes;          ///< Only of images on which something is noted.
    QMap<std::pair<int, int>, double> m_scales; ///< By width and height.
};

/// Writes notes whole or not at all; makes the folder where it is missing. Any thread. Errors: PermissionDenied,
/// DiskFull, WriteFailed.
Result<void> writeNotes(const std::filesystem::path& file, const QByteArray& json);

} // namespace limpid
