// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/unet_configuration.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace limpid {

namespace {

/// Calls `visit(name, member, smallest, largest)` for every number and `visit(name, member)` for every switch.
template <typename Configuration, typename Numbers, typename Switches>
void visitFields(Configuration& configuration, const Numbers& number, const Switches& toggle) {
    number("imageChannels", configuration.imageChannels, 1, 16);
    number("structureChannels", configuration.structureChannels, 1, 16);
    number("levels", configuration.levels, 2, 10);
    number("baseWidth", configuration.baseWidth, 8, 128);
    number("largestWidth", configuration.largestWidth, 8, 1024);
    number("structureBaseWidth", configuration.structureBaseWidth, 4, 128);
    number("structureLargestWidth", configuration.structureLargestWidth, 4, 1024);
    number("structureViewLevels", configuration.structureViewLevels, 0, 9);
    number("stemWidth", configuration.stemWidth, 0, 128);
    number("toneWidth", configuration.toneWidth, 0, 1024);
    toggle("refinement", configuration.refinement);
    toggle("instanceNorm", configuration.instanceNorm);
    toggle("residual", configuration.residual);
    toggle("dropout", configuration.dropout);
}

int64_t width(int64_t base, int64_t largest, int64_t level) {
    return std::min(base << (level - 1), largest);
}

} // namespace

UnetConfiguration UnetConfiguration::samePaper() {
    UnetConfiguration configuration;
    configuration.preset = "same-paper";
    configuration.levels = 8;
    configuration.baseWidth = 64;
    configuration.largestWidth = 512;
    configuration.structureBaseWidth = 64;
    configuration.structureLargestWidth = 512;
    configuration.structureViewLevels = 0;
    configuration.stemWidth = 0;
    configuration.refinement = false;
    configuration.instanceNorm = true;
    configuration.residual = false;
    configuration.toneWidth = 0;
    configuration.dropout = true;
    return configuration;
}

UnetConfiguration UnetConfiguration::compact() {
    return {};
}

Result<UnetConfiguration> UnetConfiguration::byName(std::string_view name) {
    if (name == "same-paper")
        return samePaper();
    if (name == "compact")
        return compact();
    return fail(ErrorCode::InvalidArgument,
                {"The network " + std::string(name), "there are 'compact' and 'same-paper'"});
}

std::string UnetConfiguration::toJson() const {
    nlohmann::ordered_json json;
    json["preset"] = preset;
    visitFields(
        *this, [&](const char* name, int64_t value, int64_t, int64_t) { json[name] = value; },
        [&](const char* name, bool value) { json[name] = value; });
    return json.dump();
}

Result<UnetConfiguration> UnetConfiguration::fromJson(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
    const auto broken = [&](const std::string& reason) {
        return fail(ErrorCode::InvalidArgument, {"The network's configuration", reason}, text.substr(0, 2000));
    };
    if (!json.is_object() || !json.contains("preset") || !json["preset"].is_string())
        return broken("it is not a configuration of this program");
    UnetConfiguration configuration;
    configuration.preset = json["preset"].get<std::string>();
    std::string problem;
    std::size_t known = 1;
    visitFields(
        configuration,
        [&](const char* name, int64_t& value, int64_t smallest, int64_t largest) {
            ++known;
            const auto field = json.find(name);
            if (field == json.end() || !field->is_number_integer()) {
                problem = std::string(name) + " is missing";
                return;
            }
            value = field->get<int64_t>();
            if (value < smallest || value > largest)
                problem = std::string(name) + " is out of bounds";
        },
        [&](const char* name, bool& value) {
            ++known;
            const auto field = json.find(name);
            if (field == json.end() || !field->is_boolean())
                problem = std::string(name) + " is missing";
            else
                value = field->get<bool>();
        });
    if (problem.empty() && configuration.residual && configuration.stemWidth == 0)
        problem = "a residual network needs a stem";
    if (problem.empty() && configuration.toneWidth > 0 && !configuration.residual)
        problem = "a tone field needs a residual network";
    if (problem.empty() && configuration.structureViewLevels > 0 && !configuration.residual)
        problem = "a view of the enhanced image needs a residual network";
    if (problem.empty() && configuration.structureViewLevels >= configuration.levels)
        problem = "structureViewLevels is out of bounds";
    if (problem.empty() && json.size() != known)
        problem = "it has fields that this version does not know";
    if (!problem.empty())
        return broken(problem);
    return configuration;
}

int64_t UnetConfiguration::encoderWidth(int64_t level) const {
    return width(baseWidth, largestWidth, level);
}

int64_t UnetConfiguration::structureWidth(int64_t level) const {
    return width(structureBaseWidth, structureLargestWidth, level);
}

} // namespace limpid
