// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/pair_comparison.h"

#include "imaging/field_of_view.h"
#include "imaging/working_frame.h"
#include "inference/tensor_image.h"

#include <opencv2/core.hpp>

namespace limpid {

namespace {

struct Comparable {
    torch::Tensor output;
    torch::Tensor reference;
    torch::Tensor fieldOfView;
};

Comparable atOwnSize(const Image& output, const Image& reference, MetricProtocol protocol) {
    Comparable pair{toTensor(output), toTensor(reference), {}};
    if (protocol == MetricProtocol::FieldOfView)
        pair.fieldOfView = maskToTensor(findFieldOfView(reference).mask);
    return pair;
}

Comparable atWorkingSize(const Image& output, const Image& reference, int size) {
    const auto view = findFieldOfView(reference);
    const auto frame = toWorkingFrame(reference, view, size);
    const bool sameSize = output.pixels.size() == reference.pixels.size();
    const bool isFrame = !sameSize && output.width() == size && output.height() == size;
    return {isFrame ? toTensor(output) : toTensor(toWorkingFrame(output, view, size).pixels), toTensor(frame.pixels),
            maskToTensor(frame.mask)};
}

Result<Comparable> makeComparable(const Image& output, const Image& reference, const PairComparisonOptions& options) {
    if (options.workingSize <= 0)
        return atOwnSize(output, reference, options.protocol);
    const bool sameSize = output.pixels.size() == reference.pixels.size();
    const bool isFrame = output.width() == options.workingSize && output.height() == options.workingSize;
    if (!sameSize && !isFrame)
        return fail(ErrorCode::InvalidArgument,
                    {output.origin.path.string(), "it has neither its reference's size nor the working size"});
    return atWorkingSize(output, reference, options.workingSize);
}

} // namespace

Result<QualityScores> compareWithReference(const Image& output, const Image& reference,
                                           const PairComparisonOptions& options) {
    try {
        const auto pair = makeComparable(output, reference, options);
        if (!pair)
            return fail(pair.error());
        if (auto comparable = checkComparable(pair->output, pair->reference, pair->fieldOfView, options.protocol);
            !comparable)
            return fail(std::move(comparable.error()));
        return compareImages(pair->output, pair->reference, pair->fieldOfView, options.protocol);
    } catch (const c10::Error& error) {
        return fail(ErrorCode::Internal, {"comparing images"}, error.what_without_backtrace());
    } catch (const cv::Exception& error) {
        return fail(ErrorCode::Internal, {"comparing images"}, error.what());
    }
}

} // namespace limpid
