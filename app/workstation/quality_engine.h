// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/image_traits.h"
#include "degradation/degradation_reading.h"
#include "imaging/image.h"
#include "task/result.h"

#include <optional>
#include <string>

namespace limpid {

/// What a judge says of one photograph.
struct QualityOpinion {
    QualityShares shares;
    std::string modality; ///< "fundus", "oct", "ultrasound"; empty where it cannot be told.
    /// Why it is poor, where it is an original of a modality that this can be read off.
    std::optional<DegradationReading> degradation = {};
    /// Why that was not read although it could have been: ModelNotFound where there is no estimator.
    std::optional<Error> degradationFailure = {};
};

/// What is judged: enhanced images only by their quality.
enum class JudgedImage { Original, Enhanced };

/// What the window judges photographs with. Used from one worker thread at a time. Tests put their own in its place.
class QualityEngine {
public:
    virtual ~QualityEngine() = default;

    /// What tells this judge from every other one, for opinions that are kept; fails where there is no judge.
    virtual Result<std::string> identity() = 0;
    /// Fails where the quality cannot be told.
    virtual Result<QualityOpinion> judge(const Image& image, JudgedImage which) = 0;
};

} // namespace limpid
