// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/guard_names.h"

namespace limpid {

std::string_view guardReasonName(GuardReason reason) {
    switch (reason) {
    case GuardReason::Gains:
        return "gains";
    case GuardReason::LooksWorse:
        return "looks worse";
    case GuardReason::LeavesVeil:
        return "leaves veil";
    case GuardReason::LosesVessels:
        return "loses vessels";
    case GuardReason::InventsVessels:
        return "invents vessels";
    case GuardReason::IrregularVessels:
        return "irregular vessels";
    case GuardReason::ImplausibleColour:
        return "implausible colour";
    case GuardReason::OriginalLooksBest:
        return "original looks best";
    case GuardReason::NoGain:
        break;
    }
    return "no gain";
}

std::optional<GuardReason> guardReasonNamed(std::string_view name) {
    for (const auto reason : {GuardReason::Gains, GuardReason::NoGain, GuardReason::LooksWorse, GuardReason::LeavesVeil,
                              GuardReason::LosesVessels, GuardReason::InventsVessels, GuardReason::IrregularVessels,
                              GuardReason::ImplausibleColour, GuardReason::OriginalLooksBest})
        if (name == guardReasonName(reason))
            return reason;
    return std::nullopt;
}

std::optional<GuardChoice> guardChoiceNamed(std::string_view name) {
    for (const auto choice : {GuardChoice::Adapted, GuardChoice::Source, GuardChoice::Original})
        if (name == guardChoiceName(choice))
            return choice;
    return std::nullopt;
}

} // namespace limpid
