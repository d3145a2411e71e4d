// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csv_table.h"

#include <QTemporaryDir>
#include <QTest>

#include <clocale>
#include <cmath>

using namespace limpid;

class CsvTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsThatWouldBreakARowAreQuoted() {
        CsvTable table({"name", "note"});
        table.add({"plain", "a, \"b\""});
        table.add({"two\nlines", ""});
        QVERIFY(table.text() == "name,note\r\nplain,\"a, \"\"b\"\"\"\r\n\"two\nlines\",\r\n");
    }

    void numbersHavePointsInEveryLocaleAndGapsWhereTheyAreNotFinite() {
        std::setlocale(LC_ALL, "de_DE.UTF-8");
        QVERIFY(CsvTable::cell(21.60449) == "21.6045");
        std::setlocale(LC_ALL, "C");
        QVERIFY(CsvTable::cell(INFINITY).empty());
        QVERIFY(CsvTable::cell(NAN).empty());
    }

    void anExistingTableIsReplacedOnlyWhenAllowed() {
        const QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.filePath(QStringLiteral("t.csv")).toStdString());
        QVERIFY(CsvTable({"first"}).write(path, false).has_value());
        const auto again = CsvTable({"second, longer"}).write(path, false);
        QVERIFY(!again.has_value());
        QCOMPARE(again.error().code, ErrorCode::OutputExists);
        QCOMPARE(std::filesystem::file_size(path), std::uintmax_t{7});
        QVERIFY(CsvTable({"second, longer"}).write(path, true).has_value());
        QCOMPARE(std::filesystem::file_size(path), std::uintmax_t{18});
    }
};

QTEST_APPLESS_MAIN(CsvTableTest)
#include "tst_csv_table.moc"
