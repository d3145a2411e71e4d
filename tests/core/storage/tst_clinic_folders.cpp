// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinic_folders.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace limpid;

class TestClinicFolders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOpenedClinicIsListed();
    void namesThatCannotBeFoldersAreRefused_data();
    void namesThatCannotBeFoldersAreRefused();
    void aClinicWithoutModelSaysSo();
    void theModelOfAClinicIsFound();
    void theDataFolderOfTheUserIsHonoured();
};

void TestClinicFolders::anOpenedClinicIsListed() {
    const QTemporaryDir folder;
    const ClinicFolders clinics(folder.path().toStdString());
    QVERIFY(clinics.list().empty());
    QVERIFY(clinics.open("眼科 №1").has_value());
    QVERIFY(clinics.open("A").has_value());
    QCOMPARE(clinics.list(), (std::vector<std::string>{"A", "眼科 №1"}));
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
    const QTemporaryDir folder;
    const auto opened = ClinicFolders(folder.path().toStdString()).open(name.toStdString());
    QVERIFY(!opened);
    QVERIFY(opened.error().code == ErrorCode::InvalidArgument);
}

void TestClinicFolders::aClinicWithoutModelSaysSo() {
    const QTemporaryDir folder;
    const ClinicFolders clinics(folder.path().toStdString());
    QVERIFY(clinics.model("A").error().code == ErrorCode::ClinicNotFound);
    QVERIFY(clinics.open("A").has_value());
    QVERIFY(clinics.model("A").error().code == ErrorCode::ModelNotFound);
}

void TestClinicFolders::theModelOfAClinicIsFound() {
    const QTemporaryDir folder;
    const ClinicFolders clinics(folder.path().toStdString());
    const auto file = *clinics.open("A") / ClinicFolders::modelFile;
    std::ofstream(file) << "model";
    QVERIFY(clinics.model("A").value() == file);
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
