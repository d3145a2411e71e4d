// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/workstation_stage.h"

#include "adaptation_page.h"
#include "compare/compare_view.h"
#include "main_window.h"
#include "paths.h"
#include "preferences.h"
#include "storage/clinics/clinic_store.h"
#include "support/window_parts.h"

#include <QAction>
#include <QApplication>
#include <QLocale>
#include <QStandardPaths>
#include <QTest>

#include <fstream>

namespace limpid {

void WorkstationStage::prepareProgram() {
    QLocale::setDefault(QLocale::c());
    QStandardPaths::setTestModeEnabled(true);
    // Every test closes a window; the last one of a test must not end the tests that follow.
    QGuiApplication::setQuitOnLastWindowClosed(false);
}

WorkstationStage::WorkstationStage()
    : m_preferences(std::make_unique<Preferences>(
          *qApp, std::make_unique<QSettings>(at(QStringLiteral("settings.ini")), QSettings::IniFormat))) {
    auto english = m_preferences->settings();
    english.language = QStringLiteral("en");
    if (!m_preferences->change(english) || !QDir().mkpath(images()))
        qFatal("cannot write to %s", qPrintable(m_folder.path()));
    writeImages(images(), imageCount);
    std::ofstream(toPath(at(QStringLiteral("fundus.safetensors")))) << "weights";
}

WorkstationStage::~WorkstationStage() = default;

std::unique_ptr<MainWindow> WorkstationStage::makeWindow(const FakeAdaptation::Script& script) {
    const auto root = toPath(m_folder.path());
    Result<std::filesystem::path> base = fail(ErrorCode::ModelNotFound, {"fundus"});
    if (hasModel)
        base = root / "fundus.safetensors";
    // Whatever is found unfinished is a run of the clinic North.
    const auto readUnfinished = [folder = toPath(images())](const std::filesystem::path&) {
        return UnfinishedRun{"North", folder, "fundus.safetensors", 3, 16};
    };
    return std::make_unique<MainWindow>(WorkstationParts{std::make_unique<FakeEnhancement>(enhancing),
                                                         std::make_unique<FakeEnhancement>(exporting),
                                                         std::make_unique<FakeAdaptation>(script),
                                                         ModelCatalog(base, root / "clinics"),
                                                         {root / "thumbnails", root / "notes", root / "records"},
                                                         QString(),
                                                         std::make_shared<FakeQuality>(judging),
                                                         readUnfinished},
                                        *m_preferences);
}

bool WorkstationStage::open(MainWindow& window) const {
    window.show();
    window.openFolder(images());
    return QTest::qWaitFor([&] { return compareView(window).hasEnhanced(); }, patienceMs);
}

bool WorkstationStage::startAdapting(MainWindow& window) const {
    if (!open(window))
        return false;
    windowAction(window, "adapt").trigger();
    const auto* page = window.findChild<AdaptationPage*>();
    return page != nullptr && QTest::qWaitFor([&] { return press(*page, "startAdaptation"); }, patienceMs) &&
           windowAction(window, "stop").isEnabled();
}

QString WorkstationStage::modelInUse() const {
    auto store = ClinicStore::open(toPath(at(QStringLiteral("clinics"))));
    const auto model = store ? store->modelInUse("North") : fail(store.error());
    return model ? toQString(*model) : QString();
}

QStringList WorkstationStage::clinicModels() const {
    return QDir(clinicFile("")).entryList({QStringLiteral("*.safetensors")}, QDir::Files);
}

QString WorkstationStage::clinicFile(const char* name) const {
    return at(QStringLiteral("clinics/North/")) + QLatin1String(name);
}

} // namespace limpid
