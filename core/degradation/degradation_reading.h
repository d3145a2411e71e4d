// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation_severities.h"

#include <array>
#include <string>

namespace limpid {

/// A severity in words.
enum class SeverityGrade { None, Slight, Moderate, Strong };

/// Where slight, moderate and strong begin.
inline constexpr std::array<double, 3> gradeBounds{0.15, 0.35, 0.6};

/// None below 0.15, slight below 0.35, moderate below 0.6, else strong.
SeverityGrade gradeOf(double severity);

/// What is wrong with one photograph.
struct DegradationReading {
    /// Each 0..1; the gains as estimated, their cast() is 0..1, too.
    DegradationSeverities severities;
    /// What to tell a person first: "sound" where nothing is above slight, else the strongest kind and its grade, as in
    /// "haze.strong" or "blur.moderate" (kindName(); moderate or strong). A key for a translated sentence.
    std::string sentenceKey() const;
};

} // namespace limpid
