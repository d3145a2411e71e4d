// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/image_guard.h"

#include "metrics/psnr.h"

#include <QTest>
#include <torch/torch.h>

#include <cmath>
#include <limits>

using namespace limpid;

class TestImageGuard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void likenessIsMeasuredForEveryPair();
    void fewSamplesAreRefused();
    void whatIsNoNumberIsRefused();
    void whereAllSamplesAgreeTheForecastIsTheirs();
    void betweenTwoGroupsItFollowsALine();
    void farFromTheSamplesTheLineEnds();
    void outliersAreLimited();
    void theForecastIsThatOfAnIndependentImplementation();
    void itSurvivesItsTable();
    void aTableOfAnotherShapeIsRefused();
};

namespace {

std::vector<ImageGuard::Sample> alike(std::size_t count, double gain, double at = 20.0) {
    return std::vector<ImageGuard::Sample>(count, {{at, at, at}, gain});
}

/// The samples of make_image_guard.py.
std::vector<ImageGuard::Sample> goldenSamples() {
    std::vector<ImageGuard::Sample> samples;
    for (int i = 0; i < 40; ++i) {
        const GuardEvidence evidence{20.0 + i * 7 % 11, 24.0 + i * 3 % 13, 30.0 + i * 5 % 9};
        samples.push_back({evidence, 2.0 * std::sin(i) + 0.2 * evidence.sourceToInput - 5.0});
    }
    return samples;
}

} // namespace

void TestImageGuard::likenessIsMeasuredForEveryPair() {
    const auto mask = torch::ones({2, 1, 8, 8});
    const auto input = torch::zeros({2, 3, 8, 8});
    const auto source = torch::full({2, 3, 8, 8}, 0.1);
    const auto evidence = guardEvidence(input, source, source, mask);
    QCOMPARE(evidence.size(), std::size_t{2});
    QVERIFY(std::abs(evidence[1].sourceToInput - 20.0) < 1e-4); // an error of a tenth everywhere
    QVERIFY(std::abs(evidence[1].adaptedToInput - 20.0) < 1e-4);
    QCOMPARE(evidence[1].adaptedToSource, psnrOfRounding);
}

void TestImageGuard::fewSamplesAreRefused() {
    QCOMPARE(ImageGuard::learn(alike(ImageGuard::fewestSamples - 1, 1.0)).error().code, ErrorCode::InvalidArgument);
    QVERIFY(ImageGuard::learn(alike(ImageGuard::fewestSamples, 1.0)).has_value());
}

void TestImageGuard::whatIsNoNumberIsRefused() {
    auto samples = alike(ImageGuard::fewestSamples, 1.0);
    samples.back().gain = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(ImageGuard::learn(samples).error().code, ErrorCode::InvalidArgument);
}

void TestImageGuard::whereAllSamplesAgreeTheForecastIsTheirs() {
    const auto forecast = ImageGuard::learn(alike(30, 0.7))->forecast({12.0, 50.0, 3.0});
    QVERIFY(std::abs(forecast - 0.7) < 1e-9);
}

void TestImageGuard::betweenTwoGroupsItFollowsALine() {
    auto samples = alike(20, 1.0, 20.0);
    const auto others = alike(20, -1.0, 40.0);
    samples.insert(samples.end(), others.begin(), others.end());
    const auto guard = ImageGuard::learn(samples);
    // Three equal parts at one deviation each: (3 N + 0.3 N) w = N, and three of them make 3 / 3.3.
    QVERIFY(std::abs(guard->forecast({20.0, 20.0, 20.0}) - 3.0 / 3.3) < 1e-9);
    QVERIFY(std::abs(guard->forecast({40.0, 40.0, 40.0}) + 3.0 / 3.3) < 1e-9);
    QVERIFY(std::abs(guard->forecast({30.0, 30.0, 30.0})) < 1e-9);
}

void TestImageGuard::farFromTheSamplesTheLineEnds() {
    const auto guard = ImageGuard::learn(goldenSamples());
    QCOMPARE(guard->forecast({500.0, 27.0, 33.0}), guard->forecast({5000.0, 27.0, 33.0}));
}

void TestImageGuard::outliersAreLimited() {
    auto samples = alike(30, 0.5);
    samples[3].gain = -40.0;
    const auto forecast = ImageGuard::learn(samples)->forecast({20.0, 20.0, 20.0});
    QVERIFY(std::abs(forecast - (29 * 0.5 - 3.0) / 30.0) < 1e-9);
}

void TestImageGuard::theForecastIsThatOfAnIndependentImplementation() {
    const auto guard = ImageGuard::learn(goldenSamples());
    const auto near = guard->forecast({22.5, 27.0, 33.0});
    QVERIFY2(std::abs(near + 0.24410338992524444) < 1e-9, qPrintable(QString::number(near)));
    const auto far = guard->forecast({60.0, 10.0, 31.0});
    QVERIFY(std::abs(far - 1.9036600409114035) < 1e-9);
}

void TestImageGuard::itSurvivesItsTable() {
    const auto guard = ImageGuard::learn(goldenSamples());
    const auto again = ImageGuard::fromTensor(guard->toTensor());
    QVERIFY(again.has_value());
    const GuardEvidence seen{23.0, 30.0, 32.0};
    QVERIFY(std::abs(again->forecast(seen) - guard->forecast(seen)) < 1e-12);
}

void TestImageGuard::aTableOfAnotherShapeIsRefused() {
    QCOMPARE(ImageGuard::fromTensor(torch::zeros({10})).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(ImageGuard::fromTensor(torch::ones({10, 1})).error().code, ErrorCode::InvalidArgument);
}

QTEST_APPLESS_MAIN(TestImageGuard)
#include "tst_image_guard.moc"
