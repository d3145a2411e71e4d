// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/adaptation.h"

#include "methods/same/adam_state.h"
#include "methods/same/appearance.h"
#include "methods/same/clinic_likeness.h"
#include "methods/same/network_range.h"
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
constexpr int64_t fewestProbeImages = 2;
constexpr int fewestStepsPerEpoch = 20;
constexpr int64_t chunk = 4;
/// Seeds of the parts of one run, so that none repeats another's draws.
constexpr std::uint64_t probeSeed = 1'000'003;
constexpr std::uint64_t redegradationSeed = 2'000'003;
constexpr std::uint64_t perturbationSeed = 3'000'017;
constexpr std::uint64_t dropoutSeed = 4'000'037;
constexpr std::uint64_t likenessSeed = 5'000'011;

double now() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double>(since).count();
}

StructurePreservingUnet copyOf(const StructurePreservingUnet& network) {
    StructurePreservingUnet copy(network->configuration());
    copy->to(network->parameters().front().device());
    copyState(*copy, *network);
    return copy;
}

std::string decibels(double gain) {
    return fmt::format("{:+.2f} dB", gain);
}

bool teacherLeads(const AdaptationEpoch& epoch) {
    return epoch.teacher.psnr >= epoch.student.psnr;
}

const ProbeScores& leaderOf(const AdaptationEpoch& epoch) {
    return teacherLeads(epoch) ? epoch.teacher : epoch.student;
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

Adaptation::Adaptation(AdaptationConfig config, Clinic clinic, StructurePreservingUnet source, PseudoLabelPicker picker,
                       ComputeFormat format,
                       std::function<std::unique_ptr<Degradation>(std::string_view, std::uint64_t)> makeDegradation)
    : m_config(std::move(config))
    , m_clinic(std::move(clinic))
    , m_source(std::move(source))
    , m_student(copyOf(m_source))
    , m_teacher(copyOf(m_source))
    , m_best(m_source)
    , m_chosen(m_source)
    , m_labeller(std::move(picker), format, m_config.trustGoodOriginals && m_config.useQualityJudge)
    , m_format(format)
    , m_makeDegradation(std::move(makeDegradation))
    , m_optimiser(m_student->parameters(), m_config.learningRate) {
    freeze(*m_source);
    freeze(*m_teacher);
}

int Adaptation::stepsPerEpoch() const {
    if (m_config.stepsPerEpoch > 0)
        return m_config.stepsPerEpoch;
    const auto images = static_cast<int>(m_crops->size());
    return std::max(fewestStepsPerEpoch, (images + m_config.batchSize - 1) / m_config.batchSize);
}

double Adaptation::learningRateAt(std::int64_t step) const {
    const double done = static_cast<double>(step) / static_cast<double>(stepsPerEpoch() * m_config.epochs);
    constexpr double pi = 3.14159265358979323846;
    if (m_config.decayLearningRate)
        return m_config.learningRate * (0.55 + 0.45 * std::cos(pi * done));
    return m_config.learningRate * std::min(1.0, (1.0 - done) / 0.25);
}

void Adaptation::judgeSourceOutputs() {
    torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> proposals;
    for (int64_t begin = 0; begin < m_clinic.images.size(0); begin += chunk) {
        const auto end = std::min(begin + chunk, m_clinic.images.size(0));
        const auto mask = m_clinic.fieldOfView.slice(0, begin, end).to(torch::kFloat);
        const auto images = m_clinic.images.slice(0, begin, end).to(torch::kFloat) / 255.0 * mask;
        const auto proposal = m_labeller.propose(m_source, images, mask);
        m_firstDecisions.insert(m_firstDecisions.end(), proposal.decisions.begin(), proposal.decisions.end());
        proposals.push_back(proposal.images);
    }
    m_firstProposals = torch::cat(proposals);
    const auto accepted = std::count_if(m_firstDecisions.begin(), m_firstDecisions.end(),
                                        [](const PickDecision& decision) { return decision.accepted; });
    m_summary.acceptedAtStart = static_cast<double>(accepted) / static_cast<double>(m_firstDecisions.size());
}

Result<void> Adaptation::matchRedegradation() {
    constexpr std::size_t mostLabels = 16;
    std::vector<int64_t> accepted;
    for (std::size_t i = 0; i < m_firstDecisions.size() && accepted.size() < mostLabels; ++i) {
        if (m_firstDecisions[i].accepted)
            accepted.push_back(static_cast<int64_t>(i));
    }
    const auto rows = torch::tensor(accepted, torch::kLong);
    const auto mask = m_clinic.fieldOfView.to(torch::kFloat);
    const auto clinic = appearanceStatistics(m_clinic.images.to(torch::kFloat) / 255.0 * mask, mask);
    auto presets = std::vector<std::string>{m_config.redegradation};
    if (m_config.redegradation == AdaptationConfig::likest)
        presets = {"gfe", "wide"};
    const auto make = [&](const std::string& preset) {
        return m_makeDegradation(preset, m_config.seed + likenessSeed);
    };
    const auto found =
        likestDegradation(clinic, m_firstProposals.index_select(0, rows), mask.index_select(0, rows), presets, make);
    m_summary.redegradation = found.preset;
    m_summary.unlikeness = found.unlikeness;
    if (m_summary.unlikeness > m_config.mostUnlike) {
        return fail(ErrorCode::ProbeNotCredible,
                    {fmt::format("nothing that is known of degradation makes photographs like them (unlikeness {:.2f}, "
                                 "at most {:.2f} is credible)",
                                 m_summary.unlikeness, m_config.mostUnlike)});
    }
    return {};
}

Result<void> Adaptation::holdOutProbe() {
    std::vector<int64_t> order(m_firstDecisions.size());
    std::iota(order.begin(), order.end(), int64_t{0});
    const auto margin = [&](int64_t index) {
        const auto& decision = m_firstDecisions[static_cast<std::size_t>(index)];
        const double irregular = decision.structureScore / std::max(decision.structureThreshold, 1e-6);
        return decision.good - decision.reject - 0.25 * irregular;
    };
    std::stable_sort(order.begin(), order.end(), [&](int64_t a, int64_t b) { return margin(a) > margin(b); });
    const auto images = static_cast<int64_t>(order.size());
    if (m_summary.acceptedAtStart <= 0.0 || m_summary.acceptedAtStart < m_config.leastAccepted) {
        return fail(ErrorCode::ProbeNotCredible,
                    {fmt::format("the judges accept {:.0f} % of what the source model makes of them",
                                 100.0 * m_summary.acceptedAtStart)});
    }
    if (auto matched = matchRedegradation(); !matched)
        return matched;
    const auto count = std::clamp<int64_t>(images / 5, fewestProbeImages, m_config.probeImages);
    const std::vector<int64_t> probe(order.begin(), order.begin() + count);
    std::vector<int64_t> rest(order.begin() + count, order.end());
    std::sort(rest.begin(), rest.end());
    const auto pick = [](const std::vector<int64_t>& indices) {
        return torch::tensor(indices, torch::kLong);
    };
    const auto probeMask = m_clinic.fieldOfView.index_select(0, pick(probe)).to(torch::kFloat);
    auto degradation = m_makeDegradation(m_summary.redegradation, m_config.seed + probeSeed);
    m_probe.emplace(m_firstProposals.index_select(0, pick(probe)), probeMask, m_config.probeVariants, *degradation);

    CropSource source{
        m_clinic.images.index_select(0, pick(rest)), m_clinic.fieldOfView.index_select(0, pick(rest)), {}, {}};
    const auto side = source.images.size(2);
    const auto mask = source.fieldOfView.to(torch::kFloat);
    const auto appearance = appearanceStatistics(source.images.to(torch::kFloat) / 255.0 * mask, mask);
    m_crops.emplace(std::move(source), side, side * 7 / 8, m_config.seed);
    m_summary.images = static_cast<int>(rest.size());
    m_summary.probeImages = static_cast<int>(probe.size());
    m_summary.probeOriginals = static_cast<int>(std::count_if(probe.begin(), probe.end(), [&](int64_t index) {
        return m_firstDecisions[static_cast<std::size_t>(index)].original;
    }));
    if (m_config.redegrade) {
        m_redegrader.emplace(m_makeDegradation(m_summary.redegradation, m_config.seed + redegradationSeed), appearance,
                             m_config.redegradationCandidates, m_config.seed);
    }
    return {};
}

Adaptation::Labels Adaptation::pickedLabels(const CropBatch& batch) {
    torch::NoGradGuard noGrad;
    const auto proposal = m_labeller.propose(m_teacher, batch.images, batch.fieldOfView);
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

Adaptation::StepLosses Adaptation::studentLosses(const Labels& labels) {
    const auto seen =
        m_config.perturb ? m_perturbation->apply(labels.inputs, labels.fieldOfView).images : labels.inputs;
    auto inputs = seen;
    if (m_redegrader)
        inputs = torch::cat({seen, m_redegrader->degrade(labels.images, labels.fieldOfView)});
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
    if (m_redegrader) {
        losses.redegradation =
            m_config.imageWeight * imageLoss(count) + m_config.structureWeight * structureLoss(count);
        const double weight = m_config.redegradationWeight;
        losses.total = (1.0 - weight) * losses.total + weight * losses.redegradation;
    }
    return losses;
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
    for (int i = 0; i < steps && !stop.stop_requested(); ++i) {
        AdaptationStep step;
        step.step = static_cast<std::int64_t>(epoch - 1) * steps + i + 1;
        step.totalSteps = totalSteps;
        step.epoch = epoch;
        const auto labels = pickedLabels(m_crops->draw(m_config.batchSize));
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
    epoch.student = m_probe->measure(m_student, m_format);
    epoch.teacher = m_probe->measure(m_teacher, m_format);
    epoch.seconds = now() - m_secondsAtStart;
}

void Adaptation::noteBest(const AdaptationEpoch& epoch) {
    m_summary.best = leaderOf(epoch);
    m_summary.bestEpoch = epoch.epoch;
    m_bestChoice = teacherLeads(epoch) ? AdaptationChoice::Teacher : AdaptationChoice::Student;
}

void Adaptation::separateBest() {
    if (m_best.ptr() != m_source.ptr())
        return;
    m_best = copyOf(m_source);
    freeze(*m_best);
}

void Adaptation::keepIfBest(AdaptationEpoch& epoch) {
    if (!(leaderOf(epoch).psnr > m_summary.best.psnr)) // What is no number is never the best.
        return;
    epoch.best = true;
    noteBest(epoch);
    separateBest();
    copyState(*m_best, teacherLeads(epoch) ? *m_teacher : *m_student);
}

void Adaptation::choose() {
    if (!m_config.keepBest) {
        m_summary.choice = AdaptationChoice::Student;
        m_summary.best = m_summary.epochs.back().student;
        m_summary.bestEpoch = m_summary.epochs.back().epoch;
        m_summary.reason = "The last student is used, as the paper's test protocol does.";
        m_student->eval();
        m_chosen = m_student;
        return;
    }
    const double gain = m_summary.best.psnr - m_summary.source.psnr;
    if (m_bestChoice == AdaptationChoice::SourceKept || gain < m_config.leastGain) {
        m_summary.choice = AdaptationChoice::SourceKept;
        m_summary.reason = fmt::format(
            "The clinic probe saw no gain worth having ({} at best), so the old model stays in use.", decibels(gain));
        return;
    }
    m_summary.choice = m_bestChoice;
    m_summary.reason = fmt::format("The {} of epoch {} restores the clinic probe best ({} over the source model).",
                                   m_bestChoice == AdaptationChoice::Teacher ? "teacher" : "student",
                                   m_summary.bestEpoch, decibels(gain));
    m_chosen = m_best;
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
    state.best = tensorsOf(*m_best);
    state.optimiser = adamTensors(m_optimiser, *m_student);
    state.crops = m_crops->saveState();
    state.redegrader = m_redegrader ? m_redegrader->saveState() : std::string();
    state.perturbation = m_perturbation->saveState();
    return state;
}

Result<void> Adaptation::resumeFrom(AdaptationState state) {
    const auto refuse = [&](const Error& error) {
        return fail(ErrorCode::CannotResume, {state.path.string(), error.arguments.back()}, error.detail);
    };
    if (state.epochs.empty() || !sameConfiguration(state.config, m_config))
        return fail(ErrorCode::CannotResume, {state.path.string(), "it ran with another configuration"});
    separateBest();
    for (auto [network, tensors] :
         {std::pair(m_student, &state.student), std::pair(m_teacher, &state.teacher), std::pair(m_best, &state.best)}) {
        if (auto loaded = loadInto(*network, *tensors, state.path); !loaded)
            return refuse(loaded.error());
    }
    if (auto restored = restoreAdam(m_optimiser, *m_student, state.optimiser); !restored)
        return refuse(restored.error());
    for (auto* tensors : {&state.student, &state.teacher, &state.best, &state.optimiser})
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
    auto restored = m_crops->restoreState(state.crops);
    if (restored)
        restored = m_perturbation->restoreState(state.perturbation);
    if (restored && m_redegrader)
        restored = m_redegrader->restoreState(state.redegrader);
    if (!restored)
        return fail(ErrorCode::CannotResume, {state.path.string(), restored.error().arguments.back()});
    m_summary.epochs = state.epochs;
    for (const auto& epoch : m_summary.epochs) {
        if (epoch.best)
            noteBest(epoch);
    }
    return {};
}

Result<AdaptationSummary> Adaptation::run(const AdaptationListener& listener, std::stop_token stop) {
    m_secondsAtStart = now() - (m_resumed ? m_resumed->epochs.back().seconds : 0.0);
    if (m_clinic.images.size(0) < fewestImages)
        return fail(ErrorCode::TooFewImages, {std::to_string(m_clinic.images.size(0)), std::to_string(fewestImages)});
    judgeSourceOutputs();
    if (auto held = holdOutProbe(); !held)
        return fail(std::move(held.error()));
    m_perturbation = m_makeDegradation("strong-photometric", m_config.seed + perturbationSeed);
    m_summary.source = m_probe->measure(m_source, m_format);
    m_summary.best = m_summary.source;
    if (!m_resumed)
        noteSource();
    else if (auto taken = takeUp(*m_resumed); !taken)
        return fail(std::move(taken.error()));
    for (const auto& epoch : m_summary.epochs) {
        if (listener.onEpoch)
            listener.onEpoch(epoch);
    }
    for (int epoch = m_summary.epochs.back().epoch + 1; epoch <= m_config.epochs && !stop.stop_requested(); ++epoch) {
        auto result = runEpoch(epoch, listener, stop);
        if (!result)
            return fail(std::move(result.error()));
        measureProbe(*result);
        keepIfBest(*result);
        m_summary.epochs.push_back(*result);
        const bool whole = result->step == static_cast<std::int64_t>(epoch) * stepsPerEpoch();
        if (whole && m_keepState) {
            if (auto kept = m_keepState(currentState()); !kept)
                return fail(std::move(kept.error()));
        }
        if (listener.onEpoch)
            listener.onEpoch(*result);
    }
    m_summary.stopped = stop.stop_requested();
    choose();
    m_summary.seconds = now() - m_secondsAtStart;
    return m_summary;
}

} // namespace limpid
