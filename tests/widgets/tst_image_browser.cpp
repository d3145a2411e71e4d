// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_browser.h"
#include "browser/image_filter_model.h"
#include "browser/image_list_model.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace limpid;

class TestImageBrowser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void thumbnailsAreWantedForTheScreenAndAScreenfulAround();
    void scrollingWantsOtherRowsAndGivesUpTheOld();
    void wantedRowsAreThoseOfTheFolderWhenSortedAndFiltered();
    void aHiddenViewWantsNothingAndAsksAgainWhenShown();
    void rowsThatComeLaterAreWantedToo();
    void theArrowKeysGoOnOverTheEndOfALine();
    void theArrowKeysMoveTheFilmstrip();
    void keysAskForFlagsAndStarsOfAllSelectedImages();
    void keysAskForViewsAndTheSheet();
    void lettersDoNotMoveTheSelection();
    void theCurrentImageCanBeChosenByItsRowInTheFolder();
    void linesAreFilled();
    void anUnreadableImageIsDrawnWithItsReason();
    void eachMarkIsVisible_data();
    void eachMarkIsVisible();
    void tenThousandImagesAreLaidOutQuickly();

private:
    ImageListModel m_model;
};

namespace {

QList<int> rowsOf(const QSignalSpy& spy) {
    return spy.last().at(0).value<QList<int>>();
}

void show(ImageBrowser& browser, QAbstractItemModel& model, QSize size = {600, 500}) {
    browser.resize(size);
    browser.setModel(&model);
    browser.show();
    QVERIFY(QTest::qWaitForWindowExposed(&browser));
}

} // namespace

void TestImageBrowser::init() {
    QStringList names;
    for (int i = 0; i < 1000; ++i)
        names << QStringLiteral("image %1.png").arg(i);
    m_model.setNames(names);
}

void TestImageBrowser::thumbnailsAreWantedForTheScreenAndAScreenfulAround() {
    for (const auto shape : {ImageBrowser::Shape::Grid, ImageBrowser::Shape::Filmstrip}) {
        ImageBrowser browser(shape);
        const QSignalSpy wanted(&browser, &ImageBrowser::thumbnailsWanted);
        browser.resize(600, 500);
        browser.setModel(&m_model);
        QCOMPARE(wanted.count(), 0); // nothing is visible before the list is
        browser.show();
        QTRY_VERIFY(!wanted.isEmpty());
        const auto [first, last] = browser.visibleRows();
        QCOMPARE(first, 0);
        QVERIFY(last >= 4);
        QVERIFY(last < 20);
        QTRY_COMPARE(rowsOf(wanted).size(), 2 * (last + 1));
        QCOMPARE(rowsOf(wanted).first(), 0);
    }
}

void TestImageBrowser::scrollingWantsOtherRowsAndGivesUpTheOld() {
    ImageBrowser browser(ImageBrowser::Shape::Grid);
    show(browser, m_model);
    const QSignalSpy wanted(&browser, &ImageBrowser::thumbnailsWanted);
    const QSignalSpy unwanted(&browser, &ImageBrowser::thumbnailsUnwanted);
    browser.scrollTo(m_model.index(999));
    QTRY_VERIFY(!unwanted.isEmpty());
    const auto [first, last] = browser.visibleRows();
    QCOMPARE(last, 999);
    QVERIFY(first > 970);
    QCOMPARE(rowsOf(wanted).first(), first); // what is on screen is the most urgent
    QVERIFY(rowsOf(wanted).contains(first - 1));
    QVERIFY(!rowsOf(wanted).contains(0));
    QVERIFY(rowsOf(unwanted).contains(0));
}

void TestImageBrowser::wantedRowsAreThoseOfTheFolderWhenSortedAndFiltered() {
    ImageFilterModel sorted(m_model);
    sorted.sortBy(ImageOrder::Name, Qt::DescendingOrder);
    ImageBrowser browser(ImageBrowser::Shape::Grid);
    show(browser, sorted);
    const QSignalSpy wanted(&browser, &ImageBrowser::thumbnailsWanted);
    sorted.setFilter({.text = QStringLiteral("7.png")});
    QTRY_VERIFY(!wanted.isEmpty());
    QCOMPARE(rowsOf(wanted).mid(0, 3), (QList<int>{997, 987, 977}));
}

void TestImageBrowser::aHiddenViewWantsNothingAndAsksAgainWhenShown() {
    ImageBrowser browser(ImageBrowser::Shape::Grid);
    show(browser, m_model);
    const QSignalSpy wanted(&browser, &ImageBrowser::thumbnailsWanted);
    const QSignalSpy unwanted(&browser, &ImageBrowser::thumbnailsUnwanted);
    browser.hide();
    QCOMPARE(browser.visibleRows(), std::make_pair(0, -1));
    browser.verticalScrollBar()->setValue(1000);
    QCOMPARE(wanted.count() + unwanted.count(), 0);
    browser.show();
    QTRY_VERIFY(!wanted.isEmpty());
}

