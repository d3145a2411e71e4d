// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/run_report.h"
#include "task/result.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <thread>

class QFileDialog;
class QWidget;

namespace limpid {

/// Saves the report of the last run as HTML or PDF: from the question where to, to the file written in a thread of its
/// own. To be used from the thread that owns it, where its signals come.
class ReportFlow : public QObject {
    Q_OBJECT

public:
    /// Writes a report; called in a thread. See writeRunReport().
    using Write = std::function<Result<void>(const std::filesystem::path& path, const RunReport& report)>;

    /// `window` must outlive it.
    explicit ReportFlow(QWidget& window);
    ReportFlow(Write write, QWidget& window);
    /// Waits for a report that is being written.
    ~ReportFlow() override;

    /// Whether there is a run to report on and no report is being written.
    bool canBegin() const { return m_report && !m_writing; }
    /// Takes the run that has just ended in the place of the one before.
    void setRun(const std::string& clinic, const FolderAdaptationOutcome& outcome);
    /// Asks where to, then writes. Asks once, however often it is called.
    void begin();
    /// Writes to `path`, .html or .pdf. Does nothing where it cannot begin.
    void save(const QString& path);

Q_SIGNALS:
    /// canBegin() may have another answer.
    void changed();
    void written(const QString& path);
    void failed(const QString& sentence);

private:
    void end(const QString& path, const Result<void>& outcome);

    Write m_write;
    QWidget& m_window;
    std::optional<RunReport> m_report;
    QPointer<QFileDialog> m_dialog;
    bool m_writing = false;
    std::jthread m_thread; ///< Last, so that everything it uses outlives it.
};

} // namespace limpid
