// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/run_report.h"
#include "task/result.h"

#include <filesystem>
#include <optional>

namespace limpid {

/// How a report is written.
enum class ReportFormat { Json, Html, Pdf };

/// By the file's ending, in any case: .json, .html or .pdf; none for any other.
std::optional<ReportFormat> reportFormat(const std::filesystem::path& path);

/// Writes the report for people as .html or .pdf, whole or not at all, replacing an older one. May be called from any
/// thread. Fails with InvalidArgument for another ending, and with what reportPdf and writing the file fail with.
Result<void> writeRunReport(const std::filesystem::path& path, const RunReport& report);

} // namespace limpid
