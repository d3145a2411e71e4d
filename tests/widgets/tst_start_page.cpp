// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/message_bar.h"
#include "common/recent_folder_model.h"
#include "common/start_page.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDragEnterEvent>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace limpid;

class TestStartPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theButtonsAskForTheirThings();
    void thereIsNoSampleUntilItIsSaid();
    void makingTheSampleShowsHowFarItIsAndCanBeCancelled();
    void aRecentFolderIsOpenedByAClickAndByEnter();
    void aRecentFolderIsTakenOffTheListByDelete();
    void aRecentFolderIsTakenOffTheListByItsMenu();
    void theListIsHiddenWhileItIsEmpty();
    void aFolderThatIsNotThereLooksAndReadsOtherwise();
    void filesCanBeDroppedAnywhere();
    void whatIsNoLocalFileIsNotTaken();
    void aProblemIsSaidInItsSentence();
    void theRecentFoldersKeepTheContractOfModels();

private:
    template <typename Widget>
    Widget& part(const char* name) const {
        return *m_page->findChild<Widget*>(QLatin1String(name));
    }
    QRect place(int row) const;

    std::unique_ptr<StartPage> m_page;
};

namespace {

const QList<RecentFolderItem> twoFolders{
    {QStringLiteral("/data/a"), QStringLiteral("a"), QStringLiteral("~/a"), {}, false},
    {QStringLiteral("/data/眼底 b"), QStringLiteral("眼底 b"), QStringLiteral("~/眼底 b"), {}, true}};

void drop(QWidget& target, const QList<QUrl>& urls, bool& accepted) {
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(&target, &enter);
    accepted = enter.isAccepted();
    QDropEvent event({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &event);
}

} // namespace

void TestStartPage::init() {
    m_page = std::make_unique<StartPage>();
    m_page->resize(900, 700);
    m_page->setRecentFolders(twoFolders);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

QRect TestStartPage::place(int row) const {
    auto& list = part<QListView>("recentFolders");
    return list.visualRect(list.model()->index(row, 0));
}

void TestStartPage::theButtonsAskForTheirThings() {
    const QSignalSpy open(m_page.get(), &StartPage::openRequested);
    const QSignalSpy sample(m_page.get(), &StartPage::sampleRequested);
    m_page->setSampleAvailable(true);
    QTest::mouseClick(&part<QPushButton>("startOpenFolder"), Qt::LeftButton);
    QTest::mouseClick(&part<QPushButton>("startSample"), Qt::LeftButton);
    QCOMPARE(open.count(), 1);
    QCOMPARE(sample.count(), 1);
}

void TestStartPage::makingTheSampleShowsHowFarItIsAndCanBeCancelled() {
    const QSignalSpy cancelled(m_page.get(), &StartPage::sampleCancelled);
    m_page->setSampleAvailable(true);
    auto& bar = part<QProgressBar>("startSampleProgress");
    auto& cancel = part<QPushButton>("startSampleCancel");
    QVERIFY(!bar.isVisible() && !cancel.isVisible());
    part<QPushButton>("startSample").setFocus();
    m_page->showSampleProgress(0.25);
    QVERIFY(bar.isVisible());
    QCOMPARE(4 * bar.value(), bar.maximum());
    QVERIFY(!part<QPushButton>("startSample").isEnabled());
    QVERIFY(part<QPushButton>("startOpenFolder").isEnabled());
    QVERIFY(!cancel.accessibleName().isEmpty() && !bar.accessibleName().isEmpty());
    QTest::mouseClick(&cancel, Qt::LeftButton);
    QCOMPARE(cancelled.count(), 1);
    m_page->endSampleProgress();
    QVERIFY(!bar.isVisible());
    QVERIFY(part<QPushButton>("startSample").isEnabled());
}

void TestStartPage::thereIsNoSampleUntilItIsSaid() {
    QVERIFY(!part<QPushButton>("startSample").isVisible());
    m_page->setSampleAvailable(true);
    QVERIFY(part<QPushButton>("startSample").isVisible());
}

void TestStartPage::aRecentFolderIsOpenedByAClickAndByEnter() {
    const QSignalSpy chosen(m_page.get(), &StartPage::folderChosen);
    auto& list = part<QListView>("recentFolders");
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, place(1).center());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.last().at(0).toString(), twoFolders[1].path);
    QTest::keyClick(&list, Qt::Key_Up);
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen.last().at(0).toString(), twoFolders[0].path);
}

