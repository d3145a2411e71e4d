// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/made_folder.h"
#include "folder_scan.h"
#include "folder_sentence.h"

#include <QTest>

using namespace limpid;

class TestFolderScan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void imagesComeInNaturalOrderWithTimeAndSize();
    void aSlowFolderComesInBatches();
    void aFolderThatCannotBeListedIsAnError();
    void listingEndsWhenItIsAskedTo();
    void theLikeliestCauseIsNamed_data();
    void theLikeliestCauseIsNamed();
    void namesThatLookLikePlaceholdersStayWhatTheyAre();
};

namespace {

using namespace std::chrono_literals;

struct Listed {
    FoundImages images;
    int batches = 0;
    Result<FolderContents> contents;
};

Listed list(const std::filesystem::path& folder, std::chrono::milliseconds pace = 1h) {
    Listed listed;
    listed.contents = scanFolder(folder, pace, {}, [&](FoundImages batch) {
        ++listed.batches;
        listed.images.insert(listed.images.end(), batch.begin(), batch.end());
    });
    return listed;
}

} // namespace

void TestFolderScan::imagesComeInNaturalOrderWithTimeAndSize() {
    const MadeFolder folder;
    folder.write(QStringLiteral("眼 10.jpg"));
    folder.write(QStringLiteral("眼 9.PNG"), "abc");
    folder.write(QStringLiteral("note.txt"));
    folder.write(QStringLiteral(".hidden.png"));
    folder.write(QStringLiteral("below/c.png"));
    QDir().mkpath(folder.at(QStringLiteral("a folder.png")));
    const auto listed = list(folder.path());
    QVERIFY(listed.contents);
    QCOMPARE(listed.batches, 1);
    QCOMPARE(listed.images.size(), 2U);
    QCOMPARE(toQString(listed.images[0].path.filename()), QStringLiteral("眼 9.PNG"));
    QCOMPARE(listed.images[0].bytes, 3);
    const QFileInfo file(folder.at(QStringLiteral("眼 9.PNG")));
    QVERIFY(qAbs(listed.images[0].date.msecsTo(file.lastModified())) <= 1);
    QCOMPARE(listed.contents->images, 2);
    QCOMPARE(listed.contents->folders, 2);
    QCOMPARE(listed.contents->documents, 1);
}

void TestFolderScan::aSlowFolderComesInBatches() {
    const MadeFolder folder;
    for (int i = 0; i < 20; ++i)
        folder.write(QStringLiteral("%1.png").arg(i));
    const auto listed = list(folder.path(), 0ms); // every image is late
    QCOMPARE(listed.batches, 20);
    QCOMPARE(listed.images.size(), 20U);
}

void TestFolderScan::aFolderThatCannotBeListedIsAnError() {
    const MadeFolder folder;
    folder.write(QStringLiteral("a.png"));
    QCOMPARE(list(folder.path(QStringLiteral("gone"))).contents.error().code, ErrorCode::FolderNotFound);
    QCOMPARE(list(folder.path(QStringLiteral("a.png"))).contents.error().code, ErrorCode::NotAFolder);
    QDir().mkpath(folder.at(QStringLiteral("locked")));
    QFile::setPermissions(folder.at(QStringLiteral("locked")), {});
    if (QDir(folder.at(QStringLiteral("locked"))).isReadable())
        QSKIP("this user may read everything");
    QCOMPARE(list(folder.path(QStringLiteral("locked"))).contents.error().code, ErrorCode::PermissionDenied);
}

void TestFolderScan::listingEndsWhenItIsAskedTo() {
    const MadeFolder folder;
    for (int i = 0; i < 20; ++i)
        folder.write(QStringLiteral("%1.png").arg(i));
    std::stop_source stop;
    int batches = 0;
    const auto contents = scanFolder(folder.path(), 0ms, stop.get_token(), [&](const FoundImages&) {
        if (++batches == 3)
            stop.request_stop();
    });
    QCOMPARE(contents.error().code, ErrorCode::Cancelled);
    QCOMPARE(batches, 3);
}

void TestFolderScan::theLikeliestCauseIsNamed_data() {
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const QStringList& files, const char* part) {
        QTest::addRow("%s", name) << files << QString::fromUtf8(part);
    };
    row("empty", {}, "is empty");
    row("photographs below", {QStringLiteral("2024 №1/a.png"), QStringLiteral("x.txt")}, "2024 №1");
    row("DICOM by name", {QStringLiteral("a.DCM"), QStringLiteral("x.txt")}, "DICOM");
    row("DICOM by content", {QStringLiteral("IM0001")}, "DICOM");
    row("videos", {QStringLiteral("a.mp4")}, "videos");
    row("raw", {QStringLiteral("a.CR2"), QStringLiteral("b.heic")}, "2 images in formats");
    row("archive", {QStringLiteral("a.zip")}, "unpack");
    row("only folders", {QStringLiteral("deep/deeper/a.png")}, "only further folders");
    row("documents", {QStringLiteral("a.pdf")}, "wrong folder");
}

void TestFolderScan::theLikeliestCauseIsNamed() {
    QFETCH(const QStringList, files);
    QFETCH(const QString, part);
    const MadeFolder folder;
    for (const auto& name : files)
        folder.write(name, QByteArray(128, '\0') + "DICM");
    const auto listed = list(folder.path());
    QVERIFY(listed.contents);
    QCOMPARE(listed.contents->images, 0);
    const auto sentence = noImagesSentence(folder.path(), *listed.contents);
    QVERIFY2(sentence.contains(part), qPrintable(sentence));
    QVERIFY2(sentence.startsWith(shownPath(folder.path())), qPrintable(sentence));
    QVERIFY(!sentence.contains(QLatin1String("%")));
}

void TestFolderScan::namesThatLookLikePlaceholdersStayWhatTheyAre() {
    FolderContents contents;
    contents.folderWithImages = "%1";
    const auto sentence = noImagesSentence("/data/%2", contents);
    QVERIFY2(sentence.contains(QStringLiteral("/data/%2 holds")), qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral("folder %1 does")), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(TestFolderScan)
#include "tst_folder_scan.moc"
