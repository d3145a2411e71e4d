// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/run_report.h"

#include <spdlog/fmt/chrono.h>
#include <spdlog/fmt/fmt.h>

#include <chrono>
#include <utility>

namespace limpid {

RunReport RunReport::of(std::string clinic, FolderAdaptationOutcome outcome) {
    RunReport report;
    report.clinic = std::move(clinic);
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    report.created = fmt::format("{:%Y-%m-%d %H:%M} UTC", fmt::gmtime(now));
    report.outcome = std::move(outcome);
    return report;
}

} // namespace limpid
