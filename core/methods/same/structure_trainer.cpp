// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/structure_trainer.h"

#include "methods/same/structure_augmentation.h"
#include "methods/same/training_support.h"
#include "nn/adam.h"
#include "storage/checkpoint.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Functions.h>
#include <torch/utils.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

namespace limpid {
namespace {

/// Prepared maps of the source, split. With predictions, those are what is calibrated on.
struct Maps {
    torch::Tensor masks;          ///< training, [N,1,S,S]
    torch::Tensor predictions;    ///< training, or undefined
    torch::Tensor fitted;         ///< for the statistics
    torch::Tensor heldOut;        ///< for the scales, the threshold and the report
    std::int64_t heldOutMaps = 0; ///< how many different ones heldOut is made of
    torch::Tensor failures;       ///< training, or undefined
    torch::Tensor heldOutFailures;
};

constexpr std::int64_t fewestFailures = 8;

torch::Tensor prepared(const StructureDetector& detector, const torch::Tensor& structures, const torch::Tensor& fields,
                       const c10::Device& device) {
    std::vector<torch::Tensor> parts;
    // In pieces: the maps come at working size, of which a whole set as floats would not fit everywhere.
    for (std::int64_t begin = 0; begin < structures.size(0); begin += 32) {
        const auto length = std::min<std::int64_t>(32, structures.size(0) - begin);
        const auto field = fields.defined() ? (fields.narrow(0, begin, length) > 0).to(torch::kFloat) : torch::Tensor();
        parts.push_back(detector->prepare(asUnitFloat(structures.narrow(0, begin, length)), field));
    }
    return torch::cat(parts).to(device);
}

Maps prepareMaps(const StructureDetector& detector, const StructureTrainingSet& data,
                 const StructureTrainingOptions& options, at::Generator& generator) {
    const auto take = [](const torch::Tensor& maps, const torch::Tensor& indices) {
        return maps.index_select(0, indices.to(maps.device()));
    };
    constexpr std::int64_t mostHeldOut = 256;
    const auto masks = prepared(detector, data.structures, data.fieldsOfView, options.device);
    const auto split = splitIndices(masks.size(0), options.heldOutShare, mostHeldOut, generator);
    // Few maps are shown several times, each time turned otherwise: statistics and a percentile want more than a dozen.
    const auto repeated = [](const torch::Tensor& few) {
        constexpr std::int64_t enough = 128;
        return few.repeat({(enough + few.size(0) - 1) / few.size(0), 1, 1, 1});
    };
    Maps maps;
    maps.masks = take(masks, split.training);
    if (data.predictions.defined()) {
        const auto predictions = prepared(detector, data.predictions, data.predictionFieldsOfView, options.device);
        const auto second = splitIndices(predictions.size(0), options.heldOutShare, mostHeldOut, generator);
        maps.predictions = take(predictions, second.training);
        maps.fitted = varyGeometry(repeated(maps.predictions), generator);
        maps.heldOut = varyGeometry(repeated(take(predictions, second.heldOut)), generator);
        maps.heldOutMaps = second.heldOut.size(0);
    } else {
        maps.fitted = soften(varyGeometry(repeated(maps.masks), generator), generator);
        maps.heldOut = soften(varyGeometry(repeated(take(masks, split.heldOut)), generator), generator);
        maps.heldOutMaps = split.heldOut.size(0);
    }
    if (data.failures.defined() && data.failures.size(0) >= fewestFailures) {
        const auto failures = prepared(detector, data.failures, data.failureFieldsOfView, options.device);
        const auto third = splitIndices(failures.size(0), options.heldOutShare, mostHeldOut, generator);
        maps.failures = take(failures, third.training);
        maps.heldOutFailures = take(failures, third.heldOut);
    }
    return maps;
}

torch::Tensor drawTurned(const torch::Tensor& from, std::int64_t count, at::Generator& generator) {
    const auto options = torch::TensorOptions().dtype(torch::kLong);
    const auto indices = at::randint(0, from.size(0), {count}, generator, options).to(from.device());
    return varyGeometry(from.index_select(0, indices), generator);
}

torch::Tensor drawBatch(const Maps& maps, std::int64_t count, at::Generator& generator) {
    const auto draw = [&](const torch::Tensor& from, std::int64_t number) {
        return drawTurned(from, number, generator);
    };
    if (!maps.predictions.defined()) {
        return soften(draw(maps.masks, count), generator);
    }
    const auto half = count / 2;
    return torch::cat({soften(draw(maps.masks, half), generator), draw(maps.predictions, count - half)});
}

/// Losses of one step, detached, for the epoch's means.
struct StepLosses {
    torch::Tensor reconstruction;
    torch::Tensor feature;
    torch::Tensor divergence;
    torch::Tensor discriminator;
};

/// The two optimisers of the VAE-GAN and one step of both.
class VaeGan {
public:
    VaeGan(StructureDetector detector, const StructureTrainingOptions& options)
        : m_detector(std::move(detector))
        , m_options(options)
        , m_autoencoder(parameters(false), m_options.learningRate, betas)
        , m_critic(parameters(true), m_options.learningRate, betas) {}

