// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "export_flow.h"

#include "common/export_dialog.h"
#include "common/export_progress.h"
#include "engine_export_source.h"
#include "error_sentence.h"
#include "paths.h"
#include "storage/clinics/image_history.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

#include <utility>

namespace limpid {

namespace {

std::vector<ExportJob> jobsOf(const std::vector<std::filesystem::path>& originals) {
    std::vector<ExportJob> jobs;
    for (const auto& original : originals)
        jobs.push_back({original, {}, std::nullopt});
    return jobs;
}

QString usualFolder() {
    const QDir pictures(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    return (pictures.exists() ? pictures : QDir::home()).filePath(QStringLiteral("Limpid"));
}

} // namespace

ExportFlow::ExportFlow(std::unique_ptr<EnhancementEngine> engine, std::filesystem::path clinicRoot, QWidget& window)
    : m_engine(std::move(engine))
    , m_clinicRoot(std::move(clinicRoot))
    , m_window(window) {
    m_options.folder = usualFolder();
}

ExportFlow::~ExportFlow() = default;

void ExportFlow::begin(const ExportStart& start) {
    if (m_dialog) {
        m_dialog->activateWindow();
        return;
    }
    if (isRunning())
        return;
    m_start = start;
    m_dialog = new ExportDialog(static_cast<int>(start.selected.size()), static_cast<int>(start.all.size()), m_options,
                                &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ExportDialog::browseRequested, this, &ExportFlow::browse);
    connect(m_dialog, &ExportDialog::folderChanged, this, &ExportFlow::checkFolder);
    connect(m_dialog, &ExportDialog::accepted, this, &ExportFlow::run);
    checkFolder(m_options.folder);
    m_dialog->open();
}

void ExportFlow::browse(const QString& from) {
    const auto folder = QFileDialog::getExistingDirectory(m_dialog, tr("Export to"), from);
    if (m_dialog && !folder.isEmpty())
        m_dialog->setFolder(folder);
}

void ExportFlow::checkFolder(const QString& folder) {
    const auto usable = BatchExporter::checkFolder(jobsOf(m_start.all), toPath(folder));
    m_dialog->setFolderProblem(usable ? QString() : errorSentence(usable.error()));
}

void ExportFlow::run() {
    m_options = m_dialog->options();
    const auto& originals = m_dialog->exportsAll() ? m_start.all : m_start.selected;
    m_exporter = std::make_unique<BatchExporter>(
        std::make_unique<EngineExportSource>(m_engine, m_start.model, m_start.modelLabel.toStdString()),
        [root = m_clinicRoot](const EnhancedFile& file) -> Result<void> {
            auto store = ClinicStore::open(root);
            return store ? noteEnhanced(*store, file) : fail(std::move(store.error()));
        });
    auto* progress = new ExportProgress(&m_window);
    progress->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_exporter.get(), &BatchExporter::progressed, progress, &ExportProgress::setProgress);
    connect(progress, &ExportProgress::cancelRequested, m_exporter.get(), &BatchExporter::cancel);
    connect(m_exporter.get(), &BatchExporter::finished, progress, [this, progress](const ExportOutcome& outcome) {
        progress->finish(outcome);
        if (!outcome.failures.isEmpty() || outcome.cancelled)
            return;
        progress->close();
        Q_EMIT written(outcome.written, m_options.folder);
    });
    progress->open();
    if (const auto started = m_exporter->start(jobsOf(originals), m_options); !started) {
        ExportOutcome outcome;
        outcome.notTried = static_cast<int>(originals.size());
        outcome.failures.append({m_options.folder, errorSentence(started.error())});
        progress->finish(outcome);
    }
}

} // namespace limpid
