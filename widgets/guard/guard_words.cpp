// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guard/guard_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace limpid {

namespace {

/// For the translation of what belongs to no object.
struct GuardText {
    Q_DECLARE_TR_FUNCTIONS(limpid::GuardText)
};

} // namespace

QString guardWords(const std::optional<GuardVerdict>& verdict) {
    if (!verdict || verdict->choice == GuardChoice::Adapted)
        return {};
    const QLocale locale;
    switch (verdict->reason) {
    case GuardReason::NoGain:
        return GuardText::tr("The source model's result: too little is expected of the adapted model here (%1 dB)")
            .arg(locale.toString(verdict->forecast, 'f', 1));
    case GuardReason::LooksWorse:
        return GuardText::tr("The source model's result: the quality judge finds the adapted model's worse "
                             "(good %1 % instead of %2 %)")
            .arg(locale.toString(100.0 * verdict->goodAdapted, 'f', 1),
                 locale.toString(100.0 * verdict->goodSource, 'f', 1));
    case GuardReason::LeavesVeil:
        return GuardText::tr("The source model's result: the adapted model's leaves more of the veil of stray light");
    case GuardReason::LosesVessels:
        return GuardText::tr("The source model's result: vessels are missing in the adapted model's");
    case GuardReason::InventsVessels:
        return GuardText::tr("The source model's result: the adapted model's shows vessels without a trace in the "
                             "photograph");
    case GuardReason::IrregularVessels:
        return GuardText::tr(
            "The source model's result: the structure judge finds the adapted model's vessels irregular");
    case GuardReason::ImplausibleColour:
        return GuardText::tr("The source model's result: the adapted model's has a colour that no fundus has");
    case GuardReason::OriginalLooksBest:
        return GuardText::tr("The photograph as it was taken: the quality judge finds it better than its restoration");
    case GuardReason::Gains:
        break;
    }
    return {};
}

QString guardedName(const QString& model, const std::optional<GuardVerdict>& verdict) {
    if (!verdict || verdict->choice == GuardChoice::Adapted)
        return model;
    return verdict->choice == GuardChoice::Source ? GuardText::tr("%1: the source model's result").arg(model)
                                                  : GuardText::tr("%1: left as taken").arg(model);
}

QString guardChoiceWords(GuardChoice choice) {
    switch (choice) {
    case GuardChoice::Adapted:
        return GuardText::tr("Adapted model's");
    case GuardChoice::Original:
        return GuardText::tr("Left as taken");
    case GuardChoice::Source:
        break;
    }
    return GuardText::tr("Source model's");
}

QString guardReason(const GuardRecord& record) {
    if (!record.recorded.isEmpty())
        return record.recorded;
    switch (record.verdict.reason) {
    case GuardReason::Gains:
        return GuardText::tr("A gain is expected, and nothing speaks against it.");
    case GuardReason::LooksWorse:
        return GuardText::tr("The quality judge finds the adapted model's result worse.");
    case GuardReason::LeavesVeil:
        return GuardText::tr("More of the veil of stray light is left in the adapted model's result.");
    case GuardReason::LosesVessels:
        return GuardText::tr("Vessels are missing in the adapted model's result.");
    case GuardReason::InventsVessels:
        return GuardText::tr("The adapted model's result shows vessels without a trace in the photograph.");
    case GuardReason::IrregularVessels:
        return GuardText::tr("The structure judge finds the vessels in the adapted model's result irregular.");
    case GuardReason::ImplausibleColour:
        return GuardText::tr("The adapted model's result has a colour that no fundus has.");
    case GuardReason::OriginalLooksBest:
        return GuardText::tr("The quality judge finds the photograph better than its restoration.");
    case GuardReason::NoGain:
        break;
    }
    return GuardText::tr("The expected gain is too small to be sure of.");
}

QString guardSummary(const QList<GuardRecord>& photographs) {
    const auto shown = [&photographs](GuardChoice choice) {
        const auto count = std::count_if(photographs.begin(), photographs.end(), [choice](const GuardRecord& record) {
            return record.verdict.choice == choice;
        });
        return QLocale().toString(static_cast<qlonglong>(count));
    };
    return GuardText::tr("With the adapted model in use, its result is shown for %1 of %n photograph(s), the source "
                         "model's for %2, and the photograph as it was taken for %3.",
                         nullptr, static_cast<int>(photographs.size()))
        .arg(shown(GuardChoice::Adapted), shown(GuardChoice::Source), shown(GuardChoice::Original));
}

} // namespace limpid
