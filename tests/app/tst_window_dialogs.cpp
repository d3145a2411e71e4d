// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/made_folder.h"
#include "common/log_window.h"
#include "common/settings_dialog.h"
#include "preferences.h"
#include "status_line.h"
#include "thumbnail_cache.h"
#include "window_dialogs.h"
#include "workstation_actions.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMainWindow>
#include <QMessageBox>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QVariant>

#include <memory>

using namespace limpid;

class TestWindowDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void settingsThatWereAcceptedAreKept();
    void settingsThatWereNotAcceptedAreNot();
    void whatNeedsANewStartIsSaid();
    void settingsThatCannotBeSavedAreASentence();
    void thumbnailsGoWhenTheyAreTold();
    void theLimitOfThumbnailsCountsAtOnce();
    void theSheetHoldsTheKeysOfWindowAndImages();
    void theLogHoldsWhatWasSaidBeforeItWasOpened();
    void theLogClosesWithTheWindow();
    void theProgramSaysThatItIsNoMedicalDevice();

private:
    SettingsDialog& openSettings();
    /// A thumbnail of some file, kept in the cache.
    FoundImage storeThumbnail();

    std::unique_ptr<MadeFolder> m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<ThumbnailCache> m_thumbnails;
    std::unique_ptr<QMainWindow> m_window;
    std::unique_ptr<StatusLine> m_status;
    std::unique_ptr<WorkstationActions> m_actions;
    std::unique_ptr<WindowDialogs> m_dialogs;
};

namespace {

std::unique_ptr<Preferences> preferencesIn(const QString& file) {
    return std::make_unique<Preferences>(*qApp, std::make_unique<QSettings>(file, QSettings::IniFormat));
}

/// Chooses a value wherever it is offered; false where it is not.
bool choose(const QObject& dialog, const QVariant& value) {
    for (auto* box : dialog.findChildren<QComboBox*>()) {
        if (const int index = box->findData(value); index >= 0) {
            box->setCurrentIndex(index);
            return true;
        }
    }
    return false;
}

} // namespace

void TestWindowDialogs::init() {
    m_folder = std::make_unique<MadeFolder>();
    m_preferences = preferencesIn(m_folder->at(QStringLiteral("settings.ini")));
    m_thumbnails = std::make_unique<ThumbnailCache>(m_folder->path(QStringLiteral("thumbnails")));
    m_window = std::make_unique<QMainWindow>();
    m_status = std::make_unique<StatusLine>(*m_window->statusBar());
    m_actions = std::make_unique<WorkstationActions>(*m_window);
    m_dialogs = std::make_unique<WindowDialogs>(
        WindowDialogs::Parts{*m_preferences, *m_thumbnails, *m_status, *m_actions, "/clinics"}, *m_window);
    m_window->show();
}

void TestWindowDialogs::cleanup() {
    m_dialogs.reset();
    m_status.reset();
    m_actions.reset();
    m_window.reset();
    m_thumbnails.reset();
    m_preferences.reset();
    m_folder.reset();
}

SettingsDialog& TestWindowDialogs::openSettings() {
    m_dialogs->showSettings();
    auto* dialog = m_window->findChild<SettingsDialog*>();
    if (dialog == nullptr)
        qFatal("there is no dialog of settings");
    return *dialog;
}

FoundImage TestWindowDialogs::storeThumbnail() {
    FoundImage image;
    image.path = m_folder->path(QStringLiteral("eye.png"));
    QImage thumbnail(64, 64, QImage::Format_RGB32);
    thumbnail.fill(Qt::red);
    m_thumbnails->store(image, thumbnail);
    return image;
}

void TestWindowDialogs::settingsThatWereAcceptedAreKept() {
    auto& dialog = openSettings();
    QVERIFY(choose(dialog, static_cast<int>(ThemeChoice::Dark)));
    dialog.accept();
    QCOMPARE(m_preferences->settings().theme, ThemeChoice::Dark);
    QVERIFY(m_preferences->theme().isDark());
    QCOMPARE(preferencesIn(m_folder->at(QStringLiteral("settings.ini")))->settings().theme, ThemeChoice::Dark);
}

