// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/field_of_view.h"
#include "imaging/image.h"
#include "inference/device.h"
#include "inference/guard_models.h"
#include "methods/same/guard_judge_files.h"
#include "methods/same/guard_verdict.h"
#include "methods/same/pick_decision.h"
#include "task/result.h"

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace limpid {

/// How images are enhanced.
struct EnhancerOptions {
    int workingSize = 256;  ///< Side at which the network works, pixels; rounded up to what the network takes.
    bool nativeSize = true; ///< Carry the result to the input's own size; otherwise it has the working size.
    std::filesystem::path qualityJudge; ///< With both judges named, every result is judged as a pseudo-label would be.
    std::filesystem::path structureJudge; ///< May be empty, both or none.
    /// Evidence for the quality judge, as in an adaptation (AdaptationConfig::damageWeight), and what reads it.
    double damageWeight = 0.0;
    std::filesystem::path degradationEstimator; ///< Needed where the weight is above 0.
    /// With it, and where the model brings a guard, every photograph gets the result that the guard chooses.
    std::optional<GuardModels> guard;
    /// Adapts to every photograph by itself before it is enhanced (methods/same/test_time_adaptation.h), with these
    /// judges for its guard; some seconds each. Not together with `guard`.
    std::optional<GuardJudgeFiles> adaptToEach;
};

/// Milliseconds that the parts of one enhancement took.
struct EnhancementTimings {
    double prepareMs = 0.0; ///< Field of view and working frame.
    double networkMs = 0.0;
    double transferMs = 0.0;
};

/// One enhanced image and what is known about it.
struct Enhancement {
    Image image;       ///< At the input's size and depth, or at the working size with 8 bits.
    cv::Mat working;   ///< The same at working size, CV_32FC3 RGB in [0, 1].
    cv::Mat structure; ///< Vessel probability, CV_8UC1 0..255, working size; see layOnImage().
    FieldOfView fieldOfView;
    std::optional<PickDecision> decision; ///< Where judges were given.
    /// Where a guard chose the result. With adaptToEach, "adapted" is what was adapted to the photograph itself.
    std::optional<GuardVerdict> verdict;
    EnhancementTimings timings;
    std::string modelSha256;
};

/// A model ready to enhance. Free of LibTorch in its header. One thread at a time may use one Enhancer.
class Enhancer {
public:
    /// Loads the model onto the device. Fails with what loading a model fails with, or InvalidArgument.
    static Result<Enhancer> load(const std::filesystem::path& model, const DeviceChoice& device,
                                 const EnhancerOptions& options = {});
    ~Enhancer();
    Enhancer(Enhancer&&) noexcept;
    Enhancer& operator=(Enhancer&&) noexcept;

    /// Enhances one image; the original is not touched. Fails with Cancelled, OutOfMemory, ImageTooSmall or Internal.
    Result<Enhancement> enhance(const Image& image, std::stop_token stop = {});

    /// "fundus", "oct" or "ultrasound".
    const std::string& modality() const;
    int workingSize() const;

private:
    struct Parts;
    explicit Enhancer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace limpid
