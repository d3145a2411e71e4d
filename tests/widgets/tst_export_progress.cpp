// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/export_progress.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace limpid;

namespace {

QString sentence(const ExportProgress& progress) {
    return progress.findChild<QLabel*>()->text();
}

QPushButton* stopButton(const ExportProgress& progress) {
    return progress.findChild<QPushButton*>(QStringLiteral("exportCancel"));
}

ExportOutcome withOneFailure() {
    ExportOutcome outcome;
    outcome.written = 3;
    outcome.failures = {{QStringLiteral("eye.png"), QStringLiteral("It is empty.")}};
    return outcome;
}

} // namespace

class TestExportProgress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itSaysHowFarItIs();
    void cancellingIsAcknowledgedAndAskedForOnce();
    void escapeCancelsAndLaterCloses();
    void whatFailedIsListedAndCanBeCopied();
    void successNeedsNoList();
};

void TestExportProgress::itSaysHowFarItIs() {
    ExportProgress progress;
    progress.setProgress(2, 7, QStringLiteral("%1.png"));
    QVERIFY(sentence(progress).contains(QStringLiteral("3 of 7: %1.png")));
    QCOMPARE(progress.findChild<QProgressBar*>()->value(), 2);
    QCOMPARE(progress.findChild<QProgressBar*>()->maximum(), 7);
}

void TestExportProgress::cancellingIsAcknowledgedAndAskedForOnce() {
    ExportProgress progress;
    const QSignalSpy cancelled(&progress, &ExportProgress::cancelRequested);
    stopButton(progress)->click();
    QVERIFY(sentence(progress).startsWith(QStringLiteral("Cancelling")));
    QVERIFY(!stopButton(progress)->isEnabled());
    progress.reject();
    QCOMPARE(cancelled.count(), 1);
}

void TestExportProgress::escapeCancelsAndLaterCloses() {
    ExportProgress progress;
    progress.show();
    const QSignalSpy cancelled(&progress, &ExportProgress::cancelRequested);
    QTest::keyClick(&progress, Qt::Key_Escape);
    QCOMPARE(cancelled.count(), 1);
    QVERIFY(progress.isVisible());
    ExportOutcome outcome;
    outcome.cancelled = true;
    outcome.notTried = 4;
    progress.finish(outcome);
    QVERIFY(sentence(progress).contains(QStringLiteral("4 left out")));
    QTest::keyClick(&progress, Qt::Key_Escape);
    QVERIFY(!progress.isVisible());
}

void TestExportProgress::whatFailedIsListedAndCanBeCopied() {
    ExportProgress progress;
    progress.finish(withOneFailure());
    QVERIFY(!progress.findChild<QPlainTextEdit*>()->isHidden());
    QCOMPARE(progress.findChild<QPlainTextEdit*>()->toPlainText(), QStringLiteral("eye.png: It is empty."));
    progress.findChild<QPushButton*>(QStringLiteral("exportCopyFailures"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("eye.png: It is empty."));
}

void TestExportProgress::successNeedsNoList() {
    ExportProgress progress;
    ExportOutcome outcome;
    outcome.written = 3;
    progress.finish(outcome);
    QVERIFY(progress.findChild<QPlainTextEdit*>()->isHidden());
    QVERIFY(sentence(progress).startsWith(QStringLiteral("3 ")));
    QVERIFY(stopButton(progress)->text().contains(QStringLiteral("Close")));
}

QTEST_MAIN(TestExportProgress)
#include "tst_export_progress.moc"
