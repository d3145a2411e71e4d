// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/run_digest.h"

#include "storage/sha256.h"

#include <span>

namespace limpid {

Result<std::string> runDigest(const RunRecord& run, const std::vector<RunDecision>& decisions,
                              const std::vector<RunOverride>& overrides) {
    std::string bytes;
    const auto add = [&bytes](const std::string& part) {
        bytes.append(std::to_string(part.size())).append(":").append(part);
    };
    for (const auto& part :
         {run.configuration, std::to_string(run.seed), run.started, run.ended, run.outcome, run.report})
        add(part);
    for (const auto& decision : decisions)
        for (const auto& part : {decision.image, decision.inputSha256, std::string(decision.accepted ? "1" : "0"),
                                 decision.reason, decision.scores})
            add(part);
    for (const auto& decision : overrides)
        for (const auto& part : {decision.image, decision.inputSha256, std::string(decision.pick ? "pick" : "reject")})
            add(part);
    return sha256Of(std::as_bytes(std::span(bytes)));
}

Result<std::string> runDigest(const RunTable& table, std::int64_t run) {
    const auto record = table.find(run);
    if (!record)
        return fail(ErrorCode::Internal, {"looking for run " + std::to_string(run)});
    return runDigest(*record, table.decisions(run), table.overrides(run));
}

} // namespace limpid
