// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/fundus_degradation.h"
#include "degradation/optical_blur.h"
#include "degradation/severity.h"
#include "synthetic_fundus.h"

#include <QtTest>

using namespace limpid;
using namespace limpid::test;

namespace {

constexpr std::int64_t side = 64;

double worst(const DegradedBatch& batch) {
    return batch.severity.max().item<double>();
}

} // namespace

class TestFundusDegradation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withEverythingOffOnlyTheFieldOfViewIsCut() {
        const torch::Tensor images = torch::full({2, 3, side, side}, 0.3);
        const torch::Tensor inside = discFieldOfView(2, side);
        FundusDegradation degradation(DegradationRanges{}, 1);
        const DegradedBatch batch = degradation.apply(images, inside);
        QVERIFY(torch::equal(batch.images, images * inside));
        QVERIFY(worst(batch) < 1e-6);
        QVERIFY(batch.kinds.at(0).empty() && batch.records.at(1).kinds.empty());
    }

    void strengthZeroOfEveryKindLeavesTheImageAsItIs() {
        const torch::Tensor images = stripedFundus(2, side);
        const auto kinds = parseDegradationKinds("haze,illumination,spots,blur,noise,cast,veil,gamma,darkening");
        FundusDegradation degradation(DegradationRanges::ofKinds(*kinds, {0.0, 0.0}), 2);
        const DegradedBatch batch = degradation.apply(images, discFieldOfView(2, side));
        QVERIFY(largestDifference(batch.images, images) < 1e-4);
    }

    void everyPresetStaysInRangeAndInsideTheFieldOfView() {
        const torch::Tensor images = stripedFundus(4, side);
        const torch::Tensor inside = discFieldOfView(4, side);
        for (const std::string& name : degradationPresetNames()) {
            FundusDegradation degradation(*degradationPreset(name), 3);
            for (int round = 0; round < 4; ++round) {
                const DegradedBatch batch = degradation.apply(images, inside);
                QVERIFY(torch::isfinite(batch.images).all().item<bool>());
                QVERIFY(batch.images.min().item<double>() >= 0.0 && batch.images.max().item<double>() <= 1.0);
                QCOMPARE((batch.images * (1.0 - inside)).abs().max().item<double>(), 0.0);
                QVERIFY(batch.severity.min().item<double>() >= 0.0 && worst(batch) <= 1.0);
                QCOMPARE(batch.severity.sizes().vec(), std::vector<std::int64_t>{4});
                QCOMPARE(batch.kinds.size(), std::size_t{4});
            }
        }
    }

    void theInputIsNotTouched() {
        const torch::Tensor images = stripedFundus(2, side);
        const torch::Tensor before = images.clone();
        FundusDegradation(DegradationRanges::beyondReach(), 4).apply(images, discFieldOfView(2, side));
        QVERIFY(torch::equal(images, before));
    }

    void theSameSeedGivesTheSameImages() {
        const torch::Tensor images = stripedFundus(4, side);
        const torch::Tensor inside = discFieldOfView(4, side);
        FundusDegradation first(DegradationRanges::wide(), 5);
        FundusDegradation second(DegradationRanges::wide(), 5);
        FundusDegradation other(DegradationRanges::wide(), 6);
        const torch::Tensor one = first.apply(images, inside).images;
        QVERIFY(torch::equal(one, second.apply(images, inside).images));
        QVERIFY(!torch::equal(one, other.apply(images, inside).images));
        QVERIFY(!torch::equal(one, first.apply(images, inside).images));
    }

    void aResumedRunGoesOnIdentically() {
        const torch::Tensor images = stripedFundus(2, side);
        const torch::Tensor inside = discFieldOfView(2, side);
        FundusDegradation run(DegradationRanges::wide(), 7);
        run.apply(images, inside);
        FundusDegradation resumed(DegradationRanges::wide(), 0);
        QVERIFY(resumed.restoreState(run.saveState()).has_value());
        QVERIFY(torch::equal(run.apply(images, inside).images, resumed.apply(images, inside).images));
        QVERIFY(!resumed.restoreState("nonsense").has_value());
    }

    void theGlobalGeneratorOfLibTorchIsLeftAlone() {
        const torch::Tensor images = stripedFundus(1, side);
        torch::manual_seed(8);
        const torch::Tensor expected = torch::rand({4});
        torch::manual_seed(8);
        FundusDegradation(DegradationRanges::beyondReach(), 8).apply(images, discFieldOfView(1, side));
        QVERIFY(torch::equal(torch::rand({4}), expected));
    }

    void aSampleDoesNotDependOnItsNeighbours() {
        const torch::Tensor images = stripedFundus(6, side);
        const torch::Tensor inside = discFieldOfView(6, side);
        FundusDegradation degradation(DegradationRanges::wide(), 9);
        std::vector<DegradationPlan> plans;
        for (int index = 0; index < 6; ++index)
            plans.push_back(degradation.drawPlan());
        const DegradedBatch together = FundusDegradation::applyPlans(images, inside, plans);
        for (std::int64_t index = 0; index < 6; ++index) {
            const DegradedBatch alone = FundusDegradation::applyPlans(
                images.narrow(0, index, 1), inside.narrow(0, index, 1), {plans[static_cast<std::size_t>(index)]});
            QVERIFY(largestDifference(together.images[index], alone.images[0]) < 1e-5);
            QCOMPARE(together.kinds[static_cast<std::size_t>(index)], alone.kinds.front());
        }
    }

    void whatIsNotAFundusBatchIsRefused() {
        FundusDegradation degradation(DegradationRanges::wide(), 10);
        const torch::Tensor images = stripedFundus(2, side);
        const torch::Tensor inside = discFieldOfView(2, side);
        QVERIFY_THROWS_EXCEPTION(c10::Error, degradation.apply(images.narrow(1, 0, 1), inside));
        QVERIFY_THROWS_EXCEPTION(c10::Error, degradation.apply(images, inside.narrow(0, 0, 1)));
        QVERIFY_THROWS_EXCEPTION(c10::Error, degradation.apply(images.to(torch::kFloat64), inside));
        QVERIFY_THROWS_EXCEPTION(c10::Error, FundusDegradation::applyPlans(images, inside, {DegradationPlan{}}));
    }

    void severityRisesWithTheStrengthOfEachKind_data() {
        QTest::addColumn<QString>("kind");
        for (const char* kind :
             {"haze", "illumination", "spots", "blur", "noise", "cast", "veil", "gamma", "darkening"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void severityRisesWithTheStrengthOfEachKind() {
        QFETCH(QString, kind);
        const torch::Tensor images = stripedFundus(2, 128);
        const torch::Tensor inside = discFieldOfView(2, 128);
        const auto kinds = parseDegradationKinds(kind.toStdString());
        torch::Tensor last = torch::zeros({2});
        for (const double strength : {0.05, 0.25, 0.5, 0.75, 1.0}) {
            FundusDegradation degradation(DegradationRanges::ofKinds(*kinds, {strength, strength}), 11);
            const torch::Tensor severity = degradation.apply(images, inside).severity;
            QVERIFY2((severity >= last - 1e-3).all().item<bool>(), qPrintable(QString::number(strength)));
            last = severity;
        }
        QVERIFY2(last.min().item<double>() > 0.15, "the strongest is seen");
    }

    /// Thin faint lines blurred away hardly move the PSNR.
    void lostVesselsAreSevereThoughThePsnrIsFine() {
        torch::Tensor clean = torch::full({1, 3, 128, 128}, 0.5);
        for (std::int64_t column = 8; column < 128; column += 16)
            clean.narrow(3, column, 2).fill_(0.44);
        const torch::Tensor inside = torch::ones({1, 1, 128, 128});
        const torch::Tensor blurred = applyBlur(clean, {{60.0, 47, 47}});
        const double mse = (blurred - clean).square().mean().item<double>();
        QVERIFY(mse < 6e-4); // better than 32 dB
        QVERIFY(lossSeverity(blurred, clean, inside).item<double>() > 0.6);
    }

    /// An even image of 0.5 against 0.4 has PSNR 20 dB and no structure to lose: (35 - 20) / 25.
    void toneLossIsThePsnrOnAScaleFrom35To10() {
        const torch::Tensor clean = torch::full({1, 3, 64, 64}, 0.5);
        const torch::Tensor darker = torch::full({1, 3, 64, 64}, 0.4);
        const torch::Tensor inside = discFieldOfView(1, 64);
        const double severity = lossSeverity(darker * inside, clean * inside, inside).item<double>();
        QVERIFY(std::abs(severity - 0.6) < 1e-4);
    }
};

QTEST_APPLESS_MAIN(TestFundusDegradation)
#include "tst_fundus_degradation.moc"
