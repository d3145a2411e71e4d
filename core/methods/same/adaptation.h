// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/adaptation_config.h"
#include "methods/same/adaptation_snapshot.h"
#include "methods/same/adaptation_state.h"
#include "methods/same/clinic_probe.h"
#include "methods/same/pseudo_labeller.h"
#include "methods/same/redegrader.h"
#include "methods/same/structure_preserving_unet.h"
#include "methods/same/training_crops.h"
#include "nn/adam.h"
#include "nn/compute_format.h"
#include "task/result.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace limpid {

/// Source-free adaptation of a SAME network to one clinic (Li et al., TMI 2024): a teacher and a student start from the
/// source model; of the teacher's outputs, those that the picker accepts train the student on a perturbed view of the
/// same images; the teacher follows by EMA. Beside the paper: picked pseudo-labels are degraded again and restored by
/// the student, and a clinic probe decides which weights are kept (AdaptationConfig says which is which).
///
/// Runs in the calling thread, on the device of the source network. One object runs once.
class Adaptation {
public:
    /// Images of one clinic at working size, uint8 [N, 3, S, S], with their fields of view [N, 1, S, S] (0 or 1).
    struct Clinic {
        torch::Tensor images;
        torch::Tensor fieldOfView;
    };

    /// `makeDegradation` builds the preset named in the configuration for a seed; `picker` holds the judges the
    /// configuration wants.
    Adaptation(AdaptationConfig config, Clinic clinic, StructurePreservingUnet source, PseudoLabelPicker picker,
               ComputeFormat format,
               std::function<std::unique_ptr<Degradation>(std::string_view, std::uint64_t)> makeDegradation);

    /// Called after every finished epoch, before the listener hears of it; a failure ends the run with it. The state's
    /// tensors share the run's memory, and its origin is empty: whoever keeps it fills that in.
    using StateKeeper = std::function<Result<void>(const AdaptationState&)>;
    void onState(StateKeeper keep) { m_keepState = std::move(keep); }

    /// Makes run() go on after the state's last epoch. With the same seed, device and thread count the result is that
    /// of a run that was never cut off. The caller answers for the origin (requireOrigin()). Fails with CannotResume
    /// where the configuration or a tensor does not fit; the object is not to be used then.
    Result<void> resumeFrom(AdaptationState state);

    /// Runs to the end, or until `stop`, which keeps the best so far. Fails with TooFewImages (fewer than 8), with
    /// ProbeNotCredible when the picker accepts too few of the source model's outputs, with TrainingDiverged, with
    /// CannotResume and with what keeping the state failed with; in every case the source model is what network()
    /// gives. A resumed run tells the listener of the epochs that were finished before, too.
    Result<AdaptationSummary> run(const AdaptationListener& listener, std::stop_token stop);

    /// The network to use after run().
    StructurePreservingUnet network() const { return m_chosen; }

    /// Decisions about the source model's outputs for every image of the clinic, in its order; after run().
    const std::vector<PickDecision>& firstDecisions() const { return m_firstDecisions; }

private:
    struct StepLosses;
    struct Labels;

    void judgeSourceOutputs();
    Result<void> matchRedegradation();
    Result<void> holdOutProbe();
    Labels pickedLabels(const CropBatch& batch);
    StepLosses studentLosses(const Labels& labels);
    Result<AdaptationEpoch> runEpoch(int epoch, const AdaptationListener& listener, std::stop_token stop);
    void measureProbe(AdaptationEpoch& epoch);
    void noteBest(const AdaptationEpoch& epoch);
    /// Gives the best network weights of its own; before anything was better it is the source model itself.
    void separateBest();
    void keepIfBest(AdaptationEpoch& epoch);
    void noteSource();
    Result<void> takeUp(const AdaptationState& state);
    AdaptationState currentState() const;
    void choose();
    double learningRateAt(std::int64_t step) const;
    int stepsPerEpoch() const;

    AdaptationConfig m_config;
    Clinic m_clinic;
    StructurePreservingUnet m_source;
    StructurePreservingUnet m_student;
    StructurePreservingUnet m_teacher;
    StructurePreservingUnet m_best;
    StructurePreservingUnet m_chosen;
    PseudoLabeller m_labeller;
    ComputeFormat m_format;
    std::function<std::unique_ptr<Degradation>(std::string_view, std::uint64_t)> m_makeDegradation;

    std::unique_ptr<Degradation> m_perturbation;
    std::optional<Redegrader> m_redegrader;
    std::optional<TrainingCrops> m_crops;
    std::optional<ClinicProbe> m_probe;
    Adam m_optimiser;
    std::vector<PickDecision> m_firstDecisions;
    torch::Tensor m_firstProposals; ///< [N, 3, S, S] in [0, 1] on the CPU, for the probe.
    StateKeeper m_keepState;
    std::optional<AdaptationState> m_resumed; ///< Without its tensors, which are where they belong by then.
    AdaptationSummary m_summary;
    AdaptationChoice m_bestChoice = AdaptationChoice::SourceKept;
    double m_secondsAtStart = 0.0;
};

} // namespace limpid
