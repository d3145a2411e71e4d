// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adaptation_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

/// Lends its context to the sentences of this file.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(limpid::AdaptationWords)
};

/// A length of time as far as a forecast can know it.
QString roughTime(double seconds) {
    constexpr double minute = 60.0;
    constexpr double hour = 3600.0;
    if (seconds < 1.5 * minute) {
        const int tens = std::max(1, static_cast<int>(std::lround(seconds / 10.0)));
        return Words::tr("About %n second(s)", nullptr, 10 * tens);
    }
    if (seconds < 1.5 * hour)
        return Words::tr("About %n minute(s)", nullptr, static_cast<int>(std::lround(seconds / minute)));
    return Words::tr("About %1 hours").arg(QLocale().toString(seconds / hour, 'f', 1));
}

} // namespace

QString surveyWords(const FolderSurvey& survey) {
    const auto share = [&](const QString& words, int count) {
        return words.arg(count).arg(survey.readable);
    };
    if (survey.readable == 0)
        return Words::tr("Unknown: none of the %n image(s) looked at can be read", nullptr, survey.unreadable);
    if (survey.isFundus())
        return share(Words::tr("Fundus photographs (%1 of %2 show a round field of view)"), survey.fundus);
    if (survey.isGrey())
        return share(Words::tr("Images without colour (%1 of %2), taken for fundus photographs"), survey.grey);
    return share(Words::tr("Taken for fundus photographs, though only %1 of %2 show a round field of view"),
                 survey.fundus);
}

QString surveyWarning(const FolderSurvey& survey) {
    if (survey.isFundus())
        return {};
    if (survey.readable == 0)
        return Words::tr("An adaptation needs images that can be read. Look at the folder before you start.");
    if (survey.isGrey())
        return Words::tr("These look like OCT, ultrasound or angiography, and the model is for colour fundus "
                         "photographs: it can learn nothing good from them. Open the folder with the fundus "
                         "photographs instead.");
    return Words::tr("This folder may hold something else than fundus photographs, and the model can learn nothing "
                     "good from that. Look at the folder before you start.");
}

QString heldOutWords(int most) {
    return Words::tr("Up to %n of the best image(s), chosen when the run begins. The clinic probe measures the old and "
                     "the new model on them; they are not learnt from.",
                     nullptr, most);
}

QString forecastWords(const AdaptationForecast& forecast) {
    const auto bytes = static_cast<qint64>(forecast.peakMemoryMb * 1e6);
    return Words::tr("%1, about %2 of memory (three steps measured here)")
        .arg(roughTime(forecast.seconds), QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat));
}

} // namespace limpid
