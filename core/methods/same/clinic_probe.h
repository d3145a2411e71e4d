// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation.h"
#include "methods/same/adaptation_snapshot.h"
#include "methods/same/probe_comparison.h"
#include "methods/same/structure_preserving_unet.h"
#include "methods/same/training_crops.h"
#include "nn/compute_format.h"

#include <torch/types.h>

#include <cstdint>
#include <limits>
#include <vector>

namespace limpid {

/// Stands in for references where a clinic has none: pseudo-references (the clinic's own best images), degraded once
/// with a fixed seed, restored by a network and compared. It moves when the network forgets how to restore, which
/// self-consistency cannot show. A number of Limpid's own; not in the paper.
class ClinicProbe {
public:
    /// Scores of a student and its teacher, of the student against the teacher's restorations, and how the teacher's
    /// restorations relate to those of the source model; NaN where it was not measured before (measureSource()).
    struct Pair {
        ProbeScores student;
        ProbeScores teacher;
        ProbeScores agreement;
        double contrast = std::numeric_limits<double>::quiet_NaN(); ///< As AdaptationEpoch::contrast.
        double likeness = std::numeric_limits<double>::quiet_NaN(); ///< As AdaptationEpoch::likeness.
    };

    /// `references` [M, 3, H, W] in [0, 1] with their fields of view [M, 1, H, W]; each is degraded `variants` times.
    ClinicProbe(const torch::Tensor& references, const torch::Tensor& fieldOfView, int variants,
                Degradation& degradation);

    /// Mean PSNR and SSIM (fov protocol, working size) of the network's restorations against the pseudo-references.
    /// Leaves the network in eval mode.
    ProbeScores measure(StructurePreservingUnet& network, const ComputeFormat& format) const;
    /// The same of the source model, whose restorations are remembered for measurePair().
    ProbeScores measureSource(StructurePreservingUnet& source, const ComputeFormat& format);
    /// The same of two networks, and how far they agree. Leaves both in eval mode.
    Pair measurePair(StructurePreservingUnet& student, StructurePreservingUnet& teacher,
                     const ComputeFormat& format) const;
    /// Each pseudo-reference in its first degradation, restored by both networks, in the references' order, with the
    /// scores of all its degradations. `image` and `name` are left to the caller. Leaves both in eval mode.
    std::vector<ProbeComparison> compare(StructurePreservingUnet& source, StructurePreservingUnet& adapted,
                                         const ComputeFormat& format) const;

private:
    /// As measure(); where `firsts` is not null, it becomes the restorations of the references' first degradations.
    ProbeScores measureKeeping(StructurePreservingUnet& network, const ComputeFormat& format,
                               torch::Tensor* firsts) const;
    /// Restorations of the degraded images `begin` to `end`.
    torch::Tensor restored(StructurePreservingUnet& network, const ComputeFormat& format, int64_t begin,
                           int64_t end) const;

    int64_t m_count; ///< Pseudo-references, each of them degraded several times.
    torch::Tensor m_references;
    torch::Tensor m_fieldOfView;
    torch::Tensor m_degraded;
    torch::Tensor m_bySource; ///< Restorations by the source model of every reference's first degradation.
};

} // namespace limpid
