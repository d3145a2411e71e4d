// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/model_library.h"
#include "main_window.h"
#include "network_adaptation_engine.h"
#include "network_enhancement_engine.h"
#include "nn/threads.h"
#include "storage/clinic_folders.h"
#include "task/allocator.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QStyleFactory>

#include <memory>
#include <string>
#include <utility>

namespace {

struct Options {
    QString folder;
    std::string model;
    std::string device;
};

Options readCommandLine(const QCoreApplication& program) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Makes poor medical images readable and adapts itself to the clinic."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption model(QStringLiteral("model"),
                                   QCoreApplication::translate("main", "Model to start from: a shipped one or a file."),
                                   QStringLiteral("NAME|FILE"), QStringLiteral("fundus"));
    const QCommandLineOption device(QStringLiteral("device"),
                                    QCoreApplication::translate("main", "What to compute on: auto, cpu or cuda:N."),
                                    QStringLiteral("DEVICE"), QStringLiteral("auto"));
    const QCommandLineOption folder(QStringLiteral("folder"),
                                    QCoreApplication::translate("main", "Folder with photographs to open."),
                                    QStringLiteral("DIR"));
    parser.addOptions({model, device, folder});
    parser.addPositionalArgument(QStringLiteral("folder"), QCoreApplication::translate("main", "The same as --folder."),
                                 QStringLiteral("[FOLDER]"));
    parser.process(program);
    const auto folders = parser.positionalArguments() + parser.values(folder);
    return {folders.isEmpty() ? QString() : folders.constLast(), QFile::encodeName(parser.value(model)).toStdString(),
            parser.value(device).toStdString()};
}

} // namespace

int main(int argc, char** argv) {
    limpid::keepLargeBlocks();
    limpid::setNetworkThreads(0);
    QApplication program(argc, argv);
    QApplication::setApplicationName(QStringLiteral("limpid"));
    QApplication::setApplicationDisplayName(QStringLiteral("Limpid"));
    QApplication::setApplicationVersion(QStringLiteral(LIMPID_VERSION));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const auto options = readCommandLine(program);

    const auto device = std::make_shared<limpid::SharedDevice>(options.device);
    const limpid::ModelLibrary library(limpid::ModelLibrary::shippedFolder());
    limpid::WorkstationParts parts{
        std::make_unique<limpid::NetworkEnhancementEngine>(device),
        std::make_unique<limpid::NetworkAdaptationEngine>(device, library),
        limpid::ModelCatalog(library.find(options.model), limpid::ClinicFolders::defaultRoot())};
    limpid::MainWindow window(std::move(parts));
    window.show();
    if (!options.folder.isEmpty())
        window.openFolder(options.folder);
    return QApplication::exec();
}
