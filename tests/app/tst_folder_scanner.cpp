// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/made_folder.h"
#include "folder_scanner.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace limpid;

class TestFolderScanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void imagesAreToldInTheOwnersThread();
    void onlyTheFolderAskedForLastIsHeardOf();
    void nothingIsHeardAfterCancelling();
    void aFolderWithoutImagesFailsWithItsSentence();
    void aMissingFolderFailsWithItsSentence();
    void itMayGoWhileItLists();
};

namespace {

FoundImages take(const QSignalSpy& found) {
    FoundImages all;
    for (const auto& batch : found) {
        const auto images = batch.at(0).value<FoundImages>();
        all.insert(all.end(), images.begin(), images.end());
    }
    return all;
}

} // namespace

void TestFolderScanner::imagesAreToldInTheOwnersThread() {
    const MadeFolder folder;
    for (int i = 0; i < 30; ++i)
        folder.write(QStringLiteral("%1.png").arg(i));
    FolderScanner scanner(std::chrono::milliseconds(0));
    QThread* heardIn = nullptr;
    connect(
        &scanner, &FolderScanner::found, this, [&] { heardIn = QThread::currentThread(); }, Qt::DirectConnection);
    const QSignalSpy found(&scanner, &FolderScanner::found);
    const QSignalSpy finished(&scanner, &FolderScanner::finished);
    scanner.start(folder.path());
    QVERIFY(scanner.isScanning());
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(take(found).size(), 30U);
    QVERIFY(found.count() > 1);
    QCOMPARE(heardIn, QThread::currentThread());
    QVERIFY(!scanner.isScanning());
}

void TestFolderScanner::onlyTheFolderAskedForLastIsHeardOf() {
    const MadeFolder one;
    const MadeFolder other;
    for (int i = 0; i < 200; ++i)
        one.write(QStringLiteral("one%1.png").arg(i));
    other.write(QStringLiteral("other.png"));
    FolderScanner scanner(std::chrono::milliseconds(0));
    const QSignalSpy found(&scanner, &FolderScanner::found);
    const QSignalSpy finished(&scanner, &FolderScanner::finished);
    scanner.start(one.path());
    scanner.start(other.path());
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(take(found).size(), 1U);
    QCOMPARE(take(found).front().path, other.path(QStringLiteral("other.png")));
}

void TestFolderScanner::nothingIsHeardAfterCancelling() {
    const MadeFolder folder;
    folder.write(QStringLiteral("a.png"));
    FolderScanner scanner;
    const QSignalSpy found(&scanner, &FolderScanner::found);
    const QSignalSpy failed(&scanner, &FolderScanner::failed);
    scanner.start(folder.path());
    scanner.cancel();
    const QSignalSpy finished(&scanner, &FolderScanner::finished);
    scanner.start(folder.path());
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(found.count(), 1); // of the second time only
    QCOMPARE(failed.count(), 0);
}

void TestFolderScanner::aFolderWithoutImagesFailsWithItsSentence() {
    const MadeFolder folder;
    folder.write(QStringLiteral("a.dcm"));
    FolderScanner scanner;
    const QSignalSpy failed(&scanner, &FolderScanner::failed);
    scanner.start(folder.path());
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(failed.last().at(0).toString().contains(QStringLiteral("DICOM")));
}

void TestFolderScanner::aMissingFolderFailsWithItsSentence() {
    const MadeFolder folder;
    FolderScanner scanner;
    const QSignalSpy failed(&scanner, &FolderScanner::failed);
    scanner.start(folder.path(QStringLiteral("gone")));
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(failed.last().at(0).toString().contains(QStringLiteral("gone")));
}

void TestFolderScanner::itMayGoWhileItLists() {
    const MadeFolder folder;
    for (int i = 0; i < 200; ++i)
        folder.write(QStringLiteral("%1.png").arg(i));
    for (int i = 0; i < 5; ++i) {
        FolderScanner scanner(std::chrono::milliseconds(0));
        scanner.start(folder.path());
    }
    QCoreApplication::processEvents(); // what was still on its way goes to nobody
}

QTEST_GUILESS_MAIN(TestFolderScanner)
#include "tst_folder_scanner.moc"
