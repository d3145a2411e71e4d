// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inputs.h"

#include "console.h"
#include "imaging/image_folder.h"
#include "task/atomic_file.h"

#include <system_error>
#include <utility>

namespace limpid {

namespace fs = std::filesystem;

namespace {

fs::path canonicalOr(const fs::path& path) {
    std::error_code error;
    auto canonical = fs::weakly_canonical(path, error);
    return error ? path : canonical;
}

Result<std::vector<fs::path>> expandOne(const fs::path& input) {
    std::error_code error;
    const auto status = fs::status(input, error);
    if (status.type() == fs::file_type::not_found)
        return fail(ErrorCode::FileNotFound, {input.string()});
    if (error)
        return fail(ErrorCode::PermissionDenied, {input.string()}, error.message());
    if (fs::is_directory(status))
        return listImages(input);
    return std::vector<fs::path>{input};
}

} // namespace

std::vector<fs::path> expandInputs(const std::vector<std::string>& inputs, Console& console) {
    std::vector<fs::path> files;
    std::set<fs::path> seen;
    for (const auto& input : inputs) {
        auto expanded = expandOne(input);
        if (!expanded) {
            console.fail(input, expanded.error());
            continue;
        }
        for (auto& file : *expanded) {
            if (seen.insert(canonicalOr(file)).second)
                files.push_back(std::move(file));
        }
    }
    return files;
}

OutputFolder::OutputFolder(fs::path folder, bool force)
    : m_folder(std::move(folder))
    , m_force(force) {}

Result<OutputFolder> OutputFolder::open(const fs::path& folder, const std::vector<fs::path>& inputs, bool force) {
    std::set<fs::path> inputFolders;
    for (const auto& input : inputs)
        inputFolders.insert(canonicalOr(input).parent_path());
    for (const auto& inputFolder : inputFolders) {
        if (auto distinct = requireDistinctFolders(inputFolder, folder); !distinct)
            return fail(std::move(distinct.error()));
    }
    std::error_code error;
    if (fs::exists(folder, error) && !fs::is_directory(folder, error))
        return fail(ErrorCode::NotAFolder, {folder.string()});
    fs::create_directories(folder, error);
    if (error)
        return fail(ErrorCode::WriteFailed, {folder.string()}, error.message());
    removeLeftovers(folder); // what an earlier run was writing when it was killed
    return OutputFolder(folder, force);
}

Result<fs::path> OutputFolder::claim(const fs::path& input, const std::string& extension) {
    const auto stem = input.stem().string();
    auto path = m_folder / (stem + extension);
    for (int number = 2; m_claimed.contains(path); ++number)
        path = m_folder / (stem + "_" + std::to_string(number) + extension);
    m_claimed.insert(path);
    std::error_code error;
    if (!m_force && fs::exists(fs::symlink_status(path, error)))
        return fail(ErrorCode::OutputExists, {path.string()});
    return path;
}

} // namespace limpid
