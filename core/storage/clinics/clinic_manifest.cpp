// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/clinic_manifest.h"

#include "storage/clinics/json_text.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

namespace limpid {

namespace {

using Json = nlohmann::ordered_json;

constexpr auto formatName = "limpid-clinic";
constexpr int formatVersion = 1;
constexpr std::size_t hashDigits = 64;

/// Why a manifest cannot be read, as a clause.
class Unusable : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

const Json& member(const Json& object, const char* key) {
    if (!object.is_object() || !object.contains(key))
        throw Unusable(std::string("its list of contents lacks \"") + key + "\"");
    return object[key];
}

std::string text(const Json& object, const char* key, std::size_t longest) {
    const auto& value = member(object, key);
    if (!value.is_string() || value.get_ref<const std::string&>().size() > longest)
        throw Unusable(std::string("\"") + key + "\" in its list of contents is no text or too long");
    return value.get<std::string>();
}

std::string shortText(const Json& object, const char* key) {
    constexpr std::size_t longest = 4096;
    return text(object, key, longest);
}

bool isHash(const std::string& value) {
    return value.size() == hashDigits && std::all_of(value.begin(), value.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

std::string hash(const Json& object, const char* key, bool mayBeEmpty) {
    auto value = text(object, key, hashDigits);
    if (!isHash(value) && !(mayBeEmpty && value.empty()))
        throw Unusable(std::string("\"") + key + "\" in its list of contents is no checksum");
    return value;
}

bool flag(const Json& object, const char* key) {
    const auto& value = member(object, key);
    if (!value.is_boolean())
        throw Unusable(std::string("\"") + key + "\" in its list of contents is neither true nor false");
    return value.get<bool>();
}

const Json& list(const Json& object, const char* key) {
    const auto& value = member(object, key);
    if (!value.is_array())
        throw Unusable(std::string("\"") + key + "\" in its list of contents is no list");
    return value;
}

std::uint64_t count(const Json& object, const char* key, std::uint64_t most) {
    const auto& value = member(object, key);
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > most)
        throw Unusable(std::string("\"") + key + "\" in its list of contents is no number or too large");
    return value.get<std::uint64_t>();
}

/// A part that is kept as JSON; empty where it is null.
std::string part(const Json& object, const char* key) {
    const auto& value = member(object, key);
    if (value.is_null())
        return {};
    if (!value.is_object())
        throw Unusable(std::string("\"") + key + "\" in its list of contents is no object");
    return jsonText(value);
}

Json asPart(const std::string& json) {
    auto value = Json::parse(json, nullptr, false);
    return value.is_object() ? value : Json();
}

Json jsonOf(const ClinicManifest::Run& run) {
    auto decisions = Json::array();
    for (const auto& decision : run.decisions)
        decisions.push_back({{"image", decision.image},
                             {"input_sha256", decision.inputSha256},
                             {"accepted", decision.accepted},
                             {"reason", decision.reason},
                             {"scores", asPart(decision.scores)}});
    auto overrides = Json::array();
    for (const auto& decision : run.overrides)
        overrides.push_back(
            {{"image", decision.image}, {"input_sha256", decision.inputSha256}, {"pick", decision.pick}});
    return {{"configuration", asPart(run.record.configuration)},
            {"seed", run.record.seed},
            {"started", run.record.started},
            {"ended", run.record.ended},
            {"outcome", run.record.outcome},
            {"report", asPart(run.record.report)},
            {"decisions", std::move(decisions)},
            {"overrides", std::move(overrides)}};
}

ClinicManifest::Run runOf(const Json& json) {
    ClinicManifest::Run run;
    run.record.configuration = part(json, "configuration");
    if (run.record.configuration.empty())
        run.record.configuration = "{}";
    run.record.seed = count(json, "seed", UINT64_MAX);
    run.record.started = shortText(json, "started");
    run.record.ended = shortText(json, "ended");
    run.record.outcome = shortText(json, "outcome");
    run.record.report = part(json, "report");
    std::set<std::string> images;
    for (const auto& item : list(json, "decisions")) {
        auto scores = part(item, "scores");
        run.decisions.push_back({shortText(item, "image"), hash(item, "input_sha256", true), flag(item, "accepted"),
                                 shortText(item, "reason"), scores.empty() ? "{}" : std::move(scores)});
        if (!images.insert(run.decisions.back().image).second)
            throw Unusable("it holds two decisions on one image of a run");
    }
    images.clear();
    for (const auto& item : list(json, "overrides")) {
        run.overrides.push_back({shortText(item, "image"), hash(item, "input_sha256", true), flag(item, "pick")});
        if (!images.insert(run.overrides.back().image).second)
            throw Unusable("it holds two decisions by hand on one image of a run");
    }
    return run;
}

/// What an enhancement consists of, in the order of the tables.
constexpr std::pair<const char*, std::string EnhancedFile::*> enhancementTexts[] = {
    {"input", &EnhancedFile::input},     {"output", &EnhancedFile::output}, {"written", &EnhancedFile::written},
    {"program", &EnhancedFile::program}, {"device", &EnhancedFile::device},
};
constexpr std::pair<const char*, std::string EnhancedFile::*> enhancementHashes[] = {
    {"input_sha256", &EnhancedFile::inputSha256},
    {"output_sha256", &EnhancedFile::outputSha256},
    {"model_sha256", &EnhancedFile::modelSha256},
};

Json jsonOf(const EnhancedFile& file) {
    auto json = Json::object();
    for (const auto& [key, field] : enhancementTexts)
        json[key] = file.*field;
    for (const auto& [key, field] : enhancementHashes)
        json[key] = file.*field;
    json["parameters"] = asPart(file.parameters);
    return json;
}

EnhancedFile enhancementOf(const Json& json) {
    EnhancedFile file;
    for (const auto& [key, field] : enhancementTexts)
        file.*field = shortText(json, key);
    for (const auto& [key, field] : enhancementHashes)
        file.*field = hash(json, key, true);
    if (auto parameters = part(json, "parameters"); !parameters.empty())
        file.parameters = std::move(parameters);
    return file;
}

ClinicManifest::Model modelOf(const Json& json, std::size_t runs) {
    ClinicManifest::Model model;
    model.sha256 = hash(json, "sha256", false);
    model.parent = hash(json, "parent", true);
    model.created = shortText(json, "created");
    model.bytes = count(json, "bytes", ClinicManifest::mostModelBytes);
    if (!member(json, "run").is_null()) {
        if (runs == 0)
            throw Unusable("a model names a run that is not there");
        model.run = static_cast<std::size_t>(count(json, "run", runs - 1));
    }
    return model;
}

ClinicManifest manifestOf(const Json& json) {
    if (shortText(json, "format") != formatName)
        throw Unusable("it is not a clinic of Limpid");
    if (count(json, "version", UINT64_MAX) != formatVersion)
        throw Unusable("it was written by another version of Limpid");
    ClinicManifest manifest;
    manifest.name = shortText(json, "name");
    manifest.inUse = hash(json, "in_use", true);
    for (const auto& item : list(json, "runs"))
        manifest.runs.push_back(runOf(item));
    std::set<std::string> hashes;
    for (const auto& item : list(json, "models")) {
        manifest.models.push_back(modelOf(item, manifest.runs.size()));
        if (!hashes.insert(manifest.models.back().sha256).second || hashes.size() > ClinicManifest::mostModels)
            throw Unusable("it holds one model twice, or too many of them");
    }
    if (!manifest.inUse.empty() && !hashes.contains(manifest.inUse))
        throw Unusable("the model in use is not among its models");
    for (const auto& item : list(json, "enhancements"))
        manifest.enhancements.push_back(enhancementOf(item));
    return manifest;
}

/// Gives the photographs that a guard decided about the names of `renamed`; one that is not there loses its own.
void renameGuarded(Json& guard, const std::map<std::string, std::string>& renamed) {
    for (auto& photograph : guard) {
        if (!photograph.is_object()) {
            photograph = nullptr;
            continue;
        }
        const auto& name = photograph["name"];
        const auto known = name.is_string() ? renamed.find(name.get<std::string>()) : renamed.end();
        photograph["name"] = known == renamed.end() ? std::string("image") : known->second;
    }
}

} // namespace

void ClinicManifest::removeNames() {
    constexpr std::size_t shown = 16;
    std::size_t unnamed = 0;
    const auto nameOf = [&](const std::string& sha256) {
        return sha256.empty() ? "image " + std::to_string(++unnamed) : sha256.substr(0, shown);
    };
    for (auto& run : runs) {
        // Two equal photographs in one folder have one hash.
        std::set<std::string> taken;
        std::map<std::string, std::string> renamed;
        for (auto& decision : run.decisions) {
            const auto before = decision.image;
            decision.image = nameOf(decision.inputSha256);
            for (const auto plain = decision.image; !taken.insert(decision.image).second;)
                decision.image = plain + " " + std::to_string(++unnamed);
            renamed.emplace(before, decision.image);
        }
        taken.clear();
        for (auto& decision : run.overrides) {
            decision.image = nameOf(decision.inputSha256);
            for (const auto plain = decision.image; !taken.insert(decision.image).second;)
                decision.image = plain + " " + std::to_string(++unnamed);
        }
        auto report = asPart(run.record.report);
        if (report.is_null())
            continue;
        report.erase("model");
        if (report.contains("reference") && report["reference"].is_object())
            report["reference"].erase("images");
        if (report.contains("guard"))
            renameGuarded(report["guard"], renamed);
        run.record.report = jsonText(report);
    }
    for (auto& file : enhancements) {
        file.input = nameOf(file.inputSha256);
        file.output = nameOf(file.outputSha256);
        file.parameters = "{}";
    }
}

std::string ClinicManifest::toJson() const {
    auto modelList = Json::array();
    for (const auto& model : models)
        modelList.push_back({{"sha256", model.sha256},
                             {"parent", model.parent},
                             {"created", model.created},
                             {"bytes", model.bytes},
                             {"run", model.run ? Json(*model.run) : Json()}});
    auto runList = Json::array();
    for (const auto& run : runs)
        runList.push_back(jsonOf(run));
    auto enhancementList = Json::array();
    for (const auto& file : enhancements)
        enhancementList.push_back(jsonOf(file));
    return jsonText({{"format", formatName},
                     {"version", formatVersion},
                     {"name", name},
                     {"in_use", inUse},
                     {"models", std::move(modelList)},
                     {"runs", std::move(runList)},
                     {"enhancements", std::move(enhancementList)}});
}

Result<ClinicManifest> ClinicManifest::fromJson(std::string_view json, const std::string& path) {
    try {
        const auto parsed = Json::parse(json, nullptr, false);
        if (!parsed.is_object())
            throw Unusable("its list of contents is no JSON");
        return manifestOf(parsed);
    } catch (const Unusable& why) {
        return fail(ErrorCode::ArchiveUnusable, {path, why.what()});
    }
}

} // namespace limpid
