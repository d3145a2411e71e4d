// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/image_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

using namespace limpid;
using namespace Qt::StringLiterals;

namespace {

void touch(const QTemporaryDir& folder, const QString& name) {
    const auto path = folder.filePath(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
}

std::filesystem::path pathOf(const QString& path) {
    return path.toStdString();
}

QStringList relative(const QTemporaryDir& folder, const std::vector<std::filesystem::path>& paths) {
    QStringList names;
    for (const auto& path : paths)
        names << QString::fromStdString(path.lexically_relative(pathOf(folder.path())).string());
    return names;
}

void expectError(const Result<std::vector<std::filesystem::path>>& result, ErrorCode code) {
    QVERIFY(!result.has_value());
    QCOMPARE(codeName(result.error().code), codeName(code));
}

} // namespace

class TestImageFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesStandInNaturalOrder_data() {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("numbers count") << QByteArray("img2.jpg") << QByteArray("img10.jpg");
        QTest::newRow("leading zeros") << QByteArray("img009.jpg") << QByteArray("img10.jpg");
        QTest::newRow("equal numbers, next part") << QByteArray("a01b1") << QByteArray("a1b2");
        QTest::newRow("equal but for zeros, by bytes") << QByteArray("a01") << QByteArray("a1");
        QTest::newRow("beyond 64 bits") << QByteArray("99999999999999999999998")
                                        << QByteArray("99999999999999999999999");
        QTest::newRow("longer number") << QByteArray("99999999999999999999999")
                                       << QByteArray("100000000000000000000000");
        QTest::newRow("case does not count") << QByteArray("IMG_1a") << QByteArray("img_1B");
        QTest::newRow("prefix first") << QByteArray("eye") << QByteArray("eye1");
        QTest::newRow("several numbers") << QByteArray("2024-9-30_2") << QByteArray("2024-10-1_1");
        QTest::newRow("other scripts") << QByteArray("病人2.png") << QByteArray("病人12.png");
        QTest::newRow("ASCII before the rest") << QByteArray("z") << QByteArray("ö");
        QTest::newRow("zero before one") << QByteArray("a0") << QByteArray("a1");
    }
    void namesStandInNaturalOrder() {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QVERIFY(naturallyBefore(first.toStdString(), second.toStdString()));
        QVERIFY(!naturallyBefore(second.toStdString(), first.toStdString()));
        QVERIFY(!naturallyBefore(first.toStdString(), first.toStdString()));
    }

    void listsImagesByExtensionInAnyCaseAndLeavesOutTheRest() {
        const QTemporaryDir folder;
        for (const auto& name : {u"img10.JPG"_s, u"img2.jpg"_s, u"img1.jpeg"_s, u"b.PnG"_s, u"c.tif"_s, u"d.TIFF"_s,
                                 u"e.bmp"_s, u"f.ppm"_s, u"g.pgm"_s, u"h.webp"_s, u"notes.txt"_s, u"jpg"_s,
                                 u"i.jpg.bak"_s, u".hidden.jpg"_s, u"~lock.jpg"_s, u"j.jpg~"_s, u"model.safetensors"_s})
            touch(folder, name);
        QVERIFY(QDir(folder.path()).mkdir(u"folder.jpg"_s));
        const auto found = listImages(pathOf(folder.path()));
        QVERIFY(found.has_value());
        QCOMPARE(relative(folder, *found),
                 QStringList({u"b.PnG"_s, u"c.tif"_s, u"d.TIFF"_s, u"e.bmp"_s, u"f.ppm"_s, u"g.pgm"_s, u"h.webp"_s,
                              u"img1.jpeg"_s, u"img2.jpg"_s, u"img10.JPG"_s}));
    }

    void goesDownOnlyWhenAsked() {
        const QTemporaryDir folder;
        for (const auto& name : {u"z.png"_s, u"visit10/a.png"_s, u"visit2/b.png"_s, u"visit2/deep/c.png"_s,
                                 u".thumbs/d.png"_s, u"empty/readme.txt"_s})
            touch(folder, name);
        QVERIFY(QFile::link(folder.path(), folder.filePath(u"loop"_s)));
        const auto flat = listImages(pathOf(folder.path()));
        QVERIFY(flat.has_value());
        QCOMPARE(relative(folder, *flat), QStringList{u"z.png"_s});
        const auto deep = listImages(pathOf(folder.path()), true);
        QVERIFY(deep.has_value());
        QCOMPARE(relative(folder, *deep),
                 QStringList({u"z.png"_s, u"visit2/b.png"_s, u"visit2/deep/c.png"_s, u"visit10/a.png"_s}));
    }

