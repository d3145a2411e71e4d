// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "folder_scan.h"
#include "paths.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

namespace limpid {

/// A folder for one test, with helpers that put files into it. Everything in it is generated.
class MadeFolder {
public:
    QString at(const QString& name) const { return m_folder.filePath(name); }
    std::filesystem::path path(const QString& name = QStringLiteral(".")) const {
        return toPath(QDir::cleanPath(at(name)));
    }
    void write(const QString& name, const QByteArray& bytes = "x") const {
        QDir().mkpath(QFileInfo(at(name)).absolutePath());
        QFile file(at(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
    }
    void picture(const QString& name, const QColor& colour = Qt::red, QSize size = {40, 30}) const {
        QImage image(size, QImage::Format_RGB32);
        image.fill(colour);
        if (!image.save(at(name)))
            qFatal("cannot save %s", qPrintable(name));
    }

private:
    QTemporaryDir m_folder;
};

} // namespace limpid
