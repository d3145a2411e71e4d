// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/folder_adaptation.h"
#include "report/report_document.h"

namespace limpid {

/// The curves of a run: the loss and its parts, PSNR and SSIM of student and teacher on the clinic probe with the
/// source model's beside them, how far both agree, and the share of pseudo-labels accepted. Each title names what was
/// measured against. None where nothing was learnt.
ReportCharts runCurves(const FolderAdaptationOutcome& outcome);

} // namespace limpid
