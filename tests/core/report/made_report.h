// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/report_document.h"
#include "report/run_report.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace limpid {

/// Names that would do harm where they were not escaped.
inline const std::string hostileClinic = "Kinderklinik \u513f\u7ae5\u533b\u9662 <script>alert(1)</script>";
inline const std::string hostileImage = "\"><img src=x onerror=alert(1)>.png";

/// A plain picture of `side` x `side` pixels.
inline PreviewImage plainPicture(int side, std::uint8_t grey) {
    return {side, side, 3, std::vector<std::uint8_t>(static_cast<std::size_t>(side * side * 3), grey)};
}

inline ReferenceRow madeRow(const std::string& name, double source, double adapted) {
    ReferenceRow row;
    row.name = name;
    row.input = {15.0, 0.50};
    row.source = {source, 0.60};
    row.adapted = {adapted, 0.70};
    return row;
}

/// A run of two epochs with a better model: three photographs with references, one of them worse; one rejected.
inline FolderAdaptationOutcome madeOutcome() {
    FolderAdaptationOutcome outcome;
    outcome.folder = "/clinic/photographs";
    outcome.parent = "/models/fundus.safetensors";
    outcome.parentSha256 = "0123456789abcdef";
    outcome.device = "CPU, 2 threads";
    outcome.workingSize = 256;
    outcome.modelWritten = true;
    outcome.peakMemoryMb = 812.0;
    auto& summary = outcome.summary;
    summary.choice = AdaptationChoice::Teacher;
    summary.verdict = AdaptationVerdict::BetterTeacher;
    summary.reason = "The teacher of epoch 2 is used.";
    summary.keptEpoch = 2;
    summary.source = {24.0, 0.80};
    summary.kept = {25.5, 0.83};
    summary.images = 3;
    summary.probeImages = 2;
    summary.redegradation = "wide";
    summary.seconds = 200.0;
    for (int number = 0; number <= 2; ++number) {
        AdaptationEpoch epoch;
        epoch.epoch = number;
        epoch.student = {24.0 + number, 0.80};
        epoch.teacher = {24.0 + 0.5 * number, 0.81};
        epoch.accepted = 0.5;
        if (number > 0)
            epoch.agreement = {30.0, 0.95};
        summary.epochs.push_back(epoch);
    }
    for (int number = 1; number <= 4; ++number) {
        AdaptationStep step;
        step.step = number;
        step.loss = 1.0 / number;
        step.imageLoss = 0.5 / number;
        outcome.steps.push_back(step);
    }
    ReferenceScores scores;
    scores.rows = {madeRow("best.png", 20.0, 23.0), madeRow(hostileImage, 20.0, 19.0),
                   madeRow("middle.png", 20.0, 21.0)};
    scores.input = {15.0, 0.50};
    scores.source = {20.0, 0.60};
    scores.adapted = {21.0, 0.70};
    scores.worseShare = 1.0 / 3.0;
    outcome.reference = scores;
    const auto picture = [](RunPicture::Kind kind, const std::string& name) {
        RunPicture made;
        made.kind = kind;
        made.name = name;
        made.input = plainPicture(8, 40);
        made.source = plainPicture(8, 80);
        made.adapted = plainPicture(8, 120);
        return made;
    };
    outcome.pictures = {picture(RunPicture::Kind::MostGained, "best.png"),
                        picture(RunPicture::Kind::LeastGained, hostileImage),
                        picture(RunPicture::Kind::Rejected, "middle.png")};
    outcome.pictures[0].reference = plainPicture(8, 200);
    outcome.pictures[2].reason = "The quality judge refused it.";
    PickDecision refused;
    refused.accepted = refused.qualityAccepted = false;
    outcome.decisions = {{"best.png", {}}, {hostileImage, {}}, {"middle.png", refused}};
    for (const double gain : {2.0, 1.0}) {
        ProbeComparison comparison;
        comparison.name = gain > 1.5 ? "held out 1.png" : "held out 2.png";
        comparison.degraded = comparison.source = comparison.adapted = comparison.reference = plainPicture(8, 60);
        comparison.sourcePsnr = comparison.sourceMeanPsnr = 24.0;
        comparison.adaptedPsnr = comparison.adaptedMeanPsnr = 24.0 + gain;
        outcome.heldOut.push_back(comparison);
    }
    outcome.card.name = "Adapted to the clinic " + hostileClinic;
    outcome.card.metrics = {
        {"PSNR gain (dB)", 1.5, "fov", "clinic probe: 2 pseudo-references", "limpid-cli adapt", 1.0, 2.0}};
    outcome.card.limits = {"Few images."};
    return outcome;
}

inline RunReport madeReport() {
    auto report = RunReport::of(hostileClinic, madeOutcome());
    report.created = "2026-01-02 03:04 UTC";
    return report;
}

/// All text of a section, block after block.
inline std::string wordsOf(const ReportSection& section) {
    std::string words = section.heading + "\n";
    const auto add = [&](const std::string& text) {
        words += text + "\n";
    };
    for (const auto& block : section.blocks) {
        if (const auto* paragraph = std::get_if<ReportParagraph>(&block))
            add(paragraph->text);
        if (const auto* list = std::get_if<ReportList>(&block)) {
            for (const auto& item : list->items)
                add(item);
        }
        if (const auto* table = std::get_if<ReportTable>(&block)) {
            add(table->caption);
            for (const auto& row : table->rows) {
                for (const auto& cell : row)
                    words += cell + " | ";
                words += "\n";
            }
        }
        if (const auto* pictures = std::get_if<ReportPictures>(&block)) {
            add(pictures->title);
            add(pictures->text);
            for (const auto& picture : pictures->pictures)
                add(picture.caption);
        }
    }
    return words;
}

} // namespace limpid
