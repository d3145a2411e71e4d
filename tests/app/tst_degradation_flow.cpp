// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation_flow.h"

#include "app/fake_quality.h"
#include "app/made_folder.h"
#include "compare/degradation_panel.h"
#include "folder_judgements.h"
#include "opened_folder.h"
#include "work_page.h"

#include <QAction>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace limpid;

class TestDegradationFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void thePanelIsOpenWhereItsActionIsChecked();
    void itsCrossUnchecksTheAction();
    void outOfSightItIsOpenedAndAskedFor();
    void itSaysWhatIsKnownOfThePhotographOnShow();

private:
    QString sentence() const {
        return m_work->degradation().findChild<QLabel*>(QStringLiteral("degradationSentence"))->text();
    }

    std::unique_ptr<MadeFolder> m_made;
    std::unique_ptr<OpenedFolder> m_folder;
    std::unique_ptr<FolderJudgements> m_judgements;
    std::unique_ptr<WorkPage> m_work;
    std::unique_ptr<QAction> m_action;
    std::unique_ptr<DegradationFlow> m_flow;
};

void TestDegradationFlow::init() {
    // Before what each refers to.
    m_flow.reset();
    m_work.reset();
    m_judgements.reset();
    m_made = std::make_unique<MadeFolder>();
    QDir().mkpath(m_made->at(QStringLiteral("eyes")));
    m_made->picture(QStringLiteral("eyes/1.png"), Qt::white);
    m_made->picture(QStringLiteral("eyes/2.png"), Qt::black);
    m_folder = std::make_unique<OpenedFolder>(FolderPlaces{m_made->path(QStringLiteral("own/thumbnails")),
                                                           m_made->path(QStringLiteral("own/notes")),
                                                           m_made->path(QStringLiteral("own/records"))});
    m_judgements =
        std::make_unique<FolderJudgements>(std::make_shared<FakeQuality>(std::make_shared<QualityRecord>()), *m_folder);
    m_work = std::make_unique<WorkPage>(m_folder->model());
    m_action = std::make_unique<QAction>();
    m_action->setCheckable(true);
    m_flow = std::make_unique<DegradationFlow>(*m_work, *m_judgements, *m_action);
    const QSignalSpy listed(m_folder.get(), &OpenedFolder::listed);
    m_folder->open(m_made->path(QStringLiteral("eyes")));
    QTRY_COMPARE(listed.count(), 1);
}

void TestDegradationFlow::thePanelIsOpenWhereItsActionIsChecked() {
    const QSignalSpy comparison(m_flow.get(), &DegradationFlow::comparisonWanted);
    m_work->show(BrowserView::Compare);
    m_work->QWidget::show();
    m_action->trigger();
    QVERIFY(m_work->degradation().isVisible());
    m_action->trigger();
    QVERIFY(!m_work->degradation().isVisible());
    QCOMPARE(comparison.count(), 0);
}

void TestDegradationFlow::itsCrossUnchecksTheAction() {
    m_action->setChecked(true);
    m_work->degradation().findChild<QToolButton*>(QStringLiteral("degradationClose"))->click();
    QVERIFY(!m_action->isChecked());
}

void TestDegradationFlow::outOfSightItIsOpenedAndAskedFor() {
    const QSignalSpy comparison(m_flow.get(), &DegradationFlow::comparisonWanted);
    for (int times = 1; times <= 2; ++times) { // nobody can have wanted to close what is out of sight
        m_action->trigger();
        QVERIFY(m_action->isChecked());
        QCOMPARE(comparison.count(), times);
    }
    m_work->show(BrowserView::Grid);
    m_work->QWidget::show();
    m_action->trigger();
    QVERIFY(m_action->isChecked());
    QCOMPARE(comparison.count(), 3);
}

void TestDegradationFlow::itSaysWhatIsKnownOfThePhotographOnShow() {
    constexpr int patienceMs = 20'000;
    m_flow->refresh();
    const auto before = sentence();
    m_work->beginAt(1); // the black one, which FakeQuality finds hazy
    QTRY_VERIFY_WITH_TIMEOUT(
        m_work->degradation().findChild<QLabel*>(QStringLiteral("degradationGrade.haze"))->text() ==
            QStringLiteral("strong"),
        patienceMs);
    QVERIFY(sentence() != before);
}

QTEST_MAIN(TestDegradationFlow)
#include "tst_degradation_flow.moc"
