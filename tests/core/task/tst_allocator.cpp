// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "task/allocator.h"

#include <QTest>

#include <sys/resource.h>

#include <cstddef>
#include <cstdlib>
#include <thread>

using namespace limpid;

namespace {

constexpr std::size_t blockBytes = std::size_t{96} << 20;
constexpr std::size_t pageBytes = 4096;

long faultsOfThisProcess() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_minflt;
}

/// Page faults while a large block is taken, touched and given back.
long faultsOfOneBlock() {
    const long before = faultsOfThisProcess();
    auto* block = static_cast<volatile char*>(std::malloc(blockBytes));
    for (std::size_t i = 0; i < blockBytes; i += pageBytes)
        block[i] = 1;
    std::free(const_cast<char*>(block));
    return faultsOfThisProcess() - before;
}

} // namespace

class AllocatorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("Only glibc's own allocator can be told to keep its memory.");
#endif
        keepLargeBlocks();
    }

    void aLargeBlockIsKeptForTheNextRequest() {
        faultsOfOneBlock();
        QVERIFY(faultsOfOneBlock() < static_cast<long>(blockBytes / pageBytes / 10));
    }

    void aWorkerThreadKeepsItsBlocksToo() {
        long second = -1;
        std::thread([&second] {
            faultsOfOneBlock();
            second = faultsOfOneBlock();
        }).join();
        QVERIFY(second >= 0);
        QVERIFY(second < static_cast<long>(blockBytes / pageBytes / 10));
    }
};

QTEST_APPLESS_MAIN(AllocatorTest)
#include "tst_allocator.moc"
