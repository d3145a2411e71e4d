// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <torch/nn.h>

#include <cstdint>
#include <string>
#include <vector>

namespace limpid {

/// Sizes of the irregular structure detector. Written into the checkpoint as JSON.
struct StructureDetectorConfig {
    /// Structure maps are resized to this side; a multiple of 2^(number of widths).
    std::int64_t inputSize = 128;
    /// Channels after each stride-2 convolution of encoder and (reversed) decoder.
    std::vector<std::int64_t> widths{8, 16, 32, 64, 128};
    /// Channels after each stride-2 convolution of the discriminator.
    std::vector<std::int64_t> discriminatorWidths{8, 16, 32, 64};
    /// The discriminator's stage whose output is compared (1 = first), Larsen et al. use the third.
    std::int64_t featureStage = 3;
    std::int64_t latentSize = 64;
    /// Weight of the feature error against the reconstruction error (kappa of f-AnoGAN).
    double featureWeight = 1.0;

    std::string toJson() const;
    static Result<StructureDetectorConfig> fromJson(const std::string& json);
};

/// How irregular each of N structure maps is, [N] each. `total` is what is compared with the threshold.
struct StructureScore {
    torch::Tensor total;
    torch::Tensor reconstruction; ///< pixel error over vessel density, 1 on an average source map
    torch::Tensor feature;        ///< error of the discriminator's features, 1 on an average source map
    torch::Tensor appearance;     ///< Mahalanobis distance of pooled features, 1 on an average source map
    torch::Tensor density;        ///< 0 within two deviations of the source's vessel density, then rising squarely
};

/// The variational encoder's answer, and what the decoder makes of it.
struct StructureCode {
    torch::Tensor mean;        ///< [N,latentSize]
    torch::Tensor logVariance; ///< [N,latentSize]
};

/// The discriminator's answer.
struct StructureVerdict {
    torch::Tensor logit;    ///< [N]: above 0 for a regular map
    torch::Tensor features; ///< [N,C,h,w] of the feature stage, before its activation
};

/// Irregular structure detector: a VAE-GAN (Larsen et al., ICML 2016) that knows the source site's vessel trees, with
/// the score of f-AnoGAN (Schlegl et al., MedIA 2019): reconstruction error + kappa * feature error.
///
/// Two terms are added, since an empty map reconstructs perfectly and a mesh has no wrong density: the vessel density's
/// distance from the source's, and the Mahalanobis distance of the discriminator's pooled features from the source's.
/// All terms are scaled by buffers that calibrate() sets and that the checkpoint keeps.
///
/// Like every module it is not safe to use from two threads at once.
class StructureDetectorImpl : public torch::nn::Module {
public:
    explicit StructureDetectorImpl(const StructureDetectorConfig& config = {});

    /// Masks [N,1,H,W] probabilities by the field of view (same shape, {0,1}; undefined: everything) and resizes them
    /// to the detector's input [N,1,S,S].
    torch::Tensor prepare(const torch::Tensor& structures, const torch::Tensor& fieldOfView = {}) const;

    StructureCode encode(const torch::Tensor& prepared);
    /// [N,latentSize] to maps [N,1,S,S] in [0,1].
    torch::Tensor decode(const torch::Tensor& latent);
    StructureVerdict discriminate(const torch::Tensor& prepared);

    /// Scores prepared maps; needs calibrate() or loaded weights. Deterministic: the code's mean is decoded.
    StructureScore score(const torch::Tensor& prepared);

    /// Takes the source's statistics from `fitted` and the scales and the threshold from `heldOut`, both prepared maps
    /// [N,1,S,S] with at least two each. The threshold is the given share's quantile of held-out totals (0.95: five of
    /// a hundred regular source maps are refused). Runs under no-grad in eval mode.
    void calibrate(const torch::Tensor& fitted, const torch::Tensor& heldOut, double share = 0.95);
    /// The score above which a map is irregular, a tensor without dimensions on the module's device.
    torch::Tensor threshold() const { return m_threshold; }

    const StructureDetectorConfig& config() const { return m_config; }

private:
    struct Errors;
    Errors measure(const torch::Tensor& prepared);
    Errors measureInChunks(const torch::Tensor& prepared);
    StructureScore scaled(const Errors& errors) const;

    StructureDetectorConfig m_config;
    std::int64_t m_codeSide = 0;
    torch::nn::Sequential m_encoder;
    torch::nn::Linear m_mean{nullptr};
    torch::nn::Linear m_logVariance{nullptr};
    torch::nn::Linear m_expand{nullptr};
    torch::nn::Sequential m_decoder;
    torch::nn::ModuleList m_discriminator;
    torch::nn::Linear m_verdict{nullptr};

    // Calibration; names in the checkpoint without the prefix.
    torch::Tensor m_reconstructionScale;
    torch::Tensor m_featureScale;
    torch::Tensor m_appearanceScale;
    torch::Tensor m_appearanceMean;
    torch::Tensor m_appearancePrecision;
    torch::Tensor m_densityMean;
    torch::Tensor m_densityDeviation;
    torch::Tensor m_threshold;
};
TORCH_MODULE(StructureDetector);

} // namespace limpid
