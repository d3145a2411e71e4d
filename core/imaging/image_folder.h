// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace limpid {

/// Whether a file of this name is listed as an image: it ends like one (.jpg .jpeg .jpe .jfif .png .tif .tiff .bmp .ppm
/// .pgm .pnm .webp, in any case) and is neither hidden nor another program's temporary file, which begin with a dot or
/// a tilde or end with a tilde. The content is not looked at.
bool looksLikeImage(std::string_view name);

/// Every file of `folder` whose name looks like an image's, in natural order: digits count as numbers, so that img2
/// stands before img10. With `recursive` the folders below are searched too (links to folders are not followed), and a
/// folder's own files stand before those of its subfolders. What is no image fails when it is read, with its own
/// reason. Errors: FolderNotFound, NotAFolder, PermissionDenied, NoImagesInFolder, ReadFailed.
Result<std::vector<std::filesystem::path>> listImages(const std::filesystem::path& folder, bool recursive = false);

/// OutputIsInput if both paths name the same folder, through links and dots too, so that no original can be replaced.
/// A folder that does not exist yet is compared by the path it would get. No error for folders inside one another.
Result<void> requireDistinctFolders(const std::filesystem::path& inputFolder,
                                    const std::filesystem::path& outputFolder);

/// Whether `left` comes before `right` in natural order: runs of digits compare as numbers of any length, ASCII letters
/// without case, all else by bytes, which for UTF-8 is the order of the code points. Equal ones by bytes.
bool naturallyBefore(std::string_view left, std::string_view right);

} // namespace limpid
