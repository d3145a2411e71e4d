// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/export_options.h"
#include "export_source.h"
#include "storage/clinics/enhancement_table.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace limpid {

/// One image to export.
struct ExportJob {
    std::filesystem::path original;
    /// The file's name without extension; empty: the original's.
    std::string name;
    /// The image, where it has been made already; else the source makes it.
    std::optional<ProducedImage> ready;
};

/// Writes enhanced images and their records into a folder, one after the other in one worker thread. One image that
/// fails does not end the export; a full disk does. Signals come in the thread that owns the object.
class BatchExporter : public QObject {
    Q_OBJECT

public:
    /// Is told of every image that was written, in the worker thread; without it nothing is noted. A failure goes to
    /// the log: the image and its record beside it are there.
    using Note = std::function<Result<void>(const EnhancedFile&)>;

    explicit BatchExporter(std::unique_ptr<ExportSource> source, Note note = {}, QObject* parent = nullptr);
    /// Cancels what is under way and waits for the image being made.
    ~BatchExporter() override;

    /// Whether the folder may be written to for these originals: OutputIsInput where it holds one of them, through
    /// links too; NotAFolder where it is a file; InvalidArgument where it is empty. Any thread.
    static Result<void> checkFolder(const std::vector<ExportJob>& jobs, const std::filesystem::path& folder);

    /// Begins. Fails as checkFolder() does, and with InvalidArgument while another export runs; then no signal comes.
    Result<void> start(std::vector<ExportJob> jobs, const ExportOptions& options);
    /// Ends the export after the image being written; finished() says so.
    void cancel();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    /// `done` of `total` are through; `name` is the photograph being made now, empty after the last.
    void progressed(int done, int total, const QString& name);
    void finished(const limpid::ExportOutcome& outcome);

private:
    void run(const std::vector<ExportJob>& jobs, const ExportOptions& options, const std::stop_token& stop);
    Result<void> write(const ExportJob& job, const std::filesystem::path& target, const ExportOptions& options,
                       const std::stop_token& stop);

    void note(const ExportJob& job, const std::filesystem::path& written, const ImageProvenance& provenance) const;

    std::unique_ptr<ExportSource> m_source;
    Note m_note;
    bool m_running = false; ///< Owner's thread only.
    std::jthread m_thread;  ///< Last, so that everything it uses outlives it.
};

/// The files that the jobs are written to, in their order, below `folder`: the job's name with the extension of the
/// format. Jobs that would have the same file get their original's extension, and then a number, behind the name.
std::vector<std::filesystem::path> exportTargets(const std::vector<ExportJob>& jobs,
                                                 const std::filesystem::path& folder, ExportFormat format);

} // namespace limpid
