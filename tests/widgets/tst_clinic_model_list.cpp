// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/clinic_model_list.h"

#include "widgets/clinic_items.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QTest>

using namespace limpid;

class TestClinicModelList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itKeepsTheContractOfModels() {
        ClinicModelList model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setModels(test::contentsOf({}).models);
        model.retranslate();
        QCOMPARE(model.rowCount(), 2);
        model.setModels({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aParentAmongThemIsNamedByItsNumber() {
        ClinicModelList model;
        model.setModels(test::contentsOf({}).models);
        QCOMPARE(text(model, 0, ClinicModelList::ParentColumn), QStringLiteral("Model 1"));
        QVERIFY(text(model, 1, ClinicModelList::ParentColumn).contains(QStringLiteral("cccccccccccc")));
        auto unknown = test::modelNumber(3, "33333333", "");
        model.setModels({unknown});
        QCOMPARE(text(model, 0, ClinicModelList::ParentColumn), QStringLiteral("unknown"));
    }

    void theOneInUseIsToldByWordAndBySign() {
        ClinicModelList model;
        model.setModels(test::contentsOf({}).models);
        QCOMPARE(text(model, 0, ClinicModelList::StateColumn), QStringLiteral("Earlier model"));
        QCOMPARE(text(model, 1, ClinicModelList::StateColumn), QStringLiteral("\u2713 In use"));
        QVERIFY(model.index(1, 0).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(!model.index(0, 0).data(Qt::FontRole).isValid());
    }

private:
    static QString text(const ClinicModelList& model, int row, int column) {
        return model.index(row, column).data().toString();
    }
};

QTEST_MAIN(TestClinicModelList)
#include "tst_clinic_model_list.moc"
