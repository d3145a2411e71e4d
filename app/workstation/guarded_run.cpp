// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guarded_run.h"

#include "paths.h"

namespace limpid {

GuardedRun guardedRunOf(const std::string& clinic, const std::filesystem::path& folder,
                        const FolderAdaptationOutcome& outcome) {
    GuardedRun run{QString::fromStdString(clinic), QDateTime::currentDateTimeUtc(), toQString(folder), {}};
    for (const auto& [name, verdict] : outcome.guarded)
        run.photographs.append({QString::fromStdString(name), verdict});
    return run;
}

} // namespace limpid
