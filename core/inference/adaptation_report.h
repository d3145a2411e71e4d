// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/folder_adaptation.h"

#include <nlohmann/json.hpp>

#include <string>

namespace limpid {

/// The record of one adaptation as JSON: device, seconds, peak_memory_mb, seed, method, form, model, reason, epochs
/// and, where there were references, reference.{input,source,adapted,worse_share,images}.
nlohmann::ordered_json adaptationReport(const FolderAdaptationRequest& request, const FolderAdaptationOutcome& outcome,
                                        const std::string& method);

} // namespace limpid