void TestImageBrowser::rowsThatComeLaterAreWantedToo() {
    m_model.setNames({QStringLiteral("a.png")});
    ImageBrowser browser(ImageBrowser::Shape::Grid);
    show(browser, m_model);
    const QSignalSpy wanted(&browser, &ImageBrowser::thumbnailsWanted);
    m_model.appendRows({{QStringLiteral("b.png"), {}, 1}, {QStringLiteral("c.png"), {}, 1}});
    QTRY_VERIFY(!wanted.isEmpty());
    QCOMPARE(rowsOf(wanted), (QList<int>{0, 1, 2}));
}

void TestImageBrowser::theArrowKeysGoOnOverTheEndOfALine() {
    ImageBrowser browser(ImageBrowser::Shape::Grid);
    show(browser, m_model);
    browser.setCurrentIndex(m_model.index(0));
    const QSignalSpy chosen(&browser, &ImageBrowser::currentRowChanged);
    for (int row = 1; row <= 7; ++row) {
        QTest::keyClick(&browser, Qt::Key_Right);
        QCOMPARE(chosen.last().at(0).toInt(), row);
    }
    QTest::keyClick(&browser, Qt::Key_Up);
    const int above = browser.currentRow();
    QVERIFY(above < 7);
    QCOMPARE(browser.visualRect(m_model.index(above)).left(), browser.visualRect(m_model.index(7)).left());
    QTest::keyClick(&browser, Qt::Key_End);
    QCOMPARE(browser.currentRow(), 999);
    QTest::keyClick(&browser, Qt::Key_Right);
    QCOMPARE(browser.currentRow(), 999);
}

void TestImageBrowser::theArrowKeysMoveTheFilmstrip() {
    ImageBrowser browser(ImageBrowser::Shape::Filmstrip);
    show(browser, m_model);
    browser.setCurrentIndex(m_model.index(4));
    QTest::keyClick(&browser, Qt::Key_Right);
    QTest::keyClick(&browser, Qt::Key_Down);
    QCOMPARE(browser.currentRow(), 6);
    QTest::keyClick(&browser, Qt::Key_Up);
    QCOMPARE(browser.currentRow(), 5);
}

