// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picker/pick_export.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTest>

using limpid::PickOverride;
using limpid::picksAsCsv;
using limpid::picksAsJson;
using limpid::PseudoLabelRecord;

class TestPickExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theTableHasALineForEveryRecord();
    void commasAndQuotesAreQuoted();
    void theJsonHoldsTheSame();
    void theLocaleChangesNothing();

private:
    std::vector<PseudoLabelRecord> m_records;
};

void TestPickExport::init() {
    PseudoLabelRecord record;
    record.name = QStringLiteral("眼底, \"left\".png");
    record.epoch = 3;
    record.good = 0.75;
    record.usable = 0.25;
    record.damage = 0.6;
    record.qualityThreshold = 0.8;
    record.structureScore = 2.5;
    record.structureThreshold = 4.0;
    record.byHand = PickOverride::Pick;
    record.reason = QStringLiteral("p(good) 0.75 is not above 0.80");
    m_records = {record};
}

void TestPickExport::cleanup() {
    QLocale::setDefault(QLocale::c());
}

void TestPickExport::theTableHasALineForEveryRecord() {
    const auto lines = picksAsCsv(m_records).split('\n');
    QCOMPARE(lines.size(), 3); // the last one is empty
    QCOMPARE(lines[0].count(','), 13);
    QVERIFY(lines[1].endsWith(",3,0,pick,1,0.75,0.25,0,0.6,0.8,2.5,4,0,p(good) 0.75 is not above 0.80\r"));
    QCOMPARE(picksAsCsv({}).count('\n'), 1);
}

void TestPickExport::commasAndQuotesAreQuoted() {
    QVERIFY(picksAsCsv(m_records).contains("\n\"眼底, \"\"left\"\".png\",3,"));
}

void TestPickExport::theJsonHoldsTheSame() {
    const auto list = QJsonDocument::fromJson(picksAsJson(m_records)).array();
    QCOMPARE(list.size(), 1);
    const auto object = list[0].toObject();
    QCOMPARE(object.value(QStringLiteral("name")).toString(), m_records[0].name);
    QCOMPARE(object.value(QStringLiteral("p_good")).toDouble(), 0.75);
    QCOMPARE(object.value(QStringLiteral("damage")).toDouble(), 0.6);
    QCOMPARE(object.value(QStringLiteral("override")).toString(), QStringLiteral("pick"));
    QCOMPARE(object.value(QStringLiteral("used")).toBool(), true);
    QCOMPARE(object.value(QStringLiteral("accepted")).toBool(), false);
    m_records[0].byHand = PickOverride::None;
    QVERIFY(QJsonDocument::fromJson(picksAsJson(m_records))[0].toObject().value(QStringLiteral("override")).isNull());
}

void TestPickExport::theLocaleChangesNothing() {
    const auto before = picksAsCsv(m_records);
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(picksAsCsv(m_records), before);
}

QTEST_APPLESS_MAIN(TestPickExport)
#include "tst_pick_export.moc"
