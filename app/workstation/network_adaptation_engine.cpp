// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "network_adaptation_engine.h"

#include "inference/clinic_adaptation.h"
#include "inference/reference_measurement.h"

#include <utility>

namespace limpid {

NetworkAdaptationEngine::NetworkAdaptationEngine(std::shared_ptr<SharedDevice> device, ModelLibrary library,
                                                 int workingSize, int batchSize)
    : m_device(std::move(device))
    , m_library(std::move(library))
    , m_workingSize(workingSize)
    , m_batchSize(batchSize) {}

AdaptationConfig NetworkAdaptationEngine::configuration() const {
    auto config = AdaptationConfig::limpid();
    config.batchSize = m_batchSize;
    return config;
}

Result<FolderAdaptationRequest> NetworkAdaptationEngine::requestOf(const AdaptationJob& job) {
    FolderAdaptationRequest request;
    auto quality = m_library.qualityJudge(request.modality);
    if (!quality)
        return fail(std::move(quality.error()));
    auto structure = m_library.structureJudge(request.modality);
    if (!structure)
        return fail(std::move(structure.error()));
    auto estimator = m_library.degradationEstimator(request.modality);
    if (!estimator)
        return fail(std::move(estimator.error()));
    auto device = m_device->choice();
    if (!device)
        return fail(std::move(device.error()));
    request.folder = job.folder;
    request.model = job.model;
    request.qualityJudge = std::move(*quality);
    request.structureJudge = std::move(*structure);
    request.degradationEstimator = std::move(*estimator);
    request.clinic = job.clinic;
    request.control = job.control;
    request.resume = job.resume;
    request.device = std::move(*device);
    request.workingSize = m_workingSize;
    request.config = configuration();
    return request;
}

Result<AdaptationForecast> NetworkAdaptationEngine::forecast(const AdaptationJob& job, const std::stop_token& stop) {
    const auto request = requestOf(job);
    if (!request)
        return fail(request.error());
    return forecastAdaptation(*request, stop);
}

Result<FolderAdaptationOutcome> NetworkAdaptationEngine::adapt(const AdaptationJob& job, Progress progress,
                                                               const AdaptationListener& listener,
                                                               std::stop_token stop) {
    auto request = requestOf(job);
    if (!request)
        return fail(std::move(request.error()));
    request->references = referencesBeside(job.folder);
    // After a crash InterruptedRuns offers to go on with it, and limpid-cli adapt --resume does too.
    return adaptClinic({std::move(*request), job.clinicRoot}, std::move(progress), listener, std::move(stop));
}

} // namespace limpid
