// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/log_window.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace limpid;

namespace {

LogLine line(LogLevel level, const QString& text) {
    return {QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 6)), level, text};
}

QString shown(const LogWindow& window) {
    return window.findChild<QPlainTextEdit*>()->toPlainText();
}

} // namespace

class TestLogWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineSaysWhenHowBadAndWhat();
    void linesThatMatterLessAreHiddenAndComeBack();
    void onlyTheLastLinesAreKept();
    void theReportHoldsTheSystemAndTheLastLinesOfEveryLevel();
    void theReportIsCopied();
};

void TestLogWindow::aLineSaysWhenHowBadAndWhat() {
    LogWindow window;
    window.append(line(LogLevel::Warning, QStringLiteral("The disk is slow: %1 %2")));
    QCOMPARE(shown(window), QStringLiteral("03:04:05.006  WARNING  The disk is slow: %1 %2"));
}

void TestLogWindow::linesThatMatterLessAreHiddenAndComeBack() {
    LogWindow window;
    for (const auto& [level, text] : {std::pair(LogLevel::Detail, "one"), std::pair(LogLevel::Information, "two"),
                                      std::pair(LogLevel::Error, "three")})
        window.append(line(level, QLatin1String(text)));
    QVERIFY(!shown(window).contains(QStringLiteral("one")));
    QVERIFY(shown(window).contains(QStringLiteral("two")));
    window.setLeastLevel(LogLevel::Error);
    QVERIFY(!shown(window).contains(QStringLiteral("two")));
    QVERIFY(shown(window).contains(QStringLiteral("three")));
    window.setLeastLevel(LogLevel::Detail);
    QCOMPARE(shown(window).count(QLatin1Char('\n')), 2);
    QVERIFY(shown(window).indexOf(QStringLiteral("one")) < shown(window).indexOf(QStringLiteral("three")));
}

void TestLogWindow::onlyTheLastLinesAreKept() {
    LogWindow window;
    for (int i = 0; i < LogWindow::mostLines + 10; ++i)
        window.append(line(LogLevel::Information, QStringLiteral("line %1.").arg(i)));
    QCOMPARE(window.findChild<QPlainTextEdit*>()->blockCount(), LogWindow::mostLines);
    window.setLeastLevel(LogLevel::Detail);
    QVERIFY(!shown(window).contains(QStringLiteral("line 9.")));
    QVERIFY(shown(window).contains(QStringLiteral("line 10.")));
}

void TestLogWindow::theReportHoldsTheSystemAndTheLastLinesOfEveryLevel() {
    LogWindow window;
    window.setSystemInformation(QStringLiteral("Limpid: 1.2.3\n"));
    window.setLeastLevel(LogLevel::Error);
    for (int i = 0; i < LogWindow::reportLines + 1; ++i)
        window.append(line(LogLevel::Detail, QStringLiteral("line %1.").arg(i)));
    const auto report = window.report();
    QVERIFY(report.startsWith(QStringLiteral("Limpid: 1.2.3\n")));
    QVERIFY(!report.contains(QStringLiteral("line 0.")));
    QVERIFY(report.contains(QStringLiteral("2026-01-02 03:04:05.006  detail   line 1.")));
    QVERIFY(report.contains(QStringLiteral("line %1.").arg(LogWindow::reportLines)));
}

void TestLogWindow::theReportIsCopied() {
    LogWindow window;
    window.append(line(LogLevel::Error, QStringLiteral("It broke.")));
    const QSignalSpy copied(&window, &LogWindow::reportCopied);
    window.findChild<QPushButton*>(QStringLiteral("copyReport"))->click();
    QCOMPARE(copied.count(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text(), window.report());
}

QTEST_MAIN(TestLogWindow)
#include "tst_log_window.moc"
