// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/adaptation_report.h"

#include "methods/same/guard_names.h"

namespace limpid {

namespace {

using Json = nlohmann::ordered_json;

Json scores(const ProbeScores& value) {
    return {{"psnr", value.psnr}, {"ssim", value.ssim}};
}

std::string choiceName(AdaptationChoice choice) {
    switch (choice) {
    case AdaptationChoice::Student:
        return "student";
    case AdaptationChoice::Teacher:
        return "teacher";
    case AdaptationChoice::SourceKept:
        break;
    }
    return "source";
}

Json epochs(const AdaptationSummary& summary) {
    auto list = Json::array();
    for (const auto& epoch : summary.epochs) {
        list.push_back({{"epoch", epoch.epoch},
                        {"step", epoch.step},
                        {"loss", epoch.loss},
                        {"accepted", epoch.accepted},
                        {"psnr", epoch.teacher.psnr},
                        {"ssim", epoch.teacher.ssim},
                        {"measured_against", "clinic probe"},
                        {"student", scores(epoch.student)},
                        {"teacher", scores(epoch.teacher)},
                        {"contrast", epoch.contrast},
                        {"likeness", epoch.likeness},
                        {"kept", epoch.kept},
                        {"seconds", epoch.seconds}});
    }
    return list;
}

Json reference(const ReferenceScores& measured) {
    auto images = Json::array();
    for (const auto& row : measured.rows)
        images.push_back({{"name", row.name},
                          {"input", scores(row.input)},
                          {"source", scores(row.source)},
                          {"adapted", scores(row.adapted)},
                          {"guarded", scores(row.guarded)}});
    return {{"protocol", "fov, working size"},
            {"input", scores(measured.input)},
            {"source", scores(measured.source)},
            {"adapted", scores(measured.adapted)},
            {"guarded", scores(measured.guarded)},
            {"worse_share", measured.worseShare},
            {"guarded_worse_share", measured.guardedWorseShare},
            {"images", images}};
}

} // namespace

Json adaptationReport(const FolderAdaptationRequest& request, const FolderAdaptationOutcome& outcome,
                      const std::string& method) {
    const auto& summary = outcome.summary;
    Json report{{"device", request.device.words},
                {"seconds", summary.seconds},
                {"peak_memory_mb", outcome.peakMemoryMb},
                {"seed", outcome.config.seed},
                {"method", method},
                {"form", outcome.config.form},
                {"model", (outcome.modelWritten ? outcome.adapted : outcome.parent).string()},
                {"working_size", outcome.workingSize},
                {"parent_sha256", outcome.parentSha256},
                {"used", choiceName(summary.choice)},
                {"reason", summary.reason},
                {"stopped", summary.stopped},
                {"images", summary.images},
                {"probe_images", summary.probeImages},
                {"probe_originals", summary.probeOriginals},
                {"accepted_at_start", summary.acceptedAtStart},
                {"redegradation", summary.redegradation},
                {"unlikeness", summary.unlikeness},
                {"other_kind", summary.otherKind},
                {"update",
                 {{"relative_norm", summary.updateNorm},
                  {"clip", outcome.config.clipUpdate},
                  {"noise", outcome.config.noiseUpdate}}},
                {"probe", {{"source", scores(summary.source)}, {"kept", scores(summary.kept)}}},
                {"epochs", epochs(summary)}};
    for (const auto& [name, verdict] : outcome.guarded)
        report["guard"].push_back({{"name", name},
                                   {"used", guardChoiceName(verdict.choice)},
                                   {"cause", guardReasonName(verdict.reason)},
                                   {"reason", verdict.sentence()},
                                   {"forecast", verdict.forecast},
                                   {"good_original", verdict.goodOriginal},
                                   {"good_source", verdict.goodSource},
                                   {"good_adapted", verdict.goodAdapted},
                                   {"veil_added", verdict.veilAdded},
                                   {"noise_added", verdict.noiseAdded}});
    if (outcome.reference)
        report["reference"] = reference(*outcome.reference);
    return report;
}

} // namespace limpid