    void setRate(double rate) {
        m_autoencoder.setLearningRate(rate);
        m_critic.setLearningRate(rate);
    }

    StepLosses step(const torch::Tensor& maps, const torch::Tensor& irregular, at::Generator& generator) {
        const auto code = m_detector->encode(maps);
        const auto normal = [&] {
            const auto options = torch::TensorOptions().dtype(torch::kFloat);
            return at::randn(code.mean.sizes(), generator, options).to(maps.device());
        };
        const auto latent = code.mean + normal() * (code.logVariance * 0.5).exp();
        const auto rebuilt = m_detector->decode(latent);
        const auto sampled = m_detector->decode(normal());

        // Autoencoder: likelihood of the pixels and features, the code's divergence, and both pictures' credibility.
        const auto real = m_detector->discriminate(maps);
        const auto falseRebuilt = m_detector->discriminate(rebuilt);
        const auto falseSampled = m_detector->discriminate(sampled);
        const auto pixels = probabilityCrossEntropy(rebuilt, maps);
        const auto feature = (falseRebuilt.features - real.features.detach()).square().mean();
        const auto divergence =
            (code.mean.square() + code.logVariance.exp() - code.logVariance - 1.0).sum(1).mean() * 0.5;
        const auto credibility = crossEntropy(falseRebuilt.logit, 1.0) + crossEntropy(falseSampled.logit, 1.0);
        const auto realLoss = crossEntropy(real.logit, 1.0);
        const auto falseLoss = (crossEntropy(m_detector->discriminate(rebuilt.detach()).logit, 0.0) +
                                crossEntropy(m_detector->discriminate(sampled.detach()).logit, 0.0)) *
                               0.5;

        // Balance as a factor of 0 or 1 on the device, so that no step waits for it.
        const auto low = 0.68 - m_options.balanceMargin;
        const auto high = 0.68 + m_options.balanceMargin;
        auto trainCritic = (realLoss >= low).logical_and(falseLoss >= low);
        auto trainDecoder = (realLoss <= high).logical_and(falseLoss <= high);
        const auto neither = trainCritic.logical_or(trainDecoder).logical_not();
        trainCritic = trainCritic.logical_or(neither);
        trainDecoder = trainDecoder.logical_or(neither);

        const auto perPixel = 1.0 / static_cast<double>(maps[0].numel());
        const auto autoencoderLoss = pixels + divergence * perPixel + feature * m_options.featureWeight +
                                     credibility * trainDecoder.detach() * m_options.adversarialWeight;
        auto criticLoss = (realLoss + falseLoss) * trainCritic.detach();
        if (irregular.defined()) {
            // Never rests: these do not come from the decoder and cannot be balanced against it.
            criticLoss = criticLoss + crossEntropy(m_detector->discriminate(irregular).logit, 0.0) + realLoss;
        }

        m_autoencoder.forgetGradients();
        autoencoderLoss.backward();
        m_critic.forgetGradients();
        criticLoss.backward();
        m_autoencoder.step();
        m_critic.step();
        return {pixels.detach(), feature.detach(), divergence.detach(), (realLoss + falseLoss).detach()};
    }

private:
    static constexpr Adam::Betas betas{0.5, 0.999};

