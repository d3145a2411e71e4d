// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

namespace limpid {

/// How much a line of the log matters, rising.
enum class LogLevel { Detail, Information, Warning, Error };

/// One line of the program's log. The text is English and for experts; it is not translated.
struct LogLine {
    QDateTime time;
    LogLevel level = LogLevel::Information;
    QString text;
};

} // namespace limpid
