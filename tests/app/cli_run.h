// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTest>

/// What one run of the real limpid-cli gave.
struct CliRun {
    int status = -1;
    QByteArray out;
    QByteArray err;

    /// Standard output as one JSON object; empty if it is anything else, or more than that.
    QJsonObject json() const {
        QJsonParseError error{};
        const auto document = QJsonDocument::fromJson(out, &error);
        return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
    }
};

/// Runs limpid-cli with its output piped, as a script would.
inline CliRun runCli(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(LIMPID_BINARY_DIR "/bin/limpid-cli"), arguments);
    constexpr int longestRunMs = 240000;
    if (!process.waitForFinished(longestRunMs)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    const int status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {status, process.readAllStandardOutput(), process.readAllStandardError()};
}
