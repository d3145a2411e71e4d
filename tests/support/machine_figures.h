// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace limpid {

/// What a file of the kernel's says, without the end of its line; empty where there is none.
inline QByteArray kernelFile(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

/// Resident memory of this process in MiB, as the kernel counts it; 0 where it does not.
inline double residentMemory() {
    for (const auto& line : kernelFile(QStringLiteral("/proc/self/status")).split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).chopped(3).trimmed().toDouble() / 1024;
    }
    return 0;
}

/// The machine's load over one, five and fifteen minutes, in the kernel's words.
inline QByteArray loadAverages() {
    const auto words = kernelFile(QStringLiteral("/proc/loadavg"));
    return words.isEmpty() ? QByteArray("not known") : words;
}

} // namespace limpid
