// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/clinic_folders.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace limpid;

class TestClinicFolders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldersThatMayBeClinicsAreListed();
    void namesThatCannotBeFoldersAreRefused_data();
    void namesThatCannotBeFoldersAreRefused();
    void aFolderThatCannotBeMadeIsNamed();
    void theDataFolderOfTheUserIsHonoured();
};

void TestClinicFolders::foldersThatMayBeClinicsAreListed() {
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    QVERIFY(ClinicFolders::list(root / "nowhere").empty());
    for (const auto* name : {"眼科 №1", "A", ".staging-B"})
        QVERIFY(ClinicFolders::make(root / name).has_value());
    std::ofstream(root / "a file") << "no clinic";
    QCOMPARE(ClinicFolders::list(root), (std::vector<std::string>{"A", "眼科 №1"}));
}

void TestClinicFolders::namesThatCannotBeFoldersAreRefused_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("outside") << QStringLiteral("../other");
    QTest::newRow("hidden") << QStringLiteral(".hidden");
    QTest::newRow("a line break") << QStringLiteral("a\nb");
    QTest::newRow("too long") << QString(101, QLatin1Char('a'));
}

void TestClinicFolders::namesThatCannotBeFoldersAreRefused() {
    QFETCH(QString, name);
    const auto usable = ClinicFolders::requireName(name.toStdString());
    QVERIFY(!usable);
    QVERIFY(usable.error().code == ErrorCode::InvalidArgument);
}

void TestClinicFolders::aFolderThatCannotBeMadeIsNamed() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("file")).toStdString();
    std::ofstream(file) << "in the way";
    const auto made = ClinicFolders::make(file / "A");
    QVERIFY(!made);
    QVERIFY(made.error().code == ErrorCode::WriteFailed);
    QCOMPARE(made.error().arguments.front(), (file / "A").string());
}

void TestClinicFolders::theDataFolderOfTheUserIsHonoured() {
    qputenv("XDG_DATA_HOME", "/some/where");
    QVERIFY(ClinicFolders::defaultRoot() == "/some/where/limpid/clinics");
    qunsetenv("XDG_DATA_HOME");
    qputenv("HOME", "/home/eye");
    QVERIFY(ClinicFolders::defaultRoot() == "/home/eye/.local/share/limpid/clinics");
}

QTEST_APPLESS_MAIN(TestClinicFolders)
#include "tst_clinic_folders.moc"
