// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/degradation_estimator.h"
#include "methods/same/pick_decision.h"
#include "methods/same/pick_thresholds.h"
#include "methods/same/quality_assessor.h"
#include "methods/same/structure_detector.h"
#include "task/result.h"

#include <torch/types.h>

#include <optional>
#include <string>
#include <vector>

namespace limpid {

/// How pseudo-labels are picked.
struct PickOptions {
    /// p(good) must be above this, and good must be the strongest class (SAME's constant).
    double qualityThreshold = 0.8;
    bool useQuality = true;
    bool useStructure = true;
    /// The judges are asked and their numbers kept, but every pseudo-label is accepted: for ablations and timings.
    bool acceptAll = false;
    /// Above 0: irregularity that is still accepted, in the place of the detector's own threshold.
    double structureThreshold = 0.0;
    /// Evidence for the quality judge (ours): what p(good) of a restoration loses for every unit by which its
    /// photograph's damage (DegradationSeverities::damage()) is above damageOfNoMoment, or gains below it. How badly a
    /// photograph was damaged says more about what is still wrong with its restoration than the restoration's own looks
    /// do. 0: none.
    double damageWeight = 0.0;

    static constexpr double damageOfNoMoment = 0.5;
};

/// SAME's pseudo-label picker: a teacher's output becomes a pseudo-label when the quality assessor and the irregular
/// structure detector both accept it. A degradation estimator can be heard as evidence for the quality judge.
///
/// Owns its judges; one thread at a time may call it.
class PseudoLabelPicker {
public:
    /// Takes both judges and the estimator; one that the options do not use may be null. Fails with ModelNotFound when
    /// one that is used is missing, and with InvalidArgument for a quality threshold outside 0..1 or a structure
    /// threshold below 0.
    static Result<PseudoLabelPicker> create(QualityAssessor quality, StructureDetector structure,
                                            const PickOptions& options = {},
                                            DegradationEstimator estimator = DegradationEstimator{nullptr});

    /// Moves the judges and the estimator.
    void to(const torch::Device& device);

    /// Judges by other thresholds than those of the options and the detector from now on; nullopt: by these again.
    void setThresholds(const std::optional<PickThresholds>& thresholds) { m_thresholds = thresholds; }

    /// How damaged photographs [N,3,H,W] with their fields of view [N,1,H,W] are, 0..1 each; nothing where the options
    /// want no such evidence.
    std::vector<double> damageOf(const torch::Tensor& photographs, const torch::Tensor& fieldOfView);

    /// Judges a batch on the judges' device. `images` [N,3,H,W] RGB in [0,1]; `structures` [N,1,h,w] probabilities
    /// (unused without the structure judge); `fieldOfView` [N,1,h,w] in {0,1}, or undefined; `damage` what damageOf()
    /// said of the photographs that they restore. Sets eval mode and no-grad itself and waits for the device once. A
    /// NaN is never accepted. Throws c10::Error on shapes that do not fit.
    std::vector<PickDecision> judge(const torch::Tensor& images, const torch::Tensor& structures,
                                    const torch::Tensor& fieldOfView = {}, const std::vector<double>& damage = {});

    const PickOptions& options() const { return m_options; }

private:
    PseudoLabelPicker(QualityAssessor quality, StructureDetector structure, const PickOptions& options,
                      DegradationEstimator estimator);

    QualityAssessor m_quality;
    StructureDetector m_structure;
    PickOptions m_options;
    DegradationEstimator m_estimator;
    std::optional<PickThresholds> m_thresholds; ///< In the place of the judges' own.
};

} // namespace limpid
