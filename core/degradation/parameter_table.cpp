// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/parameter_table.h"

namespace limpid {

ParameterTable::ParameterTable(const std::vector<std::vector<double>>& rows, const torch::Tensor& like) {
    const auto height = static_cast<std::int64_t>(rows.size());
    const auto width = rows.empty() ? 0 : static_cast<std::int64_t>(rows.front().size());
    torch::Tensor values = torch::empty({height, width}, torch::kFloat32);
    auto cells = values.accessor<float, 2>();
    for (std::int64_t row = 0; row < height; ++row)
        for (std::int64_t column = 0; column < width; ++column)
            cells[row][column] =
                static_cast<float>(rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]);
    m_values = values.to(like.device());
}

torch::Tensor ParameterTable::column(std::int64_t index) const {
    return m_values.narrow(1, index, 1).view({-1, 1, 1, 1});
}

torch::Tensor ParameterTable::colour(std::int64_t index) const {
    return m_values.narrow(1, index, 3).unsqueeze(-1).unsqueeze(-1);
}

} // namespace limpid
