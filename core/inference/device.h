// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <string>
#include <string_view>

namespace limpid {

/// A device that has proved that it computes, and how it computes fastest. Free of LibTorch.
struct DeviceChoice {
    std::string name;      ///< "cpu" or "cuda:0", as LibTorch writes it.
    std::string precision; ///< "float32" or "bfloat16".
    std::string words;     ///< For people: "CPU, 2 threads, bfloat16".
};

/// Chooses a device by running a small convolution forward and backward on it, which finds what is_available() hides.
/// `wanted`: "auto" (the first CUDA device that works, else the CPU), "cpu" or "cuda:N"; `precision`: "auto",
/// "float32" or "bfloat16". Fails with DeviceUnavailable, never falls back from a device that was named.
Result<DeviceChoice> chooseDevice(std::string_view wanted, std::string_view precision = "auto");

} // namespace limpid
