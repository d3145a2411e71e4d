// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/phase_kernel.h"

#include <ATen/Parallel.h>
#include <torch/autograd.h>

#include <array>

namespace limpid {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr std::size_t taps = 16;

/// Which of the 16 taps of the 4x4 kernel stands at tap `t` (of 4) of phase `q` (of 4), at index 4 q + t.
constexpr std::array<std::int64_t, taps> tapOrder = [] {
    constexpr std::array<std::int64_t, 4> rows{3, 1, 2, 0}; // phase 0: tap 0, tap 1; phase 1: tap 0, tap 1
    std::array<std::int64_t, taps> order{};
    for (std::size_t phase = 0; phase < 4; ++phase) {
        for (std::size_t tap = 0; tap < 4; ++tap)
            order[4 * phase + tap] = 4 * rows[2 * (phase / 2) + tap / 2] + rows[2 * (phase % 2) + tap % 2];
    }
    return order;
}();

/// Where tap `t` of phase `q`, output `o` and input `i` lies in the phase kernel, as offset(q, t, o) + step * i.
struct PhaseLayout {
    std::int64_t inputs;
    std::int64_t outputs;
    bool channelsLast;

    std::int64_t offset(std::int64_t phase, std::int64_t tap, std::int64_t output) const {
        const auto row = phase * outputs + output;
        return channelsLast ? (row * 4 + tap) * inputs : row * inputs * 4 + tap;
    }
    std::int64_t step() const { return channelsLast ? 1 : 4; }
};

/// Calls `move(index in the 4x4 weight, index in the phase kernel)` for every element, many outputs at a time.
template <typename Move>
void forEachTap(const PhaseLayout& layout, const Move& move) {
    constexpr std::int64_t fewestPerThread = 1 << 15;
    const auto grain = std::max<std::int64_t>(1, fewestPerThread / (static_cast<std::int64_t>(taps) * layout.inputs));
    at::parallel_for(0, layout.outputs, grain, [&](std::int64_t begin, std::int64_t end) {
        for (auto output = begin; output < end; ++output) {
            std::array<std::int64_t, taps> offsets{};
            for (std::size_t k = 0; k < taps; ++k)
                offsets[k] = layout.offset(static_cast<std::int64_t>(k / 4), static_cast<std::int64_t>(k % 4), output);
            for (std::int64_t input = 0; input < layout.inputs; ++input) {
                const auto from = (input * layout.outputs + output) * static_cast<std::int64_t>(taps);
                for (std::size_t k = 0; k < taps; ++k)
                    move(from + tapOrder[k], offsets[k] + layout.step() * input);
            }
        }
    });
}

bool byHand(const torch::Tensor& weight, torch::ScalarType precision) {
    return weight.is_cpu() && weight.scalar_type() == torch::kFloat &&
           (precision == torch::kFloat || precision == torch::kBFloat16);
}

template <typename Number>
void reorder(const torch::Tensor& weight, torch::Tensor& kernel, const PhaseLayout& layout) {
    const auto* from = weight.data_ptr<float>();
    auto* to = kernel.data_ptr<Number>();
    forEachTap(layout,
               [&](std::int64_t source, std::int64_t target) { to[target] = static_cast<Number>(from[source]); });
}

template <typename Number>
void reorderBack(const torch::Tensor& kernel, torch::Tensor& weight, const PhaseLayout& layout) {
    const auto* from = kernel.data_ptr<Number>();
    auto* to = weight.data_ptr<float>();
    forEachTap(layout,
               [&](std::int64_t target, std::int64_t source) { to[target] = static_cast<float>(from[source]); });
}

torch::Tensor rowOrder(const torch::Tensor& like) {
    return torch::tensor({3, 1, 2, 0}, torch::TensorOptions().dtype(torch::kLong).device(like.device()));
}

class PhaseKernel : public torch::autograd::Function<PhaseKernel> {
public:
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& weight, torch::ScalarType precision,
                                 torch::MemoryFormat format) {
        const PhaseLayout layout{weight.size(0), weight.size(1), format == torch::MemoryFormat::ChannelsLast};
        context->saved_data["precision"] = static_cast<std::int64_t>(weight.scalar_type());
        context->saved_data["channelsLast"] = layout.channelsLast;
        if (!byHand(weight, precision)) {
            const auto order = rowOrder(weight);
            return weight.index_select(2, order)
                .index_select(3, order)
                .view({layout.inputs, layout.outputs, 2, 2, 2, 2})
                .permute({2, 4, 1, 0, 3, 5})
                .reshape({4 * layout.outputs, layout.inputs, 2, 2})
                .to(precision)
                .contiguous(format);
        }
        auto kernel =
            torch::empty({4 * layout.outputs, layout.inputs, 2, 2}, weight.options().dtype(precision), format);
        const auto dense = weight.contiguous();
        if (precision == torch::kFloat)
            reorder<float>(dense, kernel, layout);
        else
            reorder<c10::BFloat16>(dense, kernel, layout);
        return kernel;
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        const auto precision = static_cast<torch::ScalarType>(context->saved_data["precision"].toInt());
        const bool channelsLast = context->saved_data["channelsLast"].toBool();
        const PhaseLayout layout{gradients[0].size(1), gradients[0].size(0) / 4, channelsLast};
        const auto kernel =
            gradients[0].contiguous(channelsLast ? torch::MemoryFormat::ChannelsLast : torch::MemoryFormat::Contiguous);
        auto weight = torch::empty({layout.inputs, layout.outputs, 4, 4}, kernel.options().dtype(precision),
                                   torch::MemoryFormat::Contiguous);
        if (!byHand(weight, kernel.scalar_type())) {
            const auto order = rowOrder(kernel); // its own inverse
            weight = kernel.contiguous()
                         .view({2, 2, layout.outputs, layout.inputs, 2, 2})
                         .permute({3, 2, 0, 4, 1, 5})
                         .reshape({layout.inputs, layout.outputs, 4, 4})
                         .index_select(2, order)
                         .index_select(3, order)
                         .to(precision);
        } else if (kernel.scalar_type() == torch::kFloat) {
            reorderBack<float>(kernel, weight, layout);
        } else {
            reorderBack<c10::BFloat16>(kernel, weight, layout);
        }
        return {weight, {}, {}};
    }
};

