// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <utility>
#include <vector>

namespace limpid {

/// Adam (Kingma and Ba 2015, algorithm 1; epsilon 1e-8, no weight decay). One pass over the memory of every parameter
/// where LibTorch's own takes about ten, each with a temporary as large as the parameter: the paper's network has 89
/// million of them, and on a CPU the optimiser then costs as much as a forward pass.
///
/// Used by one thread at a time.
class Adam {
public:
    /// Decay of the mean and of the mean square of the gradients.
    struct Betas {
        double mean = 0.9;
        double square = 0.999;
    };

    /// What is remembered of one parameter; undefined tensors before its first step, afterwards laid out like it.
    struct Memory {
        std::int64_t steps = 0;
        at::Tensor mean;
        at::Tensor square;
    };

    /// `parameters` must be floating-point, without overlapping memory, and outlive their tensors' last step.
    Adam(std::vector<at::Tensor> parameters, double learningRate, Betas betas);
    Adam(std::vector<at::Tensor> parameters, double learningRate)
        : Adam(std::move(parameters), learningRate, Betas{}) {}

    void setLearningRate(double rate) { m_learningRate = rate; }
    /// Gives the gradients' memory back; the next backward pass makes them anew.
    void forgetGradients();
    /// Moves every parameter that has a gradient.
    void step();

    /// In the order of the parameters. The tensors share the optimiser's memory.
    const std::vector<Memory>& memory() const { return m_memory; }
    /// Goes on from what another one remembered: one entry per parameter, of its shape, type and layout.
    void setMemory(std::vector<Memory> memory);

private:
    std::vector<at::Tensor> m_parameters;
    std::vector<Memory> m_memory;
    double m_learningRate;
    Betas m_betas;
};

} // namespace limpid
