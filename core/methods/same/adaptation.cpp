// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/adaptation.h"

#include "methods/same/adam_state.h"
#include "methods/same/label_reviewer.h"
#include "methods/same/network_range.h"
#include "methods/same/run_guard.h"
#include "methods/same/training_support.h"
#include "nn/ema.h"
#include "nn/losses.h"
#include "storage/checkpoint.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace limpid {

namespace {

constexpr int64_t fewestImages = 8;
/// Seeds of the parts of one run, so that none repeats another's draws.
constexpr std::uint64_t perturbationSeed = 3'000'017;
constexpr std::uint64_t dropoutSeed = 4'000'037;

double now() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double>(since).count();
}

} // namespace

/// What the teacher gave for a batch, reduced to what was picked.
struct Adaptation::Labels {
    torch::Tensor inputs; ///< The clinic's images of the picked labels, [K, 3, S, S] in [0, 1].
    torch::Tensor images; ///< Pseudo-labels, likewise.
    torch::Tensor structures;
    torch::Tensor fieldOfView;
    int judged = 0;
    int accepted = 0;
};

struct Adaptation::StepLosses {
    torch::Tensor total;
    torch::Tensor image;
    torch::Tensor structure;
    torch::Tensor redegradation;
};

Adaptation::Adaptation(AdaptationConfig config, ClinicImages clinic, StructurePreservingUnet source,
                       PseudoLabelPicker picker, ComputeFormat format, DegradationMaker makeDegradation)
    : m_config(std::move(config))
    , m_clinic(std::move(clinic))
    , m_source(std::move(source))
    , m_student(copyOf(m_source))
    , m_teacher(copyOf(m_source))
    , m_kept(m_config, m_source)
    , m_chosen(m_source)
    , m_labeller(std::move(picker), format, m_config.trustGoodOriginals && m_config.useQualityJudge)
    , m_format(format)
    , m_makeDegradation(std::move(makeDegradation))
    , m_optimiser(m_student->parameters(), m_config.learningRate) {
    freeze(*m_source);
    freeze(*m_teacher);
}

int Adaptation::stepsPerEpoch() const {
    return m_config.stepsPerEpochOn(static_cast<int>(m_prepared->crops.size()));
}

double Adaptation::learningRateAt(std::int64_t step) const {
    const double done = static_cast<double>(step) / static_cast<double>(stepsPerEpoch() * m_config.epochs);
    constexpr double pi = 3.14159265358979323846;
    if (m_config.decayLearningRate)
        return m_config.learningRate * (0.55 + 0.45 * std::cos(pi * done));
    return m_config.learningRate * std::min(1.0, (1.0 - done) / 0.25);
}

Adaptation::Labels Adaptation::pickedLabels(const CropBatch& batch) {
    torch::NoGradGuard noGrad;
    auto proposal = m_labeller.propose(m_teacher, batch.images, batch.fieldOfView);
    applyOverrides(proposal.decisions, batch.indices);
    const auto rows = proposal.accepted();
    Labels labels;
    labels.judged = static_cast<int>(proposal.decisions.size());
    labels.accepted = static_cast<int>(rows.size(0));
    labels.inputs = batch.images.index_select(0, rows);
    labels.images = proposal.images.index_select(0, rows);
    labels.structures = proposal.structures.index_select(0, rows);
    labels.fieldOfView = batch.fieldOfView.index_select(0, rows);
    return labels;
}

void Adaptation::applyOverrides(std::vector<PickDecision>& decisions, const std::vector<int64_t>& rows) const {
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        const auto image = m_prepared->trainedImages[static_cast<std::size_t>(rows[i])];
        const auto decided = m_control->overrideOf(static_cast<int>(image));
        if (decided != PickOverride::None)
            decisions[i].accepted = decided == PickOverride::Pick;
    }
}

void Adaptation::takeThresholds() {
    m_labeller.setThresholds(m_control->thresholds());
}

