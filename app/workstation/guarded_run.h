// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "guard/guard_record.h"
#include "inference/folder_adaptation.h"

#include <filesystem>
#include <string>

namespace limpid {

/// What the guard decided at the end of an adaptation to `folder` that ends now, as the window lists it.
GuardedRun guardedRunOf(const std::string& clinic, const std::filesystem::path& folder,
                        const FolderAdaptationOutcome& outcome);

} // namespace limpid
