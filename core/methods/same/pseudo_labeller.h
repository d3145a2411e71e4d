// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/picker.h"
#include "methods/same/structure_preserving_unet.h"
#include "nn/compute_format.h"

#include <optional>
#include <vector>

namespace limpid {

/// What may become pseudo-labels of a batch of images, and the judges' answers, in the images' order.
struct PseudoLabels {
    torch::Tensor images;     ///< [N, 3, H, W] in [0, 1], zero outside of the field of view
    torch::Tensor structures; ///< [N, 1, H, W] probabilities, likewise
    std::vector<PickDecision> decisions;

    /// Indices of the accepted ones, int64 [K].
    torch::Tensor accepted() const;
};

/// Makes pseudo-labels with a network (in SAME the teacher) and has the picker judge them.
///
/// Beside the paper, a photograph that the judges accept as it is and find no worse than its restoration can be its own
/// label: what a clinic already took well needs no imitation of it.
///
/// Used by one thread at a time.
class PseudoLabeller {
public:
    PseudoLabeller(PseudoLabelPicker picker, ComputeFormat format, bool trustGoodOriginals);

    /// See PseudoLabelPicker::setThresholds.
    void setThresholds(const std::optional<PickThresholds>& thresholds) { m_picker.setThresholds(thresholds); }

    /// `images` [N, 3, H, W] in [0, 1] with their fields of view [N, 1, H, W] (0 or 1), on the network's device.
    /// Records no gradient and does not change the network's mode.
    PseudoLabels propose(StructurePreservingUnet& network, const torch::Tensor& images,
                         const torch::Tensor& fieldOfView);

private:
    PseudoLabelPicker m_picker;
    ComputeFormat m_format;
    bool m_trustGoodOriginals;
};

} // namespace limpid