void Adaptation::reviewLabels(const AdaptationListener& listener, int epoch) {
    if (!listener.onReview)
        return;
    takeThresholds();
    std::vector<int64_t> rows(
        static_cast<std::size_t>(std::min<int64_t>(m_prepared->crops.size(), AdaptationListener::mostReviewed)));
    std::iota(rows.begin(), rows.end(), int64_t{0});
    auto reviews = limpid::reviewLabels(m_labeller, m_teacher, m_prepared->crops, rows);
    for (std::size_t i = 0; i < reviews.size(); ++i) {
        reviews[i].epoch = epoch;
        reviews[i].image = static_cast<int>(m_prepared->trainedImages[i]);
        reviews[i].byHand = m_control->overrideOf(reviews[i].image);
    }
    listener.onReview(reviews);
}

Adaptation::StepLosses Adaptation::studentLosses(const Labels& labels) {
    const auto seen =
        m_config.perturb ? m_perturbation->apply(labels.inputs, labels.fieldOfView).images : labels.inputs;
    auto inputs = seen;
    if (m_prepared->redegrader)
        inputs = torch::cat({seen, m_prepared->redegrader->degrade(labels.images, labels.fieldOfView)});
    const auto output = m_student->forward(m_format.apply(toNetworkRange(inputs)));
    const auto target = toNetworkRange(labels.images);
    const auto count = labels.images.size(0);
    const auto imageLoss = [&](int64_t begin) {
        return maskedL1(output.image.slice(0, begin, begin + count), target, labels.fieldOfView);
    };
    const auto structureLoss = [&](int64_t begin) {
        return maskedCrossEntropy(output.structureLogits.slice(0, begin, begin + count), labels.structures,
                                  labels.fieldOfView);
    };
    StepLosses losses;
    losses.image = imageLoss(0);
    losses.structure = structureLoss(0);
    losses.total = m_config.imageWeight * losses.image + m_config.structureWeight * losses.structure;
    if (m_config.entropyWeight > 0.0)
        losses.total = losses.total + m_config.entropyWeight *
                                          maskedEntropy(output.structureLogits.slice(0, 0, count), labels.fieldOfView);
    losses.redegradation = torch::zeros_like(losses.total);
    if (m_prepared->redegrader) {
        losses.redegradation =
            m_config.imageWeight * imageLoss(count) + m_config.structureWeight * structureLoss(count);
        const double weight = m_config.redegradationWeight;
        losses.total = (1.0 - weight) * losses.total + weight * losses.redegradation;
    }
    return losses;
}

Result<void> Adaptation::keepDecisions() {
    auto decisions = m_control->decisions();
    if (!m_keepDecisions || decisions == m_keptDecisions)
        return {};
    m_keptDecisions = std::move(decisions);
    return m_keepDecisions(m_keptDecisions);
}

Result<void> Adaptation::holdStill(const AdaptationListener& listener, const std::stop_token& stop) {
    auto kept = keepDecisions();
    if (!kept)
        return kept;
    const double before = now();
    const auto onPaused = [&] {
        if (listener.onPaused)
            listener.onPaused();
    };
    const bool waited = m_control->waitWhilePaused(stop, onPaused, [&] {
        if (kept)
            kept = keepDecisions();
    });
    if (waited)
        m_secondsAtStart += now() - before; // A pause is no time of the run.
    return kept;
}

