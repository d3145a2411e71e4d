// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "task/read_ahead.h"

#include <QTest>

#include <atomic>
#include <stdexcept>
#include <thread>

using namespace limpid;

class ReadAheadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyItemIsMadeOnceInOrderAndOnAnotherThread() {
        const auto here = std::this_thread::get_id();
        ReadAhead<std::size_t> ahead(
            5, 2, [here](std::size_t i) { return std::this_thread::get_id() == here ? std::size_t{1000} : i * i; });
        for (const std::size_t expected : {0U, 1U, 4U, 9U, 16U})
            QCOMPARE(ahead.next(), std::optional<std::size_t>(expected));
        QVERIFY(!ahead.next().has_value());
        QVERIFY(!ahead.next().has_value());
    }

    void nothingIsMadeOfNothing() {
        ReadAhead<int> ahead(0, 2, [](std::size_t) { return 1; });
        QVERIFY(!ahead.next().has_value());
    }

    void leavingEarlyMakesNoMoreThanTheQueueHolds() {
        std::atomic<int> made{0};
        {
            ReadAhead<int> ahead(1000, 2, [&made](std::size_t i) {
                ++made;
                return static_cast<int>(i);
            });
            QCOMPARE(ahead.next(), std::optional<int>(0));
        }
        // One taken, two in the queue, one waiting for room, one started while the first was taken.
        QVERIFY2(made <= 5, qPrintable(QString::number(made)));
    }

    void whatTheMakerThrowsArrivesInTheItemsPlace() {
        ReadAhead<int> ahead(3, 2, [](std::size_t i) {
            if (i == 1)
                throw std::runtime_error("boom");
            return static_cast<int>(i);
        });
        QCOMPARE(ahead.next(), std::optional<int>(0));
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, ahead.next());
        QCOMPARE(ahead.next(), std::optional<int>(2));
    }
};

QTEST_APPLESS_MAIN(ReadAheadTest)
#include "tst_read_ahead.moc"
