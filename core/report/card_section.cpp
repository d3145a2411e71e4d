// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/card_section.h"

#include <spdlog/fmt/fmt.h>

#include <cstddef>
#include <string>
#include <utility>

namespace limpid {

namespace {

constexpr std::size_t mostHeldOut = 4;

void addFact(ReportTable& table, const char* what, const std::string& value) {
    if (!value.empty())
        table.rows.push_back({what, value});
}

std::string joined(const std::vector<std::string>& items, std::size_t first) {
    std::string text;
    for (auto i = first; i < items.size(); ++i)
        text += (text.empty() ? "" : "; ") + items[i];
    return text;
}

std::string heldOut(const std::vector<std::string>& items) {
    if (items.size() <= mostHeldOut)
        return joined(items, 0);
    const auto first = items.size() - mostHeldOut;
    return fmt::format("{} entries; the last: {}", items.size(), joined(items, first));
}

void addList(ReportSection& section, const char* title, const std::vector<std::string>& items) {
    if (items.empty())
        return;
    section.blocks.emplace_back(ReportParagraph{title, true});
    section.blocks.emplace_back(ReportList{items});
}

ReportTable dataTable(const ModelCard& card) {
    ReportTable table{"Data that the model learnt from: counts only.", {"Data", "Licence", "Images"}, {}, 2};
    for (const auto& set : card.trainingData)
        table.rows.push_back({set.dataset, set.licence, std::to_string(set.images)});
    return table;
}

ReportTable metricTable(const ModelCard& card) {
    ReportTable table{
        "Figures of the card.", {"Figure", "Measured against", "Protocol", "Value", "95 % interval"}, {}, 3};
    for (const auto& metric : card.metrics) {
        const auto interval =
            metric.low && metric.high ? fmt::format("{:.4g} to {:.4g}", *metric.low, *metric.high) : "\u2013";
        table.rows.push_back(
            {metric.name, metric.measuredOn, metric.protocol, fmt::format("{:.4g}", metric.value), interval});
    }
    return table;
}

} // namespace

ReportSection cardSection(const ModelCard& card) {
    ReportSection section{"Card of the model in use", {}};
    ReportTable facts{"", {"What", "Value"}, {}, 2};
    addFact(facts, "Name", card.name);
    addFact(facts, "Modality", card.modality);
    addFact(facts, "Intended use", card.intendedUse);
    addFact(facts, "Out of scope", card.outOfScope);
    addFact(facts, "Held out of training", heldOut(card.heldOut));
    addFact(facts, "Made by", card.trainingCommand);
    addFact(facts, "Created", card.created);
    addFact(facts, "Program version", card.programVersion);
    section.blocks.emplace_back(std::move(facts));
    if (!card.trainingData.empty())
        section.blocks.emplace_back(dataTable(card));
    if (!card.metrics.empty())
        section.blocks.emplace_back(metricTable(card));
    addList(section, "Limits", card.limits);
    addList(section, "Lineage, the oldest first", card.lineage);
    section.blocks.emplace_back(ReportParagraph{card.researchUse});
    return section;
}

} // namespace limpid
