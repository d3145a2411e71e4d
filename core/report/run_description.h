// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/report_document.h"
#include "report/run_report.h"

namespace limpid {

/// Says in English what a run did: summary, figures with intervals, photographs before and after, curves, the guard's
/// decisions, how it ran, the model's card and how the numbers are to be read. In any thread; reads no file.
ReportDocument describeRun(const RunReport& report);

} // namespace limpid
