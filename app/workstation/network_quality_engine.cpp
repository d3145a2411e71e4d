// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "network_quality_engine.h"

#include "storage/sha256.h"

#include <utility>

namespace limpid {

namespace {

constexpr auto modality = "fundus";

} // namespace

NetworkQualityEngine::NetworkQualityEngine(std::shared_ptr<SharedDevice> device, ModelLibrary library)
    : m_device(std::move(device))
    , m_library(std::move(library)) {}

Result<std::string> NetworkQualityEngine::identity() {
    const auto file = m_library.qualityJudge(modality);
    if (!file)
        return fail(file.error());
    auto judge = sha256OfFile(*file);
    if (!judge)
        return judge;
    const auto estimatorFile = m_library.degradationEstimator(modality);
    if (!estimatorFile)
        return *judge + "+none";
    const auto estimator = sha256OfFile(*estimatorFile);
    if (!estimator)
        return fail(estimator.error());
    return *judge + '+' + *estimator;
}

Result<QualityOpinion> NetworkQualityEngine::judge(const Image& image, JudgedImage which) {
    if (auto loaded = loadJudge(); !loaded)
        return fail(std::move(loaded.error()));
    auto quality = m_judge->judge(image);
    if (!quality)
        return fail(std::move(quality.error()));
    QualityOpinion opinion{{quality->good, quality->usable, quality->reject}, std::move(quality->modality)};
    if (which == JudgedImage::Original && opinion.modality == modality) {
        if (auto reading = readDegradation(image))
            opinion.degradation = *reading;
        else
            opinion.degradationFailure = std::move(reading.error());
    }
    return opinion;
}

Result<void> NetworkQualityEngine::loadJudge() {
    if (m_judge)
        return {};
    const auto file = m_library.qualityJudge(modality);
    if (!file)
        return fail(file.error());
    auto device = m_device->choice();
    if (!device)
        return fail(std::move(device.error()));
    auto judge = QualityJudge::load(*file, *device);
    if (!judge)
        return fail(std::move(judge.error()));
    m_judge.emplace(std::move(*judge));
    return {};
}

Result<DegradationReading> NetworkQualityEngine::readDegradation(const Image& image) {
    if (!m_reader) {
        const auto file = m_library.degradationEstimator(modality);
        if (!file)
            return fail(file.error());
        auto device = m_device->choice();
        if (!device)
            return fail(std::move(device.error()));
        auto reader = DegradationReader::load(*file, *device);
        if (!reader)
            return fail(std::move(reader.error()));
        m_reader.emplace(std::move(*reader));
    }
    return m_reader->read(image);
}

} // namespace limpid