/// The places of phase `index` (0..3) in the interleaved image.
torch::Tensor placesOf(const torch::Tensor& image, std::int64_t index) {
    return image.slice(2, index / 2, c10::nullopt, 2).slice(3, index % 2, c10::nullopt, 2);
}

/// Phase `index` inside of the convolution's result, which has one more row and column than the phase.
torch::Tensor phaseOf(const torch::Tensor& phases, std::int64_t index) {
    const auto channels = phases.size(1) / 4;
    return phases.narrow(1, index * channels, channels)
        .narrow(2, index / 2, phases.size(2) - 1)
        .narrow(3, index % 2, phases.size(3) - 1);
}

class InterleavePhases : public torch::autograd::Function<InterleavePhases> {
public:
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& phases, torch::MemoryFormat format) {
        context->saved_data["channelsLast"] = format == torch::MemoryFormat::ChannelsLast;
        auto image =
            torch::empty({phases.size(0), phases.size(1) / 4, 2 * (phases.size(2) - 1), 2 * (phases.size(3) - 1)},
                         phases.options(), format);
        for (std::int64_t index = 0; index < 4; ++index)
            placesOf(image, index).copy_(phaseOf(phases, index));
        return image;
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        const auto& image = gradients[0];
        const auto format = context->saved_data["channelsLast"].toBool() ? torch::MemoryFormat::ChannelsLast
                                                                         : torch::MemoryFormat::Contiguous;
        // What lies outside of a phase had no part in the image.
        auto phases = torch::empty({image.size(0), 4 * image.size(1), image.size(2) / 2 + 1, image.size(3) / 2 + 1},
                                   image.options(), format)
                          .zero_();
        for (std::int64_t index = 0; index < 4; ++index)
            phaseOf(phases, index).copy_(placesOf(image, index));
        return {phases, {}};
    }
};

} // namespace

torch::Tensor phaseKernel(const torch::Tensor& weight, torch::ScalarType precision, torch::MemoryFormat format) {
    return PhaseKernel::apply(weight, precision, format);
}

torch::Tensor interleavePhases(const torch::Tensor& phases, torch::MemoryFormat format) {
    return InterleavePhases::apply(phases, format);
}

} // namespace limpid
