// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/report_file.h"

#include "report/report_html.h"
#include "report/report_pdf.h"
#include "report/run_description.h"
#include "task/atomic_file.h"

#include <algorithm>
#include <cctype>
#include <span>
#include <string>
#include <utility>

namespace limpid {

std::optional<ReportFormat> reportFormat(const std::filesystem::path& path) {
    auto ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    if (ending == ".json")
        return ReportFormat::Json;
    if (ending == ".html")
        return ReportFormat::Html;
    if (ending == ".pdf")
        return ReportFormat::Pdf;
    return std::nullopt;
}

Result<void> writeRunReport(const std::filesystem::path& path, const RunReport& report) {
    const auto format = reportFormat(path);
    if (format != ReportFormat::Html && format != ReportFormat::Pdf)
        return fail(ErrorCode::InvalidArgument, {path.string(), "a report's name ends with .html or .pdf"});
    const auto document = describeRun(report);
    auto file = format == ReportFormat::Html ? Result<std::string>(reportHtml(document)) : reportPdf(document);
    if (!file)
        return fail(std::move(file.error()));
    return writeFileAtomically(path, std::as_bytes(std::span(*file)), /*overwrite=*/true);
}

} // namespace limpid
