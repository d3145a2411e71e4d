// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation_plan.h"

#include <torch/types.h>

#include <string>
#include <string_view>
#include <vector>

namespace limpid {

/// A degraded batch and what was done to each of its samples.
struct DegradedBatch {
    torch::Tensor images;   ///< like the input, in [0,1], zero outside of the field of view
    torch::Tensor severity; ///< [N] in 0..1 on the images' device, see lossSeverity()
    std::vector<DegradationKinds> kinds;
    std::vector<DegradationRecord> records;
};

/// A seeded model of what goes wrong between an eye, a layer or an organ and its image. Each call draws anew, each
/// sample for itself. The same seed gives the same images on the same device. Not thread safe; holds no tensors.
class Degradation {
public:
    virtual ~Degradation() = default;

    /// Degrades a batch; no gradient is recorded.
    /// @param images float32 [N,C,H,W] in [0,1], sides of 16 pixels and more
    /// @param fieldOfView float32 [N,1,H,W] in {0,1} on the same device
    /// @throws c10::Error when shapes, types or devices are others: a mistake of the caller, not of the data.
    virtual DegradedBatch apply(const torch::Tensor& images, const torch::Tensor& fieldOfView) = 0;

    /// Where the random draws stand, so that a resumed run goes on as if it had never stopped.
    virtual std::string saveState() const = 0;
    /// Continues from a saved state; InvalidArgument, and nothing changed, where it is not one.
    virtual Result<void> restoreState(std::string_view state) = 0;

protected:
    Degradation() = default;
    Degradation(const Degradation&) = default;
    Degradation& operator=(const Degradation&) = default;
};

/// Throws c10::Error unless the pair is one that Degradation::apply takes.
void checkDegradationInput(const torch::Tensor& images, const torch::Tensor& fieldOfView, std::int64_t channels);

} // namespace limpid
