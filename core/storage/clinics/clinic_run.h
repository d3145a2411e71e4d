// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/clinics/clinic_lock.h"
#include "storage/clinics/clinic_store.h"
#include "task/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace limpid {

/// One adaptation as the store sees it: from the lock on the clinic to the new model. Where the program dies in
/// between, the run stays open in the store, and its model, if it was written already, is not entered: going on with
/// the run from its state writes and enters it. One thread at a time.
class ClinicRun {
public:
    struct Start {
        std::string clinic;
        std::string configuration; ///< JSON object.
        std::uint64_t seed = 0;
        bool resume = false; ///< Goes on with the clinic's open run.
    };
    /// How a run ended.
    struct Ending {
        std::string configuration; ///< What really ran; of a resumed run, its own.
        std::uint64_t seed = 0;
        std::string report; ///< JSON object with the curves.
        std::vector<RunDecision> decisions;
        std::vector<RunOverride> overrides;
        bool modelWritten = false; ///< modelFile() is there, whole.
        std::string parent;        ///< SHA-256 of the model that the run started from.
        bool use = false;          ///< Puts the new model to use; otherwise it waits as a candidate.
    };

    /// Takes the clinic's lock, makes the clinic where it is missing, and notes the beginning. An older open run that
    /// is not gone on with counts as interrupted. Fails with ClinicBusy, InvalidArgument (a name that cannot be),
    /// ClinicNotFound (resuming), or what writing meets. `store` must outlive the run.
    static Result<ClinicRun> begin(ClinicStore& store, const Start& start);

    /// Where the run is to write its new model, whole or not at all (task/atomic_file.h).
    std::filesystem::path modelFile() const;
    /// Where it keeps what it needs to go on after a crash.
    std::filesystem::path stateFile() const;

    /// Enters everything, the model included, in one transaction. Where it fails nothing was entered, and the run is
    /// still open.
    Result<void> finish(Ending ending);
    /// The run failed or was cancelled; `why` is a sentence. A run whose state is there stays open to be gone on with.
    /// A clinic that has nothing goes again.
    Result<void> giveUp(bool cancelled, const std::string& why);

private:
    ClinicRun(ClinicStore& store, Clinic clinic, ClinicLock lock)
        : m_store(&store)
        , m_clinic(std::move(clinic))
        , m_lock(std::move(lock)) {}

    Result<void> note(const Start& start);

    ClinicStore* m_store;
    Clinic m_clinic;
    ClinicLock m_lock;
    RunRecord m_run;
};

} // namespace limpid
