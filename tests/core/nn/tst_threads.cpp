// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/threads.h"

#include <ATen/Parallel.h>

#include <QtTest>

#include <thread>

using namespace limpid;

class TestThreads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The window computes in threads of its own, and they must know the number too.
    void aThreadStartedLaterComputesWithThatMany() {
        for (const int count : {3, 2}) {
            QCOMPARE(setNetworkThreads(count), count);
            QCOMPARE(at::get_num_threads(), count);
            int there = 0;
            std::thread([&there] { there = at::get_num_threads(); }).join();
            QCOMPARE(there, count);
        }
    }

    void zeroTakesEveryProcessorOfTheProcess() {
        const int count = setNetworkThreads(0);
        QVERIFY(count >= 1);
        QVERIFY(count <= static_cast<int>(std::thread::hardware_concurrency()));
        QCOMPARE(at::get_num_threads(), count);
    }
};

QTEST_APPLESS_MAIN(TestThreads)
#include "tst_threads.moc"
