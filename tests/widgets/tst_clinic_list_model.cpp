// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/clinic_list_model.h"

#include "widgets/clinic_items.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

using namespace limpid;

class TestClinicListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void itKeepsTheContractOfModels() {
        ClinicListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setClinics({test::clinicCalled(QStringLiteral("North")), test::clinicCalled(QStringLiteral("South"))});
        model.retranslate();
        QCOMPARE(model.rowCount(), 2);
        model.setClinics({});
        model.retranslate();
        QCOMPARE(model.rowCount(), 0);
    }

    void aRowTellsWhatTheClinicHas() {
        ClinicListModel model;
        model.setClinics({test::clinicCalled(QStringLiteral("眼科"))});
        const auto text = [&model](int column) {
            return model.index(0, column).data().toString();
        };
        QCOMPARE(text(ClinicListModel::NameColumn), QStringLiteral("眼科"));
        QCOMPARE(text(ClinicListModel::StateColumn), QStringLiteral("Ready"));
        QCOMPARE(text(ClinicListModel::ModelsColumn), QStringLiteral("2"));
        QVERIFY(!text(ClinicListModel::InUseColumn).isEmpty());
        QVERIFY(text(ClinicListModel::LastRunColumn) != text(ClinicListModel::InUseColumn));
        QCOMPARE(text(ClinicListModel::PhotographsColumn), QStringLiteral("1,234"));
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
    }

    void aClinicIsFoundByItsName() {
        ClinicListModel model;
        model.setClinics({test::clinicCalled(QStringLiteral("North")), test::clinicCalled(QStringLiteral("South"))});
        QCOMPARE(model.rowOf(QStringLiteral("South")), 1);
        QCOMPARE(model.rowOf(QStringLiteral("south")), -1);
    }
};

QTEST_MAIN(TestClinicListModel)
#include "tst_clinic_list_model.moc"
