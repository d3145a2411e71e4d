// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/image_history.h"

#include "storage/clinics/json_text.h"
#include "storage/sha256.h"

#include <algorithm>
#include <system_error>

namespace limpid {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t hashDigits = 64;

bool isHash(const std::string& text) {
    return text.size() == hashDigits && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

RunRecord runWithoutTexts(const StoreTables& tables, std::int64_t id) {
    auto run = tables.runs.find(id).value_or(RunRecord{});
    run.configuration.clear();
    run.report.clear();
    return run;
}

} // namespace

Result<ImageHistory> historyOf(ClinicStore& store, const std::string& image) {
    ImageHistory history;
    std::error_code unknown;
    if (fs::is_regular_file(image, unknown)) {
        auto sum = sha256OfFile(image);
        if (!sum)
            return fail(std::move(sum.error()));
        history.sha256 = std::move(*sum);
    } else if (isHash(image)) {
        history.sha256 = image;
    } else {
        history.name = fs::path(image).filename().string();
    }
    return store.read([&](StoreTables& tables) -> Result<ImageHistory> {
        for (auto& file : tables.enhancements.ofImage(history.sha256, history.name)) {
            const auto clinic = file.clinic ? tables.clinics.nameOf(*file.clinic) : std::string();
            history.enhancements.push_back({std::move(file), clinic});
        }
        for (auto& [id, decision] : tables.runs.decisionsOn(history.sha256, history.name)) {
            auto run = runWithoutTexts(tables, id);
            history.decisions.push_back({std::move(decision), tables.clinics.nameOf(run.clinic), std::move(run)});
        }
        for (auto& [id, decision] : tables.runs.overridesOn(history.sha256, history.name)) {
            auto run = runWithoutTexts(tables, id);
            history.overrides.push_back({std::move(decision), tables.clinics.nameOf(run.clinic), std::move(run)});
        }
        return history;
    });
}

Result<void> noteEnhanced(ClinicStore& store, EnhancedFile file) {
    return store.change([&](StoreTables& tables) -> Result<void> {
        file.clinic = tables.models.clinicOf(file.modelSha256);
        tables.enhancements.add(file);
        const nlohmann::ordered_json content{{"input_sha256", file.inputSha256},
                                             {"output_sha256", file.outputSha256},
                                             {"model_sha256", file.modelSha256},
                                             {"written", file.written}};
        return tables.trail.note("image written", file.clinic, jsonText(content));
    });
}

} // namespace limpid
