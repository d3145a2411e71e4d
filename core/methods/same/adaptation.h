// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/adaptation_config.h"
#include "methods/same/adaptation_control.h"
#include "methods/same/adaptation_snapshot.h"
#include "methods/same/adaptation_state.h"
#include "methods/same/clinic_preparation.h"
#include "methods/same/kept_teacher.h"
#include "methods/same/pseudo_labeller.h"
#include "methods/same/structure_preserving_unet.h"
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
    /// `picker` holds the judges the configuration wants.
    Adaptation(AdaptationConfig config, ClinicImages clinic, StructurePreservingUnet source, PseudoLabelPicker picker,
               ComputeFormat format, DegradationMaker makeDegradation);

    /// Called after every finished epoch, before the listener hears of it; a failure ends the run with it. The state's
    /// tensors share the run's memory, and its origin is empty: whoever keeps it fills that in.
    using StateKeeper = std::function<Result<void>(const AdaptationState&)>;
    void onState(StateKeeper keep) { m_keepState = std::move(keep); }

    /// Called between two steps, while it pauses too, where a person has decided something since the state was kept;
    /// a failure ends the run with it.
    using DecisionKeeper = std::function<Result<void>(const HandDecisions&)>;
    void onDecision(DecisionKeeper keep) { m_keepDecisions = std::move(keep); }

    /// Makes run() go on after the state's last epoch, with what was decided by hand until then. With the same seed,
    /// device and thread count the result is that of a run that was never cut off. The caller answers for the origin
    /// (requireOrigin()). Fails with CannotResume where the configuration or a tensor does not fit; the object is not
    /// to be used then.
    Result<void> resumeFrom(AdaptationState state);

    /// What the run obeys between two steps; it must outlive the run. Null: what a resumed state says.
    void obey(AdaptationControl* control) { m_control = control != nullptr ? control : m_ownControl.get(); }

    /// Runs to the end, or until `stop`, which keeps what was learnt so far. Fails with TooFewImages (fewer than 8),
    /// with ProbeNotCredible when the picker accepts too few of the source model's outputs, with Cancelled (stopped
    /// before the judges had seen the clinic), with TrainingDiverged, with CannotResume and with what keeping the state
    /// failed with; in every case the source model is what network() gives. A resumed run tells the listener of the
    /// epochs that were finished before, too.
    Result<AdaptationSummary> run(const AdaptationListener& listener, std::stop_token stop);

    /// What is known of the run so far; after a run that failed, what was found before it did.
    const AdaptationSummary& summary() const { return m_summary; }

    /// The network to use after run().
    StructurePreservingUnet network() const { return m_chosen; }

    /// Decisions about the source model's outputs for every image of the clinic, in its order; after run().
    const std::vector<PickDecision>& firstDecisions() const { return m_firstDecisions; }

private:
    struct StepLosses;
    struct Labels;

    Labels pickedLabels(const CropBatch& batch);
    /// Puts what a person decided in the place of the judges' verdicts.
    void applyOverrides(std::vector<PickDecision>& decisions, const std::vector<int64_t>& rows) const;
    /// Judges by the thresholds that a person asks for.
    void takeThresholds();
    void reviewLabels(const AdaptationListener& listener, int epoch);
    void compareModels(const AdaptationListener& listener);
    StepLosses studentLosses(const Labels& labels);
    /// Waits where a pause is asked for, and keeps what was decided.
    Result<void> holdStill(const AdaptationListener& listener, const std::stop_token& stop);
    Result<void> keepDecisions();
    Result<AdaptationEpoch> runEpoch(int epoch, const AdaptationListener& listener, std::stop_token stop);
    void measureProbe(AdaptationEpoch& epoch);
    void noteSource();
    Result<void> takeUp(const AdaptationState& state);
    AdaptationState currentState() const;
    double learningRateAt(std::int64_t step) const;
    int stepsPerEpoch() const;

    AdaptationConfig m_config;
    ClinicImages m_clinic;
    StructurePreservingUnet m_source;
    StructurePreservingUnet m_student;
    StructurePreservingUnet m_teacher;
    KeptTeacher m_kept;
    StructurePreservingUnet m_chosen;
    PseudoLabeller m_labeller;
    ComputeFormat m_format;
    DegradationMaker m_makeDegradation;

    std::unique_ptr<Degradation> m_perturbation;
    std::optional<PreparedClinic> m_prepared;
    Adam m_optimiser;
    std::vector<PickDecision> m_firstDecisions;
    StateKeeper m_keepState;
    DecisionKeeper m_keepDecisions;
    HandDecisions m_keptDecisions; ///< Those that the kept state knows.
    std::unique_ptr<AdaptationControl> m_ownControl = std::make_unique<AdaptationControl>();
    AdaptationControl* m_control = m_ownControl.get();
    std::optional<AdaptationState> m_resumed; ///< Without its tensors, which are where they belong by then.
    AdaptationSummary m_summary;
    double m_secondsAtStart = 0.0;
};

} // namespace limpid
