// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/run_gallery.h"

#include "report/run_words.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace limpid {

namespace {

constexpr std::size_t mostHeldOut = 2;
constexpr std::size_t mostWorse = 20;

/// The four pictures that every comparison has; those without pixels are left out.
ReportPictures beside(std::string title, std::string text, ReportPictures::Picture input,
                      ReportPictures::Picture source, ReportPictures::Picture adapted,
                      ReportPictures::Picture reference) {
    ReportPictures shown{std::move(title), std::move(text), {}};
    for (auto* picture : {&input, &source, &adapted, &reference}) {
        if (!picture->image.pixels.empty())
            shown.pictures.push_back(std::move(*picture));
    }
    return shown;
}

const ReferenceRow* rowOf(const FolderAdaptationOutcome& outcome, const std::string& name) {
    if (!outcome.reference)
        return nullptr;
    const auto& rows = outcome.reference->rows;
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.name == name; });
    return found == rows.end() ? nullptr : &*found;
}

std::string captionOf(const std::string& what, const ReferenceRow* row, const ProbeScores ReferenceRow::*scores) {
    return row == nullptr ? what : fmt::format("{}: {}", what, scoresInWords((row->*scores).psnr, (row->*scores).ssim));
}

ReportPictures shownWith(const RunPicture& picture, const ReferenceRow* row, std::string text) {
    auto title = picture.name;
    if (row != nullptr && !picture.adapted.pixels.empty())
        title += fmt::format(" ({})", gainInWords(row->adapted.psnr - row->source.psnr));
    return beside(std::move(title), std::move(text), {captionOf("Input", row, &ReferenceRow::input), picture.input},
                  {captionOf("Source model", row, &ReferenceRow::source), picture.source},
                  {captionOf("Adapted model", row, &ReferenceRow::adapted), picture.adapted},
                  {"Reference", picture.reference});
}

void addReferenced(const FolderAdaptationOutcome& outcome, RunPicture::Kind kind, ReportSection& section) {
    for (const auto& picture : outcome.pictures) {
        if (picture.kind == kind)
            section.blocks.emplace_back(shownWith(picture, rowOf(outcome, picture.name), {}));
    }
}

/// The photographs that the adapted model made worse, the worst first.
void addWorse(const FolderAdaptationOutcome& outcome, ReportSection& section) {
    std::vector<ReferenceRow> worse;
    for (const auto& row : outcome.reference->rows) {
        if (row.isWorse())
            worse.push_back(row);
    }
    if (worse.empty())
        return;
    std::sort(worse.begin(), worse.end(), [](const auto& a, const auto& b) {
        return a.adapted.psnr - a.source.psnr < b.adapted.psnr - b.source.psnr;
    });
    ReportTable table;
    table.caption = fmt::format("Photographs more than {} dB worse with the adapted model than with the source model. "
                                "PSNR in dB, measured against: reference.",
                                ReferenceRow::worseByDb);
    if (worse.size() > mostWorse)
        table.caption += fmt::format(" The worst {} of {}.", mostWorse, worse.size());
    table.headings = {"Photograph", "Input", "Source model", "Adapted model", "Gain"};
    for (std::size_t i = 0; i < std::min(worse.size(), mostWorse); ++i) {
        const auto& row = worse[i];
        table.rows.push_back({row.name, numberInWords(row.input.psnr, 2), numberInWords(row.source.psnr, 2),
                              numberInWords(row.adapted.psnr, 2),
                              fmt::format("{:+.2f}", row.adapted.psnr - row.source.psnr)});
    }
    section.blocks.emplace_back(std::move(table));
}

