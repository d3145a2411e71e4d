// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picker/pick_reason.h"

#include <QLocale>
#include <QTest>

#include <cmath>

using limpid::pickReason;
using limpid::PseudoLabelRecord;

class TestPickReason : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void whatBothAcceptSaysSo();
    void theJudgeThatRefusedIsNamedWithItsNumbers_data();
    void theJudgeThatRefusedIsNamedWithItsNumbers();
    void bothRefusalsAreTwoSentences();
    void aJudgeThatWasNotAskedIsNotNamed();
    void aPhotographThatIsItsOwnLabelIsCalledSo();
    void theEnglishOfFilesIsNotShown();
};

namespace {

PseudoLabelRecord judged(double good, double usable, double reject, double structure) {
    PseudoLabelRecord record;
    record.good = good;
    record.usable = usable;
    record.reject = reject;
    record.qualityThreshold = 0.8;
    record.structureScore = structure;
    record.structureThreshold = 4.0;
    return record;
}

} // namespace

void TestPickReason::whatBothAcceptSaysSo() {
    auto record = judged(0.9, 0.1, 0.1, 3.0);
    record.accepted = true;
    QCOMPARE(pickReason(record),
             QStringLiteral("Accepted: p(good) 0.90 is above 0.80, and the structure score 3.00 is within 4.00."));
}

void TestPickReason::theJudgeThatRefusedIsNamedWithItsNumbers_data() {
    QTest::addColumn<double>("good");
    QTest::addColumn<double>("usable");
    QTest::addColumn<double>("reject");
    QTest::addColumn<double>("structure");
    QTest::addColumn<QString>("reason");
    QTest::newRow("low") << 0.79 << 0.2 << 0.1 << 3.0
                         << QStringLiteral("The quality judge refused: p(good) 0.79 is not above 0.80.");
    QTest::newRow("usable") << 0.9 << 0.95 << 0.1 << 3.0
                            << QStringLiteral(
                                   "The quality judge refused: p(usable) 0.95 is as strong as p(good) 0.90.");
    QTest::newRow("reject") << 0.9 << 0.1 << 0.95 << 3.0
                            << QStringLiteral(
                                   "The quality judge refused: p(reject) 0.95 is as strong as p(good) 0.90.");
    QTest::newRow("structure") << 0.9 << 0.1 << 0.1 << 5.0
                               << QStringLiteral(
                                      "The structure judge refused: the structure score 5.00 is above 4.00.");
    QTest::newRow("no number") << std::nan("") << 0.1 << 0.1 << 3.0
                               << QStringLiteral("The quality judge refused: p(good) nan is not above 0.80.");
}

void TestPickReason::theJudgeThatRefusedIsNamedWithItsNumbers() {
    QFETCH(double, good);
    QFETCH(double, usable);
    QFETCH(double, reject);
    QFETCH(double, structure);
    QFETCH(QString, reason);
    QCOMPARE(pickReason(judged(good, usable, reject, structure)), reason);
}

void TestPickReason::bothRefusalsAreTwoSentences() {
    QCOMPARE(pickReason(judged(0.1, 0.2, 0.9, 5.0)),
             QStringLiteral("The quality judge refused: p(good) 0.10 is not above 0.80. The structure judge refused: "
                            "the structure score 5.00 is above 4.00."));
}

void TestPickReason::aJudgeThatWasNotAskedIsNotNamed() {
    auto record = judged(0.9, 0.1, 0.1, 0.0);
    record.structureThreshold = 0.0;
    record.accepted = true;
    QCOMPARE(pickReason(record), QStringLiteral("Accepted: p(good) 0.90 is above 0.80."));
    record = judged(0.0, 0.0, 0.0, 3.0);
    record.accepted = true;
    QCOMPARE(pickReason(record), QStringLiteral("Accepted: the structure score 3.00 is within 4.00."));
    record.structureScore = record.structureThreshold = 0.0;
    QCOMPARE(pickReason(record), QStringLiteral("Accepted: no judge was asked."));
}

void TestPickReason::aPhotographThatIsItsOwnLabelIsCalledSo() {
    auto record = judged(0.9, 0.1, 0.1, 3.0);
    record.accepted = record.original = true;
    QVERIFY(pickReason(record).endsWith(QStringLiteral(" The photograph itself was judged and is the label.")));
}

void TestPickReason::theEnglishOfFilesIsNotShown() {
    auto record = judged(0.9, 0.1, 0.1, 3.0);
    record.accepted = true;
    record.reason = QStringLiteral("made by core");
    QVERIFY(!pickReason(record).contains(QStringLiteral("made by core")));
}

QTEST_APPLESS_MAIN(TestPickReason)
#include "tst_pick_reason.moc"
