// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/compute_format.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <string>

namespace limpid {

namespace {

/// Shortest of a few rounds, in seconds: the shortest is the one that no other program disturbed.
double convolutionSeconds(const torch::Device& device, torch::Dtype dtype) {
    constexpr int64_t channels = 32;
    constexpr int64_t side = 64;
    constexpr int rounds = 4;
    const auto options = torch::TensorOptions().dtype(dtype).device(device);
    const auto x = torch::full({2, channels, side, side}, 0.5, options)
                       .contiguous(at::MemoryFormat::ChannelsLast)
                       .requires_grad_(true);
    const auto weight = torch::full({channels, channels, 3, 3}, 0.01, options).requires_grad_(true);
    double shortest = std::numeric_limits<double>::infinity();
    for (int round = 0; round < rounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        const auto sum = torch::conv2d(x, weight, {}, /*stride=*/1, /*padding=*/1).sum();
        const auto gradients = torch::autograd::grad({sum}, {x, weight});
        // Reading one value waits for the device.
        static_cast<void>(gradients[1].flatten()[0].to(torch::kFloat).item<float>());
        const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
        shortest = std::min(shortest, elapsed.count());
    }
    return shortest;
}

} // namespace

torch::Tensor ComputeFormat::apply(const torch::Tensor& x) const {
    const auto order = channelsLast ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous;
    return x.to(dtype).contiguous(order);
}

std::string_view ComputeFormat::name() const {
    return dtype == torch::kBFloat16 ? "bfloat16" : "float32";
}

ComputeFormat fastestFormat(const torch::Device& device) {
    constexpr double worthIt = 1.5;
    const double single = convolutionSeconds(device, torch::kFloat);
    const double half = convolutionSeconds(device, torch::kBFloat16);
    ComputeFormat format;
    format.dtype = single > worthIt * half ? torch::kBFloat16 : torch::kFloat;
    return format;
}

Result<ComputeFormat> formatByName(std::string_view name, const torch::Device& device) {
    if (name == "auto")
        return fastestFormat(device);
    if (name == "float32")
        return ComputeFormat{torch::kFloat, true};
    if (name == "bfloat16")
        return ComputeFormat{torch::kBFloat16, true};
    return fail(ErrorCode::InvalidArgument,
                {"The precision " + std::string(name), "there are 'auto', 'float32' and 'bfloat16'"});
}

} // namespace limpid
