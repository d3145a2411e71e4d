// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "folder_scan.h"

#include <QString>

namespace limpid {

/// The sentence for a folder in which there is no image to open: the likeliest cause by what it holds instead, and what
/// to do. `contents.images` is 0.
QString noImagesSentence(const std::filesystem::path& folder, const FolderContents& contents);

} // namespace limpid
