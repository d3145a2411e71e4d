// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/device.h"

#include <mutex>
#include <optional>
#include <string>

namespace limpid {

/// The one device of the program, probed when it is first asked for. Thread-safe.
class SharedDevice {
public:
    /// `wanted` as for chooseDevice.
    explicit SharedDevice(std::string wanted);
    Result<DeviceChoice> choice();

private:
    std::string m_wanted;
    std::mutex m_mutex;
    std::optional<Result<DeviceChoice>> m_choice;
};

} // namespace limpid
