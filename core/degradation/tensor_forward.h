// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// Lets headers name a tensor without including LibTorch (torch::Tensor is this class).
namespace at {
class Tensor;
}
