// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/adaptation_config.h"
#include "methods/same/adaptation_snapshot.h"
#include "methods/same/appearance_groups.h"
#include "methods/same/clinic_probe.h"
#include "methods/same/pick_decision.h"
#include "methods/same/pseudo_labeller.h"
#include "methods/same/redegrader.h"
#include "methods/same/structure_preserving_unet.h"
#include "methods/same/training_crops.h"
#include "task/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace limpid {

/// Images of one clinic at working size, uint8 [N, 3, S, S], with their fields of view [N, 1, S, S] (0 or 1).
struct ClinicImages {
    torch::Tensor images;
    torch::Tensor fieldOfView;
};

/// Builds a degradation preset for a seed.
using DegradationMaker = std::function<std::unique_ptr<Degradation>(std::string_view, std::uint64_t)>;

/// What an adaptation learns from and what it is measured on.
struct PreparedClinic {
    TrainingCrops crops;
    std::vector<int64_t> trainedImages; ///< Places of the crops' images in the clinic.
    std::vector<int64_t> heldOutImages; ///< Places of the probe's images in it, best first.
    ClinicProbe probe;
    std::optional<Redegrader> redegrader; ///< Where the configuration wants re-degradation.
};

/// Has the judges look at what the source model makes of a clinic, finds the degradation that imitates the clinic best,
/// holds out the best images for the clinic probe and leaves the rest to learn from. One object prepares one clinic;
/// the configuration, the images and the labeller must outlive it.
class ClinicPreparation {
public:
    ClinicPreparation(const AdaptationConfig& config, const ClinicImages& clinic, PseudoLabeller& labeller,
                      const DegradationMaker& makeDegradation);

    /// Notes in `summary` what it finds. ProbeNotCredible where the judges accept too little or nothing imitates the
    /// clinic (the summary's verdict says which), Cancelled after `stop`.
    Result<PreparedClinic> prepare(StructurePreservingUnet& source, AdaptationSummary& summary,
                                   const std::stop_token& stop = {});

    /// About the source model's outputs for every image of the clinic, in its order; after prepare(), even a failed
    /// one.
    std::vector<PickDecision> takeDecisions() { return std::move(m_decisions); }

private:
    /// False where `stop` came first.
    bool judgeSourceOutputs(StructurePreservingUnet& source, const std::stop_token& stop);
    std::vector<int64_t> bestFirst() const;
    /// The best so many images; of a folder with two kinds of photographs, of each kind by its share.
    std::vector<int64_t> heldOut(const AppearanceGroups& kinds, int64_t count) const;
    Result<void> matchRedegradation(const torch::Tensor& appearance, AdaptationSummary& summary) const;

    const AdaptationConfig& m_config;
    const ClinicImages& m_clinic;
    PseudoLabeller& m_labeller;
    const DegradationMaker& m_makeDegradation;
    std::vector<PickDecision> m_decisions;
    torch::Tensor m_proposals; ///< [N, 3, S, S] in [0, 1] on the CPU.
};

} // namespace limpid
