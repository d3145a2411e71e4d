// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality_engine.h"

#include <opencv2/core.hpp>

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace limpid {

/// What a test sees of a FakeQuality.
struct QualityRecord {
    std::atomic<int> calls = 0;
    std::atomic<int> enhanced = 0;   ///< Calls for enhanced images.
    std::string name = "fake judge"; ///< Set before the first call.
    std::optional<Error> unread;     ///< Why no damage is read off photographs. Set before the first call.
};

/// Judges by brightness: the brighter, the better, and the darker, the more haze. A grey image is of no known modality.
class FakeQuality : public QualityEngine {
public:
    explicit FakeQuality(std::shared_ptr<QualityRecord> record)
        : m_record(std::move(record)) {}

    Result<std::string> identity() override { return m_record->name; }

    Result<QualityOpinion> judge(const Image& image, JudgedImage which) override {
        ++m_record->calls;
        const double brightness = cv::mean(image.pixels)[0] / 255;
        QualityOpinion opinion{{brightness, 0.3, 0.1}, image.channels() == 3 ? "fundus" : ""};
        if (which == JudgedImage::Enhanced) {
            ++m_record->enhanced;
        } else if (image.channels() == 3) {
            DegradationReading reading;
            reading.severities.haze = 1 - brightness;
            opinion.degradation = m_record->unread ? std::nullopt : std::optional(reading);
            opinion.degradationFailure = m_record->unread;
        }
        return opinion;
    }

private:
    std::shared_ptr<QualityRecord> m_record;
};

} // namespace limpid
