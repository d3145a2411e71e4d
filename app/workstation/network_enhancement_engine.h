// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "enhancement_engine.h"
#include "inference/enhancer.h"
#include "shared_device.h"

#include <memory>
#include <optional>

namespace limpid {

/// Enhances with a real network and keeps the last model loaded.
class NetworkEnhancementEngine : public EnhancementEngine {
public:
    /// `workingSize` as EnhancerOptions::workingSize.
    NetworkEnhancementEngine(std::shared_ptr<SharedDevice> device, int workingSize);

    Result<std::string> deviceWords() override;
    Result<EnhancedImage> enhance(const Image& image, const std::filesystem::path& model,
                                  std::stop_token stop) override;

private:
    struct Loaded {
        std::filesystem::path model;
        std::filesystem::file_time_type written; ///< A model replaced under the same name is another one.
        Enhancer enhancer;
    };
    Result<void> load(const std::filesystem::path& model);

    std::shared_ptr<SharedDevice> m_device;
    int m_workingSize;
    std::optional<Loaded> m_loaded;
};

} // namespace limpid
