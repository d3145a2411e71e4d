// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/settings.h"

#include <QTest>

using namespace limpid;

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsAreWithinBounds();
    void numbersGoToTheNearestValueAllowed();
    void wordsThatAreNotKnownGoToTheDefault();
    void aDeviceIsWrittenInOneWay_data();
    void aDeviceIsWrittenInOneWay();
};

void TestSettings::theDefaultsAreWithinBounds() {
    QCOMPARE(withinBounds(Settings{}), Settings{});
}

void TestSettings::numbersGoToTheNearestValueAllowed() {
    QCOMPARE(workingSizeBounds.nearest(256), 256);
    QCOMPARE(workingSizeBounds.nearest(270), 256);
    QCOMPARE(workingSizeBounds.nearest(273), 288);
    Settings settings;
    settings.threads = -4;
    settings.workingSize = 100000;
    settings.batchSize = 0;
    settings.thumbnailCacheMegabytes = 1;
    const auto allowed = withinBounds(settings);
    QCOMPARE(allowed.threads, 0);
    QCOMPARE(allowed.workingSize, 1024);
    QCOMPARE(allowed.batchSize, 1);
    QCOMPARE(allowed.thumbnailCacheMegabytes, 64);
}

void TestSettings::wordsThatAreNotKnownGoToTheDefault() {
    Settings settings;
    settings.device = QStringLiteral("toaster");
    settings.language = QStringLiteral("tlh");
    settings.theme = static_cast<ThemeChoice>(17);
    QCOMPARE(withinBounds(settings), Settings{});
}

void TestSettings::aDeviceIsWrittenInOneWay_data() {
    QTest::addColumn<QString>("device");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("auto") << QStringLiteral("auto") << true;
    QTest::newRow("cpu") << QStringLiteral("cpu") << true;
    QTest::newRow("card") << QStringLiteral("cuda:12") << true;
    QTest::newRow("card without number") << QStringLiteral("cuda") << false;
    QTest::newRow("more behind it") << QStringLiteral("cpu\n") << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestSettings::aDeviceIsWrittenInOneWay() {
    QFETCH(QString, device);
    QFETCH(bool, allowed);
    QCOMPARE(isDeviceName(device), allowed);
}

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"
