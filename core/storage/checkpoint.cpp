// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/checkpoint.h"

#include "storage/sha256.h"

#include <nlohmann/json.hpp>
#include <torch/nn/module.h>

#include <unordered_map>
#include <utility>

namespace limpid {

namespace {

constexpr auto formatKey = "format";
constexpr auto formatName = "limpid-checkpoint-1";

/// Where each field of CheckpointInfo stands in the metadata.
constexpr std::pair<const char*, std::string CheckpointInfo::*> fields[] = {
    {"architecture", &CheckpointInfo::architecture},
    {"configuration", &CheckpointInfo::configurationJson},
    {"modality", &CheckpointInfo::modality},
    {"normalisation", &CheckpointInfo::normalisation},
    {"card", &CheckpointInfo::cardJson},
    {"parent_sha256", &CheckpointInfo::parentSha256},
};

bool emptyOrJsonObject(const std::string& text) {
    return text.empty() || nlohmann::json::parse(text, nullptr, false).is_object();
}

/// Why this information cannot stand in a checkpoint, or an empty text.
std::string infoProblem(const CheckpointInfo& info) {
    if (info.architecture.empty())
        return "it does not name its architecture";
    if (!emptyOrJsonObject(info.configurationJson))
        return "its configuration is not a JSON object";
    if (!emptyOrJsonObject(info.cardJson))
        return "its card is not a JSON object";
    return {};
}

std::string shapeText(const at::Tensor& tensor) {
    if (tensor.dim() == 0)
        return "a single number";
    std::string text;
    for (const auto size : tensor.sizes())
        text.append(text.empty() ? "" : "x").append(std::to_string(size));
    return text;
}

/// "2 missing (a, b)": the count and the first few names of one kind of difference.
class Difference {
public:
    explicit Difference(std::string kind)
        : m_kind(std::move(kind)) {}

    void add(const std::string& item) {
        constexpr int shown = 3;
        if (m_count < shown)
            m_items.append(m_items.empty() ? "" : ", ").append(item);
        else if (m_count == shown)
            m_items += ", ...";
        ++m_count;
    }

    void appendTo(std::string& text) const {
        if (m_count > 0)
            text.append(text.empty() ? "" : ", ").append(std::to_string(m_count) + " " + m_kind + " (" + m_items + ")");
    }

private:
    std::string m_kind;
    std::string m_items;
    int m_count = 0;
};

/// What keeps `found` from being copied into `wanted`, or an empty text.
std::string differenceBetween(const NamedTensors& wanted,
                              const std::unordered_map<std::string, const at::Tensor*>& found,
                              const NamedTensors& foundInOrder) {
    Difference missing("missing");
    Difference unexpected("unexpected");
    Difference reshaped("of another shape");
    Difference retyped("of another type");
    std::unordered_map<std::string, bool> taken;
    for (const auto& [name, tensor] : wanted) {
        taken[name] = true;
        const auto candidate = found.find(name);
        if (candidate == found.end())
            missing.add(name);
        else if (candidate->second->sizes() != tensor.sizes())
            reshaped.add(name + ": " + shapeText(*candidate->second) + " instead of " + shapeText(tensor));
        else if (candidate->second->scalar_type() != tensor.scalar_type())
            retyped.add(name + ": " + c10::toString(candidate->second->scalar_type()) + " instead of " +
                        c10::toString(tensor.scalar_type()));
    }
    for (const auto& [name, tensor] : foundInOrder) {
        // The first of a name uses it up, so that a second one counts as unexpected.
        auto place = taken.find(name);
        if (place == taken.end() || !std::exchange(place->second, false))
            unexpected.add(name);
    }
    std::string text;
    for (const auto* difference : {&missing, &unexpected, &reshaped, &retyped})
        difference->appendTo(text);
    return text;
}

/// A model that is not there is another sentence than a file that is not there.
Error asModelError(Error error) {
    if (error.code == ErrorCode::FileNotFound)
        error.code = ErrorCode::ModelNotFound;
    return error;
}

Result<CheckpointInfo> infoOf(std::map<std::string, std::string> metadata, const std::filesystem::path& path) {
    if (metadata[formatKey] != formatName)
        return fail(ErrorCode::ModelCorrupt, {path.string(), "it is no Limpid checkpoint of a known version"});
    CheckpointInfo info;
    for (const auto& [key, field] : fields)
        info.*field = std::move(metadata[key]);
    if (auto problem = infoProblem(info); !problem.empty())
        return fail(ErrorCode::ModelCorrupt, {path.string(), problem});
    return info;
}

} // namespace

Result<void> saveCheckpoint(const std::filesystem::path& path, const CheckpointInfo& info,
                            const NamedTensors& tensors) {
    if (auto problem = infoProblem(info); !problem.empty())
        return fail(ErrorCode::InvalidArgument, {path.string(), problem});
    std::map<std::string, std::string> metadata{{formatKey, formatName}};
    for (const auto& [key, field] : fields)
        metadata[key] = info.*field;
    return writeSafetensors(path, tensors, metadata);
}

Result<CheckpointInfo> loadCheckpointInfo(const std::filesystem::path& path) {
    auto header = readSafetensorsHeader(path);
    if (!header)
        return fail(asModelError(std::move(header.error())));
    return infoOf(std::move(header->metadata), path);
}

Result<Checkpoint> loadCheckpoint(const std::filesystem::path& path) {
    auto file = readSafetensors(path);
    if (!file)
        return fail(asModelError(std::move(file.error())));
    auto info = infoOf(std::move(file->metadata), path);
    if (!info)
        return fail(std::move(info.error()));
    Checkpoint checkpoint;
    checkpoint.info = std::move(*info);
    auto sum = sha256OfFile(path);
    if (!sum)
        return fail(std::move(sum.error()));
    checkpoint.sha256 = std::move(*sum);
    checkpoint.tensors = std::move(file->tensors);
    checkpoint.path = path;
    return checkpoint;
}

NamedTensors tensorsOf(const torch::nn::Module& module) {
    NamedTensors tensors;
    for (const auto& item : module.named_parameters())
        tensors.emplace_back(item.key(), item.value().detach());
    for (const auto& item : module.named_buffers())
        tensors.emplace_back(item.key(), item.value().detach());
    return tensors;
}

Result<void> loadInto(torch::nn::Module& module, const NamedTensors& tensors, const std::filesystem::path& path) {
    try {
        const auto targets = tensorsOf(module);
        std::unordered_map<std::string, const at::Tensor*> found;
        for (const auto& [name, tensor] : tensors)
            found.emplace(name, &tensor);
        if (auto difference = differenceBetween(targets, found, tensors); !difference.empty())
            return fail(ErrorCode::ModelMismatch, {path.string(), difference});
        const torch::NoGradGuard noGrad;
        for (const auto& [name, target] : targets)
            target.copy_(*found.at(name));
        return {};
    } catch (const c10::Error& error) {
        return fail(ErrorCode::Internal, {"loading " + path.string()}, error.what_without_backtrace());
    }
}

NamedTensors withPrefix(std::string_view prefix, const NamedTensors& tensors) {
    NamedTensors named;
    named.reserve(tensors.size());
    for (const auto& [name, tensor] : tensors)
        named.emplace_back(std::string(prefix) + name, tensor);
    return named;
}

NamedTensors stripPrefix(std::string_view prefix, const NamedTensors& tensors) {
    NamedTensors stripped;
    for (const auto& [name, tensor] : tensors) {
        if (name.starts_with(prefix))
            stripped.emplace_back(name.substr(prefix.size()), tensor);
    }
    return stripped;
}

} // namespace limpid
