// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/device.h"
#include "task/result.h"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace limpid {

/// The options by which commands name a model and a device, and what they stand for.
struct ModelChoice {
    std::string model = "fundus";
    std::string clinic;
    std::string device = "auto";
    std::string precision = "auto";
    int workingSize = 256;

    /// Declares --model, --device, --precision and --working-size; --clinic too where `withClinic`.
    void add(CLI::App& parser, bool withClinic);
    /// The model's file: the clinic's where one was named, else the named or shipped one.
    Result<std::filesystem::path> modelFile() const;
    Result<DeviceChoice> chosenDevice() const;
};

} // namespace limpid