Result<AdaptationEpoch> Adaptation::runEpoch(int epoch, const AdaptationListener& listener, std::stop_token stop) {
    const int steps = stepsPerEpoch();
    const auto totalSteps = static_cast<std::int64_t>(steps) * m_config.epochs;
    AdaptationEpoch result;
    result.epoch = epoch;
    double lossSum = 0.0;
    int lossCount = 0;
    int judged = 0;
    int accepted = 0;
    // Dropout alone draws from LibTorch's own generator; seeded anew for every epoch, it needs no state of its own.
    torch::manual_seed(m_config.seed + dropoutSeed * static_cast<std::uint64_t>(epoch));
    for (int i = 0; i < steps; ++i) {
        if (auto held = holdStill(listener, stop); !held)
            return fail(std::move(held.error()));
        if (stop.stop_requested())
            break;
        takeThresholds();
        AdaptationStep step;
        step.step = static_cast<std::int64_t>(epoch - 1) * steps + i + 1;
        step.totalSteps = totalSteps;
        step.epoch = epoch;
        const auto labels = pickedLabels(m_prepared->crops.draw(m_config.batchSize));
        step.judged = labels.judged;
        step.accepted = labels.accepted;
        judged += labels.judged;
        accepted += labels.accepted;
        if (labels.accepted == 0) {
            step.loss = std::numeric_limits<double>::quiet_NaN();
        } else {
            m_student->train();
            m_optimiser.setLearningRate(learningRateAt(step.step));
            const auto losses = studentLosses(labels);
            losses.total.backward();
            // One wait for the device instead of four.
            const auto values =
                torch::stack({losses.total, losses.image, losses.structure, losses.redegradation}).detach().cpu();
            step.loss = values[0].item<double>();
            if (!std::isfinite(step.loss))
                return fail(ErrorCode::TrainingDiverged, {std::to_string(epoch), std::to_string(i + 1), "loss"});
            m_optimiser.step();
            m_optimiser.forgetGradients();
            updateTeacher(*m_teacher, *m_student, m_config.emaDecay);
            step.imageLoss = values[1].item<double>();
            step.structureLoss = values[2].item<double>();
            step.redegradationLoss = values[3].item<double>();
            lossSum += step.loss;
            ++lossCount;
        }
        step.seconds = now() - m_secondsAtStart;
        result.step = step.step;
        if (listener.onStep)
            listener.onStep(step);
    }
    result.loss = lossCount > 0 ? lossSum / lossCount : 0.0;
    result.accepted = judged > 0 ? static_cast<double>(accepted) / judged : 0.0;
    return result;
}

void Adaptation::measureProbe(AdaptationEpoch& epoch) {
    const auto measured = m_prepared->probe.measurePair(m_student, m_teacher, m_format);
    epoch.student = measured.student;
    epoch.teacher = measured.teacher;
    epoch.agreement = measured.agreement;
    epoch.contrast = measured.contrast;
    epoch.likeness = measured.likeness;
    epoch.seconds = now() - m_secondsAtStart;
}

void Adaptation::compareModels(const AdaptationListener& listener) {
    if (!listener.onComparison || m_summary.choice == AdaptationChoice::SourceKept)
        return;
    auto comparisons = m_prepared->probe.compare(m_source, m_chosen, m_format);
    for (std::size_t i = 0; i < comparisons.size(); ++i)
        comparisons[i].image = static_cast<int>(m_prepared->heldOutImages[i]);
    listener.onComparison(comparisons);
}

void Adaptation::noteSource() {
    AdaptationEpoch start;
    start.student = start.teacher = m_summary.source;
    start.accepted = m_summary.acceptedAtStart;
    start.seconds = now() - m_secondsAtStart;
    m_summary.epochs.push_back(start);
}

AdaptationState Adaptation::currentState() const {
    AdaptationState state;
    state.config = m_config;
    state.epochs = m_summary.epochs;
    state.student = tensorsOf(*m_student);
    state.teacher = tensorsOf(*m_teacher);
    state.kept = tensorsOf(*m_kept.network());
    state.optimiser = adamTensors(m_optimiser, *m_student);
    state.crops = m_prepared->crops.saveState();
    state.redegrader = m_prepared->redegrader ? m_prepared->redegrader->saveState() : std::string();
    state.perturbation = m_perturbation->saveState();
    state.byHand = m_control->decisions();
    return state;
}

Result<void> Adaptation::resumeFrom(AdaptationState state) {
    const auto refuse = [&](const Error& error) {
        return fail(ErrorCode::CannotResume, {state.path.string(), error.arguments.back()}, error.detail);
    };
    if (state.epochs.empty() || !sameConfiguration(state.config, m_config))
        return fail(ErrorCode::CannotResume, {state.path.string(), "it ran with another configuration"});
    for (auto [network, tensors] : {std::pair(m_student, &state.student), std::pair(m_teacher, &state.teacher),
                                    std::pair(m_kept.ownNetwork(), &state.kept)}) {
        if (auto loaded = loadInto(*network, *tensors, state.path); !loaded)
            return refuse(loaded.error());
    }
    if (auto restored = restoreAdam(m_optimiser, *m_student, state.optimiser); !restored)
        return refuse(restored.error());
    for (auto* tensors : {&state.student, &state.teacher, &state.kept, &state.optimiser})
        tensors->clear();
    m_resumed = std::move(state);
    return {};
}

