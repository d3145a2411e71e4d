// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/degradation_plan.h"
#include "degradation/fundus_degradation.h"
#include "synthetic_fundus.h"

#include <QtTest>

#include <cmath>

using namespace limpid;

namespace {

DegradationSeverities drawnFrom(const DegradationRanges& ranges, std::uint64_t seed = 3) {
    RandomDraws draws(seed);
    return severitiesOf(drawPlan(ranges, draws));
}

bool near(double value, double wanted, double margin) {
    return std::abs(value - wanted) <= margin;
}

} // namespace

class TestDegradationSeverities : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anUntouchedImageHasNoSeverity() {
        const DegradationSeverities none = severitiesOf({});
        for (const DegradationKind kind : gradedKinds)
            QCOMPARE(none.of(kind), 0.0);
        QCOMPARE(none.of(DegradationKind::Gamma), 0.0);
    }

    void theStrongestOfAKindIsOne() {
        for (const DegradationKind kind : gradedKinds) {
            double sum = 0.0;
            constexpr int draws = 200;
            for (int seed = 0; seed < draws; ++seed)
                sum += drawnFrom(DegradationRanges::ofKinds({kind}, {1.0, 1.0}), std::uint64_t(seed)).of(kind) / draws;
            QVERIFY2(near(sum, 1.0, 0.1), kindName(kind).data());
        }
    }

    void whatIsAskedForIsWhatIsDrawn() {
        DegradationSeverities wanted;
        wanted.haze = 0.8;
        wanted.illumination = 0.6;
        wanted.blur = 0.4;
        wanted.veil = 0.3;
        wanted.noise = 0.2;
        wanted.logGains = {0.1, -0.05, -0.3};
        const DegradationSeverities drawn = drawnFrom(DegradationRanges::ofSeverities(wanted));
        QVERIFY(near(drawn.haze, wanted.haze, 1e-9));
        QVERIFY(near(drawn.illumination, wanted.illumination, 1e-9));
        QVERIFY(near(drawn.blur, wanted.blur, 0.1)); // windows are odd numbers of pixels
        QVERIFY(near(drawn.veil, wanted.veil, 1e-9));
        QVERIFY(near(drawn.noise, wanted.noise, 1e-9));
        for (std::size_t channel = 0; channel < 3; ++channel)
            QVERIFY(near(drawn.logGains[channel], wanted.logGains[channel], 1e-9));
        QCOMPARE(drawn.spots, 0.0);
    }

    void spotsHaveTheWantedLightOnAverage() {
        DegradationSeverities wanted;
        wanted.spots = 0.3;
        double sum = 0.0;
        constexpr int draws = 400;
        for (int seed = 0; seed < draws; ++seed)
            sum += drawnFrom(DegradationRanges::ofSeverities(wanted), std::uint64_t(seed)).spots / draws;
        QVERIFY2(near(sum, 0.3, 0.04), qPrintable(QString::number(sum)));
    }

    void evenGainsAreNoCast() {
        DegradationSeverities brighter;
        brighter.logGains = {0.2, 0.2, 0.2};
        QCOMPARE(brighter.cast(), 0.0);
        QCOMPARE(drawnFrom(DegradationRanges::ofSeverities(brighter)).of(DegradationKind::Cast), 0.0);
    }

    void theDamageOfAPhotographIsThatOfEveryKindTogether() {
        DegradationSeverities severities;
        QCOMPARE(severities.damage(), 0.0);
        severities.haze = 0.5;
        severities.noise = 0.2;
        QVERIFY(std::abs(severities.damage() - 0.6) < 1e-12); // 1 - 0.5 * 0.8
        severities.logGains = {1.0, 0.0, -1.0};
        severities.blur = -0.1; // as an estimator may say
        QVERIFY(std::abs(severities.damage() - 0.6) < 1e-12);
        severities.veil = 1.7;
        QCOMPARE(severities.damage(), 1.0);
    }

    void everyStrengthDrawsEachKindWithTheOthersAndWithoutThem() {
        RandomDraws draws(17);
        const DegradationRanges ranges = DegradationRanges::everyStrength();
        constexpr int images = 4000;
        std::array<int, gradedKinds.size()> with{};
        int hazeAndBlur = 0;
        for (int index = 0; index < images; ++index) {
            const DegradationKinds kinds = drawPlan(ranges, draws).kinds();
            for (std::size_t i = 0; i < gradedKinds.size(); ++i)
                with[i] += kinds.has(gradedKinds[i]) ? 1 : 0;
            hazeAndBlur += kinds.has(DegradationKind::Haze) && kinds.has(DegradationKind::Blur) ? 1 : 0;
        }
        for (const int count : with)
            QVERIFY(near(count / double(images), 0.45, 0.08));
        QVERIFY(near(hazeAndBlur / double(images), 0.16, 0.03));
    }

    void aBatchReportsTheSeveritiesOfEachImage() {
        FundusDegradation degradation(DegradationRanges::ofKinds({DegradationKind::Veil}, {0.5, 0.5}), 1);
        const auto batch = degradation.apply(test::stripedFundus(2, 64), test::discFieldOfView(2, 64));
        QCOMPARE(batch.records.size(), std::size_t{2});
        for (const DegradationRecord& record : batch.records) {
            QVERIFY(near(record.severities.veil, 0.5, 1e-9));
            QCOMPARE(record.severities.noise, 0.0);
        }
    }
};

QTEST_APPLESS_MAIN(TestDegradationSeverities)
#include "tst_degradation_severities.moc"
