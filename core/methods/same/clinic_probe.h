// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation.h"
#include "methods/same/adaptation_snapshot.h"
#include "methods/same/structure_preserving_unet.h"
#include "methods/same/training_crops.h"
#include "nn/compute_format.h"

#include <torch/types.h>

#include <cstdint>

namespace limpid {

/// Stands in for references where a clinic has none: pseudo-references (the clinic's own best images), degraded once
/// with a fixed seed, restored by a network and compared. It moves when the network forgets how to restore, which
/// self-consistency cannot show. A number of Limpid's own; not in the paper.
class ClinicProbe {
public:
    /// `references` [M, 3, H, W] in [0, 1] with their fields of view [M, 1, H, W]; each is degraded `variants` times.
    ClinicProbe(const torch::Tensor& references, const torch::Tensor& fieldOfView, int variants,
                Degradation& degradation);

    /// Mean PSNR and SSIM (fov protocol, working size) of the network's restorations against the pseudo-references.
    /// Leaves the network in eval mode.
    ProbeScores measure(StructurePreservingUnet& network, const ComputeFormat& format) const;

private:
    torch::Tensor m_references;
    torch::Tensor m_fieldOfView;
    torch::Tensor m_degraded;
};

} // namespace limpid
