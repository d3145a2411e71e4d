// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report_flow.h"

#include "error_sentence.h"
#include "paths.h"
#include "report/report_file.h"
#include "worker_guard.h"

#include <QDir>
#include <QFileDialog>

#include <utility>

namespace limpid {

ReportFlow::ReportFlow(QWidget& window)
    : ReportFlow(writeRunReport, window) {}

ReportFlow::ReportFlow(Write write, QWidget& window)
    : m_write(std::move(write))
    , m_window(window) {}

ReportFlow::~ReportFlow() {
    if (m_thread.joinable())
        m_thread.join();
}

void ReportFlow::setRun(const std::string& clinic, const FolderAdaptationOutcome& outcome) {
    m_report = RunReport::of(clinic, outcome);
    Q_EMIT changed();
}

void ReportFlow::begin() {
    if (m_dialog) {
        m_dialog->activateWindow();
        return;
    }
    if (!canBegin())
        return;
    m_dialog = new QFileDialog(&m_window, tr("Save the report"), QDir::homePath());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QStringList kinds{tr("PDF document (*.pdf)"), tr("Web page (*.html)")};
    m_dialog->setNameFilters(kinds);
    m_dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(m_dialog, &QFileDialog::filterSelected, m_dialog, [dialog = m_dialog, kinds](const QString& kind) {
        dialog->setDefaultSuffix(kind == kinds.first() ? QStringLiteral("pdf") : QStringLiteral("html"));
    });
    m_dialog->selectFile(QString::fromStdString(m_report->clinic).replace(QLatin1Char('/'), QLatin1Char('-')) +
                         QStringLiteral(".pdf"));
    connect(m_dialog, &QFileDialog::fileSelected, this, &ReportFlow::save);
    m_dialog->open();
}

void ReportFlow::save(const QString& path) {
    if (!canBegin())
        return;
    m_writing = true;
    Q_EMIT changed();
    m_thread = std::jthread([this, path, report = *m_report] {
        auto outcome = guarded("writing the report", [&] { return m_write(toPath(path), report); });
        QMetaObject::invokeMethod(
            this, [this, path, outcome = std::move(outcome)] { end(path, outcome); }, Qt::QueuedConnection);
    });
}

void ReportFlow::end(const QString& path, const Result<void>& outcome) {
    m_thread.join();
    m_writing = false;
    Q_EMIT changed();
    if (outcome)
        Q_EMIT written(path);
    else
        Q_EMIT failed(errorSentence(outcome.error()));
}

} // namespace limpid
