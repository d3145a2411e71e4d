// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace limpid {

/// How an image was made: enough to make it again, and to see later which original and which model it came from.
struct ImageProvenance {
    using Value = std::variant<bool, std::int64_t, double, std::string>;

    std::string inputSha256; ///< Of the original's file, 64 hexadecimal digits.
    std::string modelName;   ///< As the window shows it.
    std::string modelSha256; ///< Of the model's file.
    std::string device;      ///< In words.
    /// What else the result depends on, by name: "working_size", "clinic", ...
    std::map<std::string, Value> parameters;
    /// What a person should know about the result, as English sentences.
    std::vector<std::string> notes;
};

/// What was written.
struct WrittenImage {
    std::filesystem::path path;
    std::string format; ///< "PNG", "TIFF" or "JPEG".
    int width = 0;      ///< Pixels.
    int height = 0;
    int bitsPerChannel = 8;
    int jpegQuality = 0; ///< 1..100, or 0 for another format.
};

/// The parameters as a JSON object.
std::string parametersJson(const ImageProvenance& provenance);

/// Where the record of an exported image stands: beside it, with ".json" after its whole name.
std::filesystem::path sidecarPath(const std::filesystem::path& image);

/// Writes the record of an exported image, whole or not at all. It names the files without their folders, which may
/// hold a patient's name. The time is UTC. Any thread; fails as writeFileAtomically does.
Result<void> writeSidecar(const WrittenImage& image, const std::filesystem::path& original,
                          const ImageProvenance& provenance, bool overwrite);

} // namespace limpid
