// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <torch/nn.h>

#include <cstdint>
#include <string>
#include <vector>

namespace limpid {

/// Which quality network, and its sizes. Written into the checkpoint as JSON.
struct QualityAssessorConfig {
    /// `Mcf`: the multiple colour-space fusion network (Fu et al., MICCAI 2019) that SAME picks with: three
    /// DenseNet-121. `Compact`: one small trunk over the nine channels of RGB, HSV and LAB.
    enum class Design { Mcf, Compact };

    Design design = Design::Compact;
    /// Images are resized to this side before they are judged.
    std::int64_t inputSize = 192;
    /// Channels after each stride-2 stage of the compact trunk.
    std::vector<std::int64_t> widths{24, 32, 64, 96, 128};

    /// The paper's network: 20,880,051 parameters at 224 px.
    static QualityAssessorConfig mcf();
    /// At most 0.5 M parameters at 192 px.
    static QualityAssessorConfig compact();

    std::string toJson() const;
    static Result<QualityAssessorConfig> fromJson(const std::string& json);
};

/// The classes of EyeQ, in the order of the network's outputs.
enum class QualityClass { Good = 0, Usable = 1, Reject = 2 };

/// What the network says about a batch of N images. All values are in [0,1].
struct QualityOutput {
    /// [N,3]: independent probabilities of good, usable and reject (sigmoids as in the paper; they need not sum to 1).
    torch::Tensor probabilities;
    /// [N,3] each: the heads of RGB, HSV, LAB and of the fused features (`Mcf` only, else empty).
    std::vector<torch::Tensor> auxiliary;
    /// [N,1]: estimated severity of the degradation, 0 for a clean image (`Compact` only, else undefined).
    torch::Tensor severity;
};

/// Judges image quality in three colour spaces: good, usable or reject.
///
/// Like every module it is not safe to use from two threads at once.
class QualityAssessorImpl : public torch::nn::Module {
public:
    explicit QualityAssessorImpl(const QualityAssessorConfig& config = {});

    /// `images` is [N,3,H,W] RGB in [0,1], any size; it is resized to the network's own with antialiasing.
    QualityOutput forward(const torch::Tensor& images);
    const QualityAssessorConfig& config() const { return m_config; }

private:
    struct Branches;

    QualityOutput forwardMcf(const torch::Tensor& rgb);
    QualityOutput forwardCompact(const torch::Tensor& rgb);

    QualityAssessorConfig m_config;
    std::shared_ptr<Branches> m_branches;
};
TORCH_MODULE(QualityAssessor);

} // namespace limpid
