// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preferences.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace limpid;

class TestPreferences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsChangedIsAppliedAtOnceAndKept();
    void aPlaceThatCannotBeWrittenIsToldAndStillApplied();

private:
    static std::unique_ptr<QSettings> storage(const QString& file) {
        return std::make_unique<QSettings>(file, QSettings::IniFormat);
    }
};

void TestPreferences::whatIsChangedIsAppliedAtOnceAndKept() {
    const QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("limpid.ini"));
    {
        Preferences preferences(*qApp, storage(file));
        auto settings = preferences.settings();
        settings.theme = ThemeChoice::Dark;
        settings.language = QStringLiteral("zh_CN");
        settings.threads = 3;
        QVERIFY(preferences.change(settings));
        QVERIFY(Theme::isDark(QApplication::palette()));
        QCOMPARE(QLocale().language(), QLocale::Chinese);
    }
    Preferences again(*qApp, storage(file));
    QCOMPARE(again.settings().threads, 3);
    QVERIFY(again.theme().isDark());
    auto light = again.settings();
    light.theme = ThemeChoice::Light;
    QVERIFY(again.change(light));
    QVERIFY(!Theme::isDark(QApplication::palette()));
}

void TestPreferences::aPlaceThatCannotBeWrittenIsToldAndStillApplied() {
    const QTemporaryDir folder;
    // A folder stands where the file would be.
    const auto file = folder.filePath(QStringLiteral("limpid.ini"));
    QVERIFY(QDir().mkpath(file));
    Preferences preferences(*qApp, storage(file));
    auto settings = preferences.settings();
    settings.theme = ThemeChoice::Dark;
    QVERIFY(!preferences.change(settings));
    QVERIFY(preferences.theme().isDark());
}

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
