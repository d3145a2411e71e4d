// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/group_norm_kernel.h"

#include <ATen/Parallel.h>
#include <torch/autograd.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <vector>

namespace limpid {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// bfloat16 as it lies in memory: the upper half of a float32.
using Half = std::uint16_t;

constexpr double epsilon = 1e-5;
constexpr std::int64_t blockPixels = 1024;
/// Sums are float32 over so many pixels, and float64 beyond.
constexpr std::int64_t runPixels = 128;
constexpr std::int64_t fewestPerThread = 1 << 15;

float widened(Half half) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(half) << 16U);
}

/// What is no number stays none: those that arithmetic makes have nothing in the lower half that could carry over.
Half rounded(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return static_cast<Half>((bits + 0x7fffU + ((bits >> 16U) & 1U)) >> 16U); // to the nearest, ties to even
}

/// A channels-last batch.
struct Batch {
    std::int64_t images;
    std::int64_t pixels;
    std::int64_t channels;

    std::int64_t blocks() const { return (pixels + blockPixels - 1) / blockPixels; }
};

Batch batchOf(const torch::Tensor& x) {
    return {x.size(0), x.size(2) * x.size(3), x.size(1)};
}

/// Calls `visit(block, first pixel of the batch, pixels)` for every block of every image, many at a time.
template <typename Visit>
void forEachBlock(const Batch& batch, const Visit& visit) {
    const auto blocks = batch.blocks();
    const auto grain = std::max<std::int64_t>(1, fewestPerThread / (blockPixels * batch.channels));
    at::parallel_for(0, batch.images * blocks, grain, [&](std::int64_t begin, std::int64_t end) {
        for (auto unit = begin; unit < end; ++unit) {
            const auto within = unit % blocks * blockPixels;
            visit(unit, unit / blocks * batch.pixels + within, std::min(blockPixels, batch.pixels - within));
        }
    });
}

void addRun(const Half* __restrict a, const Half* __restrict b, std::int64_t pixels, std::int64_t channels,
            float* __restrict sum, float* __restrict product) {
    for (std::int64_t pixel = 0; pixel < pixels; ++pixel) {
        for (std::int64_t c = 0; c < channels; ++c) {
            const float left = widened(a[pixel * channels + c]);
            sum[c] += left;
            product[c] += left * widened(b[pixel * channels + c]);
        }
    }
}

/// Sums over every image's pixels, [images][channels] each.
struct Sums {
    std::vector<double> first;   ///< of a
    std::vector<double> product; ///< of a b
};

Sums sumsOf(const Half* a, const Half* b, const Batch& batch) {
    const auto channels = static_cast<std::size_t>(batch.channels);
    const auto blocks = batch.blocks();
    std::vector<double> ofBlocks(static_cast<std::size_t>(batch.images * blocks) * 2 * channels);
    forEachBlock(batch, [&](std::int64_t unit, std::int64_t pixel, std::int64_t count) {
        auto* total = ofBlocks.data() + static_cast<std::size_t>(unit) * 2 * channels;
        std::vector<float> run(2 * channels);
        for (std::int64_t done = 0; done < count; done += runPixels) {
            std::fill(run.begin(), run.end(), 0.0F);
            const auto at = (pixel + done) * batch.channels;
            addRun(a + at, b + at, std::min(runPixels, count - done), batch.channels, run.data(),
                   run.data() + channels);
            for (std::size_t i = 0; i < run.size(); ++i)
                total[i] += static_cast<double>(run[i]);
        }
    });
    Sums sums{std::vector<double>(static_cast<std::size_t>(batch.images) * channels),
              std::vector<double>(static_cast<std::size_t>(batch.images) * channels)};
    for (std::int64_t unit = 0; unit < batch.images * blocks; ++unit) {
        const auto* total = ofBlocks.data() + static_cast<std::size_t>(unit) * 2 * channels;
        const auto image = static_cast<std::size_t>(unit / blocks) * channels;
        for (std::size_t c = 0; c < channels; ++c) {
            sums.first[image + c] += total[c];
            sums.product[image + c] += total[channels + c];
        }
    }
    return sums;
}

/// What a result consists of, per image and channel: ofA a + ofB b + constant.
struct Factors {
    std::vector<float> ofA;
    std::vector<float> ofB;
    std::vector<float> constant;

    explicit Factors(const Batch& batch)
        : ofA(static_cast<std::size_t>(batch.images * batch.channels))
        , ofB(ofA.size())
        , constant(ofA.size()) {}
};

void combineRun(const Half* __restrict a, const Half* __restrict b, Half* __restrict result, std::int64_t pixels,
                std::int64_t channels, const float* __restrict ofA, const float* __restrict ofB,
                const float* __restrict constant) {
    for (std::int64_t pixel = 0; pixel < pixels; ++pixel) {
        for (std::int64_t c = 0; c < channels; ++c) {
            const auto at = pixel * channels + c;
            result[at] = rounded(ofA[c] * widened(a[at]) + ofB[c] * widened(b[at]) + constant[c]);
        }
    }
}

void combine(const Half* a, const Half* b, Half* result, const Batch& batch, const Factors& factors) {
    const auto blocks = batch.blocks();
    forEachBlock(batch, [&](std::int64_t unit, std::int64_t pixel, std::int64_t count) {
        const auto row = unit / blocks * batch.channels;
        const auto at = pixel * batch.channels;
        combineRun(a + at, b + at, result + at, count, batch.channels, factors.ofA.data() + row,
                   factors.ofB.data() + row, factors.constant.data() + row);
    });
}

const Half* halves(const torch::Tensor& x) {
    return static_cast<const Half*>(x.data_ptr());
}

