// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/enhancer.h"

#include "degradation/fundus_degradation.h"
#include "imaging/detail_transfer.h"
#include "imaging/working_frame.h"
#include "inference/tensor_image.h"
#include "methods/same/judge_checkpoints.h"
#include "methods/same/network_range.h"
#include "methods/same/picker.h"
#include "methods/same/restoration_guard.h"
#include "methods/same/same_model.h"
#include "methods/same/test_time_adaptation.h"
#include "nn/ema.h"

#include <opencv2/core.hpp>

#include <chrono>
#include <utility>

namespace limpid {

namespace {

constexpr std::uint64_t testTimeSeed = 9'000'011;

/// What is shown of one photograph, and why.
struct Chosen {
    Restored result;
    std::optional<GuardVerdict> verdict;
};

} // namespace

struct Enhancer::Parts {
    SameModel model;
    torch::Device device = torch::kCPU;
    ComputeFormat format;
    EnhancerOptions options;
    std::optional<PseudoLabelPicker> picker;
    StructurePreservingUnet source{nullptr}; ///< Only with a guard.
    std::optional<RestorationGuard> guard;

    std::optional<GuardJudges> judges; ///< Only where it adapts to every photograph.

    Chosen choose(const torch::Tensor& input, const torch::Tensor& mask, const std::stop_token& stop);
    Result<void> loadGuard();
};

namespace {

class Stopwatch {
public:
    /// Milliseconds since the last call, or since the beginning.
    double lapMs() {
        const auto now = std::chrono::steady_clock::now();
        const std::chrono::duration<double, std::milli> elapsed = now - m_last;
        m_last = now;
        return elapsed.count();
    }

private:
    std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
};

Result<std::optional<PseudoLabelPicker>> loadPicker(const EnhancerOptions& options, const torch::Device& device) {
    if (options.qualityJudge.empty() && options.structureJudge.empty())
        return std::optional<PseudoLabelPicker>();
    auto quality = loadQualityAssessor(options.qualityJudge);
    if (!quality)
        return fail(std::move(quality.error()));
    auto structure = loadStructureDetector(options.structureJudge);
    if (!structure)
        return fail(std::move(structure.error()));
    PickOptions pick;
    pick.damageWeight = options.damageWeight;
    DegradationEstimator estimator{nullptr};
    if (pick.damageWeight > 0.0) {
        auto loaded = loadDegradationEstimator(options.degradationEstimator);
        if (!loaded)
            return fail(std::move(loaded.error()));
        estimator = std::move(*loaded);
    }
    auto picker = PseudoLabelPicker::create(std::move(*quality), std::move(*structure), pick, std::move(estimator));
    if (!picker)
        return fail(std::move(picker.error()));
    picker->to(device);
    return std::optional<PseudoLabelPicker>(std::move(*picker));
}

} // namespace

Chosen Enhancer::Parts::choose(const torch::Tensor& input, const torch::Tensor& mask, const std::stop_token& stop) {
    if (judges) {
        FundusDegradation degradation(DegradationRanges::gfe(), testTimeSeed);
        auto outcome = adaptToImage(model.network, *judges, format, input, mask, degradation, {}, stop);
        return {std::move(outcome.result), outcome.verdict};
    }
    auto adapted = restore(model.network, format, input, mask);
    if (!guard)
        return {std::move(adapted), std::nullopt};
    auto bySource = restore(source, format, input, mask);
    const auto verdict = guard->decide(input, bySource, adapted, mask).front();
    if (verdict.choice == GuardChoice::Adapted)
        return {std::move(adapted), verdict};
    if (verdict.choice == GuardChoice::Original)
        bySource.image = input * mask;
    return {std::move(bySource), verdict};
}

/// Loads what choosing needs, where it is wanted.
Result<void> Enhancer::Parts::loadGuard() {
    if (options.adaptToEach) {
        auto loaded = loadGuardJudges(*options.adaptToEach, device);
        if (!loaded)
            return fail(std::move(loaded.error()));
        judges = std::move(*loaded);
        return {};
    }
    if (!options.guard || !model.guard)
        return {};
    auto parent = loadSameModel(options.guard->source);
    if (!parent)
        return fail(std::move(parent.error()));
    auto asked = loadGuardJudges(options.guard->judges, device);
    if (!asked)
        return fail(std::move(asked.error()));
    source = std::move(parent->network);
    source->to(device);
    freeze(*source);
    guard.emplace(*model.guard, std::move(*asked));
    return {};
}

Enhancer::Enhancer(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts)) {}
Enhancer::~Enhancer() = default;
Enhancer::Enhancer(Enhancer&&) noexcept = default;
Enhancer& Enhancer::operator=(Enhancer&&) noexcept = default;

