// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings_store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace limpid;

class TestSettingsStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingSavedMeansTheDefaults();
    void whatIsSavedIsThereAfterARestart();
    void whatWasWrittenByHandIsBroughtWithinBounds();
    void resettingLeavesOtherGroupsAlone();
    void aStorageThatRefusesIsTold();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("limpid.ini")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettingsStore::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSettingsStore::nothingSavedMeansTheDefaults() {
    QSettings storage(file(), QSettings::IniFormat);
    QCOMPARE(SettingsStore(storage).load(), Settings{});
}

void TestSettingsStore::whatIsSavedIsThereAfterARestart() {
    Settings settings;
    settings.device = QStringLiteral("cuda:1");
    settings.threads = 3;
    settings.workingSize = 512;
    settings.batchSize = 8;
    settings.thumbnailCacheMegabytes = 128;
    settings.language = QStringLiteral("zh_CN");
    settings.theme = ThemeChoice::Dark;
    {
        QSettings storage(file(), QSettings::IniFormat);
        QVERIFY(SettingsStore(storage).save(settings));
    }
    QSettings storage(file(), QSettings::IniFormat);
    QCOMPARE(SettingsStore(storage).load(), settings);
}

void TestSettingsStore::whatWasWrittenByHandIsBroughtWithinBounds() {
    QSettings storage(file(), QSettings::IniFormat);
    storage.setValue("settings/device", QStringLiteral("abacus"));
    storage.setValue("settings/threads", -7);
    storage.setValue("settings/workingSize", QStringLiteral("very large"));
    storage.setValue("settings/batchSize", 1000000);
    storage.setValue("settings/language", QStringLiteral("../../etc"));
    storage.setValue("settings/theme", 12);
    Settings expected;
    expected.batchSize = batchSizeBounds.most;
    QCOMPARE(SettingsStore(storage).load(), expected);
}

void TestSettingsStore::resettingLeavesOtherGroupsAlone() {
    QSettings storage(file(), QSettings::IniFormat);
    storage.setValue("window/version", 1);
    SettingsStore store(storage);
    Settings settings;
    settings.batchSize = 8;
    QVERIFY(store.save(settings));
    QVERIFY(store.reset());
    QCOMPARE(store.load(), Settings{});
    QCOMPARE(storage.value("window/version").toInt(), 1);
}

void TestSettingsStore::aStorageThatRefusesIsTold() {
    QSettings storage(m_folder->path(), QSettings::IniFormat); // a folder is no file to write to
    QVERIFY(!SettingsStore(storage).save(Settings{}));
}

QTEST_GUILESS_MAIN(TestSettingsStore)
#include "tst_settings_store.moc"