void TestStartPage::aRecentFolderIsTakenOffTheListByDelete() {
    const QSignalSpy removed(m_page.get(), &StartPage::removeRequested);
    auto& list = part<QListView>("recentFolders");
    list.setCurrentIndex(list.model()->index(1, 0));
    QTest::keyClick(&list, Qt::Key_Delete);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.last().at(0).toString(), twoFolders[1].path);
    m_page->setRecentFolders(twoFolders.mid(0, 1));
    QCOMPARE(list.currentIndex().row(), 0); // the next one, for the next Delete
}

void TestStartPage::aRecentFolderIsTakenOffTheListByItsMenu() {
    const QSignalSpy removed(m_page.get(), &StartPage::removeRequested);
    const QSignalSpy chosen(m_page.get(), &StartPage::folderChosen);
    auto& list = part<QListView>("recentFolders");
    Q_EMIT list.customContextMenuRequested(place(0).center());
    const auto* menu = list.findChild<QMenu*>();
    QVERIFY(menu != nullptr);
    QCOMPARE(menu->actions().size(), 2);
    menu->actions().at(0)->trigger();
    menu->actions().at(1)->trigger();
    QCOMPARE(chosen.last().at(0).toString(), twoFolders[0].path);
    QCOMPARE(removed.last().at(0).toString(), twoFolders[0].path);
}

void TestStartPage::theListIsHiddenWhileItIsEmpty() {
    QVERIFY(part<QListView>("recentFolders").isVisible());
    m_page->setRecentFolders({});
    QVERIFY(!part<QListView>("recentFolders").isVisible());
}

void TestStartPage::aFolderThatIsNotThereLooksAndReadsOtherwise() {
    auto& list = part<QListView>("recentFolders");
    QVERIFY(list.model()->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("not there")));
    const auto missing = list.viewport()->grab(place(1)).toImage();
    auto folders = twoFolders;
    folders[1].missing = false;
    m_page->setRecentFolders(folders);
    QVERIFY(list.viewport()->grab(place(1)).toImage() != missing);
}

void TestStartPage::filesCanBeDroppedAnywhere() {
    const QSignalSpy dropped(m_page.get(), &StartPage::dropped);
    bool accepted = false;
    drop(*m_page, {QUrl::fromLocalFile(QStringLiteral("/data/x y.png")), QUrl::fromLocalFile(QStringLiteral("/b"))},
         accepted);
    QVERIFY(accepted);
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped.last().at(0).toStringList(), (QStringList{QStringLiteral("/data/x y.png"), QStringLiteral("/b")}));
    QVERIFY(!part<QListView>("recentFolders").acceptDrops()); // so that the page gets what is dropped there
    QVERIFY(!part<QListView>("recentFolders").viewport()->acceptDrops());
}

void TestStartPage::whatIsNoLocalFileIsNotTaken() {
    const QSignalSpy dropped(m_page.get(), &StartPage::dropped);
    bool accepted = true;
    drop(*m_page, {QUrl(QStringLiteral("https://example.org/a.png"))}, accepted);
    QVERIFY(!accepted);
    QCOMPARE(dropped.count(), 0);
}

void TestStartPage::aProblemIsSaidInItsSentence() {
    auto& bar = part<MessageBar>("startProblem");
    QVERIFY(!bar.isVisible());
    m_page->showProblem(QStringLiteral("It is empty."));
    QVERIFY(bar.isVisible());
    QCOMPARE(bar.sentence(), QStringLiteral("It is empty."));
    m_page->clearProblem();
    QVERIFY(!bar.isVisible());
}

void TestStartPage::theRecentFoldersKeepTheContractOfModels() {
    RecentFolderModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setItems(twoFolders);
    model.setItems({});
    model.setItems(twoFolders.mid(1));
    QCOMPARE(model.index(0).data(RecentFolderModel::PathRole).toString(), twoFolders[1].path);
}

QTEST_MAIN(TestStartPage)
#include "tst_start_page.moc"
