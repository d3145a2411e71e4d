// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "task/bounded_queue.h"

#include <QTest>

#include <atomic>
#include <future>
#include <memory>
#include <thread>
#include <vector>

using namespace limpid;

class BoundedQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itemsComeOutInTheOrderTheyWentIn() {
        BoundedQueue<int> queue(3);
        QVERIFY(queue.push(1));
        QVERIFY(queue.push(2));
        QVERIFY(queue.push(3));
        QCOMPARE(queue.pop(), std::optional<int>(1));
        QCOMPARE(queue.pop(), std::optional<int>(2));
        QCOMPARE(queue.pop(), std::optional<int>(3));
    }

    void aProducerNeverGetsFurtherAheadThanTheCapacity() {
        constexpr int capacity = 2;
        constexpr int items = 500;
        BoundedQueue<int> queue(capacity);
        std::atomic<int> taken{0};
        std::atomic<int> furthest{0};
        std::thread producer([&] {
            for (int i = 0; i < items; ++i) {
                queue.push(i);
                // One more than the capacity: the consumer may hold an item it has not counted yet.
                furthest = std::max(furthest.load(), i + 1 - taken.load());
            }
            queue.close();
        });
        while (queue.pop())
            ++taken;
        producer.join();
        QCOMPARE(taken.load(), items);
        QVERIFY2(furthest <= capacity + 1, qPrintable(QString::number(furthest)));
    }

    void closingLetsTheRestBeTakenAndRefusesMore() {
        BoundedQueue<int> queue(4);
        queue.push(7);
        queue.close();
        QVERIFY(!queue.push(8));
        QCOMPARE(queue.pop(), std::optional<int>(7));
        QVERIFY(!queue.pop().has_value());
    }

    void closingWakesAProducerThatWaitsForRoom() {
        BoundedQueue<int> queue(1);
        queue.push(1);
        auto pushed = std::async(std::launch::async, [&] { return queue.push(2); });
        queue.close();
        QVERIFY(!pushed.get());
    }

    void closingWakesAConsumerThatWaitsForAnItem() {
        BoundedQueue<int> queue(1);
        auto taken = std::async(std::launch::async, [&] { return queue.pop().has_value(); });
        queue.close();
        QVERIFY(!taken.get());
    }

    void itemsThatCannotBeCopiedPassThrough() {
        BoundedQueue<std::unique_ptr<int>> queue(0);
        QVERIFY(queue.push(std::make_unique<int>(5)));
        const auto item = queue.pop();
        QVERIFY(item.has_value());
        QCOMPARE(**item, 5);
    }
};

QTEST_APPLESS_MAIN(BoundedQueueTest)
#include "tst_bounded_queue.moc"
