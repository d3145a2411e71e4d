// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>

namespace limpid {

/// Takes the next bytes of a file that is being written.
using ByteSink = std::function<Result<void>(std::span<const std::byte>)>;

/// Hands a file's bytes to the sink, in order and in pieces of any size; an error of the sink is to be returned at
/// once.
using ByteSource = std::function<Result<void>(const ByteSink&)>;

/// Writes a file so that it is there whole or not at all, after a crash or a power cut too: the bytes go into a hidden
/// temporary file of the same folder, are flushed to the disk, and take the target's name in one step. On failure
/// nothing is left behind and what stood there before is unchanged.
///
/// Without `overwrite` an existing target is never replaced, even one that appears in the meantime. With it, the old
/// file's permissions are kept; a link is replaced by a file, so that what it points to is never touched.
///
/// May be called from any number of threads. Errors: OutputExists, FolderNotFound, NotAFolder, DiskFull (no space,
/// quota used up, or above the largest size allowed for a file), WriteFailed, and whatever the source returns.
Result<void> writeFileAtomically(const std::filesystem::path& path, const ByteSource& source, bool overwrite = false);

/// The same for bytes that are all in memory already.
Result<void> writeFileAtomically(const std::filesystem::path& path, std::span<const std::byte> bytes,
                                 bool overwrite = false);

/// Removes from `folder` the temporary files that programs which were killed left there, and returns how many there
/// were. Those that another program or thread is writing stay, and so does everything in folders below. A folder that
/// cannot be read has none.
int removeLeftovers(const std::filesystem::path& folder);

} // namespace limpid