    static torch::Tensor crossEntropy(const torch::Tensor& logit, double target) {
        return torch::binary_cross_entropy_with_logits(logit, torch::full_like(logit, target));
    }

    std::vector<torch::Tensor> parameters(bool critic) const {
        std::vector<torch::Tensor> chosen;
        for (const auto& item : m_detector->named_parameters()) {
            const bool isCritic = item.key().starts_with("discriminator.") || item.key().starts_with("verdict.");
            if (isCritic == critic) {
                chosen.push_back(item.value());
            }
        }
        return chosen;
    }

    StructureDetector m_detector;
    const StructureTrainingOptions& m_options;
    Adam m_autoencoder;
    Adam m_critic;
};

torch::Tensor totals(StructureDetector& detector, const torch::Tensor& maps) {
    std::vector<torch::Tensor> parts;
    for (const auto& chunk : maps.split(32)) {
        parts.push_back(detector->score(chunk).total);
    }
    return torch::cat(parts).to(torch::kCPU);
}

/// Calibrates and measures the detector against every kind of irregular map made from held-out regular ones.
void measure(StructureDetector& detector, const Maps& maps, const StructureTrainingOptions& options,
             std::int64_t mostMaps, StructureReport& report) {
    const torch::NoGradGuard noGrad;
    detector->eval();
    detector->calibrate(maps.fitted, maps.heldOut, options.thresholdShare);
    const auto regular = totals(detector, maps.heldOut);
    report.threshold = detector->threshold().item<double>();
    report.regularRefused = (regular > report.threshold).to(torch::kFloat).mean().item<double>();
    report.detection.clear();
    report.meanAuc = 0.0;
    auto generator = at::detail::createCPUGenerator(options.seed + 1);
    const auto base = maps.heldOut.narrow(0, 0, std::min(mostMaps, maps.heldOut.size(0)));
    for (const auto kind : allIrregularKinds) {
        const auto irregular = totals(detector, makeIrregular(base, kind, generator));
        IrregularDetection found;
        found.kind = kind;
        found.trainedOn = std::ranges::find(options.exposure, kind) != options.exposure.end();
        found.auc = areaUnderCurve(regular, irregular);
        found.refused = (irregular > report.threshold).to(torch::kFloat).mean().item<double>();
        report.detection.push_back(found);
        report.meanAuc += found.auc / static_cast<double>(allIrregularKinds.size());
    }
    if (maps.heldOutFailures.defined()) {
        const auto failed = totals(detector, maps.heldOutFailures);
        report.failureAuc = areaUnderCurve(regular, failed);
        report.failuresRefused = (failed > report.threshold).to(torch::kFloat).mean().item<double>();
    }
}

/// The irregular maps of step `done`: the kinds take turns, and failures have every second one. Undefined without any.
torch::Tensor drawIrregular(const Maps& maps, const StructureTrainingOptions& options, const torch::Tensor& regular,
                            int done, at::Generator& generator) {
    const auto& kinds = options.exposure;
    if (maps.failures.defined() && (done % 2 == 1 || kinds.empty()))
        return drawTurned(maps.failures, regular.size(0), generator);
    if (kinds.empty())
        return {};
    const auto turn = static_cast<std::size_t>(maps.failures.defined() ? done / 2 : done);
    return makeIrregular(regular, kinds[turn % kinds.size()], generator);
}

Result<void> check(const StructureTrainingSet& data, const StructureTrainingOptions& options) {
    if (!data.structures.defined() || data.structures.dim() != 4 || data.structures.size(1) != 1) {
        return fail(ErrorCode::InvalidArgument, {"structure training maps", "they must be [N,1,H,W]"});
    }
    const auto fewest = data.predictions.defined() ? std::min(data.structures.size(0), data.predictions.size(0))
                                                   : data.structures.size(0);
    if (fewest < 8) {
        return fail(ErrorCode::TooFewImages, {std::to_string(fewest), "8"});
    }
    if (options.epochs < 1 || options.stepsPerEpoch < 1 || options.batchSize < 2) {
        return fail(ErrorCode::InvalidArgument, {"structure training", "epochs, steps or batch are too few"});
    }
    return {};
}

double meanOf(const std::vector<torch::Tensor>& values) {
    return torch::stack(values).mean().item<double>();
}

} // namespace

StructureTrainer::StructureTrainer(StructureTrainingOptions options)
    : m_options(std::move(options)) {}

Result<TrainedStructure> StructureTrainer::train(const StructureTrainingSet& data, Progress progress,
                                                 std::stop_token stop) const {
    if (auto valid = check(data, m_options); !valid) {
        return fail(std::move(valid.error()));
    }
    try {
        const auto start = std::chrono::steady_clock::now();
        torch::manual_seed(m_options.seed);
        TrainedStructure trained{StructureDetector(m_options.network), {}};
        auto& [detector, report] = trained;
        detector->to(m_options.device);

        auto generator = at::detail::createCPUGenerator(m_options.seed);
        const auto maps = prepareMaps(detector, data, m_options, generator);
        report.trainingMaps = maps.masks.size(0) + (maps.predictions.defined() ? maps.predictions.size(0) : 0);
        report.heldOutMaps = maps.heldOutMaps;

        VaeGan vaeGan(detector, m_options);
        const auto totalSteps = m_options.epochs * m_options.stepsPerEpoch;
        NamedTensors bestWeights;
        for (int epoch = 1; epoch <= m_options.epochs && !report.stopped; ++epoch) {
            detector->train();
            std::vector<torch::Tensor> reconstruction, feature, divergence, critic;
            for (int step = 0; step < m_options.stepsPerEpoch; ++step) {
                if (stop.stop_requested()) {
                    report.stopped = true;
                    break;
                }
                const auto done = (epoch - 1) * m_options.stepsPerEpoch + step;
                vaeGan.setRate(m_options.learningRate * cosineDecay(done, totalSteps, 0.05));
                const auto batch = drawBatch(maps, m_options.batchSize, generator);
                const auto irregular = drawIrregular(maps, m_options, batch, done, generator);
                const auto losses = vaeGan.step(batch, irregular, generator);
                reconstruction.push_back(losses.reconstruction);
                feature.push_back(losses.feature);
                divergence.push_back(losses.divergence);
                critic.push_back(losses.discriminator);
                progress.set(static_cast<double>(done + 1) / totalSteps);
            }
            if (report.stopped) {
                break;
            }
            const auto history = (torch::stack(reconstruction) + torch::stack(critic)).to(torch::kCPU);
            if (const auto bad = firstNotFinite(history); bad >= 0) {
                return fail(ErrorCode::TrainingDiverged, {std::to_string(epoch), std::to_string(bad + 1), "loss"});
            }
            StructureReport measured;
            measure(detector, maps, m_options, 48, measured);
            const StructureEpoch current{epoch,          meanOf(reconstruction), meanOf(feature), meanOf(divergence),
                                         meanOf(critic), measured.meanAuc};
            report.epochs.push_back(current);
            if (bestWeights.empty() || current.meanAuc > report.best.meanAuc) {
                report.best = current;
                bestWeights = copyOfState(*detector);
            }
            if (m_options.onEpoch) {
                m_options.onEpoch(current);
            }
        }
        if (bestWeights.empty()) {
            return fail(ErrorCode::Cancelled);
        }
        if (auto restored = loadInto(*detector, bestWeights, {}); !restored) {
            return fail(std::move(restored.error()));
        }
        measure(detector, maps, m_options, maps.heldOut.size(0), report);
        report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        return trained;
    } catch (const c10::Error& error) {
        return fail(ErrorCode::Internal, {"training the structure judge"}, error.what_without_backtrace());
    }
}

} // namespace limpid
