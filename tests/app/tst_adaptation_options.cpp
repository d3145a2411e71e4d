// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adaptation_options.h"
#include "methods/same/adaptation_state.h"

#include <CLI/CLI.hpp>

#include <QtTest>

#include <string>

using namespace limpid;

namespace {

AdaptationConfig configured(const std::string& commandLine) {
    CLI::App parser;
    AdaptationOptions options;
    options.add(parser);
    parser.parse(commandLine);
    return options.configuration().value();
}

} // namespace

class TestAdaptationOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutOptionsEveryFormIsAsItIs_data();
    void withoutOptionsEveryFormIsAsItIs();
    void aFlagAndItsOppositeAreHeard();
    void judgesAreChosenByName();
    void numbersReplaceThoseOfTheForm();
    void noiseNeedsALimit();
};

void TestAdaptationOptions::withoutOptionsEveryFormIsAsItIs_data() {
    QTest::addColumn<std::string>("form");
    for (const auto* form : {"limpid", "paper", "as-released"})
        QTest::newRow(form) << std::string(form);
}

void TestAdaptationOptions::withoutOptionsEveryFormIsAsItIs() {
    QFETCH(std::string, form);
    QVERIFY(sameConfiguration(configured("--form " + form), AdaptationConfig::byName(form).value()));
}

void TestAdaptationOptions::aFlagAndItsOppositeAreHeard() {
    const auto fewer = configured("--no-perturb --no-redegrade --no-good-originals --no-balance");
    QVERIFY(!fewer.perturb && !fewer.redegrade && !fewer.trustGoodOriginals && !fewer.balanceKinds);
    const auto more = configured("--form as-released --perturb --redegrade --good-originals --balance");
    QVERIFY(more.perturb && more.redegrade && more.trustGoodOriginals && more.balanceKinds);
}

void TestAdaptationOptions::judgesAreChosenByName() {
    const auto none = configured("--judges none");
    QVERIFY(!none.useQualityJudge && !none.useStructureJudge);
    const auto quality = configured("--judges quality");
    QVERIFY(quality.useQualityJudge && !quality.useStructureJudge);
    const auto structure = configured("--judges structure");
    QVERIFY(!structure.useQualityJudge && structure.useStructureJudge);
    const auto both = configured("--form as-released --judges both");
    QVERIFY(both.useQualityJudge && both.useStructureJudge);
    QVERIFY_EXCEPTION_THROWN(configured("--judges everybody"), CLI::ValidationError);
}

void TestAdaptationOptions::numbersReplaceThoseOfTheForm() {
    const auto config = configured("--epochs 3 --ema 0.5 --learning-rate 0.001 --quality-threshold 0.6 "
                                   "--structure-threshold 7 --damage-weight 0 --most-unlike 9 --seed 5");
    QCOMPARE(config.epochs, 3);
    QCOMPARE(config.emaDecay, 0.5);
    QCOMPARE(config.learningRate, 0.001);
    QCOMPARE(config.qualityThreshold, 0.6);
    QCOMPARE(config.structureThreshold, 7.0);
    QCOMPARE(config.damageWeight, 0.0);
    QCOMPARE(config.mostUnlike, 9.0);
    QCOMPARE(config.seed, std::uint64_t{5});
}

void TestAdaptationOptions::noiseNeedsALimit() {
    QVERIFY_EXCEPTION_THROWN(configured("--noise-update 1"), CLI::RequiresError);
    const auto config = configured("--noise-update 1 --clip-update 0.01");
    QCOMPARE(config.noiseUpdate, 1.0);
    QCOMPARE(config.clipUpdate, 0.01);
}

Q_DECLARE_METATYPE(std::string)

QTEST_APPLESS_MAIN(TestAdaptationOptions)
#include "tst_adaptation_options.moc"
