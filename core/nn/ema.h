// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/nn/module.h>

namespace limpid {

/// Exponential moving average of a mean teacher (Tarvainen and Valpola 2017; SAME uses decay 0.995 after every step):
/// teacher <- decay * teacher + (1 - decay) * student, over parameters and floating-point buffers; integer buffers are
/// copied. Both modules must have the same structure and live on one device. Without gradient.
void updateTeacher(torch::nn::Module& teacher, const torch::nn::Module& student, double decay);

/// Copies every parameter and buffer of `from` into `to`, which must have the same structure.
void copyState(torch::nn::Module& to, const torch::nn::Module& from);

/// Copies every parameter and buffer of `from` that has a counterpart of the same name and shape in `to`; for a network
/// that grew. Returns how many tensors of `to` found none and stay as they are.
int64_t copyMatchingState(torch::nn::Module& to, const torch::nn::Module& from);

/// Prepares a network for judging or teaching: eval mode, and no parameter asks for a gradient.
void freeze(torch::nn::Module& network);

/// Number of parameters that take part in training or inference (elements, not tensors).
int64_t parameterCount(const torch::nn::Module& network);

} // namespace limpid
