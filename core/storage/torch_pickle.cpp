// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/torch_pickle.h"

#include "storage/file_opening.h"
#include "storage/state_dict_pickle.h"

#include <caffe2/serialize/inline_container.h>

#include <algorithm>
#include <array>
#include <exception>
#include <istream>
#include <new>
#include <string_view>

namespace limpid {

namespace {

using caffe2::serialize::PyTorchStreamReader;

/// The records of an archive. `torch.save` stores them uncompressed, so they are read straight from the file, between
/// bounds: the archive's own claims about their sizes never become memory.
class ArchiveRecords {
public:
    ArchiveRecords(const std::filesystem::path& path, OpenedFile& file)
        : m_archive(path.string())
        , m_file(file) {}

    bool has(const std::string& name) { return m_archive.hasRecord(name); }

    /// Bytes from the start of a record to the end of the file: the most that the record can hold.
    std::uint64_t room(const std::string& name) {
        const std::uint64_t offset = m_archive.getRecordOffset(name);
        return offset < m_file.bytes ? m_file.bytes - offset : 0;
    }

    bool read(const std::string& name, char* bytes, std::uint64_t count) {
        m_file.stream.clear();
        m_file.stream.seekg(static_cast<std::streamoff>(m_archive.getRecordOffset(name)));
        return static_cast<bool>(m_file.stream.read(bytes, static_cast<std::streamsize>(count)));
    }

private:
    PyTorchStreamReader m_archive;
    OpenedFile& m_file;
};

/// Reads state dicts of one file; `path` is for the messages.
class StateDictImport {
public:
    StateDictImport(const std::filesystem::path& path, OpenedFile& file)
        : m_path(path)
        , m_file(file)
        , m_records(path, file) {}

    Result<NamedTensors> run() {
        if (m_records.has("constants.pkl"))
            return unknown("a TorchScript program; save its state_dict() with torch.save instead");
        if (!m_records.has("data.pkl"))
            return corrupt("it is a zip archive, but not one of torch.save");
        if (auto order = checkByteOrder(); !order)
            return fail(std::move(order.error()));
        auto dict = readPickle();
        if (!dict)
            return fail(std::move(dict.error()));
        auto storages = readStorages(dict->storages);
        if (!storages)
            return fail(std::move(storages.error()));
        NamedTensors tensors;
        for (const auto& view : dict->tensors)
            tensors.emplace_back(view.name, (*storages)[view.storage].as_strided(
                                                view.sizes, view.strides, static_cast<std::int64_t>(view.offset)));
        return tensors;
    }

private:
    tl::unexpected<Error> corrupt(const std::string& reason) const {
        return fail(ErrorCode::ModelCorrupt, {m_path.string(), reason});
    }
    tl::unexpected<Error> unknown(const std::string& kind) const {
        return fail(ErrorCode::UnknownArchitecture, {m_path.string(), kind});
    }

    /// PyTorch 2 says in a record of its own which way round numbers stand.
    Result<void> checkByteOrder() {
        constexpr std::string_view little = "little";
        if (!m_records.has("byteorder"))
            return {};
        std::array<char, little.size()> order{};
        if (m_records.room("byteorder") < order.size() || !m_records.read("byteorder", order.data(), order.size()))
            return corrupt("it breaks off");
        if (std::string_view(order.data(), order.size()) != little)
            return unknown("a state dict of a big-endian machine");
        return {};
    }

    Result<PickledStateDict> readPickle() {
        constexpr std::uint64_t largestPickle = std::uint64_t{8} << 20U;
        std::string pickle(std::min(m_records.room("data.pkl"), largestPickle), '\0');
        if (!m_records.read("data.pkl", pickle.data(), pickle.size()))
            return fail(ErrorCode::ReadFailed, {m_path.string()});
        auto dict = readPickledStateDict(pickle);
        if (!dict)
            return dict.error().damaged ? corrupt(dict.error().reason)
                                        : unknown("a file of torch.save, but " + dict.error().reason);
        return std::move(*dict);
    }

    Result<std::vector<at::Tensor>> readStorages(const std::vector<PickledStorage>& storages) {
        std::uint64_t left = m_file.bytes;
        std::vector<std::uint64_t> sizes;
        for (const auto& storage : storages) {
            const auto record = "data/" + storage.key;
            const auto itemBytes = c10::elementSize(storage.dtype);
            if (storage.elements > left / itemBytes)
                return corrupt("it claims more data than it has");
            sizes.push_back(storage.elements * itemBytes);
            left -= sizes.back();
            if (!m_records.has(record) || m_records.room(record) < sizes.back())
                return corrupt("the data of a tensor is missing");
        }
        std::vector<at::Tensor> tensors;
        for (std::size_t i = 0; i < storages.size(); ++i) {
            auto tensor = at::empty({static_cast<std::int64_t>(storages[i].elements)},
                                    at::TensorOptions().dtype(storages[i].dtype));
            auto* const bytes = static_cast<char*>(tensor.data_ptr());
            if (sizes[i] > 0 && !m_records.read("data/" + storages[i].key, bytes, sizes[i]))
                return fail(ErrorCode::ReadFailed, {m_path.string()});
            if (storages[i].dtype == at::kBool &&
                std::any_of(bytes, bytes + sizes[i], [](char byte) { return byte != 0 && byte != 1; }))
                return corrupt("it holds booleans other than 0 and 1");
            tensors.push_back(std::move(tensor));
        }
        return tensors;
    }

    const std::filesystem::path& m_path;
    OpenedFile& m_file;
    ArchiveRecords m_records;
};

/// What a file that is no zip archive seems to be.
Error notAnArchive(const std::filesystem::path& path, std::string_view start) {
    // Before 1.6, torch.save wrote bare pickles, of protocol 2 by default.
    if (start.starts_with('\x80'))
        return {ErrorCode::UnknownArchitecture,
                {path.string(), "a file of torch.save from before PyTorch 1.6; load and save it with a newer one"},
                {}};
    return {ErrorCode::ModelCorrupt, {path.string(), "it is no file of torch.save"}, {}};
}

} // namespace

Result<NamedTensors> readTorchStateDict(const std::filesystem::path& path) {
    auto file = openForReading(path);
    if (!file) {
        auto error = std::move(file.error());
        if (error.code == ErrorCode::FileNotFound)
            error.code = ErrorCode::ModelNotFound;
        return fail(std::move(error));
    }
    if (file->bytes == 0)
        return fail(ErrorCode::FileEmpty, {path.string()});
    std::array<char, 4> start{};
    file->stream.read(start.data(), start.size());
    if (std::string_view(start.data(), start.size()) != "PK\3\4")
        return fail(notAnArchive(path, {start.data(), start.size()}));
    try {
        return StateDictImport(path, *file).run();
    } catch (const c10::Error& error) {
        return fail(ErrorCode::ModelCorrupt, {path.string(), "its archive cannot be read"},
                    error.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, {"reading " + path.string()});
    } catch (const std::exception& error) {
        // LibTorch's reader parses the archive's version with std::stoull, which throws exceptions of its own.
        return fail(ErrorCode::ModelCorrupt, {path.string(), "its archive cannot be read"}, error.what());
    }
}

} // namespace limpid
