// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/folder_adaptation.h"
#include "methods/same/adaptation_snapshot.h"
#include "methods/same/clinic_preparation.h"
#include "methods/same/guard_judge_files.h"
#include "methods/same/image_guard.h"
#include "methods/same/structure_preserving_unet.h"
#include "nn/compute_format.h"
#include "storage/training_data.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace limpid {

/// The clinic that a guard is learnt on and the two models between which it chooses.
struct GuardedClinic {
    const TrainingData& photographs;
    const std::vector<ImageDecision>& decisions; ///< About the source model's restorations, in their order.
    StructurePreservingUnet source;
    StructurePreservingUnet adapted;
    ComputeFormat format;
};

/// Learns what the adapted model gains where, from the photographs whose restorations the judges accept, damaged half
/// by the run's own `redegradation` and half by every kind of damage that is known. None where too few were accepted.
std::optional<ImageGuard> learnGuard(const GuardedClinic& clinic, const DegradationMaker& makeDegradation,
                                     const std::string& redegradation, std::uint64_t seed,
                                     const std::stop_token& stop = {});

/// What the guard decides for every photograph of the clinic, in their order. Fails with what loading a judge fails
/// with.
Result<std::vector<GuardedImage>> guardFolder(const GuardedClinic& clinic, const ImageGuard& guard,
                                              const GuardJudgeFiles& files);

/// Whether the adapted model leaves more of a veil or of noise in the clinic's photographs, on average, than the source
/// model: then it has learnt to leave the damage where it is and should not be put to use. Nothing where it does not.
/// Ours; the limits were chosen by looking at fifteen clinics made of four sets: in results of 384 px those that gained
/// added at most 0.006 of a veil and 0.001 of noise, those beyond the limits lost 0.9 to 1.9 dB (noise: one clinic).
std::optional<AdaptationVerdict> leavesDamage(const std::vector<GuardedImage>& decided);

/// Adds to scores against references what they are where every photograph gets the result that the guard chose.
void addGuarded(ReferenceScores& scores, const std::vector<GuardedImage>& decided);

} // namespace limpid
