// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/structure_preserving_unet.h"
#include "tiny_clinic.h"

#include <torch/torch.h>

namespace limpid {

/// A network that gives back what it gets.
inline StructurePreservingUnet identityUnet() {
    torch::manual_seed(1);
    StructurePreservingUnet network(tinyUnet());
    const torch::NoGradGuard noGrad;
    for (auto& item : network->named_parameters()) {
        if (item.key().rfind("head.", 0) == 0 || item.key().rfind("tone.last.", 0) == 0)
            item.value().zero_(); // no gain, no offset
    }
    return network;
}

/// The same, with everything that the tone field gives moved by `by`.
inline StructurePreservingUnet tonedUnet(double by) {
    auto network = identityUnet();
    const torch::NoGradGuard noGrad;
    for (auto& item : network->named_parameters()) {
        if (item.key() == "tone.last.bias")
            item.value().fill_(by);
    }
    return network;
}

} // namespace limpid
