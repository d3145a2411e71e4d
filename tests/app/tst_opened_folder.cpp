// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/made_folder.h"
#include "opened_folder.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace limpid;

class TestOpenedFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itsImagesStandInTheModelInTheSameOrder();
    void onlyWantedThumbnailsAreMade();
    void anUnreadableImageKeepsItsReason();
    void aFolderThatCannotBeOpenedLeavesThePresentOne();
    void aDroppedFileOpensItsFolder();
    void starsAndFlagsAreThereTheNextTime();
    void nothingIsWrittenIntoTheClinicsFolder();
    void damagedNotesAreSaidOnce();
    void aFolderGetsItsPictureForTheStartPage();
    void moreThanTheModelKeepsIsNotMade();

private:
    void open(OpenedFolder& folder, const QString& name = QStringLiteral("eyes")) const;
    FolderPlaces places() const {
        return {m_made->path(QStringLiteral("own/thumbnails")), m_made->path(QStringLiteral("own/notes"))};
    }

    std::unique_ptr<MadeFolder> m_made;
};

void TestOpenedFolder::init() {
    m_made = std::make_unique<MadeFolder>();
    QDir().mkpath(m_made->at(QStringLiteral("eyes")));
    for (const int number : {10, 9, 1})
        m_made->picture(QStringLiteral("eyes/眼 %1.png").arg(number));
}

void TestOpenedFolder::open(OpenedFolder& folder, const QString& name) const {
    const QSignalSpy opened(&folder, &OpenedFolder::opened);
    const QSignalSpy listed(&folder, &OpenedFolder::listed);
    folder.open(m_made->path(name));
    QTRY_COMPARE(listed.count(), 1);
    QCOMPARE(opened.count(), 1);
}

void TestOpenedFolder::itsImagesStandInTheModelInTheSameOrder() {
    OpenedFolder folder(places());
    open(folder);
    QCOMPARE(folder.path(), m_made->path(QStringLiteral("eyes")));
    QCOMPARE(folder.model().rowCount(), 3);
    QCOMPARE(folder.images().size(), 3U);
    for (int row = 0; row < 3; ++row)
        QCOMPARE(folder.model().row(row).file.name,
                 toQString(folder.images()[static_cast<std::size_t>(row)].filename()));
    QCOMPARE(folder.model().row(1).file.name, QStringLiteral("眼 9.png"));
    QVERIFY(folder.model().row(0).file.date.isValid());
    QVERIFY(folder.model().row(0).file.bytes > 0);
}

void TestOpenedFolder::onlyWantedThumbnailsAreMade() {
    OpenedFolder folder(places());
    open(folder);
    folder.wantThumbnails({2, 0, 77});
    QTRY_COMPARE(folder.model().thumbnailCount(), 2);
    QCOMPARE(folder.model().state(1), ImageListModel::State::Waiting);
    folder.wantThumbnails({0, 1, 2});
    QTRY_COMPARE(folder.model().thumbnailCount(), 3);
}

void TestOpenedFolder::anUnreadableImageKeepsItsReason() {
    m_made->write(QStringLiteral("eyes/empty.png"), {});
    OpenedFolder folder(places());
    open(folder);
    const QSignalSpy unreadable(&folder, &OpenedFolder::unreadableFound);
    folder.wantThumbnails({0, 1, 2, 3});
    QTRY_COMPARE(unreadable.count(), 1);
    QCOMPARE(folder.model().unreadableCount(), 1);
    QVERIFY(folder.model().row(0).reason.contains(QStringLiteral("empty.png")));
}

void TestOpenedFolder::aFolderThatCannotBeOpenedLeavesThePresentOne() {
    OpenedFolder folder(places());
    open(folder);
    const QSignalSpy failed(&folder, &OpenedFolder::openFailed);
    m_made->write(QStringLiteral("films/a.mp4"));
    folder.open(m_made->path(QStringLiteral("films")));
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(failed.last().at(0).toString().contains(QStringLiteral("videos")));
    folder.open(m_made->path(QStringLiteral("gone")));
    QTRY_COMPARE(failed.count(), 2);
    QCOMPARE(folder.path(), m_made->path(QStringLiteral("eyes")));
    QCOMPARE(folder.images().size(), 3U);
    QCOMPARE(folder.model().rowCount(), 3);
}

