// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/degradation_reading.h"

#include <algorithm>

namespace limpid {

SeverityGrade gradeOf(double severity) {
    const auto [slight, moderate, strong] = gradeBounds;
    if (severity < slight)
        return SeverityGrade::None;
    if (severity < moderate)
        return SeverityGrade::Slight;
    return severity < strong ? SeverityGrade::Moderate : SeverityGrade::Strong;
}

std::string DegradationReading::sentenceKey() const {
    const auto* worst = std::max_element(gradedKinds.begin(), gradedKinds.end(),
                                         [&](auto a, auto b) { return severities.of(a) < severities.of(b); });
    const auto grade = gradeOf(severities.of(*worst));
    if (grade < SeverityGrade::Moderate)
        return "sound";
    return std::string(kindName(*worst)).append(grade == SeverityGrade::Moderate ? ".moderate" : ".strong");
}

} // namespace limpid
