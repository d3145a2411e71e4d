// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adaptation_engine.h"
#include "inference/model_library.h"
#include "shared_device.h"

#include <memory>

namespace limpid {

/// Adapts a real network by Limpid's default form, judged by the shipped judges for fundus photographs.
class NetworkAdaptationEngine : public AdaptationEngine {
public:
    /// `workingSize` and `batchSize` as a person set them.
    NetworkAdaptationEngine(std::shared_ptr<SharedDevice> device, ModelLibrary library, int workingSize, int batchSize);

    AdaptationConfig configuration() const override;
    Result<AdaptationForecast> forecast(const AdaptationJob& job, const std::stop_token& stop) override;
    Result<FolderAdaptationOutcome> adapt(const AdaptationJob& job, Progress progress,
                                          const AdaptationListener& listener, std::stop_token stop) override;

private:
    /// What core is asked for, with the device probed and the judges found.
    Result<FolderAdaptationRequest> requestOf(const AdaptationJob& job);

    std::shared_ptr<SharedDevice> m_device;
    ModelLibrary m_library;
    int m_workingSize;
    int m_batchSize;
};

} // namespace limpid