void TestWindowDialogs::settingsThatWereNotAcceptedAreNot() {
    const auto before = m_preferences->settings();
    auto& dialog = openSettings();
    QVERIFY(choose(dialog, static_cast<int>(ThemeChoice::Dark)));
    dialog.reject();
    QCOMPARE(m_preferences->settings(), before);
}

void TestWindowDialogs::whatNeedsANewStartIsSaid() {
    const auto note = [this] {
        return m_window->findChild<QLabel*>(QStringLiteral("note"))->text();
    };
    openSettings().accept();
    QVERIFY(note().isEmpty()); // nothing was changed
    QTRY_VERIFY(m_window->findChild<SettingsDialog*>() == nullptr);
    auto& dialog = openSettings();
    QVERIFY(choose(dialog, QStringLiteral("cpu")));
    dialog.accept();
    QCOMPARE(m_preferences->settings().device, QStringLiteral("cpu"));
    QVERIFY(note().contains(QStringLiteral("started again")));
}

void TestWindowDialogs::settingsThatCannotBeSavedAreASentence() {
    // A folder stands where the file would be.
    const auto taken = m_folder->at(QStringLiteral("taken.ini"));
    QVERIFY(QDir().mkpath(taken));
    const auto preferences = preferencesIn(taken);
    WindowDialogs dialogs({*preferences, *m_thumbnails, *m_status, *m_actions, "/clinics"}, *m_window);
    const QSignalSpy failed(&dialogs, &WindowDialogs::failed);
    dialogs.showSettings();
    m_window->findChild<SettingsDialog*>()->accept();
    QCOMPARE(failed.count(), 1);
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("could not be saved")));
}

void TestWindowDialogs::thumbnailsGoWhenTheyAreTold() {
    const auto image = storeThumbnail();
    QVERIFY(!m_thumbnails->find(image).isNull());
    Q_EMIT openSettings().clearCacheRequested();
    QTRY_VERIFY(m_thumbnails->find(image).isNull());
    QCOMPARE(m_thumbnails->bytes(), std::int64_t{0});
}

void TestWindowDialogs::theLimitOfThumbnailsCountsAtOnce() {
    m_thumbnails->setLimit(1); // byte: nothing fits
    QVERIFY(m_thumbnails->find(storeThumbnail()).isNull());
    openSettings().accept();
    QVERIFY(!m_thumbnails->find(storeThumbnail()).isNull());
}

void TestWindowDialogs::theSheetHoldsTheKeysOfWindowAndImages() {
    m_dialogs->showKeys();
    const auto* sheet = m_window->findChild<KeySheet*>();
    QVERIFY(sheet != nullptr && sheet->isVisible());
    QStringList words;
    for (const auto* label : sheet->findChildren<QLabel*>())
        words << label->text();
    QVERIFY(words.contains(QStringLiteral("Adapt to this clinic")));
    QVERIFY(words.contains(QStringLiteral("P")));
}

void TestWindowDialogs::theLogHoldsWhatWasSaidBeforeItWasOpened() {
    m_status->setDevice(QStringLiteral("Abacus, 2 threads"));
    LogLine line;
    line.text = QStringLiteral("the network was loaded");
    m_dialogs->log(line);
    m_dialogs->showLog();
    const auto* log = m_window->findChild<LogWindow*>();
    QVERIFY(log->isVisible());
    QVERIFY(log->report().contains(line.text));
    QVERIFY(log->report().contains(QStringLiteral("Abacus, 2 threads")));
}

void TestWindowDialogs::theLogClosesWithTheWindow() {
    m_dialogs->showLog();
    m_dialogs->closeLog();
    QVERIFY(!m_window->findChild<LogWindow*>()->isVisible());
}

void TestWindowDialogs::theProgramSaysThatItIsNoMedicalDevice() {
    m_dialogs->showAbout();
    const auto* box = m_window->findChild<QMessageBox*>();
    QVERIFY(box != nullptr && box->isVisible());
    QVERIFY(box->text().contains(QStringLiteral(LIMPID_VERSION)));
    QVERIFY(box->informativeText().contains(QStringLiteral("not a medical device")));
}

QTEST_MAIN(TestWindowDialogs)
#include "tst_window_dialogs.moc"
