// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guard/guard_filter.h"

#include "guard/guard_list.h"
#include "widgets/guarded_photographs.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace limpid;

class TestGuardFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itKeepsTheContractOfModels();
    void onlyThoseThatAreNotAdaptedCanBeShown();
    void namesAndReasonsAreFound();
    void namesStandInNaturalOrder();
    void numbersStandByTheirSize();
    void equalOnesKeepTheOrderOfTheRun();

private:
    QStringList names() const {
        QStringList all;
        for (int row = 0; row < m_filter->rowCount(); ++row)
            all << m_filter->index(row, GuardList::NameColumn).data().toString();
        return all;
    }

    std::unique_ptr<GuardList> m_list;
    std::unique_ptr<GuardFilter> m_filter;
};

namespace {

const QString two = QStringLiteral("eye 2.png");
const QString nine = QStringLiteral("eye 9.png");
const QString ten = QStringLiteral("eye 10.png");
const QString other = QStringLiteral("眼, 1.png");

} // namespace

void TestGuardFilter::init() {
    m_filter = std::make_unique<GuardFilter>();
    m_list = std::make_unique<GuardList>();
    m_list->setPhotographs(test::guardedPhotographs());
    m_filter->setSourceModel(m_list.get());
}

void TestGuardFilter::itKeepsTheContractOfModels() {
    const QAbstractItemModelTester tester(m_filter.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_filter->setShow(GuardFilter::Show::NotAdapted);
    m_filter->sort(GuardList::ForecastColumn, Qt::DescendingOrder);
    m_list->setPhotographs({});
    m_list->setPhotographs(test::guardedPhotographs());
    m_filter->setShow(GuardFilter::Show::All);
}

void TestGuardFilter::onlyThoseThatAreNotAdaptedCanBeShown() {
    m_filter->setShow(GuardFilter::Show::NotAdapted);
    QCOMPARE(names(), (QStringList{ten, nine}));
    m_filter->setShow(GuardFilter::Show::All);
    QCOMPARE(names().size(), 4);
}

void TestGuardFilter::namesAndReasonsAreFound() {
    m_filter->setText(QStringLiteral(" EYE 1 "));
    QCOMPARE(names(), QStringList{ten});
    m_filter->setText(QStringLiteral("better than its restoration"));
    QCOMPARE(names(), QStringList{nine});
}

void TestGuardFilter::namesStandInNaturalOrder() {
    m_filter->sort(GuardList::NameColumn);
    QCOMPARE(names().first(3), (QStringList{two, nine, ten}));
}

void TestGuardFilter::numbersStandByTheirSize() {
    m_filter->sort(GuardList::ForecastColumn);
    QCOMPARE(names(), (QStringList{ten, other, two, nine}));
}

void TestGuardFilter::equalOnesKeepTheOrderOfTheRun() {
    m_filter->sort(GuardList::ChoiceColumn, Qt::DescendingOrder);
    QCOMPARE(names(), (QStringList{nine, ten, two, other}));
}

QTEST_MAIN(TestGuardFilter)
#include "tst_guard_filter.moc"
