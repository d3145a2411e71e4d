// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_list_model.h"
#include "compare/compare_view.h"
#include "compare/degradation_panel.h"
#include "work_page.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace limpid;

class TestWorkPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void gridAndFilmstripShareTheChosenImage();
    void anImageThatIsFilteredAwayIsOpenedAllTheSame();
    void theComparisonUsedLastComesBack();
    void keysInTheFilmstripReachTheComparison();
    void whyAnImageIsPoorStandsBesideItAndIsClosedAtFirst();
    void flagsAreAskedForByTheRowsOfTheFolder();

private:
    ImageListModel m_images;
    std::unique_ptr<WorkPage> m_page;
    ImageBrowser* m_grid = nullptr;
    ImageBrowser* m_strip = nullptr;
};

void TestWorkPage::init() {
    m_page.reset();
    m_images.setNames({QStringLiteral("img10.png"), QStringLiteral("img2.png"), QStringLiteral("img1.png")});
    m_page = std::make_unique<WorkPage>(m_images);
    m_page->resize(900, 700);
    m_page->QWidget::show();
    m_grid = m_page->findChild<ImageBrowser*>(QStringLiteral("grid"));
    m_strip = m_page->findChild<ImageBrowser*>(QStringLiteral("filmstrip"));
}

void TestWorkPage::gridAndFilmstripShareTheChosenImage() {
    const QSignalSpy changed(m_page.get(), &WorkPage::currentRowChanged);
    m_page->beginAt(1);
    QCOMPARE(changed.count(), 1); // once, although two views show it
    QCOMPARE(m_strip->currentRow(), 1);
    m_page->show(BrowserView::Grid);
    QVERIFY(m_grid->isVisible());
    QTest::keyClick(m_grid, Qt::Key_Right); // natural order: img10 follows img2
    QCOMPARE(m_page->currentRow(), 0);
    QCOMPARE(m_page->selectedRows(), QList<int>{0});
}

void TestWorkPage::anImageThatIsFilteredAwayIsOpenedAllTheSame() {
    m_page->show(BrowserView::Grid);
    auto* text = m_page->findChild<QLineEdit*>(QStringLiteral("filterText"));
    text->setText(QStringLiteral("img1"));
    m_page->open(0); // img10 is among those shown
    QCOMPARE(m_page->currentRow(), 0);
    QVERIFY(m_page->compare().isVisible());
    QCOMPARE(text->text(), QStringLiteral("img1"));
    m_page->open(1);
    QCOMPARE(m_page->currentRow(), 1);
    QVERIFY(text->text().isEmpty());
}

void TestWorkPage::theComparisonUsedLastComesBack() {
    auto& compare = m_page->compare();
    m_page->show(BrowserView::Compare);
    compare.setMode(CompareMode::SideBySide);
    m_page->show(BrowserView::Single);
    QCOMPARE(compare.mode(), CompareMode::Flip);
    m_page->show(BrowserView::Grid);
    m_page->show(BrowserView::Compare);
    QCOMPARE(compare.mode(), CompareMode::SideBySide);
}

void TestWorkPage::keysInTheFilmstripReachTheComparison() {
    m_page->show(BrowserView::Compare);
    QTest::keyClick(m_strip, Qt::Key_B);
    QCOMPARE(m_page->compare().mode(), CompareMode::Flip);
    QTest::keyClick(m_strip, Qt::Key_G);
    QVERIFY(m_grid->isVisible());
}

void TestWorkPage::whyAnImageIsPoorStandsBesideItAndIsClosedAtFirst() {
    QVERIFY(m_page->showsOneImage());
    QVERIFY(!m_page->degradation().isVisible());
    const int alone = m_page->compare().width();
    m_page->degradation().show();
    QTRY_COMPARE(m_page->compare().width(), alone - m_page->degradation().width());
    m_page->show(BrowserView::Grid);
    QVERIFY(!m_page->showsOneImage() && !m_page->degradation().isVisible());
}

void TestWorkPage::flagsAreAskedForByTheRowsOfTheFolder() {
    m_page->beginAt(0);
    QList<int> rows;
    connect(m_page.get(), &WorkPage::flagRequested, this, [&](const QList<int>& asked, ImageFlag flag) {
        rows = asked;
        QCOMPARE(flag, ImageFlag::Pick);
    });
    QTest::keyClick(m_strip, Qt::Key_P);
    QCOMPARE(rows, QList<int>{0});
}

QTEST_MAIN(TestWorkPage)
#include "tst_work_page.moc"
