// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/structure_fidelity.h"

#include "imaging/field_of_view.h"
#include "imaging/working_frame.h"
#include "inference/tensor_image.h"
#include "metrics/vessel_contrast.h"
#include "metrics/vessel_map.h"

#include <torch/torch.h>

namespace limpid {

namespace {

constexpr int frameSide = 512;
constexpr int64_t tolerancePx = 2;

torch::Tensor dilated(const torch::Tensor& map) {
    return torch::max_pool2d(map, 2 * tolerancePx + 1, 1, tolerancePx);
}

double share(const torch::Tensor& part, const torch::Tensor& whole) {
    return (part * whole).sum().item<double>() / whole.sum().clamp_min(1.0).item<double>();
}

StructureFidelity measure(const torch::Tensor& enhanced, const torch::Tensor& photograph, const torch::Tensor& mask) {
    const torch::NoGradGuard noGrad;
    const VesselMapOptions options;
    const auto strengthBefore = vesselStrength(photograph, mask, options);
    const auto before = vesselMap(strengthBefore, mask, options);
    const auto after = findVessels(enhanced, mask, options);
    const auto traces = dilated(strengthBefore).ge(options.leastStrength).to(torch::kFloat);
    StructureFidelity fidelity;
    fidelity.precision = share(traces, after);
    fidelity.recall = share(dilated(after), before);
    const auto supported = after * traces;
    fidelity.contrastBefore = vesselContrast(photograph, mask, supported).index.item<double>();
    fidelity.contrastAfter = vesselContrast(enhanced, mask, supported).index.item<double>();
    return fidelity;
}

} // namespace

Result<StructureFidelity> structureFidelity(const Image& enhanced, const Image& photograph) {
    if (enhanced.width() != photograph.width() || enhanced.height() != photograph.height())
        return fail(ErrorCode::InvalidArgument,
                    {photograph.origin.path.string(), "its enhancement has another size; enhance at native size"});
    try {
        // The photograph's own field of view for both: what is compared must be the same place.
        const auto view = findFieldOfView(photograph);
        const auto before = toWorkingFrame(photograph, view, frameSide);
        const auto after = toWorkingFrame(enhanced, view, frameSide);
        return measure(toTensor(after.pixels).unsqueeze(0), toTensor(before.pixels).unsqueeze(0),
                       maskToTensor(before.mask).unsqueeze(0));
    } catch (const c10::Error& error) {
        return fail(ErrorCode::Internal, {"comparing vessels"}, error.what_without_backtrace());
    } catch (const cv::Exception& error) {
        return fail(ErrorCode::Internal, {"comparing vessels"}, error.what());
    }
}

} // namespace limpid
