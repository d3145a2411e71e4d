// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/adaptation_config.h"
#include "methods/same/unet_configuration.h"

#include <QtTest>

using namespace limpid;

class TestUnetConfiguration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itSurvivesItsJson();
    void hostileJsonIsRefused_data();
    void hostileJsonIsRefused();
    void unknownNamesAreRefused();
    void thePapersFormHasThePapersConstants();
};

void TestUnetConfiguration::itSurvivesItsJson() {
    for (const auto& configuration : {UnetConfiguration::compact(), UnetConfiguration::samePaper()}) {
        const auto read = UnetConfiguration::fromJson(configuration.toJson());
        QVERIFY(read.has_value());
        QVERIFY(*read == configuration);
    }
}

void TestUnetConfiguration::hostileJsonIsRefused_data() {
    QTest::addColumn<QString>("json");
    const auto good = QString::fromStdString(UnetConfiguration::compact().toJson());
    const auto with = [&](const char* from, const char* to) {
        auto text = good;
        return text.replace(QString::fromUtf8(from), QString::fromUtf8(to));
    };
    QTest::newRow("no JSON") << QStringLiteral("hello");
    QTest::newRow("an array") << QStringLiteral("[1]");
    QTest::newRow("a field is missing") << with("\"levels\":6,", "");
    QTest::newRow("a field is unknown") << with("\"levels\":6,", "\"levels\":6,\"more\":1,");
    QTest::newRow("a number is huge") << with("\"baseWidth\":24", "\"baseWidth\":100000000");
    QTest::newRow("a number is negative") << with("\"levels\":6", "\"levels\":-6");
    QTest::newRow("a number is text") << with("\"levels\":6", "\"levels\":\"6\"");
    QTest::newRow("a switch is a number") << with("\"residual\":true", "\"residual\":1");
    QTest::newRow("a view of every level") << with("\"structureViewLevels\":3", "\"structureViewLevels\":6");
    QTest::newRow("residual without stem") << with("\"stemWidth\":8", "\"stemWidth\":0");
}

void TestUnetConfiguration::hostileJsonIsRefused() {
    QFETCH(QString, json);
    const auto read = UnetConfiguration::fromJson(json.toStdString());
    QVERIFY(!read);
    QVERIFY(read.error().code == ErrorCode::InvalidArgument);
}

void TestUnetConfiguration::unknownNamesAreRefused() {
    QVERIFY(!UnetConfiguration::byName("resnet"));
    QVERIFY(!AdaptationConfig::byName("other"));
}

void TestUnetConfiguration::thePapersFormHasThePapersConstants() {
    const auto paper = *AdaptationConfig::byName("paper");
    QCOMPARE(paper.emaDecay, 0.995);
    QCOMPARE(paper.learningRate, 2e-4);
    QCOMPARE(paper.imageWeight, 0.9);
    QCOMPARE(paper.structureWeight, 0.1);
    QCOMPARE(paper.qualityThreshold, 0.8);
    QVERIFY(paper.useQualityJudge && paper.useStructureJudge && paper.perturb && !paper.redegrade);
    const auto released = *AdaptationConfig::byName("as-released");
    QVERIFY(!released.useQualityJudge && !released.useStructureJudge && !released.perturb);
    QCOMPARE(released.entropyWeight, 1.0);
}

QTEST_APPLESS_MAIN(TestUnetConfiguration)
#include "tst_unet_configuration.moc"
