// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "log_sink.h"

#include <spdlog/logger.h>

#include <QCoreApplication>
#include <QTest>
#include <QThread>

#include <memory>
#include <thread>
#include <vector>

using namespace limpid;

namespace {

/// Collects what comes out.
struct Collected {
    explicit Collected(LogSink& sink) {
        QObject::connect(&sink, &LogSink::logged, &context, [this](const LogLine& line) {
            lines.push_back(line);
            inOwnersThread = inOwnersThread && QThread::currentThread() == context.thread();
        });
    }

    QObject context;
    std::vector<LogLine> lines;
    bool inOwnersThread = true;
};

} // namespace

class TestLogSink : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineComesOutWithLevelTimeAndText();
    void manyThreadsMayLogAtOnce();
    void whenTooManyWaitTheOldestAreDroppedAndCounted();
    void aLoggerMayOutliveTheSink();
};

void TestLogSink::aLineComesOutWithLevelTimeAndText() {
    LogSink sink;
    Collected collected(sink);
    spdlog::logger logger("test", sink.sink());
    logger.set_level(spdlog::level::trace);
    const auto before = QDateTime::currentDateTime();
    logger.warn("眼底 {}", 7);
    logger.debug("small");
    QVERIFY(collected.lines.empty()); // never in the middle of the caller's work
    QTRY_COMPARE(collected.lines.size(), std::size_t{2});
    QCOMPARE(collected.lines[0].text, QStringLiteral("眼底 7"));
    QCOMPARE(collected.lines[0].level, LogLevel::Warning);
    QVERIFY(qAbs(before.msecsTo(collected.lines[0].time)) < 60000);
    QCOMPARE(collected.lines[1].level, LogLevel::Detail);
}

void TestLogSink::manyThreadsMayLogAtOnce() {
    constexpr int threads = 4;
    constexpr int each = 200;
    LogSink sink(threads * each);
    Collected collected(sink);
    spdlog::logger logger("test", sink.sink());
    {
        std::vector<std::jthread> workers;
        for (int i = 0; i < threads; ++i)
            workers.emplace_back([&logger] {
                for (int k = 0; k < each; ++k)
                    logger.info("{}", k);
            });
    }
    QTRY_COMPARE(collected.lines.size(), std::size_t{threads * each});
    QVERIFY(collected.inOwnersThread);
}

void TestLogSink::whenTooManyWaitTheOldestAreDroppedAndCounted() {
    LogSink sink(3);
    Collected collected(sink);
    spdlog::logger logger("test", sink.sink());
    for (int i = 0; i < 10; ++i)
        logger.info("line {}", i);
    QTRY_COMPARE(collected.lines.size(), std::size_t{4});
    QVERIFY(collected.lines[0].text.startsWith(QStringLiteral("7 lines")));
    QCOMPARE(collected.lines[0].level, LogLevel::Warning);
    QCOMPARE(collected.lines[1].text, QStringLiteral("line 7"));
    logger.info("later");
    QTRY_COMPARE(collected.lines.size(), std::size_t{5});
    QCOMPARE(collected.lines[4].text, QStringLiteral("later"));
}

void TestLogSink::aLoggerMayOutliveTheSink() {
    auto sink = std::make_unique<LogSink>();
    spdlog::logger logger("test", sink->sink());
    logger.info("waits for ever");
    sink.reset();
    logger.info("nobody listens");
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(TestLogSink)
#include "tst_log_sink.moc"
