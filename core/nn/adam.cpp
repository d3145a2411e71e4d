// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/adam.h"

#include <ATen/Functions.h>
#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>

#include <cmath>
#include <utility>

namespace limpid {

namespace {

constexpr double epsilon = 1e-8;
constexpr std::int64_t fewestPerThread = 1 << 15;

/// The constants of one step of one parameter: p -= rate * mean / (sqrt(square) * squareScale + epsilon).
struct StepConstants {
    double meanDecay;
    double squareDecay;
    double rate;
    double squareScale;
};

void stepInOnePass(float* __restrict parameter, const float* __restrict gradient, float* __restrict mean,
                   float* __restrict square, std::int64_t count, const StepConstants& constants) {
    const auto keptMean = static_cast<float>(constants.meanDecay);
    const auto newMean = static_cast<float>(1.0 - constants.meanDecay);
    const auto keptSquare = static_cast<float>(constants.squareDecay);
    const auto newSquare = static_cast<float>(1.0 - constants.squareDecay);
    const auto rate = static_cast<float>(constants.rate);
    const auto squareScale = static_cast<float>(constants.squareScale);
    constexpr auto tiny = static_cast<float>(epsilon);
    for (std::int64_t i = 0; i < count; ++i) {
        mean[i] = keptMean * mean[i] + newMean * gradient[i];
        square[i] = keptSquare * square[i] + newSquare * gradient[i] * gradient[i];
        parameter[i] -= rate * mean[i] / (std::sqrt(square[i]) * squareScale + tiny);
    }
}

void stepWithTensors(at::Tensor& parameter, const at::Tensor& gradient, Adam::Memory& memory,
                     const StepConstants& constants) {
    memory.mean.mul_(constants.meanDecay).add_(gradient, 1.0 - constants.meanDecay);
    memory.square.mul_(constants.squareDecay).addcmul_(gradient, gradient, 1.0 - constants.squareDecay);
    parameter.addcdiv_(memory.mean, memory.square.sqrt().mul_(constants.squareScale).add_(epsilon), -constants.rate);
}

/// Element i of one lies where element i of the other does, without gaps.
bool sameLayout(const at::Tensor& parameter, const at::Tensor& other) {
    return parameter.is_non_overlapping_and_dense() && other.strides() == parameter.strides();
}

} // namespace

Adam::Adam(std::vector<at::Tensor> parameters, double learningRate, Betas betas)
    : m_parameters(std::move(parameters))
    , m_memory(m_parameters.size())
    , m_learningRate(learningRate)
    , m_betas(betas) {}

void Adam::forgetGradients() {
    for (auto& parameter : m_parameters)
        parameter.mutable_grad().reset();
}

void Adam::step() {
    const at::NoGradGuard noGrad;
    for (std::size_t index = 0; index < m_parameters.size(); ++index) {
        auto& parameter = m_parameters[index];
        auto& memory = m_memory[index];
        auto gradient = parameter.grad();
        if (!gradient.defined())
            continue;
        if (memory.steps == 0) {
            memory.mean = at::zeros_like(parameter);
            memory.square = at::zeros_like(parameter);
        }
        ++memory.steps;
        const auto steps = static_cast<double>(memory.steps);
        const StepConstants constants{m_betas.mean, m_betas.square,
                                      m_learningRate / (1.0 - std::pow(m_betas.mean, steps)),
                                      1.0 / std::sqrt(1.0 - std::pow(m_betas.square, steps))};
        const bool onePass = parameter.is_cpu() && parameter.scalar_type() == at::kFloat &&
                             sameLayout(parameter, memory.mean) && sameLayout(parameter, memory.square);
        if (!onePass) {
            stepWithTensors(parameter, gradient, memory, constants);
            continue;
        }
        if (!sameLayout(parameter, gradient))
            gradient = at::empty_like(parameter).copy_(gradient);
        auto* values = parameter.data_ptr<float>();
        auto* mean = memory.mean.data_ptr<float>();
        auto* square = memory.square.data_ptr<float>();
        const auto* slope = gradient.data_ptr<float>();
        at::parallel_for(0, parameter.numel(), fewestPerThread, [&](std::int64_t begin, std::int64_t end) {
            stepInOnePass(values + begin, slope + begin, mean + begin, square + begin, end - begin, constants);
        });
    }
}

void Adam::setMemory(std::vector<Memory> memory) {
    TORCH_CHECK(memory.size() == m_parameters.size(), "Adam remembers ", memory.size(), " parameters instead of ",
                m_parameters.size());
    m_memory = std::move(memory);
}

} // namespace limpid
