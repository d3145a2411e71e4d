// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/folder_survey.h"
#include "inference/adaptation_forecast.h"

#include <QString>

namespace limpid {

/// What a folder was found to hold: "Fundus photographs (38 of 40 show a round field of view)".
QString surveyWords(const FolderSurvey& survey);
/// One sentence where the folder holds something else than fundus photographs, as far as one can see; else empty.
QString surveyWarning(const FolderSurvey& survey);
/// Which images the clinic probe keeps for itself; `most` is how many there will be at most.
QString heldOutWords(int most);
/// "About 7 minutes, about 1.8 GB of memory (three steps measured here)".
QString forecastWords(const AdaptationForecast& forecast);

} // namespace limpid
