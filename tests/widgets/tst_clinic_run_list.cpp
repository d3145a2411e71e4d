// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/clinic_run_list.h"

#include "widgets/clinic_items.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

using namespace limpid;

class TestClinicRunList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void itKeepsTheContractOfModels() {
        ClinicRunList model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRuns(test::contentsOf({}).runs);
        model.retranslate();
        model.setRuns({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aRunTellsItsOutcomeInWords() {
        ClinicRunList model;
        model.setRuns(test::contentsOf({}).runs);
        const auto text = [&model](int column) {
            return model.index(0, column).data().toString();
        };
        QCOMPARE(text(ClinicRunList::OutcomeColumn), QStringLiteral("New model made"));
        QCOMPARE(text(ClinicRunList::ProbeColumn), QStringLiteral("+1.20 dB (24.30 to 25.50)"));
        QCOMPARE(text(ClinicRunList::FormColumn), QStringLiteral("The paper's"));
        QCOMPARE(text(ClinicRunList::PhotographsColumn), QStringLiteral("\u2013")); // not recorded
        QVERIFY(model.detail(0).contains(QStringLiteral("seed 18446744073709551615")));
        QVERIFY(model.detail(0).contains(QStringLiteral("after 3:00")));
    }

    void aRunTellsWhoseResultsAreShown() {
        auto runs = test::contentsOf({}).runs;
        ClinicRunList model;
        model.setRuns(runs);
        QVERIFY(model.detail(0).contains(QStringLiteral("result is shown for 2 of 4 photograph")));
        runs.front().guarded.clear();
        model.setRuns(runs);
        QVERIFY(model.detail(0).contains(QStringLiteral("is not on record for this run")));
        runs.front().end = ClinicRunEnd::KeptOld; // there is nothing to choose between
        model.setRuns(runs);
        QVERIFY(!model.detail(0).contains(QStringLiteral("on record")));
    }
};

QTEST_MAIN(TestClinicRunList)
#include "tst_clinic_run_list.moc"
