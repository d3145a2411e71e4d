// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/log_line.h"

#include <QObject>

#include <filesystem>

class QWidget;

namespace limpid {

class LogWindow;
class Preferences;
struct Settings;
class StatusLine;
class ThumbnailCache;
class WorkstationActions;

/// The window's dialogs beside its work: settings, the sheet of keys, the log and what Limpid is. Window's thread only.
class WindowDialogs : public QObject {
    Q_OBJECT

public:
    /// Whose settings the dialogs show; all must outlive the object.
    struct Parts {
        Preferences& preferences;
        ThumbnailCache& thumbnails;
        StatusLine& status;
        const WorkstationActions& actions;
        std::filesystem::path clinicRoot; ///< Where the clinics' models lie.
    };

    WindowDialogs(const Parts& parts, QWidget& window);

    void showSettings();
    void showKeys();
    void showLog();
    void showAbout();
    /// A line for the log.
    void log(const LogLine& line);
    /// The log stays open beside the window; it closes with it.
    void closeLog();
    void retranslate();

Q_SIGNALS:
    /// Something went wrong, in a sentence.
    void failed(const QString& sentence);

private:
    void change(const Settings& now);
    void limitThumbnails();

    Parts m_parts;
    QWidget& m_window;
    LogWindow* m_log;
};

} // namespace limpid
