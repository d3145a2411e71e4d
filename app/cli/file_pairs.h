// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"
#include "task/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace limpid {

/// Two files of one stem.
struct FilePair {
    std::string stem;
    std::filesystem::path output;
    std::filesystem::path reference;
};

/// Outputs and what they are compared with.
struct Pairing {
    std::vector<FilePair> pairs;
    std::vector<std::filesystem::path> unpairedOutputs;
    std::vector<std::filesystem::path> unpairedReferences;
};

/// Pairs by stem. Of several files with one stem the first counts; the others stay unpaired.
Pairing pairByStem(const std::vector<std::filesystem::path>& outputs,
                   const std::vector<std::filesystem::path>& references);

/// Lists both folders, pairs what they hold and says what has no counterpart. `counterpart` names a file of the second
/// folder in sentences ("reference", "photograph"). Fails with what listing fails with, or with DataMissing where
/// nothing pairs.
Result<Pairing> pairFolders(const std::string& outputs, const std::string& references, const std::string& counterpart,
                            Console& console);

} // namespace limpid
