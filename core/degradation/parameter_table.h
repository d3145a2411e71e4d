// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace limpid {

/// The numbers of a batch's samples as one small tensor: one copy to the device however many numbers there are.
class ParameterTable {
public:
    /// `rows` has one row per sample, all of one length; the table lives on `like`'s device as float32.
    ParameterTable(const std::vector<std::vector<double>>& rows, const torch::Tensor& like);

    /// Parameter `index` of every sample as [N,1,1,1].
    torch::Tensor column(std::int64_t index) const;
    /// Parameters index..index+2 as [N,3,1,1], a colour.
    torch::Tensor colour(std::int64_t index) const;

private:
    torch::Tensor m_values;
};

} // namespace limpid
