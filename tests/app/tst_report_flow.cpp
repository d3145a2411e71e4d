// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report_flow.h"

#include <QFile>
#include <QFileDialog>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QWidget>

#include <atomic>
#include <semaphore>

using namespace limpid;

class TestReportFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutARunThereIsNothingToReportOn();
    void theReportIsWrittenOutsideTheWindowsThread();
    void whileOneIsBeingWrittenNoOtherBegins();
    void whatFailsIsSaidInASentence();
    void itAsksOnceAndWritesWhatWasChosen();

private:
    QWidget m_window;
    QTemporaryDir m_folder;
};

void TestReportFlow::withoutARunThereIsNothingToReportOn() {
    ReportFlow flow(m_window);
    QVERIFY(!flow.canBegin());
    flow.begin();
    flow.save(m_folder.filePath(QStringLiteral("none.pdf")));
    QVERIFY(m_window.findChild<QFileDialog*>() == nullptr);
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("none.pdf"))));
}

void TestReportFlow::theReportIsWrittenOutsideTheWindowsThread() {
    std::atomic<bool> elsewhere = false;
    std::string clinic;
    ReportFlow flow(
        [&](const std::filesystem::path&, const RunReport& report) -> Result<void> {
            elsewhere = QThread::currentThread() != qApp->thread();
            clinic = report.clinic;
            return {};
        },
        m_window);
    QSignalSpy written(&flow, &ReportFlow::written);
    flow.setRun("North", {});
    QVERIFY(flow.canBegin());
    flow.save(QStringLiteral("/x/report.pdf"));
    QTRY_COMPARE(written.size(), 1);
    QCOMPARE(written[0][0].toString(), QStringLiteral("/x/report.pdf"));
    QVERIFY(elsewhere);
    QCOMPARE(clinic, std::string("North"));
    QVERIFY(flow.canBegin());
}

void TestReportFlow::whileOneIsBeingWrittenNoOtherBegins() {
    std::binary_semaphore mayEnd(0);
    std::atomic<int> calls = 0;
    ReportFlow flow(
        [&](const std::filesystem::path&, const RunReport&) -> Result<void> {
            ++calls;
            mayEnd.acquire();
            return {};
        },
        m_window);
    QSignalSpy written(&flow, &ReportFlow::written);
    flow.setRun("North", {});
    flow.save(QStringLiteral("/x/a.pdf"));
    QVERIFY(!flow.canBegin());
    flow.save(QStringLiteral("/x/b.pdf"));
    mayEnd.release();
    QTRY_COMPARE(written.size(), 1);
    QCOMPARE(calls.load(), 1);
}

void TestReportFlow::whatFailsIsSaidInASentence() {
    ReportFlow flow(m_window);
    QSignalSpy failed(&flow, &ReportFlow::failed);
    flow.setRun("North", {});
    flow.save(m_folder.filePath(QStringLiteral("no such folder/report.html")));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("no such folder")));
    QVERIFY(flow.canBegin());
}

void TestReportFlow::itAsksOnceAndWritesWhatWasChosen() {
    ReportFlow flow(m_window);
    QSignalSpy written(&flow, &ReportFlow::written);
    flow.setRun("North/South", {});
    flow.begin();
    flow.begin();
    const auto dialogs = m_window.findChildren<QFileDialog*>();
    QCOMPARE(dialogs.size(), 1);
    const auto path = m_folder.filePath(QStringLiteral("report.html"));
    Q_EMIT dialogs[0]->fileSelected(path);
    dialogs[0]->close();
    QTRY_COMPARE(written.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("Adaptation to North/South"));
}

QTEST_MAIN(TestReportFlow)
#include "tst_report_flow.moc"
