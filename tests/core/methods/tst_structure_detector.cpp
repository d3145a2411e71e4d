// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/judge_checkpoints.h"
#include "methods/same/structure_detector.h"

#include <torch/torch.h>

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace limpid;

namespace {

StructureDetectorConfig tiny() {
    StructureDetectorConfig config;
    config.inputSize = 32;
    config.widths = {4, 8, 8};
    config.discriminatorWidths = {4, 4, 8};
    config.latentSize = 8;
    return config;
}

/// Crossing lines at random places, 32 px; about an eighth of the pixels.
torch::Tensor crosses(std::int64_t count, std::uint64_t seed) {
    auto generator = at::detail::createCPUGenerator(seed);
    const auto places = at::randint(4, 27, {count, 4}, generator, torch::TensorOptions().dtype(torch::kLong));
    auto maps = torch::zeros({count, 1, 32, 32});
    for (std::int64_t i = 0; i < count; ++i) {
        maps[i][0].select(0, places[i][0].item<std::int64_t>()).fill_(1.0);
        maps[i][0].select(0, places[i][1].item<std::int64_t>()).fill_(0.9);
        maps[i][0].select(1, places[i][2].item<std::int64_t>()).fill_(1.0);
        maps[i][0].select(1, places[i][3].item<std::int64_t>()).fill_(0.9);
    }
    return maps;
}

} // namespace

class TestStructureDetector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDefaultStaysBelowTwoMillionParameters();
    void shapesAndRangesAreAsPromised();
    void theThresholdIsTheQuantileOfHeldOutScores();
    void anEmptyMapIsIrregular();
    void aNearlyEmptyAndAFullMapAreIrregular();
    void termsAreOneOnAnAverageHeldOutMap();
    void outsideTheFieldOfViewNothingCounts();
    void theFieldOfViewMayHaveAnotherSize();
    void aNanIsNotRegular();
    void aConfigurationSurvivesItsJson();
    void aHostileConfigurationIsRefused();
    void aSavedDetectorKeepsItsCalibration();
};

void TestStructureDetector::theDefaultStaysBelowTwoMillionParameters() {
    std::int64_t count = 0;
    for (const auto& parameter : StructureDetector()->parameters()) {
        count += parameter.numel();
    }
    QVERIFY2(count <= 2'000'000, qPrintable(QString::number(count)));
}

void TestStructureDetector::shapesAndRangesAreAsPromised() {
    const torch::NoGradGuard noGrad;
    StructureDetector detector(tiny());
    detector->eval();
    const auto prepared = detector->prepare(torch::rand({3, 1, 50, 70}), torch::ones({3, 1, 50, 70}));
    QVERIFY(prepared.sizes() == torch::IntArrayRef({3, 1, 32, 32}));
    const auto code = detector->encode(prepared);
    QVERIFY(code.mean.sizes() == torch::IntArrayRef({3, 8}));
    const auto rebuilt = detector->decode(code.mean);
    QVERIFY(rebuilt.sizes() == prepared.sizes());
    QVERIFY(((rebuilt >= 0.0) & (rebuilt <= 1.0)).all().item<bool>());
    const auto verdict = detector->discriminate(prepared);
    QVERIFY(verdict.logit.sizes() == torch::IntArrayRef({3}));
    QVERIFY(verdict.features.sizes() == torch::IntArrayRef({3, 8, 4, 4}));
    QVERIFY(detector->score(prepared).total.sizes() == torch::IntArrayRef({3}));
}

void TestStructureDetector::theThresholdIsTheQuantileOfHeldOutScores() {
    const torch::NoGradGuard noGrad;
    StructureDetector detector(tiny());
    const auto heldOut = crosses(21, 2);
    detector->calibrate(crosses(40, 1), heldOut, 0.95);
    detector->eval();
    const auto scores = detector->score(heldOut).total.contiguous();
    std::vector<float> sorted(scores.data_ptr<float>(), scores.data_ptr<float>() + 21);
    std::ranges::sort(sorted);
    // With 21 values the 95th percentile is the 20th of them exactly: 0.95 * 20 = 19.
    QVERIFY(std::abs(detector->threshold().item<float>() - sorted[19]) < 1e-3F * sorted[19]);
    QCOMPARE((scores > detector->threshold() * 1.001).sum().item<std::int64_t>(), std::int64_t{1});
}

