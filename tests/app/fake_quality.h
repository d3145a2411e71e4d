// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality_engine.h"

#include <opencv2/core.hpp>

#include <atomic>
#include <memory>
#include <string>
#include <utility>

namespace limpid {

/// What a test sees of a FakeQuality.
struct QualityRecord {
    std::atomic<int> calls = 0;
    std::string name = "fake judge"; ///< Set before the first call.
};

/// Judges by brightness: the brighter, the better. A grey image is of no known modality.
class FakeQuality : public QualityEngine {
public:
    explicit FakeQuality(std::shared_ptr<QualityRecord> record)
        : m_record(std::move(record)) {}

    Result<std::string> identity() override { return m_record->name; }

    Result<QualityOpinion> judge(const Image& image) override {
        ++m_record->calls;
        const double brightness = cv::mean(image.pixels)[0] / 255;
        return QualityOpinion{{brightness, 0.3, 0.1}, image.channels() == 3 ? "fundus" : ""};
    }

private:
    std::shared_ptr<QualityRecord> m_record;
};

} // namespace limpid
