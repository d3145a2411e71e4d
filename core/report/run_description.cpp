// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/run_description.h"

#include "metrics/bootstrap_interval.h"
#include "report/card_section.h"
#include "report/run_curves.h"
#include "report/run_gallery.h"
#include "report/run_words.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <utility>

namespace limpid {

namespace {

constexpr const char* footer = "Research use only. Not a medical device.";
constexpr std::size_t mostFailures = 20;

bool isAdapted(const FolderAdaptationOutcome& outcome) {
    return outcome.summary.choice != AdaptationChoice::SourceKept;
}

std::string verdict(const FolderAdaptationOutcome& outcome) {
    if (!isAdapted(outcome))
        return "The source model stays in use; no adapted model was written.";
    if (outcome.summary.verdict == AdaptationVerdict::LastStudent)
        return "The adapted model was written for this clinic, as this form of the run asks whatever the clinic probe "
               "says.";
    return "The adapted model passed the clinic probe and was written for this clinic.";
}

std::string whatWasDone(const RunReport& report) {
    const auto& outcome = report.outcome;
    const auto& summary = outcome.summary;
    return fmt::format(
        "Limpid {} the model in {} to {} of the clinic {}, without annotations and without the data that "
        "the model was trained on.",
        summary.epochs.size() > 1 ? "adapted" : "was asked to adapt", outcome.parent.filename().string(),
        countInWords(summary.images + summary.probeImages, "photograph"), report.clinic);
}

std::string referenceSentence(const FolderAdaptationOutcome& outcome) {
    if (!outcome.reference)
        return "No references were given, so that the gain on the clinic's own photographs is not known; the clinic "
               "probe stands in for them.";
    const auto& measured = *outcome.reference;
    const auto count = static_cast<int>(measured.rows.size());
    if (!isAdapted(outcome))
        return fmt::format("Against the references of {}, the source model has {}; the inputs have {}.",
                           countInWords(count, "photograph"), scoresInWords(measured.source.psnr, measured.source.ssim),
                           scoresInWords(measured.input.psnr, measured.input.ssim));
    const double gain = measured.adapted.psnr - measured.source.psnr;
    const auto worse = std::count_if(measured.rows.begin(), measured.rows.end(),
                                     [](const ReferenceRow& row) { return row.isWorse(); });
    return fmt::format("Against the references of {}, the adapted model is {} than the source model by {:.2f} dB on "
                       "average ({}, before {}); {} of them lost more than {} dB.",
                       countInWords(count, "photograph"), gain >= 0.0 ? "better" : "worse", gain >= 0.0 ? gain : -gain,
                       scoresInWords(measured.adapted.psnr, measured.adapted.ssim),
                       scoresInWords(measured.source.psnr, measured.source.ssim), worse, ReferenceRow::worseByDb);
}

template <typename Rows, typename GainOf>
std::string gainCell(double mean, int decimals, const Rows& rows, std::uint64_t seed, GainOf gainOf) {
    std::vector<double> gains;
    for (const auto& row : rows)
        gains.push_back(gainOf(row));
    auto text = fmt::format("{:+.{}f}", mean, decimals);
    if (const auto interval = BootstrapInterval::ofMean(gains, seed))
        text += fmt::format(" ({:+.{}f} to {:+.{}f})", interval->low, decimals, interval->high, decimals);
    return text;
}

ReportTable figures(const FolderAdaptationOutcome& outcome) {
    const auto& summary = outcome.summary;
    const bool adapted = isAdapted(outcome);
    const auto seed = outcome.config.seed;
    const auto cell = [&](double value, int decimals) {
        return adapted ? numberInWords(value, decimals) : std::string("\u2013");
    };
    ReportTable table;
    table.caption = protocolInWords(outcome.workingSize) +
                    " Gain of the adapted over the source model with its 95 % interval over the images.";
    table.headings = {"Mean", "Measured against", "Input", "Source model", "Adapted model", "Gain (95 % interval)"};
    table.textColumns = 2;
    if (outcome.reference) {
        const auto& measured = *outcome.reference;
        const auto& rows = measured.rows;
        const auto against = fmt::format("references of {}", countInWords(static_cast<int>(rows.size()), "photograph"));
        using Row = const ReferenceRow&;
        table.rows.push_back({"PSNR (dB)", against, numberInWords(measured.input.psnr, 2),
                              numberInWords(measured.source.psnr, 2), cell(measured.adapted.psnr, 2),
                              adapted ? gainCell(measured.adapted.psnr - measured.source.psnr, 2, rows, seed,
                                                 [](Row row) { return row.adapted.psnr - row.source.psnr; })
                                      : "\u2013"});
        table.rows.push_back({"SSIM", against, numberInWords(measured.input.ssim, 4),
                              numberInWords(measured.source.ssim, 4), cell(measured.adapted.ssim, 4),
                              adapted ? gainCell(measured.adapted.ssim - measured.source.ssim, 4, rows, seed,
                                                 [](Row row) { return row.adapted.ssim - row.source.ssim; })
                                      : "\u2013"});
    }
    if (summary.source.psnr > 0.0) { // the probe was reached
        const auto& rows = outcome.heldOut;
        const auto against =
            fmt::format("clinic probe: {}, each degraded {}", countInWords(summary.probeImages, "pseudo-reference"),
                        countInWords(outcome.config.probeVariants, "time"));
        using Row = const ProbeComparison&;
        table.rows.push_back({"PSNR (dB)", against, "\u2013", numberInWords(summary.source.psnr, 2),
                              cell(summary.kept.psnr, 2),
                              adapted ? gainCell(summary.kept.psnr - summary.source.psnr, 2, rows, seed,
                                                 [](Row row) { return row.adaptedMeanPsnr - row.sourceMeanPsnr; })
                                      : "\u2013"});
        table.rows.push_back({"SSIM", against, "\u2013", numberInWords(summary.source.ssim, 4),
                              cell(summary.kept.ssim, 4),
                              adapted ? gainCell(summary.kept.ssim - summary.source.ssim, 4, rows, seed,
                                                 [](Row row) { return row.adaptedMeanSsim - row.sourceMeanSsim; })
                                      : "\u2013"});
    }
    return table;
}

ReportSection summarySection(const RunReport& report) {
    const auto& outcome = report.outcome;
    ReportSection section{"Summary", {}};
    auto& blocks = section.blocks;
    blocks.emplace_back(ReportParagraph{whatWasDone(report)});
    blocks.emplace_back(ReportParagraph{verdict(outcome), true});
    blocks.emplace_back(ReportParagraph{outcome.summary.reason});
    blocks.emplace_back(ReportParagraph{referenceSentence(outcome)});
    if (const auto& summary = outcome.summary; summary.otherKind > 0)
        blocks.emplace_back(
            ReportParagraph{mixedFolderInWords(summary.otherKind, summary.images + summary.probeImages)});
    if (outcome.summary.stopped)
        blocks.emplace_back(ReportParagraph{"The run was stopped before its last epoch, as somebody asked."});
    if (auto table = figures(outcome); !table.rows.empty())
        blocks.emplace_back(std::move(table));
    return section;
}

/// The error's sentence with the name of its file alone: where it lies is nobody else's business.
std::string sentenceWithoutFolder(Error error) {
    if (!error.arguments.empty() && error.arguments.front().find('/') != std::string::npos)
        error.arguments.front() = std::filesystem::path(error.arguments.front()).filename().string();
    return englishSentence(error);
}

ReportSection leftOutSection(const FolderAdaptationOutcome& outcome) {
    ReportSection section{"Left out", {}};
    section.blocks.emplace_back(ReportParagraph{
        fmt::format("{} could not be used.", countInWords(static_cast<int>(outcome.failures.size()), "file"))});
    ReportList list;
    for (std::size_t i = 0; i < std::min(mostFailures, outcome.failures.size()); ++i)
        list.items.push_back(sentenceWithoutFolder(outcome.failures[i].error));
    if (outcome.failures.size() > mostFailures)
        list.items.push_back(fmt::format("and {} more.", outcome.failures.size() - mostFailures));
    section.blocks.emplace_back(std::move(list));
    return section;
}

ReportSection guardSection(const std::vector<GuardedImage>& decided) {
    ReportSection section{"What the guard decided for each photograph", {}};
    section.blocks.emplace_back(ReportParagraph{guardInWords(decided)});
    ReportTable table;
    table.headings = {"Photograph", "In use", "Reason"};
    table.textColumns = 3;
    for (const auto& [name, verdict] : decided)
        table.rows.push_back({name, std::string(guardChoiceName(verdict.choice)), verdict.sentence()});
    section.blocks.emplace_back(std::move(table));
    return section;
}

ReportSection circumstances(const RunReport& report) {
    const auto& outcome = report.outcome;
    const auto& summary = outcome.summary;
    const int run = summary.epochs.empty() ? 0 : summary.epochs.back().epoch;
    ReportTable table;
    table.headings = {"What", "Value"};
    table.textColumns = 2;
    table.rows = {
        {"Clinic", report.clinic},
        {"Folder", outcome.folder.filename().empty() ? outcome.folder.parent_path().filename().string()
                                                     : outcome.folder.filename().string()},
        {"Photographs learnt from", std::to_string(summary.images)},
        {"Held out for the clinic probe", fmt::format("{}, of which {} are photographs and not restorations",
                                                      summary.probeImages, summary.probeOriginals)},
        {"Accepted by the picker at the start", fmt::format("{:.0f} %", 100.0 * summary.acceptedAtStart)},
        {"Source model", outcome.parent.filename().string()},
        {"Its SHA-256", outcome.parentSha256},
        {"Device", outcome.device},
        {"Time", timeInWords(summary.seconds)},
        {"Peak memory of the program", fmt::format("{:.0f} MB", outcome.peakMemoryMb)},
        {"Working size", fmt::format("{0} x {0} px", outcome.workingSize)},
        {"Seed", std::to_string(outcome.config.seed)},
        {"Method and form", fmt::format("{}, {}", report.method, outcome.config.form)},
        {"Epochs", fmt::format("{} of {}", run, outcome.config.epochs)},
        {"Degradation preset of the clinic probe",
         fmt::format("{} (unlikeness {:.2f}, credible up to {:.2f})", summary.redegradation, summary.unlikeness,
                     outcome.config.mostUnlike)},
        {"Program", fmt::format("Limpid {}", LIMPID_VERSION)},
    };
    ReportSection section{"How it ran", {}};
    section.blocks.emplace_back(std::move(table));
    return section;
}

ReportSection configuration(const AdaptationConfig& config) {
    const auto yes = [](bool value) -> std::string {
        return value ? "yes" : "no";
    };
    const auto number = [](double value) {
        return fmt::format("{:g}", value);
    };
    ReportTable table;
    table.headings = {"Constant", "Value"};
    table.textColumns = 2;
    table.rows = {
        {"Batch size", std::to_string(config.batchSize)},
        {"Steps per epoch",
         config.stepsPerEpoch > 0 ? std::to_string(config.stepsPerEpoch) : "once through the folder, at least 20"},
        {"Learning rate (Adam)", number(config.learningRate)},
        {"Learning rate decays by cosine", yes(config.decayLearningRate)},
        {"EMA decay of the teacher per step", number(config.emaDecay)},
        {"Weights of image, structure and entropy loss",
         fmt::format("{:g}, {:g}, {:g}", config.imageWeight, config.structureWeight, config.entropyWeight)},
        {"Student sees perturbed images", yes(config.perturb)},
        {"Quality judge, structure judge",
         fmt::format("{}, {}", yes(config.useQualityJudge), yes(config.useStructureJudge))},
        {"Accepted where p(good) is above", number(config.qualityThreshold)},
        {"Accepted where the irregularity is at most",
         config.structureThreshold > 0.0 ? number(config.structureThreshold) : "the structure judge's own threshold"},
        {"Two kinds of photographs are drawn equally often", yes(config.balanceKinds)},
        {"Weight of the photograph's damage as evidence", number(config.damageWeight)},
        {"Good originals are their own labels", yes(config.trustGoodOriginals)},
        {"Re-degraded pairs, their share of the loss",
         fmt::format("{}, {:g}", yes(config.redegrade), config.redegradationWeight)},
        {"Degradations tried for each pseudo-label", std::to_string(config.redegradationCandidates)},
        {"Least share of degradation mixed in", number(config.mildestRedegradation)},
        {"Guarded by the clinic probe", yes(config.guardByProbe)},
        {"Least gain on the clinic probe (dB)", number(config.leastGain)},
        {"Most below its best on the clinic probe (dB)", number(config.mostBelowBest)},
        {"Least share accepted at the start", number(config.leastAccepted)},
        {"Share of the source model in the network used", number(config.sourceShare)},
    };
    ReportSection section{"Configuration", {}};
    section.blocks.emplace_back(std::move(table));
    return section;
}

ReportSection howToRead() {
    ReportSection section{"How to read the numbers", {}};
    section.blocks.emplace_back(ReportList{{
        "PSNR, in decibels, and SSIM, at most 1, say how close an image is to what it is measured against; more is "
        "closer.",
        "Reference: a good photograph of the same eye, given for measuring only; nothing is learnt from it.",
        "Clinic probe: stands in where there is no reference. The clinic's own best images are degraded, restored and "
        "compared with themselves. A gain on it makes a gain on the clinic's photographs likely, not certain.",
        "Teacher: what the student is compared with while it learns; says how far both agree, not how good they are.",
        "Protocol fov: both images at working size; PSNR over the pixels of the field of view, SSIM with an 11 x 11 "
        "Gaussian window (sigma 1.5) there.",
        "95 % interval: percentile bootstrap of the mean over the images, drawn 4000 times with the run's seed. Of few "
        "images it is rough, and it says nothing about other clinics.",
    }});
    return section;
}

} // namespace

ReportDocument describeRun(const RunReport& report) {
    ReportDocument document;
    document.title = "Adaptation to " + report.clinic;
    document.subtitle = fmt::format("Report of a run of Limpid {}, {}", LIMPID_VERSION, report.created);
    document.footer = footer;
    auto& sections = document.sections;
    sections.push_back(summarySection(report));
    for (auto& section : runGallery(report.outcome))
        sections.push_back(std::move(section));
    if (!report.outcome.guarded.empty())
        sections.push_back(guardSection(report.outcome.guarded));
    if (auto curves = runCurves(report.outcome); !curves.charts.empty())
        sections.push_back({"Curves", {std::move(curves)}});
    if (!report.outcome.failures.empty())
        sections.push_back(leftOutSection(report.outcome));
    sections.push_back(circumstances(report));
    sections.push_back(configuration(report.outcome.config));
    sections.push_back(cardSection(report.outcome.card));
    sections.push_back(howToRead());
    return document;
}

} // namespace limpid
