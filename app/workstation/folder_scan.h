// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <QDateTime>

#include <chrono>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace limpid {

/// An image file as its folder lists it. The content has not been looked at.
struct FoundImage {
    std::filesystem::path path;
    QDateTime date;    ///< Of the last change; invalid if it cannot be told.
    qint64 bytes = -1; ///< -1 if it cannot be told.
};

/// What a folder holds, by the names of its entries.
struct FolderContents {
    int images = 0;
    int folders = 0;
    int dicom = 0; ///< By name, or by the mark in files without an extension.
    int videos = 0;
    int raw = 0; ///< Cameras' raw files, and formats that Limpid does not read, like HEIC.
    int documents = 0;
    int archives = 0;
    int others = 0;
    std::string folderWithImages; ///< Name of a folder directly inside that holds images, if one of the first does.
};

using FoundImages = std::vector<FoundImage>;

/// Lists the images of a folder (not of those inside it) in the calling thread. What has been found is handed over
/// whenever `pace` has gone by and there is something new, and at the end; each batch in natural order of the names. A
/// folder that is listed faster than that comes as one batch, wholly in order.
///
/// A folder without images is no error here; `images` is 0 then, and the rest says what there is instead. Errors:
/// FolderNotFound, NotAFolder, PermissionDenied, ReadFailed, Cancelled (as soon as `stop` is asked for).
Result<FolderContents> scanFolder(const std::filesystem::path& folder, std::chrono::milliseconds pace,
                                  const std::stop_token& stop, const std::function<void(FoundImages)>& takeBatch);

} // namespace limpid