void addHeldOut(const FolderAdaptationOutcome& outcome, bool best, ReportSection& section) {
    auto comparisons = outcome.heldOut;
    std::stable_sort(comparisons.begin(), comparisons.end(), [](const auto& a, const auto& b) {
        return a.adaptedPsnr - a.sourcePsnr > b.adaptedPsnr - b.sourcePsnr;
    });
    const auto most = std::min(mostHeldOut, (comparisons.size() + 1) / 2);
    const auto least = std::min(mostHeldOut, comparisons.size() - most);
    for (std::size_t i = 0; i < (best ? most : least); ++i) {
        const auto& shown = comparisons[best ? i : comparisons.size() - 1 - i];
        const auto caption = [](const char* what, double psnr) {
            return fmt::format("{}: {} dB", what, numberInWords(psnr, 2));
        };
        section.blocks.emplace_back(beside(
            fmt::format("{} ({})", shown.name, gainInWords(shown.adaptedPsnr - shown.sourcePsnr)), {},
            {caption("Degraded", shown.degradedPsnr), shown.degraded},
            {caption("Source model", shown.sourcePsnr), shown.source},
            {caption("Adapted model", shown.adaptedPsnr), shown.adapted}, {"Pseudo-reference", shown.reference}));
    }
}

ReportSection comparedSection(const FolderAdaptationOutcome& outcome, bool best) {
    const bool referenced = outcome.reference.has_value();
    ReportSection section;
    section.heading = best ? "What gained most" : "What gained least";
    section.blocks.emplace_back(ReportParagraph{fmt::format(
        "{} {} {} In brackets: the gain of the adapted over the source model, in PSNR.",
        best ? "The photographs with the greatest gain." : "The photographs with the least gain, or a loss.",
        referenced ? "PSNR and SSIM measured against: reference."
                   : "PSNR measured against: clinic probe, whose pseudo-references are the clinic's own best images, "
                     "degraded and restored; neither model was taught with them.",
        protocolInWords(outcome.workingSize))});
    if (!referenced) {
        addHeldOut(outcome, best, section);
        return section;
    }
    addReferenced(outcome, best ? RunPicture::Kind::MostGained : RunPicture::Kind::LeastGained, section);
    if (!best)
        addWorse(outcome, section);
    return section;
}

ReportSection rejectedSection(const FolderAdaptationOutcome& outcome) {
    int quality = 0, structure = 0, both = 0;
    for (const auto& [name, decision] : outcome.decisions) {
        if (decision.accepted)
            continue;
        if (!decision.qualityAccepted && !decision.structureAccepted)
            ++both;
        else
            ++(decision.qualityAccepted ? structure : quality);
    }
    const int rejected = quality + structure + both;
    ReportSection section;
    section.heading = "Rejected pseudo-labels";
    section.blocks.emplace_back(ReportParagraph{fmt::format(
        "Before the first step the picker judged what the source model makes of the {} photographs, "
        "without references. "
        "It rejected {}: {} by the quality judge alone, {} by the structure judge alone and {} by both. "
        "What is rejected "
        "is not learnt from, unless a later pseudo-label of the same photograph is accepted.{}",
        outcome.decisions.size(), rejected, quality, structure, both,
        outcome.reference ? " PSNR and SSIM below are measured against: reference, which the picker never saw." : "")});
    for (const auto& picture : outcome.pictures) {
        if (picture.kind == RunPicture::Kind::Rejected)
            section.blocks.emplace_back(shownWith(picture, rowOf(outcome, picture.name), picture.reason));
    }
    return section;
}

} // namespace

std::vector<ReportSection> runGallery(const FolderAdaptationOutcome& outcome) {
    std::vector<ReportSection> sections;
    if (outcome.summary.choice != AdaptationChoice::SourceKept) {
        for (const bool best : {true, false}) {
            auto section = comparedSection(outcome, best);
            if (section.blocks.size() > 1)
                sections.push_back(std::move(section));
        }
    }
    const bool anyRejected = std::any_of(outcome.decisions.begin(), outcome.decisions.end(),
                                         [](const auto& decided) { return !decided.decision.accepted; });
    if (anyRejected)
        sections.push_back(rejectedSection(outcome));
    return sections;
}

} // namespace limpid
