// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run_files.h"

#include "dashboard/training_dashboard.h"
#include "error_sentence.h"
#include "guard/guard_page.h"
#include "opened_folder.h"
#include "paths.h"
#include "picker/picker_page.h"
#include "task/atomic_file.h"

#include <QDir>
#include <QFileDialog>

#include <cstddef>
#include <span>
#include <utility>

namespace limpid {

RunFiles::RunFiles(Pages pages, const OpenedFolder& folder, QWidget& window)
    : RunFiles(pages, folder, [&window](const QString& title, const QString& name) {
        return QFileDialog::getSaveFileName(&window, title, QDir::home().filePath(name));
    }) {}

RunFiles::RunFiles(Pages pages, const OpenedFolder& folder, Ask ask)
    : m_folder(folder)
    , m_ask(std::move(ask)) {
    connect(&pages.dashboard, &TrainingDashboard::exportRequested, this,
            [this, &dashboard = pages.dashboard](CurveFormat format) {
                const auto* suffix = format == CurveFormat::Png ? "png" : format == CurveFormat::Svg ? "svg" : "csv";
                save(tr("Export curves"), ofFolder("curves", suffix), dashboard.exported(format));
            });
    connect(&pages.picker, &PickerPage::exportRequested, this, [this, &picker = pages.picker](PickFormat format) {
        const auto* suffix = format == PickFormat::Csv ? "csv" : "json";
        save(tr("Export pseudo-labels"), ofFolder("pseudo-labels", suffix), picker.exported(format));
    });
    connect(&pages.results, &GuardPage::exportRequested, this, [this, &results = pages.results] {
        const auto clinic = QString(results.run().clinic).replace(QLatin1Char('/'), QLatin1Char('-'));
        save(tr("Export the list"), clinic + QStringLiteral("-results-shown.csv"), results.exported());
    });
}

QString RunFiles::ofFolder(const char* what, const char* suffix) const {
    return QStringLiteral("%1-%2.%3")
        .arg(toQString(m_folder.path().filename()), QLatin1String(what), QLatin1String(suffix));
}

void RunFiles::save(const QString& title, const QString& name, const QByteArray& bytes) {
    const auto path = m_ask(title, name);
    if (path.isEmpty())
        return;
    const auto content = std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    if (const auto written = writeFileAtomically(toPath(path), content, /*overwrite=*/true); !written)
        Q_EMIT failed(errorSentence(written.error()));
    else
        Q_EMIT this->written(path);
}

} // namespace limpid
