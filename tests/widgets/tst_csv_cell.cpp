// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/csv_cell.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace limpid;

class TestCsvCell : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void onlyWhatWouldBreakTheTableIsQuoted() {
        QCOMPARE(csvCell(QStringLiteral("眼底.png")), QByteArray("眼底.png"));
        QCOMPARE(csvCell(QStringLiteral("a,b")), QByteArray("\"a,b\""));
        QCOMPARE(csvCell(QStringLiteral("the \"left\"")), QByteArray("\"the \"\"left\"\"\""));
        QCOMPARE(csvCell(QStringLiteral("two\nlines")), QByteArray("\"two\nlines\""));
        QCOMPARE(csvCell(QString()), QByteArray());
    }

    void numbersAreTheSameInEveryLanguage() {
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(csvCell(-0.25), QByteArray("-0.25"));
        QCOMPARE(csvCell(1.0 / 3.0), QByteArray("0.333333333"));
    }

    void whatIsNoNumberLeavesTheCellEmpty() {
        QCOMPARE(csvCell(std::numeric_limits<double>::quiet_NaN()), QByteArray());
        QCOMPARE(csvCell(std::numeric_limits<double>::infinity()), QByteArray());
    }
};

QTEST_APPLESS_MAIN(TestCsvCell)
#include "tst_csv_cell.moc"
