// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "batch_exporter.h"
#include "common/export_options.h"
#include "enhancement_engine.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <filesystem>
#include <memory>
#include <vector>

class QWidget;

namespace limpid {

class ExportDialog;

/// What the window knows when somebody wants to export.
struct ExportStart {
    std::vector<std::filesystem::path> selected;
    std::vector<std::filesystem::path> all;
    std::filesystem::path model;
    QString modelLabel;
};

/// Exporting from the question before it to the list of what failed. One export at a time, in a thread of its own,
/// with an engine of its own: the window goes on enhancing meanwhile.
class ExportFlow : public QObject {
    Q_OBJECT

public:
    /// What is written is noted in the clinic store in `clinicRoot`. `window` must outlive it.
    ExportFlow(std::unique_ptr<EnhancementEngine> engine, std::filesystem::path clinicRoot, QWidget& window);
    /// Cancels what is under way and waits for the image being made.
    ~ExportFlow() override;

    bool isRunning() const { return m_exporter && m_exporter->isRunning(); }
    /// Asks what is to be asked, then exports. Asks once, however often it is called.
    void begin(const ExportStart& start);

Q_SIGNALS:
    /// Everything was written, to this folder.
    void written(int images, const QString& folder);

private:
    void browse(const QString& from);
    void checkFolder(const QString& folder);
    void run();

    std::shared_ptr<EnhancementEngine> m_engine;
    std::filesystem::path m_clinicRoot;
    QWidget& m_window;
    ExportStart m_start;
    ExportOptions m_options;
    QPointer<ExportDialog> m_dialog;
    std::unique_ptr<BatchExporter> m_exporter;
};

} // namespace limpid
