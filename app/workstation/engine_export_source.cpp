// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine_export_source.h"

#include "imaging/image_reader.h"
#include "storage/sha256.h"

#include <utility>

namespace limpid {

EngineExportSource::EngineExportSource(std::shared_ptr<EnhancementEngine> engine, std::filesystem::path model,
                                       std::string modelName)
    : m_engine(std::move(engine))
    , m_model(std::move(model))
    , m_modelName(std::move(modelName)) {}

Result<ProducedImage> EngineExportSource::produce(const std::filesystem::path& original, std::stop_token stop) {
    if (m_modelSha256.empty()) {
        auto sum = sha256OfFile(m_model);
        if (!sum)
            return fail(std::move(sum.error()));
        m_modelSha256 = std::move(*sum);
    }
    auto device = m_engine->deviceWords();
    if (!device)
        return fail(std::move(device.error()));
    auto inputSha256 = sha256OfFile(original);
    if (!inputSha256)
        return fail(std::move(inputSha256.error()));
    auto image = readImage(original);
    if (!image)
        return fail(std::move(image.error()));
    auto enhanced = m_engine->enhance(*image, m_model, std::move(stop));
    if (!enhanced)
        return fail(std::move(enhanced.error()));
    ProducedImage produced{std::move(enhanced->image), {}};
    produced.provenance.inputSha256 = std::move(*inputSha256);
    produced.provenance.modelName = m_modelName;
    produced.provenance.modelSha256 = m_modelSha256;
    produced.provenance.device = std::move(*device);
    produced.provenance.parameters = std::move(enhanced->parameters);
    if (!enhanced->note.empty())
        produced.provenance.notes.push_back(std::move(enhanced->note));
    if (const auto& verdict = enhanced->verdict; verdict && verdict->choice != GuardChoice::Adapted)
        produced.provenance.notes.push_back(verdict->sentence());
    return produced;
}

} // namespace limpid
