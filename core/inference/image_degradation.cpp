// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/image_degradation.h"

#include "degradation/fundus_degradation.h"
#include "imaging/field_of_view.h"
#include "imaging/working_frame.h"
#include "inference/tensor_image.h"

namespace limpid {

Result<DegradedImage> degradeImage(const Image& image, const DegradationRanges& ranges, std::uint64_t seed) {
    try {
        const auto fieldOfView = maskToTensor(findFieldOfView(image).mask).unsqueeze(0);
        const auto batch = FundusDegradation(ranges, seed).apply(toTensor(image).unsqueeze(0), fieldOfView);
        return DegradedImage{fromWorkingFrame(toMat(batch.images.squeeze(0)), 8), batch.kinds.front(),
                             batch.severity.item<double>()};
    } catch (const c10::Error& error) {
        return fail(ErrorCode::Internal, {"degrading " + image.origin.path.string()}, error.what_without_backtrace());
    } catch (const cv::Exception& error) {
        return fail(ErrorCode::Internal, {"degrading " + image.origin.path.string()}, error.what());
    }
}

} // namespace limpid
