// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/degradation_reader.h"

#include "imaging/working_frame.h"
#include "inference/tensor_image.h"
#include "methods/same/judge_checkpoints.h"

#include <algorithm>
#include <utility>

namespace limpid {

namespace {

/// The size that the shipped estimator was trained at.
constexpr int frameSize = 256;
/// Log gains that far from their mean make a cast of at most 1.
constexpr double largestLogGain = 0.6;

void clampToScale(DegradationSeverities& severities) {
    for (double* severity : {&severities.haze, &severities.illumination, &severities.spots, &severities.blur,
                             &severities.veil, &severities.noise})
        *severity = std::clamp(*severity, 0.0, 1.0);
    const double mean = (severities.logGains[0] + severities.logGains[1] + severities.logGains[2]) / 3.0;
    for (double& gain : severities.logGains)
        gain = mean + std::clamp(gain - mean, -largestLogGain, largestLogGain);
}

} // namespace

struct DegradationReader::Parts {
    DegradationEstimator estimator{nullptr};
    torch::Device device = torch::kCPU;
};

DegradationReader::DegradationReader(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts)) {}
DegradationReader::~DegradationReader() = default;
DegradationReader::DegradationReader(DegradationReader&&) noexcept = default;
DegradationReader& DegradationReader::operator=(DegradationReader&&) noexcept = default;

Result<DegradationReader> DegradationReader::load(const std::filesystem::path& file, const DeviceChoice& device) {
    auto estimator = loadDegradationEstimator(file);
    if (!estimator)
        return fail(std::move(estimator.error()));
    try {
        auto parts = std::make_unique<Parts>();
        parts->estimator = std::move(*estimator);
        parts->device = torch::Device(device.name);
        parts->estimator->to(parts->device);
        return DegradationReader(std::move(parts));
    } catch (const c10::Error& error) {
        return fail(ErrorCode::DeviceUnavailable, {device.name, "the model does not fit on it"},
                    error.what_without_backtrace());
    }
}

Result<DegradationReading> DegradationReader::read(const Image& image) {
    try {
        const torch::NoGradGuard noGrad;
        const auto frame = toWorkingFrame(image, findFieldOfView(image), frameSize);
        const auto input = toTensor(frame.pixels).unsqueeze(0).to(m_parts->device);
        const auto mask = maskToTensor(frame.mask).unsqueeze(0).to(m_parts->device);
        DegradationReading reading{asSeverities(m_parts->estimator->forward(input, mask)[0])};
        clampToScale(reading.severities);
        return reading;
    } catch (const c10::OutOfMemoryError& error) {
        return fail(ErrorCode::OutOfMemory, {"reading an image's degradation"}, error.what_without_backtrace());
    } catch (const c10::Error& error) {
        return fail(ErrorCode::Internal, {"reading an image's degradation"}, error.what_without_backtrace());
    } catch (const cv::Exception& error) {
        return fail(ErrorCode::Internal, {"reading an image's degradation"}, error.what());
    }
}

} // namespace limpid
