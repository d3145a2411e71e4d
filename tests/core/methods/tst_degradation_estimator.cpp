// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/fundus_degradation.h"
#include "methods/same/degradation_estimator.h"
#include "methods/same/degradation_statistics.h"
#include "nn/adam.h"
#include "tiny_photographs.h"

#include <QtTest>

#include <cmath>

using namespace limpid;

namespace {

torch::Tensor withNoise(const QualityTrainingSet& set, double sigma) {
    const auto generator = at::detail::createCPUGenerator(5);
    return (set.images + at::randn(set.images.sizes(), generator, torch::TensorOptions()) * sigma).clamp(0.0, 1.0) *
           set.fieldsOfView;
}

std::int64_t parametersOf(const DegradationEstimator& estimator) {
    std::int64_t count = 0;
    for (const auto& parameter : estimator->parameters())
        count += parameter.numel();
    return count;
}

DegradationEstimatorConfig small() {
    DegradationEstimatorConfig config;
    config.inputSize = 64;
    config.widths = {8, 16};
    config.hidden = 64;
    return config;
}

} // namespace

class TestDegradationEstimator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itGivesNineNumbersForEachImage();
    void itHasTheDocumentedNumberOfParameters();
    void everyParameterGetsAGradient();
    void itLearnsATinyBatchByHeart();
    void whatLiesOutsideTheFieldOfViewDoesNotCount();
    void twiceTheNoiseIsSeenAsTwiceTheNoise();
    void theColourStatisticsAreThoseOfTheImageItself();
    void blurTakesTheFinestDetailFirst();
    void severitiesSurviveTheTensor();
    void oddConfigurationsAreRefused_data();
    void oddConfigurationsAreRefused();
};

void TestDegradationEstimator::itGivesNineNumbersForEachImage() {
    DegradationEstimator estimator(small());
    estimator->eval();
    for (const std::int64_t side : {64, 96, 130}) {
        const auto set = tinyPhotographs(3, side);
        const auto estimates = estimator->forward(set.images, set.fieldsOfView);
        QVERIFY(estimates.sizes() == torch::IntArrayRef({3, 9}));
        QVERIFY(at::isfinite(estimates).all().item<bool>());
        QVERIFY(degradationStatistics(set.images, set.fieldsOfView).sizes() ==
                torch::IntArrayRef({3, degradationStatisticsCount}));
    }
}

