// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/safetensors.h"

#include "storage/file_opening.h"
#include "task/atomic_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <fstream>
#include <new>
#include <numeric>
#include <unordered_set>

namespace limpid {

// The format is little-endian; so is every machine that LibTorch is built for.
static_assert(std::endian::native == std::endian::little);

namespace {

Result<at::Tensor> readTensor(std::istream& stream, const SafetensorsHeader& header, const SafetensorsEntry& entry,
                              const std::filesystem::path& path) {
    auto tensor = at::empty(entry.shape, at::TensorOptions().dtype(entry.dtype));
    auto* const bytes = static_cast<char*>(tensor.data_ptr());
    const auto count = static_cast<std::streamsize>(entry.end - entry.begin);
    if (count == 0)
        return tensor;
    stream.seekg(static_cast<std::streamoff>(header.dataOffset + entry.begin));
    if (!stream.read(bytes, count))
        return fail(ErrorCode::ReadFailed, {path.string()});
    // A bool that is neither 0 nor 1 is undefined behaviour for whoever computes with it.
    if (entry.dtype == at::kBool && std::any_of(bytes, bytes + count, [](char byte) { return byte != 0 && byte != 1; }))
        return fail(ErrorCode::ModelCorrupt, {path.string(), "'" + entry.name + "' holds booleans other than 0 and 1"});
    return tensor;
}

/// Why these tensors cannot be written, or an empty text.
std::string writingProblem(const NamedTensors& tensors) {
    std::unordered_set<std::string> names;
    for (const auto& [name, tensor] : tensors) {
        if (name.empty() || name == "__metadata__" || name.size() > SafetensorsLimits{}.nameBytes)
            return "the tensor name '" + name + "' is empty, reserved or too long";
        if (!names.insert(name).second)
            return "the tensor name '" + name + "' is used twice";
        if (!tensor.defined())
            return "the tensor '" + name + "' is undefined";
        if (tensor.layout() != at::kStrided || !safetensorsTypeName(tensor.scalar_type()))
            return "the tensor '" + name + "' is of a type that safetensors files cannot hold";
        if (static_cast<std::size_t>(tensor.dim()) > SafetensorsLimits{}.dimensions)
            return "the tensor '" + name + "' has too many dimensions";
    }
    return {};
}

/// Positions in `tensors` by falling element size, otherwise in order.
std::vector<std::size_t> dataOrder(const NamedTensors& tensors) {
    std::vector<std::size_t> order(tensors.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return tensors[left].second.element_size() > tensors[right].second.element_size();
    });
    return order;
}

std::string headerText(const NamedTensors& tensors, const std::vector<std::size_t>& order,
                       const std::map<std::string, std::string>& metadata) {
    std::vector<std::array<std::uint64_t, 2>> offsets(tensors.size());
    std::uint64_t position = 0;
    for (const auto index : order) {
        const auto end = position + tensors[index].second.nbytes();
        offsets[index] = {position, end};
        position = end;
    }
    auto json = nlohmann::ordered_json::object();
    if (!metadata.empty())
        json["__metadata__"] = metadata;
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        const auto& [name, tensor] = tensors[i];
        auto entry = nlohmann::ordered_json::object();
        entry["dtype"] = *safetensorsTypeName(tensor.scalar_type());
        entry["shape"] = tensor.sizes().vec();
        entry["data_offsets"] = offsets[i];
        json[name] = std::move(entry);
    }
    auto text = json.dump();
    text.resize((text.size() + 7) / 8 * 8, ' ');
    return text;
}

Result<void> writeTensors(const ByteSink& sink, const std::string& header, const NamedTensors& tensors,
                          const std::vector<std::size_t>& order) {
    const std::uint64_t length = header.size();
    if (auto written = sink(std::as_bytes(std::span(&length, 1))); !written)
        return written;
    if (auto written = sink(std::as_bytes(std::span(header))); !written)
        return written;
    for (const auto index : order) {
        const auto tensor = tensors[index].second.detach().to(at::kCPU).contiguous();
        if (tensor.nbytes() == 0)
            continue;
        const auto* const bytes = static_cast<const std::byte*>(tensor.data_ptr());
        if (auto written = sink(std::span(bytes, tensor.nbytes())); !written)
            return written;
    }
    return {};
}

} // namespace

Result<SafetensorsHeader> readSafetensorsHeader(const std::filesystem::path& path) {
    auto file = openForReading(path);
    if (!file)
        return fail(std::move(file.error()));
    return parseSafetensorsHeader(file->stream, file->bytes, path);
}

Result<SafetensorsFile> readSafetensors(const std::filesystem::path& path) {
    auto file = openForReading(path);
    if (!file)
        return fail(std::move(file.error()));
    auto header = parseSafetensorsHeader(file->stream, file->bytes, path);
    if (!header)
        return fail(std::move(header.error()));
    SafetensorsFile result;
    result.metadata = std::move(header->metadata);
    result.tensors.reserve(header->entries.size());
    try {
        for (const auto& entry : header->entries) {
            auto tensor = readTensor(file->stream, *header, entry, path);
            if (!tensor)
                return fail(std::move(tensor.error()));
            result.tensors.emplace_back(entry.name, std::move(*tensor));
        }
    } catch (const c10::Error& error) {
        // The sizes are sound at this point, so an allocation is all that LibTorch can refuse.
        return fail(ErrorCode::OutOfMemory, {"reading " + path.string()}, error.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, {"reading " + path.string()});
    }
    return result;
}

Result<void> writeSafetensors(const std::filesystem::path& path, const NamedTensors& tensors,
                              const std::map<std::string, std::string>& metadata, bool overwrite) {
    if (auto problem = writingProblem(tensors); !problem.empty())
        return fail(ErrorCode::InvalidArgument, {path.string(), problem});
    try {
        const auto order = dataOrder(tensors);
        const auto header = headerText(tensors, order, metadata);
        return writeFileAtomically(
            path, [&](const ByteSink& sink) { return writeTensors(sink, header, tensors, order); }, overwrite);
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorCode::InvalidArgument, {path.string(), "a name or text in it is not UTF-8"}, error.what());
    } catch (const c10::Error& error) {
        return fail(ErrorCode::Internal, {"writing " + path.string()}, error.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, {"writing " + path.string()});
    }
}

} // namespace limpid
