// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hanging_drive.h"
#include "app/made_folder.h"
#include "thumbnail_cache.h"
#include "thumbnail_loader.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <mutex>

using namespace limpid;

class TestThumbnailLoader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasAskedForLastComesFirst();
    void whatScrolledAwayIsNotBegun();
    void whatWaitsOrIsBeingMadeIsNotMadeTwice();
    void nothingOfAFolderBeforeIsHeardOf();
    void aFailureTellsItsReason();
    void whatIsThrownIsAReasonToo();
    void aThumbnailComesFromTheCacheTheSecondTime();
    void aLargeImageIsReduced();
    void aReadThatHangsKeepsNeitherTheNextFolderNorTheEndWaiting();
};

namespace {

/// Makes nothing before it is told to, and keeps the order in which it was asked.
class SlowMaker {
public:
    ThumbnailLoader::Make make() {
        return [this](const FoundImage& image) -> Result<QImage> {
            {
                const std::lock_guard lock(m_mutex);
                m_begun.push_back(std::stoi(image.path.string()));
            }
            m_started.release();
            m_go.acquire();
            return QImage(4, 4, QImage::Format_RGB32);
        };
    }
    void waitForStart() { QVERIFY(m_started.tryAcquire(1, 10'000)); }
    void go(int count) { m_go.release(count); }
    QList<int> begun() {
        const std::lock_guard lock(m_mutex);
        return m_begun;
    }

private:
    std::mutex m_mutex;
    QList<int> m_begun;
    QSemaphore m_started;
    QSemaphore m_go;
};

std::vector<ThumbnailLoader::Request> requests(const QList<int>& rows) {
    std::vector<ThumbnailLoader::Request> all;
    for (const int row : rows)
        all.emplace_back(row, FoundImage{std::to_string(row), {}, 1});
    return all;
}

} // namespace

void TestThumbnailLoader::whatWasAskedForLastComesFirst() {
    SlowMaker maker;
    ThumbnailLoader loader(maker.make(), 1);
    QThread* heardIn = nullptr;
    connect(
        &loader, &ThumbnailLoader::made, this, [&] { heardIn = QThread::currentThread(); }, Qt::DirectConnection);
    const QSignalSpy made(&loader, &ThumbnailLoader::made);
    loader.want(requests({0, 1, 2}));
    maker.waitForStart();
    loader.want(requests({7, 2}));
    maker.go(10);
    QTRY_COMPARE(made.count(), 4);
    QCOMPARE(maker.begun(), (QList<int>{0, 7, 2, 1}));
    QCOMPARE(heardIn, QThread::currentThread());
}

void TestThumbnailLoader::whatScrolledAwayIsNotBegun() {
    SlowMaker maker;
    ThumbnailLoader loader(maker.make(), 1);
    const QSignalSpy made(&loader, &ThumbnailLoader::made);
    loader.want(requests({0, 1, 2, 3}));
    maker.waitForStart();
    loader.drop({0, 1, 3});
    QCOMPARE(loader.waiting(), 1);
    maker.go(10);
    QTRY_COMPARE(made.count(), 2); // the one that was begun is useful all the same
    QCOMPARE(maker.begun(), (QList<int>{0, 2}));
}

void TestThumbnailLoader::whatWaitsOrIsBeingMadeIsNotMadeTwice() {
    SlowMaker maker;
    ThumbnailLoader loader(maker.make(), 1);
    const QSignalSpy made(&loader, &ThumbnailLoader::made);
    loader.want(requests({0, 1}));
    maker.waitForStart();
    loader.want(requests({0, 1}));
    loader.want(requests({1, 0}));
    maker.go(10);
    QTRY_COMPARE(made.count(), 2);
    QCOMPARE(loader.waiting(), 0);
    QCOMPARE(maker.begun(), (QList<int>{0, 1}));
}

void TestThumbnailLoader::nothingOfAFolderBeforeIsHeardOf() {
    SlowMaker maker;
    ThumbnailLoader loader(maker.make(), 1);
    const QSignalSpy made(&loader, &ThumbnailLoader::made);
    loader.want(requests({0, 1}));
    maker.waitForStart();
    loader.clear();
    loader.want(requests({0}));
    maker.go(10);
    QTRY_COMPARE(made.count(), 1);
    QCOMPARE(maker.begun(), (QList<int>{0, 0})); // row 0 is another image now
}

void TestThumbnailLoader::aFailureTellsItsReason() {
    const MadeFolder folder;
    folder.write(QStringLiteral("a.png"), "no picture");
    ThumbnailCache cache(folder.path(QStringLiteral("cache")));
    ThumbnailLoader loader([&](const FoundImage& image) { return makeThumbnail(cache, image, 100); });
    const QSignalSpy failed(&loader, &ThumbnailLoader::failed);
    loader.want({{3, {folder.path(QStringLiteral("a.png")), {}, 10}}});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.last().at(0).toInt(), 3);
    const auto reason = failed.last().at(1).toString();
    QVERIFY2(reason.contains(QStringLiteral("a.png")) && !reason.contains(QLatin1Char('/')), qPrintable(reason));
}

void TestThumbnailLoader::whatIsThrownIsAReasonToo() {
    ThumbnailLoader loader([](const FoundImage&) -> Result<QImage> { throw std::runtime_error("out of luck"); });
    const QSignalSpy failed(&loader, &ThumbnailLoader::failed);
    loader.want(requests({0}));
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!failed.last().at(1).toString().isEmpty());
}

void TestThumbnailLoader::aThumbnailComesFromTheCacheTheSecondTime() {
    const MadeFolder folder;
    folder.picture(QStringLiteral("a.png"), Qt::blue);
    ThumbnailCache cache(folder.path(QStringLiteral("cache")));
    const FoundImage image{folder.path(QStringLiteral("a.png")), {}, 10};
    QVERIFY(makeThumbnail(cache, image, 20));
    QVERIFY(QFile::remove(folder.at(QStringLiteral("a.png"))));
    const auto again = makeThumbnail(cache, image, 20);
    QVERIFY(again);
    QVERIFY(QColor(again->pixel(5, 5)).blue() > 240);
}

void TestThumbnailLoader::aLargeImageIsReduced() {
    const MadeFolder folder;
    folder.picture(QStringLiteral("a.jpg"), Qt::blue, {800, 600});
    ThumbnailCache cache(folder.path(QStringLiteral("cache")));
    const auto made = makeThumbnail(cache, {folder.path(QStringLiteral("a.jpg")), {}, 10}, 200);
    QVERIFY(made);
    QCOMPARE(made->size(), QSize(200, 150));
}

void TestThumbnailLoader::aReadThatHangsKeepsNeitherTheNextFolderNorTheEndWaiting() {
    auto drive = std::make_shared<HangingDrive>();
    auto loader = std::make_unique<ThumbnailLoader>(
        [drive](const FoundImage& image) -> Result<QImage> {
            if (image.path == "7")
                drive->hang();
            return QImage(4, 4, QImage::Format_RGB32);
        },
        1);
    const QSignalSpy made(loader.get(), &ThumbnailLoader::made);
    loader->want(requests({7, 8}));
    QTRY_COMPARE(drive->hanging(), 1);
    loader->clear();
    loader->want(requests({0, 1}));
    QTRY_COMPARE(made.count(), 2);
    QElapsedTimer clock;
    clock.start();
    loader.reset();
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(ReadingThreads::leftBehind(), 1);
    drive->answer();
    QTRY_COMPARE(ReadingThreads::leftBehind(), 0);
    QCOMPARE(made.count(), 2);
}

QTEST_GUILESS_MAIN(TestThumbnailLoader)
#include "tst_thumbnail_loader.moc"
