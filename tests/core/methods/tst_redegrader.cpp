// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/fundus_degradation.h"
#include "methods/same/appearance.h"
#include "methods/same/redegrader.h"
#include "tiny_clinic.h"

#include <QtTest>

using namespace limpid;

namespace {

torch::Tensor labels() {
    return tinyClinic(3, 64).images.to(torch::kFloat) / 255.0;
}

torch::Tensor everything(int64_t count) {
    return torch::ones({count, 1, 64, 64});
}

std::unique_ptr<Degradation> wide(std::uint64_t seed) {
    return std::make_unique<FundusDegradation>(DegradationRanges::wide(), seed);
}

} // namespace

class TestRedegrader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statisticsOfAFlatImageAreItsColour();
    void blurLowersTheFineDetailOfTheStatistics();
    void manyCandidatesComeCloserToTheClinicThanOne();
    void mildDegradationsLieBetweenLabelAndFullDegradation();
};

void TestRedegrader::statisticsOfAFlatImageAreItsColour() {
    auto image = torch::ones({1, 3, 64, 64});
    image.select(1, 0).fill_(0.5);
    const auto statistics = appearanceStatistics(image, everything(1))[0];
    QCOMPARE(statistics.size(0), int64_t{9});
    QVERIFY(std::abs(statistics[0].item<double>() - 0.5) < 1e-6);
    QVERIFY(std::abs(statistics[1].item<double>() - 1.0) < 1e-6);
    QVERIFY(statistics[3].item<double>() < 1e-6); // no deviation
    QVERIFY(statistics[6].item<double>() < 1e-6); // even light
}

void TestRedegrader::blurLowersTheFineDetailOfTheStatistics() {
    const auto sharp = labels();
    const auto blurred = torch::avg_pool2d(sharp, {7, 7}, {1, 1}, {3, 3});
    const auto fine = [](const torch::Tensor& x) {
        return appearanceStatistics(x, everything(3)).select(1, 7);
    };
    QVERIFY((fine(blurred) < fine(sharp)).all().item<bool>());
}

void TestRedegrader::manyCandidatesComeCloserToTheClinicThanOne() {
    const auto clinic = FundusDegradation(DegradationRanges::clinicOtherStrengths(), 77).apply(labels(), everything(3));
    const auto wanted = appearanceStatistics(clinic.images, everything(3));
    const auto distance = [&](int candidates) {
        Redegrader redegrader(wide(5), wanted, {candidates, 1.0, 5});
        double sum = 0.0;
        for (int i = 0; i < 4; ++i) {
            const auto made = appearanceStatistics(redegrader.degrade(labels(), everything(3)), everything(3));
            sum += (made.mean(0) - wanted.mean(0)).pow(2).sum().item<double>();
        }
        return sum;
    };
    QVERIFY(distance(8) < distance(1));
}

void TestRedegrader::mildDegradationsLieBetweenLabelAndFullDegradation() {
    const auto appearance = appearanceStatistics(labels(), everything(3));
    const auto always = [] {
        auto ranges = DegradationRanges::wide();
        ranges.untouchedProbability = 0.0;
        return std::make_unique<FundusDegradation>(ranges, 5);
    };
    const auto full = Redegrader(always(), appearance, {1, 1.0, 9}).degrade(labels(), everything(3));
    const auto mild = Redegrader(always(), appearance, {1, 0.25, 9}).degrade(labels(), everything(3));
    for (int64_t i = 0; i < 3; ++i) {
        // The share of the degradation, read off by least squares.
        const auto change = full[i] - labels()[i];
        const auto share = ((mild[i] - labels()[i]) * change).sum() / change.pow(2).sum();
        QVERIFY(torch::allclose(mild[i], labels()[i] + share * change, 0.0, 1e-5));
        QVERIFY(share.item<double>() >= 0.25 && share.item<double>() < 1.0);
    }
}

QTEST_APPLESS_MAIN(TestRedegrader)
#include "tst_redegrader.moc"
