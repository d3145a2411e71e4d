// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/quality_judge.h"

#include "imaging/working_frame.h"
#include "inference/tensor_image.h"
#include "methods/same/judge_checkpoints.h"
#include "storage/checkpoint.h"

#include <utility>

namespace limpid {

namespace {

/// The size that the shipped judge was trained at, whatever size the networks work at.
constexpr int frameSize = 256;

} // namespace

struct QualityJudge::Parts {
    QualityAssessor assessor{nullptr};
    std::string modality;
    torch::Device device = torch::kCPU;
};

QualityJudge::QualityJudge(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts)) {}
QualityJudge::~QualityJudge() = default;
QualityJudge::QualityJudge(QualityJudge&&) noexcept = default;
QualityJudge& QualityJudge::operator=(QualityJudge&&) noexcept = default;

Result<QualityJudge> QualityJudge::load(const std::filesystem::path& file, const DeviceChoice& device) {
    auto info = loadCheckpointInfo(file);
    if (!info)
        return fail(std::move(info.error()));
    auto assessor = loadQualityAssessor(file);
    if (!assessor)
        return fail(std::move(assessor.error()));
    try {
        auto parts = std::make_unique<Parts>();
        parts->assessor = std::move(*assessor);
        parts->modality = std::move(info->modality);
        parts->device = torch::Device(device.name);
        parts->assessor->to(parts->device);
        return QualityJudge(std::move(parts));
    } catch (const c10::Error& error) {
        return fail(ErrorCode::DeviceUnavailable, {device.name, "the model does not fit on it"},
                    error.what_without_backtrace());
    }
}

Result<PhotographQuality> QualityJudge::judge(const Image& image) {
    try {
        const torch::NoGradGuard noGrad;
        const auto view = findFieldOfView(image);
        const auto frame = toWorkingFrame(image, view, frameSize);
        const auto input = toTensor(frame.pixels).unsqueeze(0).to(m_parts->device);
        const auto probabilities =
            m_parts->assessor->forward(input).probabilities.to(torch::kCPU, torch::kDouble).contiguous();
        const auto* values = probabilities.data_ptr<double>();
        return PhotographQuality{values[0], values[1], values[2], view.fullFrame ? std::string() : m_parts->modality};
    } catch (const c10::OutOfMemoryError& error) {
        return fail(ErrorCode::OutOfMemory, {"judging an image"}, error.what_without_backtrace());
    } catch (const c10::Error& error) {
        return fail(ErrorCode::Internal, {"judging an image"}, error.what_without_backtrace());
    } catch (const cv::Exception& error) {
        return fail(ErrorCode::Internal, {"judging an image"}, error.what());
    }
}

} // namespace limpid