void TestOpenedFolder::aDroppedFileOpensItsFolder() {
    OpenedFolder folder(places());
    const QSignalSpy listed(&folder, &OpenedFolder::listed);
    folder.openDropped({m_made->at(QStringLiteral("eyes/眼 9.png")), m_made->at(QStringLiteral("eyes/眼 1.png"))});
    QTRY_COMPARE(listed.count(), 1);
    QCOMPARE(folder.path(), m_made->path(QStringLiteral("eyes")));
    QCOMPARE(folder.rowToBeginAt(), 1);
    QCOMPARE(folder.rowOf(QStringLiteral("眼 9.png")), 1);
    QCOMPARE(folder.rowOf(QStringLiteral("9.png")), -1);
    folder.openDropped({});
    folder.openDropped({m_made->at(QStringLiteral("eyes"))});
    QTRY_COMPARE(listed.count(), 2);
    QCOMPARE(folder.rowToBeginAt(), 0);
}

void TestOpenedFolder::starsAndFlagsAreThereTheNextTime() {
    {
        OpenedFolder folder(places());
        open(folder);
        folder.setStars({0, 2}, 4);
        folder.setFlag({2}, ImageFlag::Pick);
        folder.setFlag({77}, ImageFlag::Pick);
        QCOMPARE(folder.model().row(2).flag, ImageFlag::Pick); // at once
        open(folder);                                          // the same one again, before the delay is over
        QCOMPARE(folder.model().row(2).stars, 4);
        folder.setStars({0}, 1); // written although the program ends now
    }
    OpenedFolder folder(places());
    open(folder);
    QCOMPARE(folder.model().row(0).stars, 1);
    QCOMPARE(folder.model().row(1).stars, 0);
    QCOMPARE(folder.model().row(2).stars, 4);
    QCOMPARE(folder.model().row(2).flag, ImageFlag::Pick);
}

void TestOpenedFolder::nothingIsWrittenIntoTheClinicsFolder() {
    const QDir eyes(m_made->at(QStringLiteral("eyes")));
    const auto before = eyes.entryList(QDir::AllEntries | QDir::Hidden);
    {
        OpenedFolder folder(places());
        open(folder);
        folder.wantThumbnails({0, 1, 2});
        folder.setStars({0, 1}, 5);
        QTRY_COMPARE(folder.model().thumbnailCount(), 3);
    }
    QCOMPARE(eyes.entryList(QDir::AllEntries | QDir::Hidden), before);
    QCOMPARE(QDir(m_made->at(QStringLiteral("own/notes"))).entryList(QDir::Files).size(), 1);
}

void TestOpenedFolder::damagedNotesAreSaidOnce() {
    {
        OpenedFolder folder(places());
        open(folder);
        folder.setStars({0}, 5);
    }
    const auto file = QDir(m_made->at(QStringLiteral("own/notes"))).entryInfoList(QDir::Files).constFirst();
    QVERIFY(QFile::resize(file.filePath(), 9));
    OpenedFolder folder(places());
    const QSignalSpy problems(&folder, &OpenedFolder::notesFailed);
    open(folder);
    QCOMPARE(problems.count(), 1);
    QCOMPARE(folder.model().row(0).stars, 0);
    open(folder);
    QCOMPARE(problems.count(), 1);
}

void TestOpenedFolder::aFolderGetsItsPictureForTheStartPage() {
    OpenedFolder folder(places());
    open(folder);
    folder.wantThumbnails({1});
    QTRY_VERIFY(!folder.thumbnails()->findFolder(m_made->path(QStringLiteral("eyes"))).isNull());
}

void TestOpenedFolder::moreThanTheModelKeepsIsNotMade() {
    OpenedFolder folder(places());
    open(folder);
    folder.model().setThumbnailLimit(2);
    folder.wantThumbnails({2, 1, 0});
    QTRY_COMPARE(folder.model().thumbnailCount(), 2);
    QCOMPARE(folder.model().state(0), ImageListModel::State::Waiting);
}

QTEST_GUILESS_MAIN(TestOpenedFolder)
#include "tst_opened_folder.moc"
