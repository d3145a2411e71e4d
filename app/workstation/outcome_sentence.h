// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/folder_adaptation.h"

#include <QString>

#include <filesystem>

namespace limpid {

/// How an adaptation ended, for the bar: what the clinic probe measured, whose results are shown and what
/// was left out.
QString outcomeSentence(const FolderAdaptationOutcome& outcome, const QString& clinic);

/// A clinic's name from its folder: the folder's own, with that of the folder above it where it says nothing
/// ("images", "photos").
QString suggestedClinicName(const std::filesystem::path& folder);

} // namespace limpid
