// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/made_folder.h"
#include "thumbnail_cache.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace limpid;

class TestThumbnailCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsStoredIsFoundBySomebodyElseToo();
    void aFileThatChangedHasNoThumbnail();
    void aDamagedFileCountsAsMissingAndIsRemoved_data();
    void aDamagedFileCountsAsMissingAndIsRemoved();
    void itStaysWithinItsLimitAndLosesTheOldest();
    void theOrderOfUseSurvives();
    void whatWasNotFinishedIsCleanedUp();
    void aFolderHasItsOwnPicture();
    void aPlaceThatCannotBeWrittenIsAnEmptyCache();
    void itCanBeEmptiedAndMadeSmaller();
    void manyThreadsMayUseIt();
    void onlyTheUserMayLookIntoIt();
};

namespace {

FoundImage image(int number, int day = 1) {
    return {"/data/eyes/" + std::to_string(number) + ".jpg", QDateTime({2025, 1, day}, {8, 0}), 1000};
}

QImage noise(int seed) {
    QImage picture(96, 64, QImage::Format_RGB32);
    auto state = static_cast<quint32>(seed) * 2654435761U + 1;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            state = state * 1664525U + 1013904223U;
            picture.setPixel(x, y, 0xff000000U | (state >> 8));
        }
    return picture;
}

QImage plain(Qt::GlobalColor colour) {
    QImage picture(64, 48, QImage::Format_RGB32);
    picture.fill(colour);
    return picture;
}

QFileInfoList files(const MadeFolder& folder) {
    return QDir(folder.at(QStringLiteral("cache"))).entryInfoList(QDir::Files | QDir::Hidden, QDir::Name);
}

std::filesystem::path place(const MadeFolder& folder) {
    return folder.path(QStringLiteral("cache"));
}

} // namespace

void TestThumbnailCache::whatIsStoredIsFoundBySomebodyElseToo() {
    const MadeFolder folder;
    {
        ThumbnailCache cache(place(folder));
        QVERIFY(cache.find(image(1)).isNull());
        cache.store(image(1), plain(Qt::red));
    }
    ThumbnailCache cache(place(folder));
    const auto found = cache.find(image(1));
    QCOMPARE(found.size(), QSize(64, 48));
    QVERIFY(QColor(found.pixel(20, 20)).red() > 240);
    QVERIFY(QColor(found.pixel(20, 20)).green() < 15);
    QVERIFY(cache.bytes() > 0);
}

void TestThumbnailCache::aFileThatChangedHasNoThumbnail() {
    const MadeFolder folder;
    ThumbnailCache cache(place(folder));
    cache.store(image(1), plain(Qt::red));
    QVERIFY(cache.find(image(1, 2)).isNull());
    auto larger = image(1);
    larger.bytes = 1001;
    QVERIFY(cache.find(larger).isNull());
    QVERIFY(cache.find(image(2)).isNull());
    QVERIFY(!cache.find(image(1)).isNull());
}

void TestThumbnailCache::aDamagedFileCountsAsMissingAndIsRemoved_data() {
    QTest::addColumn<int>("damage");
    QTest::addRow("cut off") << 0;
    QTest::addRow("empty") << 1;
    QTest::addRow("one byte wrong") << 2;
}

void TestThumbnailCache::aDamagedFileCountsAsMissingAndIsRemoved() {
    QFETCH(const int, damage);
    const MadeFolder folder;
    ThumbnailCache cache(place(folder));
    cache.store(image(1), noise(1));
    QFile file(files(folder).constFirst().filePath());
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (damage == 0)
        QVERIFY(file.resize(file.size() / 2));
    else if (damage == 1)
        QVERIFY(file.resize(0));
    else
        QVERIFY(file.seek(file.size() / 2) && file.write("Z") == 1);
    file.close();
    QVERIFY(cache.find(image(1)).isNull());
    QVERIFY(files(folder).isEmpty());
    QCOMPARE(cache.bytes(), 0);
    cache.store(image(1), noise(1));
    QVERIFY(!cache.find(image(1)).isNull());
}

void TestThumbnailCache::itStaysWithinItsLimitAndLosesTheOldest() {
    const MadeFolder folder;
    ThumbnailCache probe(place(folder));
    probe.store(image(0), noise(0));
    const auto one = probe.bytes();
    ThumbnailCache cache(place(folder), one * 7 / 2); // three fit
    for (int i = 1; i <= 2; ++i)
        cache.store(image(i), noise(i));
    QVERIFY(!cache.find(image(0)).isNull()); // looked at, so 1 is the oldest now
    cache.store(image(3), noise(3));
    QVERIFY(cache.bytes() <= one * 7 / 2);
    QCOMPARE(files(folder).size(), 3);
    QVERIFY(cache.find(image(1)).isNull());
    QVERIFY(!cache.find(image(0)).isNull());
    QVERIFY(!cache.find(image(3)).isNull());
}

