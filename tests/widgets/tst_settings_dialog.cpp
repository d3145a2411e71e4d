// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/settings_dialog.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace limpid;

namespace {

SettingsFacts facts() {
    return {
        {{QStringLiteral("cpu"), QStringLiteral("A processor")}, {QStringLiteral("cuda:0"), QStringLiteral("A card")}},
        8,
        QStringLiteral("/clinics")};
}

template <typename Control>
Control* named(const QWidget& dialog, const QString& name) {
    for (auto* control : dialog.findChildren<Control*>()) {
        if (control->accessibleName() == name)
            return control;
    }
    return nullptr;
}

} // namespace

class TestSettingsDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatGoesInComesOut();
    void whatTheMachineLacksCannotBeChosen();
    void aTypedNumberBesideTheStepsIsTakenToTheNearest();
    void defaultsComeBackWithOneButton();
    void clearingTheCacheIsReportedAtOnce();
    void theClinicsFolderIsOnlyShown();
    void everyControlHasANameAndASentence();
};

void TestSettingsDialog::whatGoesInComesOut() {
    Settings settings;
    settings.device = QStringLiteral("cuda:0");
    settings.threads = 6;
    settings.workingSize = 512;
    settings.batchSize = 9;
    settings.thumbnailCacheMegabytes = 1024;
    settings.language = QStringLiteral("zh_CN");
    settings.theme = ThemeChoice::Dark;
    QCOMPARE(SettingsDialog(facts(), settings).settings(), settings);
    QCOMPARE(SettingsDialog(facts(), Settings{}).settings(), Settings{});
}

void TestSettingsDialog::whatTheMachineLacksCannotBeChosen() {
    Settings settings;
    settings.device = QStringLiteral("cuda:5");
    settings.threads = 200;
    const SettingsDialog dialog(facts(), settings);
    QCOMPARE(dialog.settings().device, QStringLiteral("auto"));
    QCOMPARE(dialog.settings().threads, 8);
}

void TestSettingsDialog::aTypedNumberBesideTheStepsIsTakenToTheNearest() {
    SettingsDialog dialog(facts(), Settings{});
    auto* size = named<QSpinBox>(dialog, QStringLiteral("Working size"));
    QVERIFY(size != nullptr);
    size->setValue(300);
    QCOMPARE(dialog.settings().workingSize, 288);
    size->setValue(99999);
    QCOMPARE(dialog.settings().workingSize, workingSizeBounds.most);
}

void TestSettingsDialog::defaultsComeBackWithOneButton() {
    Settings settings;
    settings.device = QStringLiteral("cpu");
    settings.batchSize = 32;
    settings.theme = ThemeChoice::Light;
    SettingsDialog dialog(facts(), settings);
    dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::RestoreDefaults)->click();
    QCOMPARE(dialog.settings(), Settings{});
}

void TestSettingsDialog::clearingTheCacheIsReportedAtOnce() {
    SettingsDialog dialog(facts(), Settings{});
    const QSignalSpy cleared(&dialog, &SettingsDialog::clearCacheRequested);
    dialog.findChild<QPushButton*>(QStringLiteral("clearCache"))->click();
    QCOMPARE(cleared.count(), 1);
    dialog.setCacheInUse(3 * 1024 * 1024);
    QVERIFY(
        named<QSpinBox>(dialog, QStringLiteral("Thumbnails"))->accessibleDescription().contains(QStringLiteral("3")));
}

void TestSettingsDialog::theClinicsFolderIsOnlyShown() {
    const SettingsDialog dialog(facts(), Settings{});
    const auto* folder = named<QLineEdit>(dialog, QStringLiteral("Clinics' models"));
    QVERIFY(folder != nullptr);
    QVERIFY(folder->isReadOnly());
    QCOMPARE(folder->text(), QStringLiteral("/clinics"));
}

void TestSettingsDialog::everyControlHasANameAndASentence() {
    const SettingsDialog dialog(facts(), Settings{});
    int controls = 0;
    for (auto* label : dialog.findChildren<QLabel*>()) {
        if (auto* control = label->buddy()) {
            ++controls;
            QVERIFY(!control->accessibleName().isEmpty());
            QVERIFY(!control->accessibleName().contains(QLatin1Char('&')));
            QVERIFY(control->accessibleDescription().endsWith(QLatin1Char('.')));
        }
    }
    QCOMPARE(controls, 8);
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settings_dialog.moc"
