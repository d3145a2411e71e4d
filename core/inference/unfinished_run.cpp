// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/unfinished_run.h"

#include "methods/same/adaptation_state.h"

#include <utility>

namespace limpid {

Result<UnfinishedRun> readUnfinishedRun(const std::filesystem::path& state) {
    auto record = loadAdaptationRecord(state);
    if (!record)
        return fail(std::move(record.error()));
    return UnfinishedRun{std::move(record->place.clinic), std::move(record->place.folder),
                         std::move(record->place.model), record->epochs.back().epoch, record->config.epochs};
}

} // namespace limpid