    void anyUtf8NameIsFine() {
        const QTemporaryDir folder;
        touch(folder, u"眼底 资料/病人 №1 ö.png"_s);
        const auto found = listImages(pathOf(folder.filePath(u"眼底 资料"_s)));
        QVERIFY(found.has_value());
        QCOMPARE(relative(folder, *found), QStringList{u"眼底 资料/病人 №1 ö.png"_s});
    }

    void unreadableFilesAreKeptAndFailLater() {
        const QTemporaryDir folder;
        touch(folder, u"empty.jpg"_s);
        QVERIFY(QFile::link(folder.filePath(u"nowhere"_s), folder.filePath(u"dangling.png"_s)));
        const auto found = listImages(pathOf(folder.path()));
        QVERIFY(found.has_value());
        QCOMPARE(relative(folder, *found), QStringList({u"dangling.png"_s, u"empty.jpg"_s}));
    }

    void everyFailureHasItsOwnReason() {
        const QTemporaryDir folder;
        touch(folder, u"notes.txt"_s);
        expectError(listImages(pathOf(folder.filePath(u"missing"_s))), ErrorCode::FolderNotFound);
        expectError(listImages(pathOf(folder.filePath(u"notes.txt"_s))), ErrorCode::NotAFolder);
        expectError(listImages(pathOf(folder.filePath(u"notes.txt/below"_s))), ErrorCode::FolderNotFound);
        expectError(listImages(pathOf(folder.path())), ErrorCode::NoImagesInFolder);
        expectError(listImages(pathOf(folder.path()), true), ErrorCode::NoImagesInFolder);
    }

    void aLockedFolderIsAQuestionOfRights() {
        if (geteuid() == 0)
            QSKIP("The superuser may open every folder.");
        const QTemporaryDir folder;
        touch(folder, u"locked/a.png"_s);
        touch(folder, u"b.png"_s);
        const auto locked = folder.filePath(u"locked"_s);
        QVERIFY(QFile::setPermissions(locked, {}));
        expectError(listImages(pathOf(locked)), ErrorCode::PermissionDenied);
        const auto rest = listImages(pathOf(folder.path()), true);
        QVERIFY(QFile::setPermissions(locked, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(rest.has_value());
        QCOMPARE(relative(folder, *rest), QStringList{u"b.png"_s});
    }

    void theSameFolderIsRecognisedUnderAnyName_data() {
        QTest::addColumn<QString>("output");
        QTest::addColumn<bool>("same");
        QTest::newRow("itself") << u"in"_s << true;
        QTest::newRow("slash behind") << u"in/"_s << true;
        QTest::newRow("dots") << u"in/../in/."_s << true;
        QTest::newRow("through a link") << u"link"_s << true;
        QTest::newRow("another") << u"out"_s << false;
        QTest::newRow("inside") << u"in/out"_s << false;
        QTest::newRow("not there yet") << u"later"_s << false;
        QTest::newRow("not there yet, through a link") << u"link/later"_s << false;
        QTest::newRow("name that begins alike") << u"in2"_s << false;
    }
    void theSameFolderIsRecognisedUnderAnyName() {
        QFETCH(QString, output);
        QFETCH(bool, same);
        const QTemporaryDir folder;
        QDir inside(folder.path());
        QVERIFY(inside.mkpath(u"in/out"_s) && inside.mkpath(u"out"_s));
        QVERIFY(QFile::link(folder.filePath(u"in"_s), folder.filePath(u"link"_s)));
        const auto result = requireDistinctFolders(pathOf(folder.filePath(u"in"_s)), pathOf(folder.filePath(output)));
        QCOMPARE(!result.has_value(), same);
        if (same)
            QCOMPARE(codeName(result.error().code), codeName(ErrorCode::OutputIsInput));
    }

    void twoFoldersThatAreNotThereYetAreComparedByTheirPath() {
        const QTemporaryDir folder;
        const auto one = pathOf(folder.filePath(u"new/one"_s));
        QVERIFY(!requireDistinctFolders(one, pathOf(folder.filePath(u"new/../new/one/"_s))).has_value());
        QVERIFY(requireDistinctFolders(one, pathOf(folder.filePath(u"new/two"_s))).has_value());
    }
};

QTEST_APPLESS_MAIN(TestImageFolder)
#include "tst_image_folder.moc"