Result<Enhancer> Enhancer::load(const std::filesystem::path& path, const DeviceChoice& device,
                                const EnhancerOptions& options) {
    if (options.workingSize < 32 || options.workingSize > 4096)
        return fail(ErrorCode::InvalidArgument, {"The working size", "it must lie between 32 and 4096 pixels"});
    auto model = loadSameModel(path);
    if (!model)
        return fail(std::move(model.error()));
    try {
        auto parts = std::make_unique<Parts>();
        parts->device = torch::Device(device.name);
        auto format = formatByName(device.precision, parts->device);
        if (!format)
            return fail(std::move(format.error()));
        parts->format = *format;
        parts->model = std::move(*model);
        parts->model.network->to(parts->device);
        freeze(*parts->model.network);
        parts->options = options;
        const auto multiple = static_cast<int>(parts->model.network->configuration().sideMultiple());
        parts->options.workingSize = (options.workingSize + multiple - 1) / multiple * multiple;
        auto picker = loadPicker(options, parts->device);
        if (!picker)
            return fail(std::move(picker.error()));
        parts->picker = std::move(*picker);
        if (auto guarded = parts->loadGuard(); !guarded)
            return fail(std::move(guarded.error()));
        return Enhancer(std::move(parts));
    } catch (const c10::Error& error) {
        return fail(ErrorCode::DeviceUnavailable, {device.name, "the model does not fit on it"},
                    error.what_without_backtrace());
    }
}

Result<Enhancement> Enhancer::enhance(const Image& image, std::stop_token stop) {
    auto& parts = *m_parts;
    try {
        const torch::NoGradGuard noGrad;
        Stopwatch watch;
        Enhancement result;
        result.modelSha256 = parts.model.sha256;
        result.fieldOfView = findFieldOfView(image);
        const auto frame = toWorkingFrame(image, result.fieldOfView, parts.options.workingSize);
        result.timings.prepareMs = watch.lapMs();
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);

        const auto mask = maskToTensor(frame.mask).unsqueeze(0).to(parts.device);
        const auto input = toTensor(frame.pixels).unsqueeze(0).to(parts.device);
        const auto [restored, verdict] = parts.choose(input, mask, stop);
        result.verdict = verdict;
        if (parts.picker)
            result.decision =
                parts.picker->judge(restored.image, restored.structure, mask, parts.picker->damageOf(input, mask))
                    .front();
        result.working = toMat(restored.image[0]);
        const auto probability = restored.structure[0][0].cpu().contiguous();
        cv::Mat(frame.mask.rows, frame.mask.cols, CV_32FC1, probability.data_ptr<float>())
            .convertTo(result.structure, CV_8U, 255.0);
        result.timings.networkMs = watch.lapMs();

        if (verdict && verdict->choice == GuardChoice::Original && parts.options.nativeSize) {
            result.image.pixels = image.pixels.clone();
        } else if (parts.options.nativeSize) {
            auto native = transferToNative(image, result.fieldOfView, frame, result.working, {}, stop);
            if (!native)
                return fail(std::move(native.error()));
            result.image = std::move(*native);
        } else {
            result.image = fromWorkingFrame(result.working, 8);
        }
        result.image.origin = image.origin;
        result.timings.transferMs = watch.lapMs();
        return result;
    } catch (const c10::OutOfMemoryError& error) {
        return fail(ErrorCode::OutOfMemory, {"enhancing an image"}, error.what_without_backtrace());
    } catch (const c10::Error& error) {
        return fail(ErrorCode::Internal, {"enhancing an image"}, error.what_without_backtrace());
    } catch (const cv::Exception& error) {
        return fail(ErrorCode::Internal, {"enhancing an image"}, error.what());
    }
}

const std::string& Enhancer::modality() const {
    return m_parts->model.modality;
}

int Enhancer::workingSize() const {
    return m_parts->options.workingSize;
}

} // namespace limpid
