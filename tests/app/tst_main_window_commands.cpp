// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/clinic_page.h"
#include "common/export_dialog.h"
#include "main_window.h"
#include "preferences.h"
#include "support/window_parts.h"
#include "support/workstation_stage.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QTest>
#include <QToolBar>
#include <QTreeView>

#include <fstream>

using namespace limpid;

/// Commands that concern the whole window.
class TestMainWindowCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WorkstationStage::prepareProgram(); }
    void init() { m_stage = std::make_unique<WorkstationStage>(); }
    void cleanup() { m_stage.reset(); }

    void exportWritesTheEnhancedImageAndNeverAnOriginal();
    void theLanguageChangesWhileTheWindowIsOpen();
    void everyCommandOfTheToolbarIsReachedByTab();
    void thePageOfClinicsChangesTheModelInUse();

private:
    std::unique_ptr<WorkstationStage> m_stage;
};

void TestMainWindowCommands::exportWritesTheEnhancedImageAndNeverAnOriginal() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    windowAction(*window, "exportImages").trigger();
    auto* dialog = window->findChild<ExportDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->setFolder(m_stage->images());
    QVERIFY(!dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled());
    const QDir target(m_stage->at(QStringLiteral("exported")));
    dialog->setFolder(target.path());
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target.filePath(QStringLiteral("image 1.png"))), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(labelText(*window, "note").startsWith(QStringLiteral("1 image written to")), patienceMs);
    QCOMPARE(QImage(target.filePath(QStringLiteral("image 1.png"))).pixelColor(5, 5), grey(235));
    QVERIFY(QFile::exists(target.filePath(QStringLiteral("image 1.png.json"))));
    QCOMPARE(QImage(QDir(m_stage->images()).filePath(QStringLiteral("image 1.png"))).pixelColor(5, 5), grey(20));
    QCOMPARE(m_stage->exporting->calls.load(), 1); // an engine of its own
}

void TestMainWindowCommands::theLanguageChangesWhileTheWindowIsOpen() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    auto chinese = m_stage->preferences().settings();
    chinese.language = QStringLiteral("zh_CN");
    QVERIFY(m_stage->preferences().change(chinese));
    QTRY_COMPARE_WITH_TIMEOUT(windowAction(*window, "adapt").iconText().contains(QStringLiteral("Adapt")), false,
                              patienceMs);
    auto english = chinese;
    english.language = QStringLiteral("en");
    QVERIFY(m_stage->preferences().change(english));
    QTRY_COMPARE_WITH_TIMEOUT(windowAction(*window, "adapt").text(), QStringLiteral("&Adapt to this clinic\u2026"),
                              patienceMs);
}

void TestMainWindowCommands::everyCommandOfTheToolbarIsReachedByTab() {
    const auto window = m_stage->makeWindow();
    const auto* toolbar = window->findChild<QToolBar*>();
    for (const auto* name : {"openFolder", "grid", "enhance", "adapt", "stop", "exportImages"}) {
        const auto* button = toolbar->widgetForAction(&windowAction(*window, name));
        QVERIFY2(button != nullptr && (button->focusPolicy() & Qt::TabFocus) != 0, name);
        QVERIFY2(!button->toolTip().isEmpty(), name);
    }
}

void TestMainWindowCommands::thePageOfClinicsChangesTheModelInUse() {
    for (const auto* name : {"model.safetensors", "older.safetensors"}) {
        QVERIFY(QDir().mkpath(m_stage->clinicFile("")));
        std::ofstream(m_stage->clinicFile(name).toStdString()) << name;
    }
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    auto* models = window->findChild<QComboBox*>(QStringLiteral("models"));
    QTRY_COMPARE_WITH_TIMEOUT(models->count(), 2, patienceMs);
    models->setCurrentIndex(1);
    Q_EMIT models->activated(1);
    QCOMPARE(models->currentData().toString(), m_stage->clinicFile("model.safetensors"));
    windowAction(*window, "clinics").trigger();
    auto* page = window->findChild<ClinicPage*>();
    QVERIFY(page != nullptr && page->isVisible());
    auto* table = page->findChild<QTreeView*>(QStringLiteral("clinicModels"));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, patienceMs);
    table->setCurrentIndex(table->model()->index(1 - table->currentIndex().row(), 0));
    const int calls = m_stage->enhancing->calls;
    Q_EMIT page->requested(ClinicCommand::UseModel);
    QTRY_COMPARE_WITH_TIMEOUT(models->currentData().toString(), m_stage->clinicFile("older.safetensors"), patienceMs);
    QCOMPARE(models->currentText(), QStringLiteral("North (adapted)"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->enhancing->calls > calls, patienceMs); // the image on show is enhanced again
}

QTEST_MAIN(TestMainWindowCommands)
#include "tst_main_window_commands.moc"
