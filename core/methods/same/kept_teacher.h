// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/adaptation_config.h"
#include "methods/same/adaptation_snapshot.h"
#include "methods/same/clinic_probe.h"
#include "methods/same/structure_preserving_unet.h"
#include "nn/compute_format.h"

#include <optional>

namespace limpid {

/// A network of its own with the weights and buffers of another one, on the same device.
StructurePreservingUnet copyOf(const StructurePreservingUnet& network);

/// Which network of a run is to be used: the last teacher that the clinic probe does not refuse, averaged with the
/// source model, or the source model where it refuses all (Limpid's form); the last student (the paper's).
class KeptTeacher {
public:
    /// `source` is only read.
    KeptTeacher(AdaptationConfig config, const StructurePreservingUnet& source);

    /// The teacher that is kept so far; before any was, the source model.
    const StructurePreservingUnet& network() const { return m_kept; }
    /// The same with weights of its own, which may be written.
    StructurePreservingUnet& ownNetwork();

    /// Says in `summary` that the teacher of this epoch is the one that is kept.
    static void note(const AdaptationEpoch& epoch, AdaptationSummary& summary);
    /// Takes the epoch's teacher where the probe finds it better than the source model by what the configuration wants;
    /// notes it in the epoch and in the summary.
    void offer(AdaptationEpoch& epoch, const StructurePreservingUnet& teacher, AdaptationSummary& summary);
    /// At the end of a run that has had an epoch: the network to use. The summary then says which, and why. After an
    /// alarm of the RunGuard it is the source model.
    StructurePreservingUnet choose(StructurePreservingUnet student, const ClinicProbe& probe,
                                   const ComputeFormat& format, std::optional<AdaptationVerdict> alarm,
                                   AdaptationSummary& summary);

private:
    /// Notes how large the update is and limits it as the configuration says; false where it says nothing.
    bool limitUpdate(StructurePreservingUnet& network, AdaptationSummary& summary) const;
    StructurePreservingUnet keepSource(AdaptationVerdict why, double gain, AdaptationSummary& summary) const;

    AdaptationConfig m_config;
    StructurePreservingUnet m_source;
    StructurePreservingUnet m_kept;
};

} // namespace limpid
