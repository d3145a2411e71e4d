// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results_flow.h"

#include "app/made_folder.h"
#include "guard/guard_page.h"
#include "opened_folder.h"
#include "widgets/guarded_photographs.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace limpid;

class TestResultsFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theNewestRunIsListed();
    void whatIsBeingReadIsNotReplaced();
    void aRunThatIsAskedForBringsItsPage();
    void aPhotographOfTheOpenFolderIsLookedAt();
    void aPhotographOfAnotherFolderOpensThat();
    void aPhotographThatIsNotThereIsNamed();

private:
    GuardedRun runOf(const char* folder, const char* photograph) const {
        auto run = test::guardedRun();
        run.folder = *folder == 0 ? QString() : m_made->at(QString::fromLatin1(folder));
        run.photographs = {test::guarded(photograph, GuardChoice::Source, GuardReason::NoGain, 0.0)};
        return run;
    }

    std::unique_ptr<MadeFolder> m_made;
    std::unique_ptr<OpenedFolder> m_folder;
    std::unique_ptr<GuardPage> m_page;
    std::unique_ptr<ResultsFlow> m_flow;
};

void TestResultsFlow::init() {
    m_flow.reset(); // before what it refers to
    m_made = std::make_unique<MadeFolder>();
    for (const auto* folder : {"eyes", "others"}) {
        QDir().mkpath(m_made->at(QString::fromLatin1(folder)));
        m_made->picture(QStringLiteral("%1/1.png").arg(QLatin1String(folder)));
        m_made->picture(QStringLiteral("%1/2.png").arg(QLatin1String(folder)));
    }
    m_folder = std::make_unique<OpenedFolder>(
        FolderPlaces{m_made->path(QStringLiteral("own/thumbnails")), m_made->path(QStringLiteral("own/notes"))});
    const QSignalSpy listed(m_folder.get(), &OpenedFolder::listed);
    m_folder->open(m_made->path(QStringLiteral("eyes")));
    QTRY_COMPARE(listed.count(), 1);
    m_page = std::make_unique<GuardPage>();
    m_flow = std::make_unique<ResultsFlow>(*m_page, *m_folder);
}

void TestResultsFlow::theNewestRunIsListed() {
    const QSignalSpy changed(m_flow.get(), &ResultsFlow::changed);
    QVERIFY(!m_flow->hasResults());
    m_flow->take(test::guardedRun());
    QVERIFY(m_flow->hasResults());
    QCOMPARE(m_page->run().photographs.size(), 4);
    m_flow->take({});
    QVERIFY(!m_flow->hasResults());
    QCOMPARE(changed.count(), 2);
}

void TestResultsFlow::whatIsBeingReadIsNotReplaced() {
    m_flow->take(test::guardedRun());
    m_page->show();
    m_flow->take({});
    QVERIFY(m_flow->hasResults());
}

void TestResultsFlow::aRunThatIsAskedForBringsItsPage() {
    const QSignalSpy page(m_flow.get(), &ResultsFlow::pageWanted);
    m_page->show();
    m_flow->show(test::guardedRun());
    QCOMPARE(page.count(), 1);
    QCOMPARE(m_page->run().clinic, QStringLiteral("North"));
}

void TestResultsFlow::aPhotographOfTheOpenFolderIsLookedAt() {
    const QSignalSpy wanted(m_flow.get(), &ResultsFlow::photographWanted);
    for (const auto* folder : {"eyes", ""}) { // a run on record does not know its folder
        m_flow->show(runOf(folder, "2.png"));
        Q_EMIT m_page->photographChosen(QStringLiteral("2.png"));
        QCOMPARE(wanted.last().at(0).toInt(), 1);
    }
}

void TestResultsFlow::aPhotographOfAnotherFolderOpensThat() {
    const QSignalSpy wanted(m_flow.get(), &ResultsFlow::photographWanted);
    const QSignalSpy listed(m_folder.get(), &OpenedFolder::listed);
    m_flow->show(runOf("others", "2.png"));
    Q_EMIT m_page->photographChosen(QStringLiteral("2.png"));
    QCOMPARE(wanted.last().at(0).toInt(), -1);
    QTRY_COMPARE(listed.count(), 1);
    QCOMPARE(m_folder->path(), m_made->path(QStringLiteral("others")));
    QCOMPARE(m_folder->rowToBeginAt(), 1);
}

void TestResultsFlow::aPhotographThatIsNotThereIsNamed() {
    const QSignalSpy failed(m_flow.get(), &ResultsFlow::failed);
    const QSignalSpy wanted(m_flow.get(), &ResultsFlow::photographWanted);
    m_flow->show(runOf("", "9.png"));
    Q_EMIT m_page->photographChosen(QStringLiteral("9.png"));
    QCOMPARE(wanted.count(), 0);
    QVERIFY(failed.last().at(0).toString().contains(QStringLiteral("9.png")));
}

QTEST_MAIN(TestResultsFlow)
#include "tst_results_flow.moc"
