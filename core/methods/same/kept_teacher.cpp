// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/kept_teacher.h"

#include "methods/same/training_support.h"
#include "methods/same/update_privacy.h"
#include "nn/ema.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <string>
#include <utility>

namespace limpid {

namespace {

/// SSIM on the clinic probe below the source model's by which chance is forgiven.
constexpr double ssimSlack = 0.005;

std::string decibels(double gain) {
    return fmt::format("{:+.2f} dB", gain);
}

double bestTeacherPsnr(const AdaptationSummary& summary) {
    double best = summary.source.psnr;
    for (const auto& epoch : summary.epochs)
        best = std::max(best, epoch.teacher.psnr);
    return best;
}

std::string whySourceIsKept(AdaptationVerdict why, double gain) {
    switch (why) {
    case AdaptationVerdict::AcceptsNoMore:
        return "The judges accepted next to no pseudo-label any more, so the run ended and the old model stays in use.";
    case AdaptationVerdict::BecameFlat:
        return "The restorations became flat, so the run ended and the old model stays in use.";
    case AdaptationVerdict::DriftedAway:
        return "The restorations had gone far from those of the old model, so the run ended and it stays in use.";
    default:
        return fmt::format("The clinic probe saw no gain worth having ({} at best), so the old model stays in use.",
                           decibels(gain));
    }
}

} // namespace

StructurePreservingUnet copyOf(const StructurePreservingUnet& network) {
    StructurePreservingUnet copy(network->configuration());
    copy->to(network->parameters().front().device());
    copyState(*copy, *network);
    return copy;
}

KeptTeacher::KeptTeacher(AdaptationConfig config, const StructurePreservingUnet& source)
    : m_config(std::move(config))
    , m_source(source)
    , m_kept(source) {}

StructurePreservingUnet& KeptTeacher::ownNetwork() {
    if (m_kept.ptr() == m_source.ptr()) {
        m_kept = copyOf(m_source);
        freeze(*m_kept);
    }
    return m_kept;
}

void KeptTeacher::note(const AdaptationEpoch& epoch, AdaptationSummary& summary) {
    summary.kept = epoch.teacher;
    summary.keptEpoch = epoch.epoch;
}

void KeptTeacher::offer(AdaptationEpoch& epoch, const StructurePreservingUnet& teacher, AdaptationSummary& summary) {
    const auto& measured = epoch.teacher;
    // What is no number passes none of these.
    const bool credible = measured.psnr >= summary.source.psnr + m_config.leastGain &&
                          measured.psnr >= bestTeacherPsnr(summary) - m_config.mostBelowBest &&
                          measured.ssim >= summary.source.ssim - ssimSlack;
    if (!credible)
        return;
    epoch.kept = true;
    note(epoch, summary);
    copyState(*ownNetwork(), *teacher);
}

StructurePreservingUnet KeptTeacher::choose(StructurePreservingUnet student, const ClinicProbe& probe,
                                            const ComputeFormat& format, std::optional<AdaptationVerdict> alarm,
                                            AdaptationSummary& summary) {
    if (!m_config.guardByProbe) {
        summary.choice = AdaptationChoice::Student;
        summary.verdict = AdaptationVerdict::LastStudent;
        summary.kept = summary.epochs.back().student;
        if (limitUpdate(student, summary))
            summary.kept = probe.measure(student, format);
        summary.keptEpoch = summary.epochs.back().epoch;
        summary.gain = summary.kept.psnr - summary.source.psnr;
        summary.reason = "The last student is used, as the paper's test protocol does.";
        student->eval();
        return student;
    }
    if (alarm || summary.keptEpoch == 0) {
        return keepSource(alarm.value_or(AdaptationVerdict::NoGain), bestTeacherPsnr(summary) - summary.source.psnr,
                          summary);
    }
    updateTeacher(*m_kept, *m_source, 1.0 - m_config.sourceShare);
    limitUpdate(m_kept, summary); // before the probe's last word, which is about the weights that will be used
    summary.kept = probe.measure(m_kept, format);
    const double gain = summary.kept.psnr - summary.source.psnr;
    if (!(gain >= m_config.leastGain))
        return keepSource(AdaptationVerdict::NoGain, gain, summary);
    summary.choice = AdaptationChoice::Teacher;
    summary.verdict = AdaptationVerdict::BetterTeacher;
    summary.gain = gain;
    summary.reason = fmt::format("The teacher of epoch {} is used, the last that the clinic probe finds better than "
                                 "the source model, averaged with it ({} on the probe).",
                                 summary.keptEpoch, decibels(gain));
    return m_kept;
}

bool KeptTeacher::limitUpdate(StructurePreservingUnet& network, AdaptationSummary& summary) const {
    summary.updateNorm = UpdatePrivacy::relativeNorm(network, m_source);
    const UpdatePrivacy privacy(m_config.clipUpdate, m_config.noiseUpdate);
    privacy.apply(network, m_source);
    return privacy.isOn();
}

StructurePreservingUnet KeptTeacher::keepSource(AdaptationVerdict why, double gain, AdaptationSummary& summary) const {
    summary.choice = AdaptationChoice::SourceKept;
    summary.verdict = why;
    summary.gain = gain;
    summary.kept = summary.source;
    summary.keptEpoch = 0;
    summary.reason = whySourceIsKept(why, gain);
    return m_source;
}

} // namespace limpid
