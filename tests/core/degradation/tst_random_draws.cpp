// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/random_draws.h"

#include <QtTest>

using namespace limpid;

class TestRandomDraws : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The C++ standard fixes the 10,000th output of a default-seeded (5489) mt19937_64.
    void theEngineIsTheStandardOne() {
        RandomDraws draws(5489);
        for (int index = 0; index < 9999; ++index)
            draws.bits();
        QCOMPARE(draws.bits(), std::uint64_t{9981545732273789042ULL});
    }

    /// The engine's first output at that seed is 14514284786278117030; over 2^64 that is 0.78682...
    void aUniformDrawIsTheTopBitsOfTheEngine() {
        RandomDraws draws(5489);
        QVERIFY(std::abs(draws.uniform() - 14514284786278117030.0 / 18446744073709551616.0) < 1e-15);
    }

    void integersReachBothEndsAndNothingBeyond() {
        RandomDraws draws(1);
        std::array<int, 4> counts{};
        for (int index = 0; index < 4000; ++index)
            ++counts.at(static_cast<std::size_t>(draws.integer(3, 6) - 3));
        for (const int count : counts)
            QVERIFY2(count > 850 && count < 1150, "four equally likely values");
        QCOMPARE(draws.integer(5, 2), 5);
    }

    void rangesAndChancesAreKept() {
        RandomDraws draws(2);
        double sum = 0.0;
        int hits = 0;
        for (int index = 0; index < 4000; ++index) {
            const double value = draws.uniform({-2.0, 4.0});
            QVERIFY(value >= -2.0 && value < 4.0);
            sum += value;
            hits += draws.chance(0.25) ? 1 : 0;
        }
        QVERIFY(std::abs(sum / 4000.0 - 1.0) < 0.11); // four standard errors of 6 / sqrt(12 * 4000)
        QVERIFY(std::abs(hits / 4000.0 - 0.25) < 0.028);
        QCOMPARE(draws.uniform({0.3, 0.3}), 0.3);
    }

    void aRestoredStateGoesOnWhereItWasSaved() {
        RandomDraws draws(3);
        for (int index = 0; index < 1000; ++index)
            draws.bits();
        const std::string state = draws.saveState();
        const std::uint64_t next = draws.bits();
        RandomDraws resumed(99);
        QVERIFY(resumed.restoreState(state).has_value());
        QCOMPARE(resumed.bits(), next);
    }

    void aStateThatIsNoneIsRefusedAndNothingChanges() {
        RandomDraws draws(4);
        RandomDraws twin(4);
        const auto result = draws.restoreState("1 2 three");
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!draws.restoreState("").has_value());
        QCOMPARE(draws.bits(), twin.bits());
    }
};

QTEST_APPLESS_MAIN(TestRandomDraws)
#include "tst_random_draws.moc"
