// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_keyboard.h"

#include "compare/compare_view.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace limpid;

class TestCompareKeyboard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyModeHasItsKey();
    void keysOfOthersAreLeftAlone();
    void arrowsMoveTheImageWhereThereIsNoLine();
    void theScaleIsAskedForWithARulerOnly();
    void escapeIsOnlyTakenWhileThereIsARuler();
};

void TestCompareKeyboard::everyModeHasItsKey() {
    CompareView view;
    QSet<int> reached;
    for (const auto key : {Qt::Key_Y, Qt::Key_F, Qt::Key_K, Qt::Key_D, Qt::Key_A, Qt::Key_S}) {
        QTest::keyClick(&view, key);
        reached.insert(static_cast<int>(view.mode()));
    }
    QCOMPARE(reached.size(), qsizetype(compareModes.size()));
    QTest::keyClick(&view, Qt::Key_L);
    QVERIFY(view.hasLoupe());
    QTest::keyClick(&view, Qt::Key_R);
    QVERIFY(view.isMeasuring());
}

void TestCompareKeyboard::keysOfOthersAreLeftAlone() {
    // Pick, reject, unflag, grid, single, compare and stars belong to the window.
    for (const auto key : {Qt::Key_P, Qt::Key_X, Qt::Key_U, Qt::Key_G, Qt::Key_E, Qt::Key_C, Qt::Key_0, Qt::Key_5})
        QVERIFY(!compareCommandOf(key, {}));
    QVERIFY(!compareCommandOf(Qt::Key_S, Qt::ControlModifier));
    QVERIFY(compareCommandOf(Qt::Key_Z, Qt::ShiftModifier) == CompareCommand::DoubleSize);
}

void TestCompareKeyboard::arrowsMoveTheImageWhereThereIsNoLine() {
    CompareView view;
    view.resize(400, 300);
    view.grab();
    QImage image(1600, 1200, QImage::Format_RGB32);
    image.fill(Qt::red);
    view.setOriginal(image);
    view.setMode(CompareMode::Flip);
    view.zoomTo(1.0);
    const auto before = view.imageAt({200, 150});
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.imageAt({200, 150}), before + QPointF(40, 0));
    QTest::keyClick(&view, Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(view.imageAt({200, 150}), before + QPointF(40, -200));
    QCOMPARE(view.split(), 0.5);
}

void TestCompareKeyboard::theScaleIsAskedForWithARulerOnly() {
    CompareView view;
    const QSignalSpy asked(&view, &CompareView::scaleRequested);
    QTest::keyClick(&view, Qt::Key_R, Qt::ShiftModifier);
    QCOMPARE(asked.count(), 0);
    QVERIFY(!view.isMeasuring());
    view.measure({0, 0, 5, 5});
    QTest::keyClick(&view, Qt::Key_R, Qt::ShiftModifier);
    QCOMPARE(asked.count(), 1);
}

void TestCompareKeyboard::escapeIsOnlyTakenWhileThereIsARuler() {
    CompareView view;
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, {});
    QCoreApplication::sendEvent(&view, &escape);
    QVERIFY(!escape.isAccepted());
    view.measure({0, 0, 5, 5});
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(view.ruler().isNull());
}

QTEST_MAIN(TestCompareKeyboard)
#include "tst_compare_keyboard.moc"