Result<void> Adaptation::takeUp(const AdaptationState& state) {
    // Other judges hold out another probe, and what was measured on the old one would mean nothing.
    constexpr double sameScore = 0.05;
    const double before = state.epochs.front().student.psnr;
    if (!(std::abs(m_summary.source.psnr - before) <= sameScore)) {
        return fail(ErrorCode::CannotResume,
                    {state.path.string(),
                     fmt::format("the source model now has {:.2f} dB on the clinic probe instead of {:.2f} dB, so the "
                                 "judges or the device are others",
                                 m_summary.source.psnr, before)});
    }
    auto restored = m_prepared->crops.restoreState(state.crops);
    if (restored)
        restored = m_perturbation->restoreState(state.perturbation);
    if (restored && m_prepared->redegrader)
        restored = m_prepared->redegrader->restoreState(state.redegrader);
    if (!restored)
        return fail(ErrorCode::CannotResume, {state.path.string(), restored.error().arguments.back()});
    m_summary.epochs = state.epochs;
    m_control->restore(state.byHand);
    m_keptDecisions = state.byHand;
    for (const auto& epoch : m_summary.epochs) {
        if (epoch.kept)
            KeptTeacher::note(epoch, m_summary);
    }
    return {};
}

Result<AdaptationSummary> Adaptation::run(const AdaptationListener& listener, std::stop_token stop) {
    m_secondsAtStart = now() - (m_resumed ? m_resumed->epochs.back().seconds : 0.0);
    if (m_clinic.images.size(0) < fewestImages)
        return fail(ErrorCode::TooFewImages, {std::to_string(m_clinic.images.size(0)), std::to_string(fewestImages)});
    ClinicPreparation preparation(m_config, m_clinic, m_labeller, m_makeDegradation);
    auto prepared = preparation.prepare(m_source, m_summary, stop);
    m_firstDecisions = preparation.takeDecisions();
    m_summary.seconds = now() - m_secondsAtStart;
    if (!prepared)
        return fail(std::move(prepared.error()));
    m_prepared.emplace(std::move(*prepared));
    m_perturbation = m_makeDegradation("strong-photometric", m_config.seed + perturbationSeed);
    m_summary.source = m_prepared->probe.measureSource(m_source, m_format);
    m_summary.kept = m_summary.source;
    if (!m_resumed)
        noteSource();
    else if (auto taken = takeUp(*m_resumed); !taken)
        return fail(std::move(taken.error()));
    reviewLabels(listener, m_summary.epochs.back().epoch);
    for (const auto& epoch : m_summary.epochs) {
        if (listener.onEpoch)
            listener.onEpoch(epoch);
    }
    RunGuard guard;
    std::optional<AdaptationVerdict> alarm;
    const auto watch = [&](const AdaptationEpoch& epoch) {
        if (m_config.guardByProbe && !alarm)
            alarm = guard.look(epoch);
    };
    for (const auto& epoch : m_summary.epochs)
        watch(epoch);
    for (int epoch = m_summary.epochs.back().epoch + 1; epoch <= m_config.epochs && !alarm && !stop.stop_requested();
         ++epoch) {
        auto result = runEpoch(epoch, listener, stop);
        if (!result)
            return fail(std::move(result.error()));
        measureProbe(*result);
        m_kept.offer(*result, m_teacher, m_summary);
        reviewLabels(listener, epoch);
        m_summary.epochs.push_back(*result);
        const bool whole = result->step == static_cast<std::int64_t>(epoch) * stepsPerEpoch();
        if (whole && m_keepState) {
            const auto state = currentState();
            if (auto kept = m_keepState(state); !kept)
                return fail(std::move(kept.error()));
            m_keptDecisions = state.byHand;
        }
        if (listener.onEpoch)
            listener.onEpoch(*result);
        watch(*result);
    }
    m_summary.stopped = stop.stop_requested();
    m_chosen = m_kept.choose(m_student, m_prepared->probe, m_format, alarm, m_summary);
    compareModels(listener);
    m_summary.seconds = now() - m_secondsAtStart;
    return m_summary;
}

} // namespace limpid
