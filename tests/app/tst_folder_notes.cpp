// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/made_folder.h"
#include "folder_notes.h"

#include <QTest>

using namespace limpid;

class TestFolderNotes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain();
    void aFolderHasNotesOfItsOwn();
    void whatIsTakenBackIsGone();
    void aScaleHoldsForImagesOfItsSize();
    void aScaleThatIsNoneIsLeftOut();
    void aDamagedFileIsKeptAside_data();
    void aDamagedFileIsKeptAside();
    void valuesBeyondTheirRangeAreBroughtBack();
    void aPlaceThatCannotBeWrittenIsAnError();
};

namespace {

FolderNotes notes(const MadeFolder& folder, const char* name = "/data/眼底 A") {
    return {folder.path(QStringLiteral("notes")), name};
}

const QString eye = QStringLiteral("左 1.png");

} // namespace

void TestFolderNotes::whatIsWrittenIsReadAgain() {
    const MadeFolder folder;
    auto first = notes(folder);
    QVERIFY(first.load().isEmpty());
    QVERIFY(first.isEmpty());
    first.setNote(eye, {4, ImageFlag::Pick});
    first.setNote(QStringLiteral("b.png"), {0, ImageFlag::Reject});
    QVERIFY(writeNotes(first.file(), first.toJson()));
    auto again = notes(folder);
    QVERIFY(again.load().isEmpty());
    QCOMPARE(again.note(eye), (ImageNote{4, ImageFlag::Pick}));
    QCOMPARE(again.note(QStringLiteral("b.png")), (ImageNote{0, ImageFlag::Reject}));
    QCOMPARE(again.note(QStringLiteral("c.png")), ImageNote{});
}

void TestFolderNotes::aFolderHasNotesOfItsOwn() {
    const MadeFolder folder;
    QVERIFY(notes(folder).file() != notes(folder, "/data/B").file());
    QCOMPARE(notes(folder, "/data/B").file(), notes(folder, "/data/B/").file());
    QCOMPARE(notes(folder, "/data/B").file(), notes(folder, "/data/x/../B").file());
}

void TestFolderNotes::whatIsTakenBackIsGone() {
    const MadeFolder folder;
    auto some = notes(folder);
    some.setNote(eye, {4, ImageFlag::Pick});
    some.setNote(eye, {});
    QVERIFY(some.isEmpty());
    QVERIFY(!some.toJson().contains(eye.toUtf8()));
}

void TestFolderNotes::aScaleHoldsForImagesOfItsSize() {
    const MadeFolder folder;
    auto first = notes(folder);
    first.setScale({3504, 2336}, 7.3);
    first.setScale({1000, 700}, 12.5);
    first.setScale({1000, 700}, 0.0);
    QVERIFY(writeNotes(first.file(), first.toJson()));
    auto again = notes(folder);
    QVERIFY(again.load().isEmpty());
    QCOMPARE(again.scale({3504, 2336}), 7.3);
    QCOMPARE(again.scale({2336, 3504}), 0.0);
    QCOMPARE(again.scale({1000, 700}), 0.0);
    QVERIFY(again.isEmpty()); // no image is noted on
}

void TestFolderNotes::aScaleThatIsNoneIsLeftOut() {
    const MadeFolder folder;
    auto odd = notes(folder);
    QVERIFY(writeNotes(odd.file(), "{\"version\": 1, \"images\": {}, \"scales\": [3, {\"width\": 5}, {\"width\": 5, "
                                   "\"height\": 6, \"micrometresPerPixel\": -2}, {\"width\": 7, \"height\": 8, "
                                   "\"micrometresPerPixel\": 2.5}]}"));
    QVERIFY(odd.load().isEmpty());
    QCOMPARE(odd.scale({5, 6}), 0.0);
    QCOMPARE(odd.scale({5, 0}), 0.0);
    QCOMPARE(odd.scale({7, 8}), 2.5);
}

void TestFolderNotes::aDamagedFileIsKeptAside_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("empty") << QByteArray();
    QTest::addRow("cut off") << QByteArray("{\"version\": 1, \"images\": {\"a.png\": {\"sta");
    QTest::addRow("no object") << QByteArray("[1, 2]");
    QTest::addRow("of another version") << QByteArray("{\"version\": 99, \"images\": {}}");
    QTest::addRow("a note that is none") << QByteArray("{\"version\": 1, \"images\": {\"a.png\": 3}}");
}

void TestFolderNotes::aDamagedFileIsKeptAside() {
    QFETCH(const QByteArray, bytes);
    const MadeFolder folder;
    auto damaged = notes(folder);
    QVERIFY(writeNotes(damaged.file(), bytes));
    const auto sentence = damaged.load();
    QVERIFY2(sentence.contains(QStringLiteral("眼底 A")), qPrintable(sentence));
    QVERIFY(damaged.isEmpty());
    const auto files = QDir(folder.at(QStringLiteral("notes"))).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QVERIFY(sentence.contains(files.constFirst().fileName()));
    QFile kept(files.constFirst().filePath());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), bytes);
    QVERIFY(damaged.load().isEmpty()); // it begins anew
}

void TestFolderNotes::valuesBeyondTheirRangeAreBroughtBack() {
    const MadeFolder folder;
    auto odd = notes(folder);
    QVERIFY(writeNotes(odd.file(), "{\"version\": 1, \"images\": {\"a.png\": {\"stars\": 12, \"flag\": \"maybe\"}}}"));
    QVERIFY(odd.load().isEmpty());
    QCOMPARE(odd.note(QStringLiteral("a.png")), (ImageNote{5, ImageFlag::None}));
}

void TestFolderNotes::aPlaceThatCannotBeWrittenIsAnError() {
    const MadeFolder folder;
    folder.write(QStringLiteral("notes"), "a file where the folder should be");
    const auto some = notes(folder);
    QVERIFY(!writeNotes(some.file(), some.toJson()));
}

QTEST_GUILESS_MAIN(TestFolderNotes)
#include "tst_folder_notes.moc"
