// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "folder_records.h"

#include <QTest>

using namespace limpid;

class TestFolderRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenIsReadAgain();
    void aFileThatChangedIsUnknown();
    void anotherJudgeLeavesOnlyTheDecisions();
    void whatCannotBeReadOffAnImageIsKeptAsThat();
    void aRecordOfAnOlderVersionIsNotInspected();
    void aReadingThatLacksAFigureCountsAsNone_data();
    void aReadingThatLacksAFigureCountsAsNone();
    void damagedContentsCountAsNone_data();
    void damagedContentsCountAsNone();
    void eachFolderHasAFileOfItsOwn();
};

namespace {

const QString name = QStringLiteral("眼 1.jpg");
const QString judge = QStringLiteral("judge");
const QString model = QStringLiteral("model|1|2");

FolderRecords filled() {
    FolderRecords records("/own", "/clinic/north");
    ImageRecord record;
    record.time = 5'000'000'000'000;
    record.bytes = 3'000'000'000;
    record.quality = {0.25, 0.5, 0.125};
    record.modality = QStringLiteral("fundus");
    record.enhanced.insert(model, {0.75, 0.25, 0.0625});
    record.shown.insert(model, GuardChoice::Source);
    record.decision = PickerVerdict::Rejected;
    record.byHand = true;
    record.inspected = true;
    DegradationReading reading;
    reading.severities = {0.5, 0.25, 0.125, 0.75, 0.0625, 1.0, {0.5, -0.25, 0.0}};
    record.degradation = reading;
    records.setRecord(name, record);
    return records;
}

ImageRecord readBack(const QByteArray& json, const QString& byJudge) {
    FolderRecords records("/own", "/clinic/north");
    records.read(json, byJudge);
    return records.record(name, 5'000'000'000'000, 3'000'000'000);
}

} // namespace

void TestFolderRecords::whatWasWrittenIsReadAgain() {
    const auto record = readBack(filled().toJson(judge), judge);
    QCOMPARE(record.quality.good, 0.25);
    QCOMPARE(record.quality.usable, 0.5);
    QCOMPARE(record.quality.reject, 0.125);
    QCOMPARE(record.modality, QStringLiteral("fundus"));
    QCOMPARE(record.enhanced.value(model).good, 0.75);
    QVERIFY(record.shown.contains(model) && record.shown.value(model) == GuardChoice::Source);
    QCOMPARE(record.decision, PickerVerdict::Rejected);
    QVERIFY(record.byHand);
    QVERIFY(record.inspected && record.degradation);
    const auto& severities = record.degradation->severities;
    QCOMPARE(severities.haze, 0.5);
    QCOMPARE(severities.illumination, 0.25);
    QCOMPARE(severities.spots, 0.125);
    QCOMPARE(severities.blur, 0.75);
    QCOMPARE(severities.veil, 0.0625);
    QCOMPARE(severities.noise, 1.0);
    QCOMPARE(severities.logGains[1], -0.25);
    QCOMPARE(severities.cast(), 0.625);
}

void TestFolderRecords::aFileThatChangedIsUnknown() {
    const auto records = filled();
    for (const auto& record : {records.record(name, 1, 3'000'000'000), records.record(name, 5'000'000'000'000, 1),
                               records.record(QStringLiteral("other.jpg"), 5, 5)}) {
        QCOMPARE(record.quality.label(), ImageQuality::Unknown);
        QCOMPARE(record.decision, PickerVerdict::Unknown);
        QVERIFY(record.enhanced.isEmpty());
    }
    QCOMPARE(records.record(name, 1, 2).time, 1);
}

void TestFolderRecords::anotherJudgeLeavesOnlyTheDecisions() {
    const auto record = readBack(filled().toJson(judge), QStringLiteral("a newer judge"));
    QCOMPARE(record.quality.label(), ImageQuality::Unknown);
    QVERIFY(record.enhanced.isEmpty() && record.shown.isEmpty());
    QVERIFY(!record.inspected && !record.degradation);
    QCOMPARE(record.decision, PickerVerdict::Rejected);
}

void TestFolderRecords::whatCannotBeReadOffAnImageIsKeptAsThat() {
    auto records = filled();
    auto other = records.record(name, 5'000'000'000'000, 3'000'000'000);
    other.degradation.reset();
    records.setRecord(name, other);
    const auto record = readBack(records.toJson(judge), judge);
    QVERIFY(record.inspected && !record.degradation);
}

void TestFolderRecords::aRecordOfAnOlderVersionIsNotInspected() {
    auto records = filled();
    auto old = records.record(name, 5'000'000'000'000, 3'000'000'000);
    old.inspected = false;
    records.setRecord(name, old);
    QVERIFY(!records.toJson(judge).contains("degradation"));
    const auto record = readBack(records.toJson(judge), judge);
    QVERIFY(!record.inspected && !record.degradation);
    QCOMPARE(record.quality.label(), ImageQuality::Usable);
}

void TestFolderRecords::aReadingThatLacksAFigureCountsAsNone_data() {
    QTest::addColumn<QByteArray>("figure");
    QTest::addColumn<QByteArray>("other");
    QTest::addRow("another name") << QByteArray("\"haze\"") << QByteArray("\"smoke\"");
    QTest::addRow("words") << QByteArray("\"haze\":0.5") << QByteArray("\"haze\":\"much\"");
    QTest::addRow("two gains") << QByteArray("[0.5,-0.25,0]") << QByteArray("[0.5,-0.25]");
}

void TestFolderRecords::aReadingThatLacksAFigureCountsAsNone() {
    QFETCH(const QByteArray, figure);
    QFETCH(const QByteArray, other);
    auto json = filled().toJson(judge);
    QVERIFY(json.contains(figure));
    const auto record = readBack(json.replace(figure, other), judge);
    QVERIFY(!record.inspected && !record.degradation);
    QCOMPARE(record.quality.label(), ImageQuality::Usable);
}

void TestFolderRecords::damagedContentsCountAsNone_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("no JSON") << QByteArray("{\"version\": 1, ");
    QTest::addRow("another version") << filled().toJson(judge).replace("\"version\":1", "\"version\":9");
    QTest::addRow("other types") << QByteArray(
        "{\"version\":1,\"judge\":\"judge\",\"images\":{\"眼 1.jpg\":[1,2],\"b\":{\"quality\":[1]}}}");
}

void TestFolderRecords::damagedContentsCountAsNone() {
    QFETCH(const QByteArray, json);
    const auto record = readBack(json, judge);
    QCOMPARE(record.quality.label(), ImageQuality::Unknown);
    QCOMPARE(record.decision, PickerVerdict::Unknown);
}

void TestFolderRecords::eachFolderHasAFileOfItsOwn() {
    QVERIFY(filled().file() != FolderRecords("/own", "/clinic/south").file());
    QCOMPARE(filled().file(), FolderRecords("/own", "/clinic/north/").file());
    QVERIFY(FolderRecords({}, "/clinic/north").file().empty());
}

QTEST_GUILESS_MAIN(TestFolderRecords)
#include "tst_folder_records.moc"
