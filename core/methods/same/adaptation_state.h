// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/adaptation_config.h"
#include "methods/same/adaptation_snapshot.h"
#include "methods/same/hand_decisions.h"
#include "storage/safetensors.h"
#include "task/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace limpid {

/// What an adaptation is about. A state is good for nothing else.
struct AdaptationOrigin {
    std::string modelSha256;  ///< Of the source model's file.
    std::string clinicSha256; ///< clinicFingerprint().

    bool operator==(const AdaptationOrigin&) const = default;
};

/// Where an adaptation runs, so that it can be gone on with without asking anybody again.
struct AdaptationPlace {
    std::string clinic;
    std::filesystem::path folder; ///< The clinic's photographs.
    std::filesystem::path model;  ///< The source model's file.
    int workingSize = 0;          ///< Side at which the network works, pixels.

    bool operator==(const AdaptationPlace&) const = default;
};

/// What an adaptation needs to go on after its last finished epoch as if it had never been cut off. What the source
/// model decides (the clinic probe, the first decisions) is not in it: it is computed again. Which epoch's teacher is
/// kept stands in the epochs' records.
struct AdaptationState {
    AdaptationConfig config;
    AdaptationOrigin origin;
    AdaptationPlace place;
    std::vector<AdaptationEpoch> epochs; ///< The source model's, then all finished ones, in order.
    NamedTensors student;
    NamedTensors teacher;
    NamedTensors kept;
    NamedTensors optimiser;     ///< adamTensors() of the student.
    std::string crops;          ///< Where the random draws of each part stand.
    std::string redegrader;     ///< Empty without re-degradation.
    std::string perturbation;   ///< Likewise.
    HandDecisions byHand;       ///< What a person decided until then.
    std::filesystem::path path; ///< The file it was read from, for messages; empty if it never was in one.
};

/// Architecture name of a state in its file.
inline constexpr const char* adaptationStateArchitecture = "same-adaptation-state";

/// SHA-256 over the names, the sizes and the pixels of a clinic's images as they enter the network.
Result<std::string> clinicFingerprint(const std::vector<std::string>& names, const at::Tensor& images,
                                      const at::Tensor& fieldOfView);

/// Every field of a configuration as a JSON object, for records.
std::string configurationJson(const AdaptationConfig& config);

/// Whether both hold the same numbers in every field.
bool sameConfiguration(const AdaptationConfig& left, const AdaptationConfig& right);

/// CannotResume, with the reason in words, unless the state is about `origin`.
Result<void> requireOrigin(const AdaptationState& state, const AdaptationOrigin& origin);

/// Writes one safetensors file atomically, replacing an older one; a crash or a power cut leaves one of the two whole.
/// Fails with what writing a file may meet.
Result<void> saveAdaptationState(const std::filesystem::path& path, const AdaptationState& state);

/// Reads it back, treating the file as hostile: every field is there and in its bounds. Whether the tensors fit the
/// networks only shows in Adaptation::resumeFrom(). Fails with CannotResume{path, reason}, ModelNotFound where there is
/// no file, PermissionDenied, ReadFailed or OutOfMemory.
Result<AdaptationState> loadAdaptationState(const std::filesystem::path& path);

/// Puts what was decided since it was kept into the state of that file, and leaves the rest as it is.
Result<void> saveHandDecisions(const std::filesystem::path& path, const HandDecisions& decisions);

/// The same without the networks and the optimiser, which stay on the disk.
Result<AdaptationState> loadAdaptationRecord(const std::filesystem::path& path);

} // namespace limpid
