// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hanging_drive.h"
#include "reading_threads.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <atomic>
#include <thread>

using namespace limpid;

class TestReadingThreads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workRunsElsewhereAndReportsHere();
    void noMoreThanAllowedRunAtOnce();
    void whatHasNotBegunCanBeForgotten();
    void theEndWaitsForWorkThatEndsSoon();
    void theEndDoesNotWaitForWorkThatHangs();
    void nothingIsReportedAfterTheEnd();
    void backgroundWorkRuns();
};

void TestReadingThreads::workRunsElsewhereAndReportsHere() {
    QObject owner;
    ReadingThreads threads(owner, 2);
    QThread* worked = nullptr;
    QThread* reported = nullptr;
    threads.start([&, path = threads.owner()] {
        worked = QThread::currentThread();
        path.post([&] { reported = QThread::currentThread(); });
    });
    QTRY_COMPARE(reported, QThread::currentThread());
    QVERIFY(worked != reported);
}

void TestReadingThreads::noMoreThanAllowedRunAtOnce() {
    QObject owner;
    const auto drive = std::make_shared<HangingDrive>();
    ReadingThreads threads(owner, 2);
    std::atomic<int> done = 0;
    for (int i = 0; i < 5; ++i)
        threads.start([drive, &done] {
            drive->hang();
            ++done;
        });
    QTRY_COMPARE(drive->hanging(), 2);
    drive->answer();
    QTRY_COMPARE(done.load(), 5);
}

void TestReadingThreads::whatHasNotBegunCanBeForgotten() {
    QObject owner;
    const auto drive = std::make_shared<HangingDrive>();
    std::atomic<int> begun = 0;
    {
        ReadingThreads threads(owner, 1);
        threads.start([drive] { drive->hang(); });
        QTRY_COMPARE(drive->hanging(), 1);
        threads.start([&begun] { ++begun; });
        threads.clear();
        drive->answer();
        threads.start([&begun] { begun += 10; });
        QTRY_COMPARE(begun.load(), 10);
    }
    QCOMPARE(begun.load(), 10);
}

void TestReadingThreads::theEndWaitsForWorkThatEndsSoon() {
    QObject owner;
    std::atomic<bool> begun = false;
    std::atomic<bool> ending = false;
    std::atomic<bool> done = false;
    {
        ReadingThreads threads(owner, 1);
        threads.start([&] {
            begun = true;
            while (!ending)
                std::this_thread::yield();
            for (int i = 0; i < 20; ++i) // a moment's work, on a busy machine too
                std::this_thread::yield();
            done = true;
        });
        QTRY_VERIFY(begun.load());
        ending = true;
    }
    QVERIFY(done.load());
    QCOMPARE(ReadingThreads::leftBehind(), 0);
}

void TestReadingThreads::theEndDoesNotWaitForWorkThatHangs() {
    QObject owner;
    const auto drive = std::make_shared<HangingDrive>();
    QElapsedTimer clock;
    {
        ReadingThreads threads(owner, 3);
        for (int i = 0; i < 2; ++i)
            threads.start([drive] { drive->hang(); });
        QTRY_COMPARE(drive->hanging(), 2);
        clock.start();
    }
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(ReadingThreads::leftBehind() >= 2);
    drive->answer();
    QTRY_COMPARE(ReadingThreads::leftBehind(), 0);
}

void TestReadingThreads::nothingIsReportedAfterTheEnd() {
    QObject owner;
    const auto drive = std::make_shared<HangingDrive>();
    std::atomic<bool> reported = false;
    {
        ReadingThreads threads(owner, 1);
        threads.start([drive, path = threads.owner(), &reported] {
            drive->hang();
            path.post([&reported] { reported = true; });
        });
        QTRY_COMPARE(drive->hanging(), 1);
    }
    drive->answer();
    QTRY_COMPARE(ReadingThreads::leftBehind(), 0);
    QCoreApplication::processEvents();
    QVERIFY(!reported.load());
}

void TestReadingThreads::backgroundWorkRuns() {
    QObject owner;
    ReadingThreads threads(owner, 1, ReadingThreads::Priority::Background);
    std::atomic<bool> ran = false;
    threads.start([&ran] { ran = true; });
    QTRY_VERIFY(ran.load());
}

QTEST_GUILESS_MAIN(TestReadingThreads)
#include "tst_reading_threads.moc"
