// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guard_words.h"

#include <QCoreApplication>
#include <QLocale>

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
    case GuardReason::LosesVessels:
        return GuardText::tr("The source model's result: vessels are missing in the adapted model's");
    case GuardReason::InventsVessels:
        return GuardText::tr("The source model's result: the adapted model's shows vessels without a trace in the "
                             "photograph");
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

} // namespace limpid