void TestDegradationEstimator::itHasTheDocumentedNumberOfParameters() {
    QCOMPARE(parametersOf(DegradationEstimator()), std::int64_t{294'087});
}

void TestDegradationEstimator::everyParameterGetsAGradient() {
    torch::manual_seed(3);
    DegradationEstimator estimator(small());
    const auto set = tinyPhotographs(4, 64);
    estimator->forward(withNoise(set, 0.05), set.fieldsOfView).square().sum().backward();
    for (const auto& parameter : estimator->named_parameters()) {
        QVERIFY2(parameter.value().grad().defined(), parameter.key().c_str());
        QVERIFY2(at::isfinite(parameter.value().grad()).all().item<bool>(), parameter.key().c_str());
        QVERIFY2(parameter.value().grad().abs().sum().item<double>() > 0.0, parameter.key().c_str());
    }
}

void TestDegradationEstimator::itLearnsATinyBatchByHeart() {
    torch::manual_seed(4);
    DegradationEstimator estimator(small());
    const auto set = tinyPhotographs(6, 64);
    FundusDegradation degradation(DegradationRanges::everyStrength(), 9);
    const auto degraded = degradation.apply(set.images, set.fieldsOfView);
    std::vector<DegradationSeverities> drawn;
    for (const auto& record : degraded.records)
        drawn.push_back(record.severities);
    const auto wanted = asEstimates(drawn);
    Adam optimiser(estimator->parameters(), 3e-3);
    double loss = 1.0;
    constexpr int steps = 400;
    for (int step = 0; step < steps; ++step) {
        optimiser.setLearningRate(3e-3 * (steps - step) / steps);
        const auto error = estimator->forward(degraded.images, set.fieldsOfView) - wanted;
        optimiser.forgetGradients();
        error.square().mean().backward();
        optimiser.step();
        loss = error.abs().mean().item<double>();
    }
    QVERIFY2(loss < 0.02, qPrintable(QString::number(loss)));
}

void TestDegradationEstimator::whatLiesOutsideTheFieldOfViewDoesNotCount() {
    torch::manual_seed(5);
    DegradationEstimator estimator(small());
    estimator->eval();
    const auto set = tinyPhotographs(2, 64);
    const auto litOutside = set.images + (1.0 - set.fieldsOfView) * 0.7;
    QVERIFY(torch::allclose(estimator->forward(set.images, set.fieldsOfView),
                            estimator->forward(litOutside, set.fieldsOfView), 1e-4, 1e-5));
}

void TestDegradationEstimator::twiceTheNoiseIsSeenAsTwiceTheNoise() {
    auto set = tinyPhotographs(4, 128);
    set.images = set.fieldsOfView.expand_as(set.images) * 0.5; // nothing is clipped
    constexpr std::int64_t finestDiagonal = 27;                // behind the colours
    constexpr std::int64_t immerkaer = 27 + 15;
    for (const auto first : {finestDiagonal, immerkaer}) {
        const auto seen = [&](double sigma) {
            return degradationStatistics(withNoise(set, sigma), set.fieldsOfView).slice(1, first, first + 3).exp();
        };
        const auto once = seen(0.03), twice = seen(0.06);
        QVERIFY(((once - 0.03).abs() < 0.004).all().item<bool>());
        QVERIFY(((twice - 0.06).abs() < 0.006).all().item<bool>());
    }
}

void TestDegradationEstimator::theColourStatisticsAreThoseOfTheImageItself() {
    auto set = tinyPhotographs(1, 64);
    set.images = torch::tensor({0.6F, 0.3F, 0.15F}).view({1, 3, 1, 1}) * set.fieldsOfView;
    const auto statistics = degradationStatistics(set.images, set.fieldsOfView)[0];
    QVERIFY(std::abs(statistics[0].item<double>() - 0.6) < 1e-4);
    QVERIFY(std::abs(statistics[2].item<double>() - 0.15) < 1e-4);
    QVERIFY(statistics[3].item<double>() < 1e-3);                  // no deviation
    QVERIFY(std::abs(statistics[15].item<double>() - 0.6) < 1e-4); // median of red
    QVERIFY(std::abs(statistics[24].item<double>() - std::log(0.62 / 0.32)) < 1e-3);
}

void TestDegradationEstimator::blurTakesTheFinestDetailFirst() {
    auto set = tinyPhotographs(2, 128);
    set.images = withNoise(set, 0.05);
    const auto blurred = torch::avg_pool2d(set.images, 5, 1, 2);
    constexpr std::int64_t finest = 47; // behind colours and noise, four numbers for every scale
    constexpr std::int64_t coarsest = finest + 3 * 4;
    const auto lost =
        degradationStatistics(set.images, set.fieldsOfView) - degradationStatistics(blurred, set.fieldsOfView);
    const auto at = [&](std::int64_t first) {
        return lost.slice(1, first, first + 4).mean().item<double>();
    };
    QVERIFY2(at(finest) > std::log(2.0), qPrintable(QString::number(at(finest))));
    QVERIFY2(at(coarsest) < 0.3 * at(finest), qPrintable(QString::number(at(coarsest))));
}

void TestDegradationEstimator::severitiesSurviveTheTensor() {
    DegradationSeverities severities{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, {0.7, -0.8, 0.9}};
    const auto rows = asEstimates({{}, severities});
    QVERIFY(rows.sizes() == torch::IntArrayRef({2, 9}));
    const auto back = asSeverities(rows[1]);
    for (const auto kind : gradedKinds)
        QVERIFY(std::abs(back.of(kind) - severities.of(kind)) < 1e-6);
}

void TestDegradationEstimator::oddConfigurationsAreRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no object") << QByteArray("[1]");
    QTest::newRow("input too small") << QByteArray(R"({"input_size": 8})");
    QTest::newRow("no widths") << QByteArray(R"({"widths": []})");
    QTest::newRow("negative width") << QByteArray(R"({"widths": [16, -4]})");
    QTest::newRow("text for a number") << QByteArray(R"({"hidden": "many"})");
}

void TestDegradationEstimator::oddConfigurationsAreRefused() {
    QFETCH(QByteArray, json);
    const auto config = DegradationEstimatorConfig::fromJson(json.toStdString());
    QVERIFY(!config);
    QCOMPARE(config.error().code, ErrorCode::InvalidArgument);
    QVERIFY(DegradationEstimatorConfig::fromJson(DegradationEstimatorConfig().toJson()).has_value());
}

QTEST_APPLESS_MAIN(TestDegradationEstimator)
#include "tst_degradation_estimator.moc"
