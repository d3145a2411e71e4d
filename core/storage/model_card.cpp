// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/model_card.h"

#include <nlohmann/json.hpp>

#include <iomanip>
#include <sstream>
#include <string_view>

namespace limpid {

using Json = nlohmann::ordered_json;

namespace {

struct TextField {
    const char* key;
    const char* heading; ///< Of its Markdown section; empty where the text stands elsewhere.
    std::string ModelCard::*member;
};

constexpr TextField textFields[] = {
    {"name", "", &ModelCard::name},
    {"modality", "Modality", &ModelCard::modality},
    {"intended_use", "Intended use", &ModelCard::intendedUse},
    {"out_of_scope", "Out of scope", &ModelCard::outOfScope},
    {"training_command", "Training command", &ModelCard::trainingCommand},
    {"created", "Created", &ModelCard::created},
    {"program_version", "Program version", &ModelCard::programVersion},
    {"research_use", "", &ModelCard::researchUse},
};

struct ListField {
    const char* key;
    const char* heading;
    std::vector<std::string> ModelCard::*member;
};

constexpr ListField listFields[] = {
    {"held_out", "Held out of training", &ModelCard::heldOut},
    {"limits", "Limits", &ModelCard::limits},
    {"lineage", "Lineage", &ModelCard::lineage},
};

/// Text for one cell of a Markdown table.
std::string cell(const std::string& text) {
    std::string escaped;
    for (const char character : text) {
        if (character == '|')
            escaped += "\\|";
        else
            escaped += character == '\n' ? ' ' : character;
    }
    return escaped;
}

void writeTrainingData(std::ostream& out, const std::vector<ModelCard::TrainingSet>& sets) {
    if (sets.empty())
        return;
    out << "\n## Training data\n\n| dataset | images | licence |\n| --- | ---: | --- |\n";
    for (const auto& set : sets)
        out << "| " << cell(set.dataset) << " | " << set.images << " | " << cell(set.licence) << " |\n";
}

void writeMetrics(std::ostream& out, const std::vector<ModelCard::Metric>& metrics) {
    if (metrics.empty())
        return;
    out << "\n## Metrics\n\n| metric | value (95 % interval) | protocol | measured on | command |\n| --- | ---: | --- "
           "| --- | --- |\n";
    for (const auto& metric : metrics) {
        out << "| " << cell(metric.name) << " | " << std::setprecision(5) << metric.value;
        if (metric.low && metric.high)
            out << " (" << *metric.low << " to " << *metric.high << ")";
        out << " | " << cell(metric.protocol) << " | " << cell(metric.measuredOn) << " | `" << cell(metric.command)
            << "` |\n";
    }
}

std::optional<double> optionalNumber(const Json& json, const char* key) {
    return json.contains(key) ? std::optional(json.at(key).get<double>()) : std::nullopt;
}

Json metricJson(const ModelCard::Metric& metric) {
    Json json{{"name", metric.name},
              {"value", metric.value},
              {"protocol", metric.protocol},
              {"measured_on", metric.measuredOn},
              {"command", metric.command}};
    if (metric.low && metric.high) {
        json["low"] = *metric.low;
        json["high"] = *metric.high;
    }
    return json;
}

ModelCard readCard(const Json& json) {
    ModelCard card;
    for (const auto& field : textFields)
        card.*field.member = json.value(field.key, card.*field.member);
    for (const auto& field : listFields)
        card.*field.member = json.value(field.key, card.*field.member);
    for (const auto& set : json.value("training_data", Json::array()))
        card.trainingData.push_back(
            {set.at("dataset").get<std::string>(), set.at("images").get<int>(), set.at("licence").get<std::string>()});
    for (const auto& metric : json.value("metrics", Json::array()))
        card.metrics.push_back({metric.at("name").get<std::string>(), metric.at("value").get<double>(),
                                metric.at("protocol").get<std::string>(), metric.at("measured_on").get<std::string>(),
                                metric.at("command").get<std::string>(), optionalNumber(metric, "low"),
                                optionalNumber(metric, "high")});
    return card;
}

} // namespace

std::string ModelCard::toJson() const {
    auto json = Json::object();
    for (const auto& field : textFields)
        json[field.key] = this->*field.member;
    for (const auto& field : listFields)
        json[field.key] = this->*field.member;
    json["training_data"] = Json::array();
    for (const auto& set : trainingData)
        json["training_data"].push_back({{"dataset", set.dataset}, {"images", set.images}, {"licence", set.licence}});
    json["metrics"] = Json::array();
    for (const auto& metric : metrics)
        json["metrics"].push_back(metricJson(metric));
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

Result<ModelCard> ModelCard::fromJson(const std::string& text, const std::filesystem::path& path) {
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return fail(ErrorCode::ModelCorrupt, {path.string(), "its card is not a JSON object"});
    try {
        return readCard(json);
    } catch (const Json::exception& error) {
        return fail(ErrorCode::ModelCorrupt, {path.string(), "its card has a field of the wrong kind"}, error.what());
    }
}

std::string ModelCard::toMarkdown() const {
    std::ostringstream out;
    out << "# " << name << "\n\n**" << researchUse << "**\n";
    for (const auto& field : textFields) {
        const auto& text = this->*field.member;
        if (!std::string_view(field.heading).empty() && !text.empty())
            out << "\n## " << field.heading << "\n\n" << text << "\n";
    }
    writeTrainingData(out, trainingData);
    writeMetrics(out, metrics);
    for (const auto& field : listFields) {
        const auto& items = this->*field.member;
        if (items.empty())
            continue;
        out << "\n## " << field.heading << "\n\n";
        for (const auto& item : items)
            out << "* " << item << "\n";
    }
    return out.str();
}

} // namespace limpid
