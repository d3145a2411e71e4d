// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guard/guard_list.h"

#include "guard/guard_words.h"
#include "widgets/guarded_photographs.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

#include <limits>

using namespace limpid;

class TestGuardList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void itKeepsTheContractOfModels();
    void aRowTellsWhoseResultIsShownAndWhy();
    void whatIsNoNumberIsADash();
    void numbersAreSortedAsNumbers();
    void aReasonThatWasOnlyRecordedIsShownAsItIs();
    void everyColumnHasAHeading();

private:
    static QString text(const GuardList& list, int row, int column) {
        return list.index(row, column).data().toString();
    }
};

void TestGuardList::itKeepsTheContractOfModels() {
    GuardList list;
    const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    list.setPhotographs(test::guardedPhotographs());
    list.retranslate();
    QCOMPARE(list.rowCount(), 4);
    QCOMPARE(list.rowCount(list.index(0, 0)), 0);
    list.setPhotographs({});
    list.retranslate();
    QCOMPARE(list.rowCount(), 0);
}

void TestGuardList::aRowTellsWhoseResultIsShownAndWhy() {
    GuardList list;
    list.setPhotographs(test::guardedPhotographs());
    QCOMPARE(text(list, 1, GuardList::NameColumn), QStringLiteral("eye 10.png"));
    QCOMPARE(text(list, 1, GuardList::ChoiceColumn), QStringLiteral("Source model's"));
    QCOMPARE(text(list, 1, GuardList::ForecastColumn), QStringLiteral("\u22120.5 dB"));
    QCOMPARE(text(list, 0, GuardList::ForecastColumn), QStringLiteral("+1.3 dB"));
    QCOMPARE(text(list, 1, GuardList::OriginalColumn), QStringLiteral("25.0 %"));
    QCOMPARE(text(list, 1, GuardList::SourceColumn), QStringLiteral("50.0 %"));
    QCOMPARE(text(list, 1, GuardList::AdaptedColumn), QStringLiteral("75.0 %"));
    for (int row = 0; row < list.rowCount(); ++row) {
        const auto reason = text(list, row, GuardList::ReasonColumn);
        QVERIFY(!reason.isEmpty());
        QCOMPARE(list.index(row, 0).data(Qt::ToolTipRole).toString(), reason);
        QVERIFY(list.index(row, 0).data(Qt::AccessibleTextRole).toString().contains(reason));
        QCOMPARE(list.index(row, 0).data(GuardList::AdaptedRole).toBool(), row == 0 || row == 3);
    }
}

void TestGuardList::whatIsNoNumberIsADash() {
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    GuardList list;
    list.setPhotographs(
        {{QStringLiteral("eye.png"), {GuardChoice::Source, GuardReason::NoGain, nothing, nothing, nothing, nothing}}});
    for (int column = GuardList::ForecastColumn; column <= GuardList::AdaptedColumn; ++column) {
        QCOMPARE(text(list, 0, column), QStringLiteral("\u2013"));
        QVERIFY(list.index(0, column).data(GuardList::SortRole).toDouble() < 0.0);
    }
    list.setPhotographs({test::guarded("eye.png", GuardChoice::Source, GuardReason::NoGain, -0.01)});
    QCOMPARE(text(list, 0, GuardList::ForecastColumn), QStringLiteral("0.0 dB")); // without a sign
}

void TestGuardList::numbersAreSortedAsNumbers() {
    GuardList list;
    list.setPhotographs(test::guardedPhotographs());
    QCOMPARE(list.index(2, GuardList::ForecastColumn).data(GuardList::SortRole).toDouble(), 10.0);
    QVERIFY(list.index(2, GuardList::ChoiceColumn).data(GuardList::SortRole).toDouble() >
            list.index(0, GuardList::ChoiceColumn).data(GuardList::SortRole).toDouble());
    QCOMPARE(list.index(2, GuardList::NameColumn).data(GuardList::SortRole).toString(), QStringLiteral("eye 9.png"));
}

void TestGuardList::aReasonThatWasOnlyRecordedIsShownAsItIs() {
    auto record = test::guarded("eye.png", GuardChoice::Source, GuardReason::NoGain, 0.0);
    record.recorded = QStringLiteral("As it was written.");
    GuardList list;
    list.setPhotographs({record});
    QCOMPARE(text(list, 0, GuardList::ReasonColumn), QStringLiteral("As it was written."));
}

void TestGuardList::everyColumnHasAHeading() {
    const GuardList list;
    for (int column = 0; column < list.columnCount(); ++column)
        QVERIFY(!list.headerData(column, Qt::Horizontal).toString().isEmpty());
    QVERIFY(list.headerData(GuardList::ForecastColumn, Qt::Horizontal, Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("0.5 dB")));
}

QTEST_MAIN(TestGuardList)
#include "tst_guard_list.moc"
