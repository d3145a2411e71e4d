// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/degradation_reader.h"
#include "inference/model_library.h"
#include "inference/quality_judge.h"
#include "quality_engine.h"
#include "shared_device.h"

#include <memory>
#include <optional>

namespace limpid {

/// Judges with the shipped quality judge for fundus photographs and reads their damage with the shipped degradation
/// estimator. Each is loaded when it is first needed.
class NetworkQualityEngine : public QualityEngine {
public:
    NetworkQualityEngine(std::shared_ptr<SharedDevice> device, ModelLibrary library);

    /// The SHA-256 of the judge's file and of the estimator's, or "none" where there is no estimator.
    Result<std::string> identity() override;
    Result<QualityOpinion> judge(const Image& image, JudgedImage which) override;

private:
    Result<void> loadJudge();
    Result<DegradationReading> readDegradation(const Image& image);

    std::shared_ptr<SharedDevice> m_device;
    ModelLibrary m_library;
    std::optional<QualityJudge> m_judge;
    std::optional<DegradationReader> m_reader;
};

} // namespace limpid
