// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_state.h"

#include <QDockWidget>
#include <QGuiApplication>
#include <QMainWindow>
#include <QScreen>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

using limpid::WindowState;

namespace {

/// A window as ours is: a splitter with a name in the middle, a dock on the right.
class SmallWindow : public QMainWindow {
public:
    explicit SmallWindow(int parts = 2)
        : splitter(new QSplitter(this))
        , dock(new QDockWidget(this)) {
        splitter->setObjectName(QStringLiteral("workspace"));
        for (int i = 0; i < parts; ++i)
            splitter->addWidget(new QWidget(splitter));
        setCentralWidget(splitter);
        dock->setObjectName(QStringLiteral("dock"));
        addDockWidget(Qt::RightDockWidgetArea, dock);
        resize(400, 300);
    }

    QSplitter* splitter;
    QDockWidget* dock;
};

} // namespace

class TestWindowState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everythingIsWhereItWas();
    void withoutAnythingSavedTheWindowStaysAsDesigned();
    void anotherVersionsStateIsLeftAlone();
    void damagedStateDoesNoHarm();
    void aSplitterWithMorePartsThanBeforeLosesNone();
    void aWindowThatLayOnAScreenNowGoneComesBack();
    void whatWasOpenIsOpenAgain();
    void resettingForgets();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_storage;
};

void TestWindowState::init() {
    m_storage.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_storage = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
}

void TestWindowState::everythingIsWhereItWas() {
    SmallWindow before;
    before.resize(500, 350);
    before.show();
    before.dock->hide();
    QTRY_VERIFY(before.splitter->width() > 450);
    before.splitter->setSizes({100, 300});
    const auto sizes = before.splitter->sizes();
    WindowState(*m_storage).save(before);

    SmallWindow after;
    QVERIFY(WindowState(*m_storage).restore(after));
    after.show();
    QCOMPARE(after.size(), QSize(500, 350));
    QTRY_COMPARE(after.splitter->sizes(), sizes);
    QVERIFY(after.dock->isHidden());
}

void TestWindowState::withoutAnythingSavedTheWindowStaysAsDesigned() {
    SmallWindow window;
    QVERIFY(!WindowState(*m_storage).restore(window));
    QCOMPARE(window.size(), QSize(400, 300));
}

void TestWindowState::anotherVersionsStateIsLeftAlone() {
    SmallWindow window;
    WindowState state(*m_storage);
    state.save(window);
    m_storage->setValue("window/version", 99);
    QVERIFY(!state.restore(window));
}

void TestWindowState::damagedStateDoesNoHarm() {
    SmallWindow window;
    WindowState state(*m_storage);
    state.save(window);
    const QByteArray rubbish("\x01\xff rubbish");
    m_storage->setValue("window/geometry", rubbish);
    m_storage->setValue("window/docks", rubbish);
    m_storage->setValue("window/splitters/workspace/state", rubbish);
    QVERIFY(state.restore(window));
    window.show();
    QCOMPARE(window.size(), QSize(400, 300));
    QVERIFY(!window.dock->isHidden());
    QVERIFY(!window.splitter->sizes().contains(0));
}

void TestWindowState::aSplitterWithMorePartsThanBeforeLosesNone() {
    SmallWindow two;
    two.show();
    WindowState(*m_storage).save(two);
    SmallWindow three(3);
    WindowState(*m_storage).restore(three);
    three.show();
    QCOMPARE(three.splitter->sizes().size(), 3);
    QVERIFY(!three.splitter->sizes().contains(0));
}

void TestWindowState::aWindowThatLayOnAScreenNowGoneComesBack() {
    SmallWindow before;
    before.show();
    before.move(50000, 40000);
    WindowState(*m_storage).save(before);
    SmallWindow after;
    QVERIFY(WindowState(*m_storage).restore(after));
    after.show();
    QVERIFY(QGuiApplication::primaryScreen()->availableGeometry().intersects(after.geometry()));
}

void TestWindowState::whatWasOpenIsOpenAgain() {
    const auto part = QStringLiteral("drawer");
    QVERIFY(!WindowState(*m_storage).isOpen(part));
    WindowState(*m_storage).setOpen(part, true);
    QVERIFY(WindowState(*m_storage).isOpen(part));
    QVERIFY(!WindowState(*m_storage).isOpen(QStringLiteral("another drawer")));
    WindowState(*m_storage).setOpen(part, false);
    QVERIFY(!WindowState(*m_storage).isOpen(part));
}

void TestWindowState::resettingForgets() {
    SmallWindow window;
    WindowState state(*m_storage);
    state.save(window);
    state.setOpen(QStringLiteral("drawer"), true);
    state.reset();
    QVERIFY(!state.isOpen(QStringLiteral("drawer")));
    QVERIFY(!state.restore(window));
    QVERIFY(m_storage->allKeys().isEmpty());
}

QTEST_MAIN(TestWindowState)
#include "tst_window_state.moc"