/// Calls `visit(index of image and group, index of image and channel, channel)`.
template <typename Visit>
void forEachChannel(const Batch& batch, std::int64_t groups, const Visit& visit) {
    const auto perGroup = batch.channels / groups;
    for (std::int64_t index = 0; index < batch.images * batch.channels; ++index) {
        const auto channel = index % batch.channels;
        const auto group = index / batch.channels * groups + channel / perGroup;
        visit(static_cast<std::size_t>(group), static_cast<std::size_t>(index), static_cast<std::size_t>(channel));
    }
}

class ChannelsLastGroupNorm : public torch::autograd::Function<ChannelsLastGroupNorm> {
public:
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& x, std::int64_t groups,
                                 const torch::Tensor& scale, const torch::Tensor& shift) {
        const auto batch = batchOf(x);
        const auto sums = sumsOf(halves(x), halves(x), batch);
        const auto size = static_cast<std::size_t>(batch.images * groups);
        std::vector<double> mean(size);
        std::vector<double> inverse(size); // of the standard deviation
        forEachChannel(batch, groups, [&](std::size_t group, std::size_t index, std::size_t) {
            mean[group] += sums.first[index];
            inverse[group] += sums.product[index];
        });
        const auto count = static_cast<double>(batch.pixels * (batch.channels / groups));
        for (std::size_t group = 0; group < size; ++group) {
            mean[group] /= count;
            const double variance = inverse[group] / count - mean[group] * mean[group];
            inverse[group] = 1.0 / std::sqrt(std::max(0.0, variance) + epsilon);
        }
        Factors factors(batch);
        const auto* gain = scale.data_ptr<float>();
        const auto* offset = shift.data_ptr<float>();
        forEachChannel(batch, groups, [&](std::size_t group, std::size_t index, std::size_t channel) {
            const double factor = inverse[group] * static_cast<double>(gain[channel]);
            factors.ofA[index] = static_cast<float>(factor);
            factors.constant[index] = static_cast<float>(static_cast<double>(offset[channel]) - mean[group] * factor);
        });
        auto result = torch::empty_like(x);
        combine(halves(x), halves(x), static_cast<Half*>(result.data_ptr()), batch, factors);
        const auto doubles = torch::TensorOptions().dtype(torch::kDouble);
        context->saved_data["groups"] = groups;
        context->save_for_backward({x, scale, torch::tensor(mean, doubles), torch::tensor(inverse, doubles)});
        return result;
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        const auto saved = context->get_saved_variables();
        const auto& x = saved[0];
        const auto groups = context->saved_data["groups"].toInt();
        const auto batch = batchOf(x);
        const auto gradient = gradients[0].to(x.scalar_type()).contiguous(torch::MemoryFormat::ChannelsLast);
        const auto sums = sumsOf(halves(gradient), halves(x), batch); // of g and of g x
        const auto* gain = saved[1].data_ptr<float>();
        const auto* mean = saved[2].data_ptr<double>();
        const auto* inverse = saved[3].data_ptr<double>();
        const auto size = static_cast<std::size_t>(batch.images * groups);
        std::vector<double> gradientSum(size);
        std::vector<double> productSum(size);
        const auto doubles = torch::TensorOptions().dtype(torch::kDouble);
        auto ofScale = torch::zeros({batch.channels}, doubles);
        auto ofShift = torch::zeros({batch.channels}, doubles);
        auto* scaleSum = ofScale.data_ptr<double>();
        auto* shiftSum = ofShift.data_ptr<double>();
        forEachChannel(batch, groups, [&](std::size_t group, std::size_t index, std::size_t channel) {
            const auto factor = static_cast<double>(gain[channel]);
            gradientSum[group] += factor * sums.first[index];
            productSum[group] += factor * sums.product[index];
            scaleSum[channel] += (sums.product[index] - mean[group] * sums.first[index]) * inverse[group];
            shiftSum[channel] += sums.first[index];
        });
        const auto count = static_cast<double>(batch.pixels * (batch.channels / groups));
        Factors factors(batch);
        forEachChannel(batch, groups, [&](std::size_t group, std::size_t index, std::size_t channel) {
            const double cubed = inverse[group] * inverse[group] * inverse[group];
            const double ofX = (gradientSum[group] * mean[group] - productSum[group]) * cubed / count;
            factors.ofA[index] = static_cast<float>(static_cast<double>(gain[channel]) * inverse[group]);
            factors.ofB[index] = static_cast<float>(ofX);
            factors.constant[index] =
                static_cast<float>(-ofX * mean[group] - gradientSum[group] * inverse[group] / count);
        });
        auto ofInput = torch::empty_like(x);
        combine(halves(gradient), halves(x), static_cast<Half*>(ofInput.data_ptr()), batch, factors);
        return {ofInput, {}, ofScale.to(torch::kFloat), ofShift.to(torch::kFloat)};
    }
};

bool byHand(const torch::Tensor& x) {
    return x.is_cpu() && x.scalar_type() == torch::kBFloat16 && x.dim() == 4 && x.numel() > 0 &&
           x.is_contiguous(torch::MemoryFormat::ChannelsLast);
}

} // namespace

torch::Tensor groupNorm(const torch::Tensor& x, std::int64_t groups, const torch::Tensor& scale,
                        const torch::Tensor& shift) {
    if (byHand(x))
        return ChannelsLastGroupNorm::apply(x, groups, scale.contiguous(), shift.contiguous());
    return torch::group_norm(x, groups, scale.to(x.scalar_type()), shift.to(x.scalar_type()));
}

} // namespace limpid
