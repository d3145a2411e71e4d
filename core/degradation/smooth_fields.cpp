// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/smooth_fields.h"

#include <algorithm>

namespace limpid {

namespace {

torch::Tensor centres(std::int64_t count, const torch::Tensor& like) {
    return (torch::arange(count, like.options()) + 0.5) / static_cast<double>(count);
}

/// The matrix [N,cells,cells] that blurs a mirrored signal with a window per sample; lengths [N,1,1,1] in cells.
torch::Tensor blurMatrix(std::int64_t cells, const torch::Tensor& width, const torch::Tensor& sigma) {
    const torch::Tensor index = torch::arange(cells, width.options());
    const torch::Tensor row = index.view({1, -1, 1});
    const torch::Tensor column = index.view({1, 1, -1});
    const torch::Tensor reach = width.view({-1, 1, 1}) / 2.0 + 0.5;
    const torch::Tensor precision = -0.5 / sigma.view({-1, 1, 1}).clamp_min(1e-3).square();
    const auto weight = [&](const torch::Tensor& offset) {
        return (reach - offset).clamp(0.0, 1.0) * torch::exp(offset.square() * precision);
    };
    const torch::Tensor matrix = weight((row - column).abs()) + weight(row + column + 1.0) +
                                 weight(static_cast<double>(2 * cells - 1) - row - column);
    return matrix / matrix.sum(2, true).clamp_min(1e-12);
}

} // namespace

FieldGrid::FieldGrid(const torch::Tensor& like, std::int64_t cells)
    : m_cells(cells)
    , m_height(like.size(2))
    , m_width(like.size(3)) {
    const double side = static_cast<double>(std::min(m_height, m_width));
    m_widthInSides = static_cast<double>(m_width) / side;
    m_heightInSides = static_cast<double>(m_height) / side;
    m_positions = centres(cells, like);
}

torch::Tensor FieldGrid::distance(const torch::Tensor& centreX, const torch::Tensor& centreY) const {
    return torch::sqrt(((columns() - centreX) * m_widthInSides).square() +
                       ((rows() - centreY) * m_heightInSides).square());
}

torch::Tensor FieldGrid::disc(const torch::Tensor& distance, const torch::Tensor& radius) const {
    return ((radius - distance) * static_cast<double>(m_cells) + 0.5).clamp_(0.0, 1.0);
}

torch::Tensor FieldGrid::blur(const torch::Tensor& field, const torch::Tensor& widthX, const torch::Tensor& widthY,
                              const torch::Tensor& sigma) const {
    const double cellsX = static_cast<double>(m_cells) / m_widthInSides;
    const double cellsY = static_cast<double>(m_cells) / m_heightInSides;
    const torch::Tensor across = blurMatrix(m_cells, widthX * cellsX, sigma * cellsX);
    const torch::Tensor down = blurMatrix(m_cells, widthY * cellsY, sigma * cellsY);
    return torch::bmm(torch::bmm(down, field.squeeze(1)), across.transpose(1, 2)).unsqueeze(1);
}

torch::Tensor FieldGrid::enlarge(const torch::Tensor& field) const {
    return torch::upsample_bilinear2d(field, {m_height, m_width}, false);
}

torch::Tensor pixelDistance(const torch::Tensor& like, const torch::Tensor& centreX, const torch::Tensor& centreY) {
    const std::int64_t height = like.size(2);
    const std::int64_t width = like.size(3);
    const double side = static_cast<double>(std::min(height, width));
    const torch::Tensor x = (centres(width, like).view({1, 1, 1, -1}) - centreX) * (static_cast<double>(width) / side);
    const torch::Tensor y =
        (centres(height, like).view({1, 1, -1, 1}) - centreY) * (static_cast<double>(height) / side);
    return (x.square() + y.square()).sqrt_();
}

} // namespace limpid
