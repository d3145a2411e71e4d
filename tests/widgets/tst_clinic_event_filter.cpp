// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/clinic_event_filter.h"
#include "clinics/clinic_event_list.h"

#include "widgets/clinic_items.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace limpid;

class TestClinicEventFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothKeepTheContractOfModels() {
        ClinicEventList list;
        ClinicEventFilter filter;
        filter.setSourceModel(&list);
        const QAbstractItemModelTester one(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester other(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.setEvents(test::contentsOf({}).events);
        filter.setPhotograph(QStringLiteral("eye"));
        filter.setPhotograph({});
        list.retranslate();
        QCOMPARE(filter.rowCount(), 2);
        list.setEvents({});
        QCOMPARE(filter.rowCount(), 0);
    }

    void aNameFindsOriginalsAndResults() {
        ClinicEventList list;
        ClinicEventFilter filter;
        filter.setSourceModel(&list);
        list.setEvents(test::contentsOf({}).events);
        for (const auto& name : {QStringLiteral("eye 1"), QStringLiteral(" BETTER "), QStringLiteral("png")}) {
            filter.setPhotograph(name);
            QCOMPARE(filter.rowCount(), 1);
            QCOMPARE(filter.index(0, ClinicEventList::PhotographColumn).data().toString(), QStringLiteral("Eye 1.png"));
        }
        filter.setPhotograph(QStringLiteral("clinic")); // that is what was done, not a photograph
        QCOMPARE(filter.rowCount(), 0);
    }

    void theClinicAndItsPhotographsAreShownApart() {
        ClinicEventList list;
        ClinicEventFilter filter;
        filter.setSourceModel(&list);
        list.setEvents(test::contentsOf({}).events);
        filter.setShow(ClinicEventFilter::Show::Clinic);
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.index(0, ClinicEventList::ActionColumn).data().toString(), QStringLiteral("Clinic created"));
        filter.setShow(ClinicEventFilter::Show::Photographs);
        QCOMPARE(filter.rowCount(), 1);
        QVERIFY(filter.index(0, ClinicEventList::DetailColumn)
                    .data()
                    .toString()
                    .contains(QStringLiteral("eye_better.png")));
    }
};

QTEST_MAIN(TestClinicEventFilter)
#include "tst_clinic_event_filter.moc"