void TestImageBrowser::keysAskForFlagsAndStarsOfAllSelectedImages() {
    ImageFilterModel sorted(m_model);
    sorted.sortBy(ImageOrder::Name, Qt::DescendingOrder);
    ImageBrowser browser(ImageBrowser::Shape::Grid);
    show(browser, sorted);
    const QSignalSpy flags(&browser, &ImageBrowser::flagRequested);
    const QSignalSpy stars(&browser, &ImageBrowser::starsRequested);
    QTest::keyClick(&browser, Qt::Key_P);
    QCOMPARE(flags.count(), 0); // nothing is selected
    browser.setCurrentIndex(sorted.index(0, 0));
    QTest::keyClick(&browser, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&browser, Qt::Key_P);
    QTest::keyClick(&browser, Qt::Key_X);
    QTest::keyClick(&browser, Qt::Key_U);
    QCOMPARE(flags.count(), 3);
    QCOMPARE(rowsOf(flags), (QList<int>{999, 998}));
    QCOMPARE(flags.at(0).at(1).value<ImageFlag>(), ImageFlag::Pick);
    QCOMPARE(flags.at(1).at(1).value<ImageFlag>(), ImageFlag::Reject);
    QCOMPARE(flags.at(2).at(1).value<ImageFlag>(), ImageFlag::None);
    for (int count = 0; count <= 5; ++count) {
        QTest::keyClick(&browser, static_cast<char>('0' + count));
        QCOMPARE(stars.last().at(1).toInt(), count);
    }
    QTest::keyClick(&browser, Qt::Key_6);
    QTest::keyClick(&browser, Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(stars.count(), 6);
    QCOMPARE(flags.count(), 3);
}

void TestImageBrowser::keysAskForViewsAndTheSheet() {
    ImageBrowser browser(ImageBrowser::Shape::Filmstrip);
    show(browser, m_model);
    const QSignalSpy views(&browser, &ImageBrowser::viewRequested);
    const QSignalSpy sheet(&browser, &ImageBrowser::keySheetRequested);
    const std::pair<Qt::Key, BrowserView> keys[] = {{Qt::Key_G, BrowserView::Grid},
                                                    {Qt::Key_E, BrowserView::Single},
                                                    {Qt::Key_Return, BrowserView::Single},
                                                    {Qt::Key_C, BrowserView::Compare}};
    for (const auto& [key, view] : keys) {
        QTest::keyClick(&browser, key);
        QCOMPARE(views.last().at(0).value<BrowserView>(), view);
    }
    QCOMPARE(views.count(), 4);
    QTest::keyClick(&browser, Qt::Key_Question, Qt::ShiftModifier);
    QCOMPARE(sheet.count(), 1);
}

void TestImageBrowser::lettersDoNotMoveTheSelection() {
    ImageBrowser browser(ImageBrowser::Shape::Grid);
    show(browser, m_model);
    browser.setCurrentIndex(m_model.index(3));
    QTest::keyClick(&browser, Qt::Key_I); // all names begin with it
    QCOMPARE(browser.currentRow(), 3);
}

void TestImageBrowser::theCurrentImageCanBeChosenByItsRowInTheFolder() {
    ImageFilterModel sorted(m_model);
    sorted.sortBy(ImageOrder::Name, Qt::DescendingOrder);
    ImageBrowser browser(ImageBrowser::Shape::Grid);
    QCOMPARE(browser.currentRow(), -1);
    show(browser, sorted);
    browser.setCurrentRow(990);
    QCOMPARE(browser.currentRow(), 990);
    QCOMPARE(browser.currentIndex().row(), 9);
    QCOMPARE(browser.selectedRows(), QList<int>{990});
    sorted.setFilter({.text = QStringLiteral("image 99")});
    QCOMPARE(browser.currentRow(), 990);
    browser.setCurrentRow(5); // hidden by the filter
    QCOMPARE(browser.currentRow(), 990);
}

void TestImageBrowser::linesAreFilled() {
    ImageBrowser browser(ImageBrowser::Shape::Grid);
    for (const int width :
         {250, 606, 607, 608, 609, 610, 611, 612, 613, 614, 615, 616, 617, 618, 619, 620, 621, 622, 1500}) {
        show(browser, m_model, {width, 400});
        const int cell = browser.gridSize().width();
        const int columns = browser.viewport()->width() / cell;
        QVERIFY(columns >= 1);
        QVERIFY(cell >= browser.visualRect(m_model.index(0)).width());
        QVERIFY2(browser.viewport()->width() - columns * cell <= columns + 1, qPrintable(QString::number(width)));
        QCOMPARE(browser.visualRect(m_model.index(columns)).left(), browser.visualRect(m_model.index(0)).left());
    }
}

void TestImageBrowser::anUnreadableImageIsDrawnWithItsReason() {
    ImageBrowser browser(ImageBrowser::Shape::Grid);
    show(browser, m_model);
    m_model.setUnreadable(0, QStringLiteral("a"));
    const auto before = browser.grab(browser.visualRect(m_model.index(0))).toImage();
    m_model.setUnreadable(0, QStringLiteral("It is empty (0 bytes); copy it from the camera again."));
    QVERIFY(browser.grab(browser.visualRect(m_model.index(0))).toImage() != before);
}

void TestImageBrowser::eachMarkIsVisible_data() {
    QTest::addColumn<int>("shape");
    for (const auto shape : {ImageBrowser::Shape::Grid, ImageBrowser::Shape::Filmstrip})
        QTest::addRow("%s", shape == ImageBrowser::Shape::Grid ? "grid" : "filmstrip") << static_cast<int>(shape);
}

void TestImageBrowser::eachMarkIsVisible() {
    QFETCH(const int, shape);
    ImageBrowser browser(static_cast<ImageBrowser::Shape>(shape));
    show(browser, m_model);
    QImage picture(64, 48, QImage::Format_RGB32);
    picture.fill(QColor(180, 80, 30));
    m_model.setThumbnail(0, picture);
    QList<QImage> seen{browser.grab(browser.visualRect(m_model.index(0))).toImage()};
    const auto look = [&] {
        const auto now = browser.grab(browser.visualRect(m_model.index(0))).toImage();
        const bool isNew = !seen.contains(now);
        seen.push_back(now);
        return isNew;
    };
    m_model.setFlag(0, ImageFlag::Pick);
    QVERIFY(look());
    m_model.setFlag(0, ImageFlag::Reject);
    QVERIFY(look());
    m_model.setStars(0, 2);
    QVERIFY(look());
    m_model.setStars(0, 3);
    QVERIFY(look());
    m_model.setJudgements({{.row = 0, .quality = {1, 0, 0}}});
    QVERIFY(look());
    m_model.setJudgements({{.row = 0, .quality = {0, 1, 0}}});
    QVERIFY(look());
    m_model.setJudgements({{.row = 0, .quality = {0, 0, 1}}});
    QVERIFY(look());
    m_model.setJudgements({{.row = 0, .quality = {0, 0, 1}, .enhanced = {0.5, 0.2, 0}}});
    QCOMPARE(look(), static_cast<ImageBrowser::Shape>(shape) == ImageBrowser::Shape::Grid); // the filmstrip has no room
    m_model.setJudgements({{.row = 0, .decision = PickerVerdict::Accepted}});
    QVERIFY(look());
    m_model.setJudgements({{.row = 0, .decision = PickerVerdict::Rejected}});
    QVERIFY(look());
}

void TestImageBrowser::tenThousandImagesAreLaidOutQuickly() {
    ImageFilterModel sorted(m_model);
    ImageBrowser browser(ImageBrowser::Shape::Grid);
    show(browser, sorted, {1200, 900});
    QList<ImageFile> many;
    for (int i = 0; i < 10000; ++i)
        many.push_back({QStringLiteral("eye_%1.jpg").arg((i * 7919) % 10000), {}, 1});
    QElapsedTimer clock;
    clock.start();
    m_model.appendRows(many);
    browser.scrollToBottom();
    const auto [first, last] = browser.visibleRows();
    QCOMPARE(last, 10999);
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed()))); // 0.1 s on an idle machine
}

QTEST_MAIN(TestImageBrowser)
#include "tst_image_browser.moc"