void TestThumbnailCache::theOrderOfUseSurvives() {
    const MadeFolder folder;
    std::int64_t three = 0;
    {
        ThumbnailCache cache(place(folder));
        for (int i = 0; i < 3; ++i)
            cache.store(image(i), noise(i));
        three = cache.bytes();
        // The file system's clock may be coarse: these two are older beyond doubt.
        for (const auto& file : files(folder))
            std::filesystem::last_write_time(toPath(file.filePath()),
                                             std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
        QVERIFY(!cache.find(image(0)).isNull());
    }
    ThumbnailCache cache(place(folder), three + 100);
    cache.store(image(3), noise(3));
    QVERIFY(!cache.find(image(0)).isNull());
    QVERIFY(cache.find(image(1)).isNull() || cache.find(image(2)).isNull());
}

void TestThumbnailCache::whatWasNotFinishedIsCleanedUp() {
    const MadeFolder folder;
    folder.write(QStringLiteral("cache/abc.part"), "half a pic");
    ThumbnailCache cache(place(folder));
    cache.store(image(1), plain(Qt::red));
    QCOMPARE(files(folder).size(), 1);
    QCOMPARE(files(folder).constFirst().suffix(), QStringLiteral("jpg"));
}

void TestThumbnailCache::aFolderHasItsOwnPicture() {
    const MadeFolder folder;
    ThumbnailCache cache(place(folder));
    QVERIFY(cache.findFolder("/data/eyes").isNull());
    cache.storeFolder("/data/eyes", plain(Qt::blue));
    QVERIFY(!cache.findFolder("/data/eyes/").isNull());
    QVERIFY(cache.findFolder("/data").isNull());
    cache.storeFolder("/data/eyes", plain(Qt::green));
    QVERIFY(QColor(cache.findFolder("/data/eyes").pixel(5, 5)).green() > 240);
    QCOMPARE(files(folder).size(), 1);
}

void TestThumbnailCache::aPlaceThatCannotBeWrittenIsAnEmptyCache() {
    const MadeFolder folder;
    folder.write(QStringLiteral("cache"), "a file where the folder should be");
    ThumbnailCache cache(place(folder));
    cache.store(image(1), plain(Qt::red));
    QVERIFY(cache.find(image(1)).isNull());
    QCOMPARE(cache.bytes(), 0);
}

void TestThumbnailCache::itCanBeEmptiedAndMadeSmaller() {
    const MadeFolder folder;
    ThumbnailCache cache(place(folder));
    cache.store(image(1), noise(1));
    const auto one = cache.bytes();
    cache.clear();
    QCOMPARE(cache.bytes(), std::int64_t{0});
    QVERIFY(files(folder).isEmpty());
    QVERIFY(cache.find(image(1)).isNull());
    cache.setLimit(one * 5 / 2);
    for (int number = 1; number <= 4; ++number)
        cache.store(image(number), noise(number));
    QVERIFY(cache.bytes() <= one * 5 / 2);
    QVERIFY(!cache.find(image(4)).isNull());
}

void TestThumbnailCache::manyThreadsMayUseIt() {
    const MadeFolder folder;
    ThumbnailCache cache(place(folder), 60'000);
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 25; ++i) {
                    cache.store(image(i), noise(i));
                    const auto found = cache.find(image((i + t) % 25));
                    if (!found.isNull() && found.size() != QSize(96, 64))
                        ++wrong;
                }
            });
    }
    QCOMPARE(wrong.load(), 0);
    QVERIFY(cache.bytes() <= 60'000);
    qint64 onDisk = 0;
    for (const auto& file : files(folder))
        onDisk += file.size();
    QCOMPARE(onDisk, cache.bytes());
}

void TestThumbnailCache::onlyTheUserMayLookIntoIt() {
    const MadeFolder folder;
    ThumbnailCache cache(place(folder));
    cache.store(image(1), plain(Qt::red));
    const auto permissions = QFile::permissions(folder.at(QStringLiteral("cache")));
    QVERIFY(!permissions.testFlag(QFile::ReadGroup));
    QVERIFY(!permissions.testFlag(QFile::ReadOther));
}

QTEST_GUILESS_MAIN(TestThumbnailCache)
#include "tst_thumbnail_cache.moc"
