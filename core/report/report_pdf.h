// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/report_document.h"
#include "task/result.h"

#include <string>

namespace limpid {

/// The report as a PDF file of A4 pages: text of every script that the machine has a font for, curves as lines, an
/// outline of the sections, and on every page the footer and its number. Pictures and rows of tables are never cut by
/// the end of a page. In any thread. Fails with Internal where the drawing library does.
Result<std::string> reportPdf(const ReportDocument& document);

} // namespace limpid
