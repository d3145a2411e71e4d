// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guard/guard_page.h"

#include "guard/guard_export.h"
#include "widgets/guarded_photographs.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace limpid;

class TestGuardPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init() {
        m_page = std::make_unique<GuardPage>();
        m_page->show();
    }

    void aRunIsSummedUpInOneSentence();
    void thoseThatAreNotAdaptedStandFirst();
    void theCurrentReasonIsThereInFull();
    void onlyThoseCanBeListed();
    void doubleClickAndReturnOpenAPhotograph();
    void aHeadingSortsTheList();
    void theListIsExportedWholeWhateverIsFiltered();
    void anotherRunTakesThePlaceOfTheFirst();
    void theWordsFollowTheLanguage();
    void everyControlHasAName();

private:
    QTreeView& table() const { return *m_page->findChild<QTreeView*>(QStringLiteral("guardedPhotographs")); }
    QString label(const char* name) const { return m_page->findChild<QLabel*>(QLatin1String(name))->text(); }
    QString name(int row) const { return table().model()->index(row, GuardList::NameColumn).data().toString(); }

    std::unique_ptr<GuardPage> m_page;
};

void TestGuardPage::aRunIsSummedUpInOneSentence() {
    QVERIFY(label("guardSummary").isEmpty());
    QVERIFY(!m_page->findChild<QToolButton*>(QStringLiteral("guardExport"))->isEnabled());
    m_page->setRun(test::guardedRun());
    QVERIFY(label("guardTitle").contains(QStringLiteral("North")));
    QVERIFY(label("guardTitle").contains(QStringLiteral("2026-03-01 09:30")));
    QVERIFY2(label("guardSummary").contains(QStringLiteral("is shown for 2 of 4 photograph")),
             qPrintable(label("guardSummary")));
    QCOMPARE(label("guardCount"), QStringLiteral("4 of 4 shown"));
}

void TestGuardPage::thoseThatAreNotAdaptedStandFirst() {
    m_page->setRun(test::guardedRun());
    QCOMPARE(name(0), QStringLiteral("eye 9.png"));
    QCOMPARE(name(1), QStringLiteral("eye 10.png"));
    QCOMPARE(name(2), QStringLiteral("eye 2.png"));
    QCOMPARE(table().currentIndex().row(), 0);
}

void TestGuardPage::theCurrentReasonIsThereInFull() {
    QVERIFY(label("guardDetail").isEmpty());
    m_page->setRun(test::guardedRun());
    QVERIFY(label("guardDetail").contains(QStringLiteral("eye 9.png")));
    QTest::keyClick(&table(), Qt::Key_Down);
    QVERIFY(label("guardDetail").startsWith(QStringLiteral("eye 10.png: Source model's. ")));
    m_page->findChild<QLineEdit*>(QStringLiteral("guardText"))->setText(QStringLiteral("nothing like it"));
    QVERIFY(label("guardDetail").isEmpty());
}

void TestGuardPage::onlyThoseCanBeListed() {
    m_page->setRun(test::guardedRun());
    m_page->findChild<QComboBox*>(QStringLiteral("guardShow"))->setCurrentIndex(1);
    QCOMPARE(table().model()->rowCount(), 2);
    QCOMPARE(label("guardCount"), QStringLiteral("2 of 4 shown"));
    QTest::keyClicks(m_page->findChild<QLineEdit*>(QStringLiteral("guardText")), QStringLiteral("10"));
    QCOMPARE(table().model()->rowCount(), 1);
}

void TestGuardPage::doubleClickAndReturnOpenAPhotograph() {
    m_page->setRun(test::guardedRun());
    const QSignalSpy chosen(m_page.get(), &GuardPage::photographChosen);
    QTest::keyClick(&table(), Qt::Key_Down);
    QTest::keyClick(&table(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.last().first().toString(), QStringLiteral("eye 10.png"));
    const auto place = table().visualRect(table().model()->index(0, 0)).center();
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen.last().first().toString(), QStringLiteral("eye 9.png"));
}

void TestGuardPage::aHeadingSortsTheList() {
    m_page->setRun(test::guardedRun());
    table().sortByColumn(GuardList::ForecastColumn, Qt::AscendingOrder);
    QCOMPARE(name(0), QStringLiteral("eye 10.png"));
    QCOMPARE(name(3), QStringLiteral("eye 9.png"));
}

void TestGuardPage::theListIsExportedWholeWhateverIsFiltered() {
    m_page->setRun(test::guardedRun());
    m_page->findChild<QComboBox*>(QStringLiteral("guardShow"))->setCurrentIndex(1);
    const QSignalSpy wanted(m_page.get(), &GuardPage::exportRequested);
    m_page->findChild<QToolButton*>(QStringLiteral("guardExport"))->click();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(m_page->exported(), guardAsCsv(test::guardedPhotographs()));
}

void TestGuardPage::anotherRunTakesThePlaceOfTheFirst() {
    m_page->setRun(test::guardedRun());
    m_page->setRun({QStringLiteral("South"), {}, {}, {test::guardedPhotographs().first()}});
    QCOMPARE(label("guardTitle"), QStringLiteral("South"));
    QCOMPARE(table().model()->rowCount(), 1);
    QCOMPARE(m_page->run().clinic, QStringLiteral("South"));
}

void TestGuardPage::theWordsFollowTheLanguage() {
    m_page->setRun(test::guardedRun());
    auto& show = *m_page->findChild<QComboBox*>(QStringLiteral("guardShow"));
    show.setCurrentIndex(1);
    m_page->setLocale(QLocale(QLocale::Arabic, QLocale::Egypt)); // with digits of its own
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(m_page.get(), &change);
    QVERIFY(label("guardCount") != QStringLiteral("2 of 4 shown"));
    QCOMPARE(show.count(), 2);
    QCOMPARE(show.currentIndex(), 1);
    QCOMPARE(name(0), QStringLiteral("eye 9.png"));
}

void TestGuardPage::everyControlHasAName() {
    for (const auto* widget : m_page->findChildren<QWidget*>()) {
        const bool control =
            qobject_cast<const QTreeView*>(widget) != nullptr || qobject_cast<const QComboBox*>(widget) != nullptr ||
            widget->objectName() == QLatin1String("guardText") || widget->objectName() == QLatin1String("guardExport");
        QVERIFY2(!control || !widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(TestGuardPage)
#include "tst_guard_page.moc"
