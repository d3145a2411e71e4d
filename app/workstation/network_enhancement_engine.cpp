// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "network_enhancement_engine.h"

#include "imaging/working_frame.h"

#include <system_error>
#include <utility>

namespace limpid {

NetworkEnhancementEngine::NetworkEnhancementEngine(std::shared_ptr<SharedDevice> device, int workingSize)
    : m_device(std::move(device))
    , m_workingSize(workingSize) {}

Result<std::string> NetworkEnhancementEngine::deviceWords() {
    auto device = m_device->choice();
    if (!device)
        return fail(std::move(device.error()));
    return device->words;
}

Result<EnhancedImage> NetworkEnhancementEngine::enhance(const Image& image, const std::filesystem::path& model,
                                                        std::stop_token stop) {
    if (auto loaded = load(model); !loaded)
        return fail(std::move(loaded.error()));
    auto enhancement = m_loaded->enhancer.enhance(image, std::move(stop));
    if (!enhancement)
        return fail(std::move(enhancement.error()));
    EnhancedImage enhanced{std::move(enhancement->image),
                           std::move(enhancement->fieldOfView.warning),
                           layOnImage(enhancement->structure, enhancement->fieldOfView),
                           {{"working_size", std::int64_t{m_loaded->enhancer.workingSize()}},
                            {"modality", m_loaded->enhancer.modality()}}};
    if (enhancement->verdict)
        enhanced.parameters.emplace("guard", std::string(guardChoiceName(enhancement->verdict->choice)));
    enhanced.verdict = enhancement->verdict;
    return enhanced;
}

Result<void> NetworkEnhancementEngine::load(const std::filesystem::path& model) {
    std::error_code unknown;
    const auto written = std::filesystem::last_write_time(model, unknown);
    if (m_loaded && m_loaded->model == model && m_loaded->written == written)
        return {};
    auto device = m_device->choice();
    if (!device)
        return fail(std::move(device.error()));
    m_loaded.reset(); // two networks in memory at once serve nobody
    EnhancerOptions options;
    options.workingSize = m_workingSize;
    options.guard = findGuardModels(model, ModelLibrary(ModelLibrary::shippedFolder()));
    auto enhancer = Enhancer::load(model, *device, options);
    if (!enhancer)
        return fail(std::move(enhancer.error()));
    m_loaded.emplace(Loaded{model, written, std::move(*enhancer)});
    return {};
}

} // namespace limpid
