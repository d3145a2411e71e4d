// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/theme.h"
#include "compare/compare_view.h"
#include "inference/model_library.h"
#include "log_sink.h"
#include "main_window.h"
#include "network_adaptation_engine.h"
#include "network_enhancement_engine.h"
#include "network_quality_engine.h"
#include "nn/threads.h"
#include "preferences.h"
#include "reading_threads.h"
#include "start_log.h"
#include "storage/clinics/clinic_folders.h"
#include "system_info.h"
#include "task/allocator.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>

namespace {

struct Options {
    QString folder;
    std::string model;
    std::string device;
};

constexpr const char* systemInfoOption = "system-info";

/// Whether one of these options is given. Looked at before Qt starts, because such questions are asked on machines
/// without a display too, where Qt would end the program.
bool asksFor(std::initializer_list<std::string> options, int argc, char** argv) {
    return std::find_first_of(argv + 1, argv + argc, options.begin(), options.end()) != argv + argc;
}

void printSystemInfo() {
    std::fputs(limpid::systemInformation({{}, limpid::openGlWords()}).toUtf8().constData(), stdout);
}

Options readCommandLine(const QCoreApplication& program) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Makes poor medical images readable and adapts itself to the clinic."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption model(QStringLiteral("model"),
                                   QCoreApplication::translate("main", "Model to start from: a shipped one or a file."),
                                   QStringLiteral("NAME|FILE"), QStringLiteral("fundus"));
    const QCommandLineOption device(
        QStringLiteral("device"),
        QCoreApplication::translate("main", "What to compute on: auto, cpu or cuda:N. Otherwise as set in the window."),
        QStringLiteral("DEVICE"));
    const QCommandLineOption folder(QStringLiteral("folder"),
                                    QCoreApplication::translate("main", "Folder with photographs to open."),
                                    QStringLiteral("DIR"));
    const QCommandLineOption systemInfo(
        QLatin1String(systemInfoOption),
        QCoreApplication::translate("main", "Print what machine and libraries Limpid runs on, and end."));
    parser.addOptions({model, device, folder, systemInfo});
    parser.addPositionalArgument(QStringLiteral("folder"), QCoreApplication::translate("main", "The same as --folder."),
                                 QStringLiteral("[FOLDER]"));
    parser.process(program);
    const auto folders = parser.positionalArguments() + parser.values(folder);
    return {folders.isEmpty() ? QString() : folders.constLast(), QFile::encodeName(parser.value(model)).toStdString(),
            parser.value(device).toStdString()};
}

/// Where installer/run.sh makes it, too.
QString sampleClinic() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(QStringLiteral("limpid/sample-clinic"));
}

} // namespace

int main(int argc, char** argv) {
    limpid::keepLargeBlocks();
    const auto systemInfo = std::string("--") + systemInfoOption;
    const bool onlyWords = asksFor({systemInfo, "--version", "-v", "--help", "-h", "--help-all"}, argc, argv);
    if (onlyWords && qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication program(argc, argv);
    QApplication::setApplicationName(QStringLiteral("limpid"));
    QApplication::setApplicationDisplayName(QStringLiteral("Limpid"));
    QApplication::setApplicationVersion(QStringLiteral(LIMPID_VERSION));
    const auto options = readCommandLine(program);
    if (asksFor({systemInfo}, argc, argv)) {
        printSystemInfo();
        return 0;
    }
    limpid::Preferences preferences(program,
                                    std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                                                QStringLiteral("limpid"), QStringLiteral("limpid")));
    const auto& settings = preferences.settings();
    limpid::setNetworkThreads(settings.threads);
    limpid::LogSink log;
    spdlog::default_logger()->sinks().push_back(log.sink());

    const auto device =
        std::make_shared<limpid::SharedDevice>(options.device.empty() ? settings.device.toStdString() : options.device);
    const limpid::ModelLibrary library(limpid::ModelLibrary::shippedFolder());
    limpid::WorkstationParts parts{
        std::make_unique<limpid::NetworkEnhancementEngine>(device, settings.workingSize),
        std::make_unique<limpid::NetworkEnhancementEngine>(device, settings.workingSize),
        std::make_unique<limpid::NetworkAdaptationEngine>(device, library, settings.workingSize, settings.batchSize),
        limpid::ModelCatalog(library.find(options.model), limpid::ClinicFolders::defaultRoot()),
        limpid::FolderPlaces::ofUser(),
        sampleClinic(),
        std::make_shared<limpid::NetworkQualityEngine>(device, library)};
    auto window = std::make_unique<limpid::MainWindow>(std::move(parts), preferences);
    QObject::connect(&log, &limpid::LogSink::logged, window.get(), &limpid::MainWindow::log);
    new limpid::StartLog(*window, *window->findChild<limpid::CompareView*>());
    window->show();
    if (!options.folder.isEmpty())
        window->openFolder(options.folder);
    const int status = QApplication::exec();
    window.reset();
    if (limpid::ReadingThreads::leftBehind() > 0) {
        // A drive hangs, and what reads from it may wake up at any moment. It must find everything as it was.
        preferences.storage().sync();
        spdlog::default_logger()->flush();
        std::_Exit(status);
    }
    return status;
}
