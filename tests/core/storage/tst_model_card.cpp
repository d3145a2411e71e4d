// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/model_card.h"

#include <QtTest>

using namespace limpid;

namespace {

ModelCard card() {
    ModelCard made;
    made.name = "Fundus, compact";
    made.intendedUse = "Colour fundus photographs";
    made.outOfScope = "OCT";
    made.modality = "fundus";
    made.trainingData = {{"HRF", 34, "CC BY 4.0"}, {"FIVES | train", 600, "CC0"}};
    made.heldOut = {"01_h.jpg", "CHASE_DB1"};
    made.trainingCommand = "limpid-cli train source";
    made.metrics = {{"PSNR gain (dB)", 4.75, "fov", "held-out HRF, reference", "limpid-cli evaluate"}};
    made.limits = {"Trained on adults"};
    made.lineage = {"trained from nothing"};
    made.created = "2024-06-07T12:00:00Z";
    made.programVersion = "0.1.0";
    return made;
}

} // namespace

class TestModelCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCardComesBackFromItsJson();
    void intervalsComeBackAndCardsWithoutThemStayReadable();
    void absentKeysKeepTheirDefaultsAndUnknownOnesArePassedOver();
    void fieldsOfTheWrongKindAreRefused_data();
    void fieldsOfTheWrongKindAreRefused();
    void bytesThatAreNoTextAreReplaced();
    void theMarkdownHoldsEverySectionThatHasSomethingToSay();
};

void TestModelCard::aCardComesBackFromItsJson() {
    const auto read = ModelCard::fromJson(card().toJson(), "x");
    QVERIFY(read);
    QVERIFY(*read == card());
    auto other = card();
    other.metrics[0].value = 4.76;
    QVERIFY(!(*read == other));
}

void TestModelCard::intervalsComeBackAndCardsWithoutThemStayReadable() {
    QVERIFY(card().toJson().find("low") == std::string::npos);
    auto measured = card();
    measured.metrics[0].low = 4.5;
    measured.metrics[0].high = 5.0;
    const auto read = ModelCard::fromJson(measured.toJson(), "x");
    QVERIFY(read);
    QVERIFY(*read == measured);
    QVERIFY(!(*read == card()));
    QVERIFY(measured.toMarkdown().find("| 4.75 (4.5 to 5) | fov |") != std::string::npos);
}

void TestModelCard::absentKeysKeepTheirDefaultsAndUnknownOnesArePassedOver() {
    const auto read = ModelCard::fromJson(R"({"name": "n", "of the future": [1]})", "x");
    QVERIFY(read);
    QCOMPARE(read->name, std::string("n"));
    QVERIFY(read->metrics.empty());
    QCOMPARE(read->researchUse, ModelCard{}.researchUse);
}

void TestModelCard::fieldsOfTheWrongKindAreRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("half an object") << QByteArray(R"({"name":)");
    QTest::newRow("a number for a name") << QByteArray(R"({"name": 1})");
    QTest::newRow("a text for a list") << QByteArray(R"({"limits": "none"})");
    QTest::newRow("a set without its licence") << QByteArray(R"({"training_data": [{"dataset": "HRF", "images": 1}]})");
    QTest::newRow("an interval that is a text") << QByteArray(
        R"({"metrics": [{"name":"n","value":1,"protocol":"fov","measured_on":"m","command":"c","low":"a"}]})");
    QTest::newRow("a metric that is a text") << QByteArray(R"({"metrics": ["fine"]})");
}

void TestModelCard::fieldsOfTheWrongKindAreRefused() {
    QFETCH(QByteArray, json);
    const auto read = ModelCard::fromJson(json.toStdString(), "model.safetensors");
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::ModelCorrupt);
    QCOMPARE(read.error().arguments.at(0), std::string("model.safetensors"));
    QVERIFY(read.error().arguments.at(1).starts_with("its card"));
}

void TestModelCard::bytesThatAreNoTextAreReplaced() {
    ModelCard odd;
    odd.heldOut = {"\xff.jpg"};
    const auto read = ModelCard::fromJson(odd.toJson(), "x");
    QVERIFY(read);
    QCOMPARE(read->heldOut.at(0), std::string("\xef\xbf\xbd.jpg"));
}

void TestModelCard::theMarkdownHoldsEverySectionThatHasSomethingToSay() {
    const auto markdown = card().toMarkdown();
    QVERIFY(markdown.starts_with("# Fundus, compact\n\n**For research use only."));
    for (const auto* line : {"## Intended use\n\nColour fundus photographs\n", "| HRF | 34 | CC BY 4.0 |",
                             "| FIVES \\| train | 600 | CC0 |",
                             "| PSNR gain (dB) | 4.75 | fov | held-out HRF, reference | `limpid-cli evaluate` |",
                             "* CHASE_DB1\n", "## Limits\n\n* Trained on adults\n"})
        QVERIFY2(markdown.find(line) != std::string::npos, line);
    QVERIFY(ModelCard{}.toMarkdown().find("##") == std::string::npos);
}

QTEST_APPLESS_MAIN(TestModelCard)
#include "tst_model_card.moc"
