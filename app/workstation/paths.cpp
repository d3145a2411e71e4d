// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paths.h"

#include <QDir>
#include <QFile>

namespace limpid {

QString toQString(const std::filesystem::path& path) {
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

std::filesystem::path toPath(const QString& text) {
    return {QFile::encodeName(text).toStdString()};
}

QString shownPath(const std::filesystem::path& path) {
    const auto whole = QDir::cleanPath(toQString(path));
    const auto home = QDir::homePath();
    if (home.size() > 1 && whole.startsWith(home + QLatin1Char('/')))
        return QLatin1Char('~') + whole.mid(home.size());
    return whole;
}

} // namespace limpid
