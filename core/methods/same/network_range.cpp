// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/network_range.h"

namespace limpid {

torch::Tensor toNetworkRange(const torch::Tensor& unit) {
    return unit * 2.0 - 1.0;
}

Restored restore(StructurePreservingUnet& network, const ComputeFormat& format, const torch::Tensor& images,
                 const torch::Tensor& fieldOfView) {
    const auto output = network->forward(format.apply(toNetworkRange(images)));
    return {((output.image + 1.0) / 2.0).clamp(0.0, 1.0) * fieldOfView,
            torch::sigmoid(output.structureLogits) * fieldOfView};
}

} // namespace limpid
