// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

#include <cstdint>

namespace limpid {

/// Smooth fields (rings, holes, gradients) are drawn on a coarse grid over the image and enlarged: they hold nothing
/// finer than a cell, and cost a hundredth. Positions are shares of the width and height (0..1), lengths shares of the
/// shorter side.
class FieldGrid {
public:
    /// A grid of `cells` x `cells` over images like `like` [N,C,H,W].
    FieldGrid(const torch::Tensor& like, std::int64_t cells);

    /// Distance of every cell to a centre per sample ([N,1,1,1] each) in shares of the shorter side: [N,1,cells,cells].
    torch::Tensor distance(const torch::Tensor& centreX, const torch::Tensor& centreY) const;
    /// 1 inside the radius, 0 outside, with an edge one cell wide.
    torch::Tensor disc(const torch::Tensor& distance, const torch::Tensor& radius) const;
    /// Gaussian blur cut to a window (`BlurWindow`), as two matrix products per sample; widths and sigma [N,1,1,1] in
    /// shares of the shorter side, borders mirrored.
    torch::Tensor blur(const torch::Tensor& field, const torch::Tensor& widthX, const torch::Tensor& widthY,
                       const torch::Tensor& sigma) const;
    /// The field at the images' size, bilinear.
    torch::Tensor enlarge(const torch::Tensor& field) const;

    /// Cell centres as shares of the width [1,1,1,cells] and of the height [1,1,cells,1].
    torch::Tensor columns() const { return m_positions.view({1, 1, 1, -1}); }
    torch::Tensor rows() const { return m_positions.view({1, 1, -1, 1}); }

private:
    std::int64_t m_cells;
    std::int64_t m_height;
    std::int64_t m_width;
    double m_widthInSides;
    double m_heightInSides;
    torch::Tensor m_positions;
};

/// Distance of every pixel of `like` [N,C,H,W] to a centre per sample, in shares of the shorter side: [N,1,H,W].
torch::Tensor pixelDistance(const torch::Tensor& like, const torch::Tensor& centreX, const torch::Tensor& centreY);

} // namespace limpid
