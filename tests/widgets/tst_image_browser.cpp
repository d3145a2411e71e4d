// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_browser.h"
#include "browser/image_list_model.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using limpid::ImageBrowser;
using limpid::ImageListModel;

class TestImageBrowser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onlyRowsOnScreenAreAskedFor();
    void scrollingAsksForOtherRows();
    void theArrowKeysChooseAnImage();
    void anUnreadableRowIsDrawnWithItsReason();

private:
    ImageListModel m_model;
};

void TestImageBrowser::init() {
    QStringList names;
    for (int i = 0; i < 1000; ++i)
        names << QStringLiteral("image %1.png").arg(i);
    m_model.setNames(names);
}

void TestImageBrowser::onlyRowsOnScreenAreAskedFor() {
    ImageBrowser browser;
    browser.resize(260, 400);
    QSignalSpy rows(&browser, &ImageBrowser::visibleRowsChanged);
    browser.setModel(&m_model);
    QCOMPARE(rows.count(), 0); // nothing is visible before the list is
    browser.show();
    QTRY_VERIFY(!rows.isEmpty());
    QCOMPARE(rows.last().at(0).toInt(), 0);
    const int last = rows.last().at(1).toInt();
    QVERIFY(last >= 4); // 400 px hold at least five rows of 76 px
    QVERIFY(last <= 6);
}

void TestImageBrowser::scrollingAsksForOtherRows() {
    ImageBrowser browser;
    browser.resize(260, 400);
    browser.setModel(&m_model);
    browser.show();
    QVERIFY(QTest::qWaitForWindowExposed(&browser));
    QSignalSpy rows(&browser, &ImageBrowser::visibleRowsChanged);
    browser.scrollTo(m_model.index(999));
    QTRY_VERIFY(!rows.isEmpty());
    QCOMPARE(rows.last().at(1).toInt(), 999);
    QVERIFY(rows.last().at(0).toInt() >= 993);
}

void TestImageBrowser::theArrowKeysChooseAnImage() {
    ImageBrowser browser;
    browser.setModel(&m_model);
    browser.setCurrentIndex(m_model.index(0));
    const QSignalSpy chosen(&browser, &ImageBrowser::currentRowChanged);
    QTest::keyClick(&browser, Qt::Key_Down);
    QTest::keyClick(&browser, Qt::Key_End);
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen.at(0).at(0).toInt(), 1);
    QCOMPARE(chosen.at(1).at(0).toInt(), 999);
}

void TestImageBrowser::anUnreadableRowIsDrawnWithItsReason() {
    ImageBrowser browser;
    browser.resize(260, 200);
    browser.setModel(&m_model);
    browser.show();
    QVERIFY(QTest::qWaitForWindowExposed(&browser));
    const auto before = browser.grab().toImage();
    m_model.setUnreadable(0, QStringLiteral("is empty (0 bytes); copy it from the camera again."));
    QTRY_VERIFY(browser.grab().toImage() != before);
}

QTEST_MAIN(TestImageBrowser)
#include "tst_image_browser.moc"
