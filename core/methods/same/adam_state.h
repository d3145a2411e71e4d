// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/safetensors.h"
#include "task/result.h"

namespace torch::nn {
class Module;
}

namespace limpid {

class Adam;

/// What Adam remembers of every parameter of `network`, by the parameter's name: NAME.step, NAME.exp_avg and
/// NAME.exp_avg_sq. Parameters that have not been stepped yet are left out. The tensors share the optimiser's memory.
NamedTensors adamTensors(const Adam& optimiser, const torch::nn::Module& network);

/// Gives a fresh Adam over the same network's parameters that memory back. Every name, shape and type must fit;
/// otherwise nothing is changed and the failure is InvalidArgument{what, readable difference}.
Result<void> restoreAdam(Adam& optimiser, const torch::nn::Module& network, const NamedTensors& tensors);

} // namespace limpid
