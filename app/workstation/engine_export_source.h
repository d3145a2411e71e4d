// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "enhancement_engine.h"
#include "export_source.h"

#include <filesystem>
#include <memory>
#include <string>

namespace limpid {

/// Exports what an engine makes of the photographs with one model.
class EngineExportSource : public ExportSource {
public:
    /// `engine` is used by this object alone while an export runs.
    EngineExportSource(std::shared_ptr<EnhancementEngine> engine, std::filesystem::path model, std::string modelName);

    Result<ProducedImage> produce(const std::filesystem::path& original, std::stop_token stop) override;

private:
    std::shared_ptr<EnhancementEngine> m_engine;
    std::filesystem::path m_model;
    std::string m_modelName;
    std::string m_modelSha256; ///< Once it is known.
};

} // namespace limpid
