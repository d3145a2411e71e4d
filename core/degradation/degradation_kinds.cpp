// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/degradation_kinds.h"

#include <algorithm>
#include <array>
#include <utility>

namespace limpid {

namespace {

constexpr std::array<std::pair<DegradationKind, std::string_view>, 11> names{{
    {DegradationKind::Haze, "haze"},
    {DegradationKind::Illumination, "illumination"},
    {DegradationKind::Spots, "spots"},
    {DegradationKind::Blur, "blur"},
    {DegradationKind::Noise, "noise"},
    {DegradationKind::Cast, "cast"},
    {DegradationKind::Veil, "veil"},
    {DegradationKind::Gamma, "gamma"},
    {DegradationKind::Darkening, "darkening"},
    {DegradationKind::Attenuation, "attenuation"},
    {DegradationKind::Shadow, "shadow"},
}};

} // namespace

std::string_view kindName(DegradationKind kind) {
    const auto* found =
        std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.first == kind; });
    return found == names.end() ? std::string_view("unknown") : found->second;
}

std::optional<DegradationKind> kindOfName(std::string_view name) {
    const auto* found =
        std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.second == name; });
    if (found == names.end())
        return std::nullopt;
    return found->first;
}

DegradationKinds::DegradationKinds(std::initializer_list<DegradationKind> kinds) {
    for (const DegradationKind kind : kinds)
        add(kind);
}

std::string DegradationKinds::describe() const {
    std::string text;
    for (const auto& [kind, name] : names) {
        if (!has(kind))
            continue;
        if (!text.empty())
            text += '+';
        text += name;
    }
    return text.empty() ? "none" : text;
}

} // namespace limpid
