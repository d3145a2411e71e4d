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
    return sha256OfFile(*file);
}

Result<QualityOpinion> NetworkQualityEngine::judge(const Image& image) {
    if (auto loaded = load(); !loaded)
        return fail(std::move(loaded.error()));
    auto quality = m_judge->judge(image);
    if (!quality)
        return fail(std::move(quality.error()));
    return QualityOpinion{{quality->good, quality->usable, quality->reject}, std::move(quality->modality)};
}

Result<void> NetworkQualityEngine::load() {
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

} // namespace limpid
