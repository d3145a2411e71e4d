// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace limpid {

class Console;

/// The image files that IN... means: files as they are named, and of folders the images inside (not below) in natural
/// order. A file named twice counts once. What is not there, or a folder without images, is noted as a failure of its
/// own, and the rest goes on.
std::vector<std::filesystem::path> expandInputs(const std::vector<std::string>& inputs, Console& console);

/// Where a command writes its results: one file per input, called by the input's stem.
class OutputFolder {
public:
    /// Makes the folder where it is missing. OutputIsInput if it is the folder of one of `inputs` (files), through
    /// links too; NotAFolder or WriteFailed where it cannot be one. With `force` existing files may be replaced.
    static Result<OutputFolder> open(const std::filesystem::path& folder,
                                     const std::vector<std::filesystem::path>& inputs, bool force);

    /// The file for `input`: FOLDER/STEM.EXTENSION (`extension` with its dot). Where another input of this run has
    /// taken that name (two folders, each with an OD.jpg), a number is added: OD_2. OutputExists if a file is there and
    /// may not be replaced.
    Result<std::filesystem::path> claim(const std::filesystem::path& input, const std::string& extension);

    const std::filesystem::path& path() const { return m_folder; }
    bool mayReplace() const { return m_force; }

private:
    OutputFolder(std::filesystem::path folder, bool force);

    std::filesystem::path m_folder;
    bool m_force = false;
    std::set<std::filesystem::path> m_claimed;
};

} // namespace limpid
