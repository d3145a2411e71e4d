// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guard/guard_export.h"

#include "widgets/guarded_photographs.h"

#include <QTest>

#include <limits>

using namespace limpid;

class TestGuardExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTableHasALineForEveryPhotograph() {
        const auto lines = guardAsCsv(test::guardedPhotographs()).split('\n');
        QCOMPARE(lines.size(), 6); // with the heading, and nothing behind the last
        QCOMPARE(lines[0], QByteArray("name,used,forecast_db,p_good_original,p_good_source,p_good_adapted,reason\r"));
        QVERIFY(lines[1].startsWith("eye 2.png,adapted,1.25,0.25,0.5,0.75,"));
        QVERIFY(lines[2].startsWith("eye 10.png,source,-0.5,"));
        QVERIFY(lines[3].startsWith("eye 9.png,original,10,"));
        QVERIFY(lines[4].startsWith("\"眼, 1.png\",adapted,"));
        QVERIFY(lines[5].isEmpty());
    }

    void everyLineSaysWhyInEnglish() {
        auto records = test::guardedPhotographs();
        records[1].recorded = QStringLiteral("As it was written.");
        records[2].verdict.forecast = std::numeric_limits<double>::quiet_NaN();
        const auto lines = guardAsCsv(records).split('\n');
        QVERIFY(lines[1].endsWith(QByteArray::fromStdString(records[0].verdict.sentence()) + '\r'));
        QVERIFY(lines[2].endsWith(",As it was written.\r"));
        QVERIFY(lines[3].startsWith("eye 9.png,original,,0.25,")); // no number: an empty cell
    }

    void withoutPhotographsOnlyTheHeadingIsLeft() { QCOMPARE(guardAsCsv({}).count('\n'), 1); }
};

QTEST_APPLESS_MAIN(TestGuardExport)
#include "tst_guard_export.moc"
