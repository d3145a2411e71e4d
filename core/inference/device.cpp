// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/device.h"

#include "nn/compute_format.h"

#include <torch/types.h>

#include <algorithm>
#include <cctype>

namespace limpid {

namespace {

std::string threadWords(int count) {
    return count == 1 ? "one thread" : std::to_string(count) + " threads";
}

std::string wordsFor(const torch::Device& device, std::string_view precision) {
    if (device.is_cpu())
        return "CPU, " + threadWords(at::get_num_threads()) + ", " + std::string(precision);
    return "GPU " + std::to_string(device.index()) + " (CUDA), " + std::string(precision);
}

/// Runs the probe of formatByName on the device; LibTorch's refusal becomes the reason.
Result<DeviceChoice> tryDevice(const std::string& name, std::string_view precision) {
    try {
        const torch::Device device(name);
        // The timed convolution is the proof that the device computes, whatever precision was asked for.
        const auto fastest = fastestFormat(device);
        auto format = precision == "auto" ? Result<ComputeFormat>(fastest) : formatByName(precision, device);
        if (!format)
            return fail(std::move(format.error()));
        return DeviceChoice{name, std::string(format->name()), wordsFor(device, format->name())};
    } catch (const c10::Error& error) {
        return fail(ErrorCode::DeviceUnavailable, {name, "it failed a small computation"},
                    error.what_without_backtrace());
    }
}

bool isCudaName(std::string_view name) {
    constexpr std::string_view prefix = "cuda:";
    return name.substr(0, prefix.size()) == prefix && name.size() > prefix.size() &&
           std::all_of(name.begin() + prefix.size(), name.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

} // namespace

Result<DeviceChoice> chooseDevice(std::string_view wanted, std::string_view precision) {
    if (wanted == "cpu")
        return tryDevice("cpu", precision);
    if (isCudaName(wanted)) {
#ifdef LIMPID_WITH_CUDA
        return tryDevice(std::string(wanted), precision);
#else
        return fail(ErrorCode::DeviceUnavailable, {std::string(wanted), "this build of LibTorch has no CUDA"});
#endif
    }
    if (wanted != "auto")
        return fail(ErrorCode::InvalidArgument,
                    {"The device " + std::string(wanted), "there are 'auto', 'cpu' and 'cuda:0' and so on"});
#ifdef LIMPID_WITH_CUDA
    if (auto gpu = tryDevice("cuda:0", precision); gpu)
        return gpu;
#endif
    return tryDevice("cpu", precision);
}

} // namespace limpid
