// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/image.h"
#include "task/result.h"

#include <filesystem>

namespace limpid {

/// How a file is written.
struct WriteOptions {
    /// Whether a file of that name may be replaced.
    bool overwrite = false;
    /// 1..100; 95 shows no difference to the eye.
    int jpegQuality = 95;
};

/// Writes the pixels as sRGB, whole or not at all (see writeFileAtomically). The format follows the target's extension:
/// .png, .tif, .tiff, .jpg, .jpeg, in any case. PNG and TIFF keep 8 or 16 bit without loss; JPEG has 8, to which 16 are
/// rounded. Orientation is in the pixels already, so that no tag is written.
///
/// May be called from any number of threads. Errors: UnsupportedFormat, OutputExists, FolderNotFound, NotAFolder,
/// DiskFull, WriteFailed, OutOfMemory, InvalidArgument (an image without pixels or of another type).
Result<void> writeImage(const Image& image, const std::filesystem::path& path, const WriteOptions& options = {});

} // namespace limpid
