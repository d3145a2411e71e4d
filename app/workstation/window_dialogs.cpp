// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_dialogs.h"

#include "browser/browser_keys.h"
#include "clinics/clinic_command.h"
#include "common/log_window.h"
#include "common/settings_dialog.h"
#include "compare/compare_keys.h"
#include "paths.h"
#include "preferences.h"
#include "status_line.h"
#include "system_info.h"
#include "thumbnail_cache.h"
#include "workstation_actions.h"

#include <QMessageBox>
#include <QThread>

namespace limpid {

WindowDialogs::WindowDialogs(const Parts& parts, QWidget& window)
    : m_parts(parts)
    , m_window(window)
    , m_log(new LogWindow(&window)) {
    m_log->setWindowFlag(Qt::Window);
    limitThumbnails();
    retranslate();
}

void WindowDialogs::showSettings() {
    SettingsFacts facts;
    facts.devices = {{QStringLiteral("cpu"), QString()}};
    facts.processors = QThread::idealThreadCount();
    facts.clinicFolder = shownPath(m_parts.clinicRoot);
    auto* dialog = new SettingsDialog(facts, m_parts.preferences.settings(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::clearCacheRequested, this, [this] { m_parts.thumbnails.clear(); });
    connect(dialog, &SettingsDialog::accepted, this, [this, dialog] { change(dialog->settings()); });
    dialog->open();
}

void WindowDialogs::change(const Settings& now) {
    const auto before = m_parts.preferences.settings();
    if (!m_parts.preferences.change(now))
        Q_EMIT failed(tr("The settings could not be saved; they hold until Limpid is closed. Free some disk space, "
                         "then change them again."));
    limitThumbnails();
    if (before.device != now.device || before.threads != now.threads || before.workingSize != now.workingSize ||
        before.batchSize != now.batchSize)
        m_parts.status.setNote(tr("Device, threads and sizes change when Limpid is started again."));
}

void WindowDialogs::limitThumbnails() {
    constexpr std::int64_t megabyte = 1024 * 1024;
    m_parts.thumbnails.setLimit(m_parts.preferences.settings().thumbnailCacheMegabytes * megabyte);
}

void WindowDialogs::showKeys() {
    auto* sheet = new KeySheet(&m_window);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setEntries(m_parts.actions.keys() + browserKeys() + compareKeys() + clinicKeys());
    sheet->open();
}

void WindowDialogs::showLog() {
    m_log->setSystemInformation(systemInformation({m_parts.status.device(), openGlWords()}));
    m_log->resize(820, 520);
    m_log->show();
    m_log->raise();
}

void WindowDialogs::showAbout() {
    auto* box =
        new QMessageBox(QMessageBox::NoIcon, tr("About Limpid"),
                        tr("<h3>Limpid %1</h3>").arg(QStringLiteral(LIMPID_VERSION)), QMessageBox::Ok, &m_window);
    box->setInformativeText(tr(
        "<p>Makes poor medical images readable and adapts itself to the clinic it stands in. Everything is computed "
        "on this machine, and nothing leaves it.</p>"
        "<p><b>For research use only. Limpid is not a medical device; no diagnosis may rest on its images.</b></p>"
        "<p>Free software under the GNU General Public License, version 3 or later. Built with Qt, LibTorch, OpenCV, "
        "VTK, Little CMS, Exiv2 and QCustomPlot.</p>"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void WindowDialogs::log(const LogLine& line) {
    m_log->append(line);
}

void WindowDialogs::closeLog() {
    m_log->close();
}

void WindowDialogs::retranslate() {
    m_log->setWindowTitle(tr("Log"));
}

} // namespace limpid
