// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/folder_adaptation.h"
#include "report/report_document.h"

#include <vector>

namespace limpid {

/// Sections with photographs before and after: the best and the worst (by their references; without these, by the
/// clinic probe's held-out images), and the rejected pseudo-labels with the reasons. Sections with nothing to show are
/// left out.
std::vector<ReportSection> runGallery(const FolderAdaptationOutcome& outcome);

} // namespace limpid
