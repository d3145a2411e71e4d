// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/training_data.h"

#include "storage/safetensors.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace limpid {

namespace {

using Json = nlohmann::json;

constexpr auto formatKey = "format";
constexpr auto formatName = "limpid-training-data-1";

struct Part {
    const char* name;
    at::Tensor TrainingData::*member;
};

constexpr Part parts[] = {
    {"images", &TrainingData::images},
    {"field_of_view", &TrainingData::fieldOfView},
    {"structures", &TrainingData::structures},
    {"has_structure", &TrainingData::hasStructure},
};

bool is(const at::Tensor& tensor, at::ScalarType dtype, at::IntArrayRef sizes) {
    return tensor.defined() && tensor.scalar_type() == dtype && tensor.sizes() == sizes;
}

/// Why the parts do not fit together, or an empty text.
std::string problemOf(const TrainingData& data) {
    if (!data.images.defined() || data.images.dim() != 4)
        return "its images are not a batch";
    const auto count = data.images.size(0);
    const auto side = data.images.size(3);
    if (count < 1 || side < 1)
        return "it holds no image";
    if (!is(data.images, at::kByte, {count, 3, side, side}))
        return "its images are not square RGB images of 8 bit";
    if (!is(data.fieldOfView, at::kByte, {count, 1, side, side}))
        return "its fields of view do not fit its images";
    if (!is(data.structures, at::kByte, {count, 1, side, side}))
        return "its structures do not fit its images";
    if (!is(data.hasStructure, at::kBool, {count}))
        return "its marks of annotated images do not fit its images";
    if (data.fieldOfView.max().item<int>() > 1)
        return "its fields of view hold values other than 0 and 1";
    if (data.names.size() != static_cast<std::size_t>(count) || data.groups.size() != data.names.size())
        return "its list of names does not fit its images";
    if (data.modality.empty())
        return "it does not name its modality";
    return {};
}

std::optional<std::vector<std::string>> textsFrom(const std::string& json) {
    const auto list = Json::parse(json, nullptr, false);
    if (!list.is_array() || !std::all_of(list.begin(), list.end(), [](const Json& item) { return item.is_string(); }))
        return std::nullopt;
    return list.get<std::vector<std::string>>();
}

std::string jsonFrom(const std::vector<std::string>& texts) {
    // File names are bytes; those that are not UTF-8 only lose some letters here.
    return Json(texts).dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

Result<void> saveTrainingData(const std::filesystem::path& path, const TrainingData& data, bool overwrite) {
    if (auto problem = problemOf(data); !problem.empty())
        return fail(ErrorCode::InvalidArgument, {path.string(), problem});
    NamedTensors tensors;
    for (const auto& part : parts)
        tensors.emplace_back(part.name, data.*part.member);
    return writeSafetensors(path, tensors,
                            {{formatKey, formatName},
                             {"names", jsonFrom(data.names)},
                             {"groups", jsonFrom(data.groups)},
                             {"modality", data.modality}},
                            overwrite);
}

Result<TrainingData> loadTrainingData(const std::filesystem::path& path) {
    auto file = readSafetensors(path);
    if (!file)
        return fail(std::move(file.error()));
    const auto corrupt = [&](const std::string& reason) {
        return fail(ErrorCode::ModelCorrupt, {path.string(), reason});
    };
    if (file->metadata[formatKey] != formatName)
        return corrupt("it is no training data of a known version");

    TrainingData data;
    for (const auto& part : parts) {
        const auto found = std::find_if(file->tensors.begin(), file->tensors.end(),
                                        [&](const auto& named) { return named.first == part.name; });
        if (found == file->tensors.end())
            return fail(ErrorCode::DataMissing, {std::string("The part '") + part.name + "'", path.string()});
        data.*part.member = found->second;
    }
    for (const auto& [key, member] : {std::pair("names", &TrainingData::names), {"groups", &TrainingData::groups}}) {
        auto texts = textsFrom(file->metadata[key]);
        if (!texts)
            return fail(ErrorCode::DataMissing, {std::string("The list of ") + key, path.string()});
        data.*member = std::move(*texts);
    }
    data.modality = file->metadata["modality"];
    if (auto problem = problemOf(data); !problem.empty())
        return corrupt(problem);
    return data;
}

} // namespace limpid