void TestStructureDetector::anEmptyMapIsIrregular() {
    // Even untrained: an empty map reconstructs well, and yet must not pass.
    const torch::NoGradGuard noGrad;
    StructureDetector detector(tiny());
    detector->calibrate(crosses(40, 1), crosses(20, 2));
    detector->eval();
    const auto score = detector->score(torch::zeros({1, 1, 32, 32}));
    QVERIFY(score.total.item<double>() > 2.0 * detector->threshold().item<double>());
    QVERIFY(score.density.item<double>() > 100.0);
}

void TestStructureDetector::aNearlyEmptyAndAFullMapAreIrregular() {
    const torch::NoGradGuard noGrad;
    StructureDetector detector(tiny());
    const auto regular = crosses(20, 2);
    detector->calibrate(crosses(40, 1), regular);
    detector->eval();
    const auto odd = torch::cat({regular.slice(0, 0, 1) * 0.05, torch::ones({1, 1, 32, 32})});
    QVERIFY((detector->score(odd).total > detector->threshold()).all().item<bool>());
}

void TestStructureDetector::termsAreOneOnAnAverageHeldOutMap() {
    const torch::NoGradGuard noGrad;
    StructureDetector detector(tiny());
    const auto heldOut = crosses(20, 2);
    detector->calibrate(crosses(40, 1), heldOut);
    detector->eval();
    const auto score = detector->score(heldOut);
    for (const auto& term : {score.reconstruction, score.feature, score.appearance}) {
        QVERIFY(std::abs(term.mean().item<double>() - 1.0) < 1e-3);
    }
    QVERIFY(torch::allclose(score.total, score.reconstruction + score.feature + score.appearance + score.density));
}

void TestStructureDetector::outsideTheFieldOfViewNothingCounts() {
    StructureDetector detector(tiny());
    auto field = torch::zeros({1, 1, 32, 32});
    field.slice(3, 0, 16).fill_(1.0);
    const auto map = crosses(1, 4);
    auto dirty = map.clone();
    dirty.slice(3, 16, 32).fill_(0.7);
    QVERIFY(torch::equal(detector->prepare(map, field), detector->prepare(dirty, field)));
}

void TestStructureDetector::theFieldOfViewMayHaveAnotherSize() {
    StructureDetector detector(tiny());
    auto field = torch::zeros({1, 1, 32, 32});
    field.slice(3, 0, 16).fill_(1.0);
    const auto map = crosses(1, 4);
    const auto larger = torch::upsample_nearest2d(field, at::IntArrayRef{64, 64});
    QVERIFY(torch::equal(detector->prepare(map, field), detector->prepare(map, larger)));
}

void TestStructureDetector::aNanIsNotRegular() {
    const torch::NoGradGuard noGrad;
    StructureDetector detector(tiny());
    detector->calibrate(crosses(10, 1), crosses(10, 2));
    detector->eval();
    auto map = crosses(1, 4);
    map[0][0][3][3] = std::nan("");
    QVERIFY(!(detector->score(map).total <= detector->threshold()).item<bool>());
}

void TestStructureDetector::aConfigurationSurvivesItsJson() {
    const auto config = StructureDetectorConfig::fromJson(tiny().toJson());
    QVERIFY(config.has_value());
    QVERIFY(config->widths == tiny().widths && config->discriminatorWidths == tiny().discriminatorWidths);
    QCOMPARE(config->inputSize, 32);
    QCOMPARE(config->latentSize, 8);
    QCOMPARE(config->featureStage, 3);
}

void TestStructureDetector::aHostileConfigurationIsRefused() {
    for (const auto* json : {"3", R"({"widths":[]})", R"({"input_size":100})", R"({"feature_stage":9})",
                             R"({"latent_size":0})", R"({"input_size":1024,"widths":[2048],"latent_size":4096})",
                             R"({"discriminator_widths":[-1]})", R"({"latent_size":"big"})"}) {
        QVERIFY2(!StructureDetectorConfig::fromJson(json), json);
    }
}

void TestStructureDetector::aSavedDetectorKeepsItsCalibration() {
    const torch::NoGradGuard noGrad;
    const QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString()) / "structure.safetensors";
    StructureDetector detector(tiny());
    detector->calibrate(crosses(40, 1), crosses(20, 2));
    detector->eval();
    QVERIFY(saveStructureDetector(path, detector).has_value());
    auto loaded = loadStructureDetector(path);
    QVERIFY(loaded.has_value());
    const auto map = crosses(3, 5);
    QVERIFY(torch::equal((*loaded)->threshold(), detector->threshold()));
    QVERIFY(torch::equal((*loaded)->score(map).total, detector->score(map).total));
}

QTEST_APPLESS_MAIN(TestStructureDetector)
#include "tst_structure_detector.moc"
