// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/made_folder.h"
#include "recent_folders.h"
#include "thumbnail_cache.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace limpid;

class TestRecentFolders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNewestStandsFirstAndOnce();
    void onlyTwelveAreKept();
    void theyAreThereTheNextTime();
    void oneCanBeTakenOffTheList();
    void missingOnesAreMarkedAndPicturesFound();
    void oddSettingsAreSurvived();
};

namespace {

struct Kept {
    MadeFolder folder;
    QSettings settings{folder.at(QStringLiteral("settings.ini")), QSettings::IniFormat};
    std::shared_ptr<ThumbnailCache> cache = std::make_shared<ThumbnailCache>(folder.path(QStringLiteral("cache")));
};

QStringList names(const RecentFolders& folders) {
    QStringList all;
    for (const auto& item : folders.items())
        all << item.name;
    return all;
}

} // namespace

void TestRecentFolders::theNewestStandsFirstAndOnce() {
    Kept kept;
    RecentFolders folders(kept.settings, kept.cache);
    const QSignalSpy changed(&folders, &RecentFolders::changed);
    for (const auto* path : {"/data/a", "/data/b 眼", "/data/a/"})
        folders.add(path);
    QCOMPARE(names(folders), (QStringList{QStringLiteral("a"), QStringLiteral("b 眼")}));
    QCOMPARE(folders.items().first().path, QStringLiteral("/data/a"));
    QCOMPARE(changed.count(), 3);
}

void TestRecentFolders::onlyTwelveAreKept() {
    Kept kept;
    RecentFolders folders(kept.settings, kept.cache);
    for (int i = 0; i < 20; ++i)
        folders.add("/data/" + std::to_string(i));
    QCOMPARE(folders.items().size(), RecentFolders::most);
    QCOMPARE(names(folders).first(), QStringLiteral("19"));
    QCOMPARE(names(folders).last(), QStringLiteral("8"));
}

void TestRecentFolders::theyAreThereTheNextTime() {
    Kept kept;
    RecentFolders(kept.settings, kept.cache).add("/data/a");
    RecentFolders(kept.settings, kept.cache).add("/data/b");
    QCOMPARE(names(RecentFolders(kept.settings, kept.cache)), (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
}

void TestRecentFolders::oneCanBeTakenOffTheList() {
    Kept kept;
    RecentFolders folders(kept.settings, kept.cache);
    folders.add("/data/a");
    folders.add("/data/b");
    folders.remove(QStringLiteral("/data/b"));
    QCOMPARE(names(folders), QStringList{QStringLiteral("a")});
    QCOMPARE(names(RecentFolders(kept.settings, kept.cache)), QStringList{QStringLiteral("a")});
}

void TestRecentFolders::missingOnesAreMarkedAndPicturesFound() {
    Kept kept;
    QDir().mkpath(kept.folder.at(QStringLiteral("there")));
    QImage picture(32, 32, QImage::Format_RGB32);
    picture.fill(Qt::red);
    kept.cache->storeFolder(kept.folder.path(QStringLiteral("there")), picture);
    RecentFolders folders(kept.settings, kept.cache);
    folders.add(kept.folder.path(QStringLiteral("gone")));
    folders.add(kept.folder.path(QStringLiteral("there")));
    folders.refresh();
    QTRY_VERIFY(!folders.items().at(0).thumbnail.isNull() && folders.items().at(1).missing);
    QVERIFY(!folders.items().at(0).missing);
    QVERIFY(folders.items().at(1).thumbnail.isNull());
}

void TestRecentFolders::oddSettingsAreSurvived() {
    Kept kept;
    kept.settings.setValue(QStringLiteral("recentFolders"), QStringList{QString(), QStringLiteral("/a"), {}, {}});
    QCOMPARE(RecentFolders(kept.settings, kept.cache).items().size(), 1);
    kept.settings.setValue(QStringLiteral("recentFolders"), 17.5);
    const RecentFolders folders(kept.settings, kept.cache);
    QVERIFY(folders.items().size() <= 1);
}

QTEST_GUILESS_MAIN(TestRecentFolders)
#include "tst_recent_folders.moc"
