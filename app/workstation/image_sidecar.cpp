// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "image_sidecar.h"

#include "task/atomic_file.h"
#include "task/utc_time.h"

#include <nlohmann/json.hpp>

#include <span>

namespace limpid {

namespace {

using Json = nlohmann::ordered_json;

Json parametersOf(const ImageProvenance& provenance) {
    Json parameters = Json::object();
    for (const auto& [name, value] : provenance.parameters)
        std::visit([&parameters, &key = name](const auto& content) { parameters[key] = content; }, value);
    return parameters;
}

Json recordOf(const WrittenImage& image, const std::filesystem::path& original, const ImageProvenance& provenance) {
    Json output{{"file", image.path.filename().string()},
                {"format", image.format},
                {"width", image.width},
                {"height", image.height},
                {"bits_per_channel", image.bitsPerChannel}};
    if (image.jpegQuality > 0)
        output["jpeg_quality"] = image.jpegQuality;
    return {{"kind", "limpid-export"},
            {"version", 1},
            {"program", {{"name", "Limpid"}, {"version", LIMPID_VERSION}}},
            {"written", utcNow()},
            {"input", {{"file", original.filename().string()}, {"sha256", provenance.inputSha256}}},
            {"output", std::move(output)},
            {"model", {{"name", provenance.modelName}, {"sha256", provenance.modelSha256}}},
            {"device", provenance.device},
            {"parameters", parametersOf(provenance)},
            {"notes", provenance.notes},
            {"use", "Research use only; not a medical device."}};
}

} // namespace

std::string parametersJson(const ImageProvenance& provenance) {
    return parametersOf(provenance).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::filesystem::path sidecarPath(const std::filesystem::path& image) {
    auto path = image;
    path += ".json";
    return path;
}

Result<void> writeSidecar(const WrittenImage& image, const std::filesystem::path& original,
                          const ImageProvenance& provenance, bool overwrite) {
    // File names are bytes and need not be UTF-8, which JSON is.
    auto text = recordOf(image, original, provenance).dump(2, ' ', false, Json::error_handler_t::replace);
    text += '\n';
    return writeFileAtomically(sidecarPath(image.path), std::as_bytes(std::span(text)), overwrite);
}

} // namespace limpid
