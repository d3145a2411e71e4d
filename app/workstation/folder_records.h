// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/image_traits.h"
#include "degradation/degradation_reading.h"
#include "methods/same/guard_verdict.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <filesystem>
#include <optional>

namespace limpid {

/// What was found out about one image file.
struct ImageRecord {
    qint64 time = 0;   ///< Of the file's last change when it was judged, ms since 1970; 0 if unknown.
    qint64 bytes = -1; ///< The file's size then; -1 if unknown.
    QualityShares quality;
    QString modality;                       ///< As the judge names it; empty if unknown.
    QHash<QString, QualityShares> enhanced; ///< After enhancing, by what tells the model from others.
    QHash<QString, GuardChoice> shown;      ///< Whose result a guard chose, likewise.
    PickerVerdict decision = PickerVerdict::Unknown;
    bool byHand = false;
    bool inspected = false;                             ///< Its damage was read, or cannot be read off such an image.
    std::optional<DegradationReading> degradation = {}; ///< Only where it was read.
};

/// What was found out about one folder's images, by file name, so that it need not be found out again. Kept in a JSON
/// file of Limpid's own, which can be lost without harm. A value: reading and writing files is for whoever owns it.
class FolderRecords {
public:
    FolderRecords() = default;
    /// `recordsFolder` holds the files of all folders, `folder` is the one they are about. Reads nothing.
    FolderRecords(const std::filesystem::path& recordsFolder, const std::filesystem::path& folder);

    /// Takes over what toJson() gave. Where `judge` is another than the one it was judged by, only decisions are taken;
    /// damaged contents count as none.
    void read(const QByteArray& json, const QString& judge);
    QByteArray toJson(const QString& judge) const;

    /// The record of an image; without any, or if the file has changed since, an empty one with its time and size.
    ImageRecord record(const QString& image, qint64 time, qint64 bytes) const;
    void setRecord(const QString& image, const ImageRecord& record);

    /// Where the records belong; empty where none are kept.
    const std::filesystem::path& file() const { return m_file; }

private:
    std::filesystem::path m_file;
    QString m_folder;
    QHash<QString, ImageRecord> m_images;
};

} // namespace limpid
