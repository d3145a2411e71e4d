// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/convolution.h"

#include <cmath>

namespace limpid {

ConvolutionImpl::ConvolutionImpl(int64_t inputChannels, int64_t outputChannels, ConvolutionShape shape)
    : weight(register_parameter("weight", torch::empty({outputChannels, inputChannels, shape.kernel, shape.kernel})))
    , bias(register_parameter("bias", torch::zeros({outputChannels})))
    , m_shape(shape) {
    torch::NoGradGuard noGrad;
    weight.normal_(0.0, 0.02);
}

void ConvolutionImpl::rescale(double gain) {
    torch::NoGradGuard noGrad;
    weight.normal_(0.0, gain / std::sqrt(static_cast<double>(weight.numel() / weight.size(0))));
}

torch::Tensor ConvolutionImpl::forward(const torch::Tensor& x) const {
    return torch::conv2d(x, weight.to(x.scalar_type()), bias.to(x.scalar_type()), m_shape.stride, m_shape.padding,
                         m_shape.dilation);
}

} // namespace limpid
