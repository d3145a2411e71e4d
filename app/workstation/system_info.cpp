// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "system_info.h"

#include <opencv2/core/version.hpp>

#include <QFile>
#include <QGuiApplication>
#include <QLocale>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QScreen>
#include <QStringList>
#include <QSysInfo>

#include <thread>

#include <unistd.h>

namespace limpid {

namespace {

QString processorName() {
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (file.open(QIODevice::ReadOnly)) {
        for (auto line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
            if (line.startsWith("model name"))
                return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).trimmed();
        }
    }
    return QSysInfo::currentCpuArchitecture();
}

QString gibibytes(long pages) {
    const double bytes = static_cast<double>(pages) * static_cast<double>(::sysconf(_SC_PAGESIZE));
    return QString::number(bytes / (1024.0 * 1024.0 * 1024.0), 'f', 1);
}

QString memoryWords() {
    return QStringLiteral("%1 GiB, of which %2 GiB free")
        .arg(gibibytes(::sysconf(_SC_PHYS_PAGES)), gibibytes(::sysconf(_SC_AVPHYS_PAGES)));
}

QString displayWords() {
    QStringList screens;
    for (const auto* screen : QGuiApplication::screens()) {
        const auto size = screen->size() * screen->devicePixelRatio();
        screens << QStringLiteral("%1 x %2 at scale %3")
                       .arg(size.width())
                       .arg(size.height())
                       .arg(screen->devicePixelRatio());
    }
    return QStringLiteral("%1, %2").arg(QGuiApplication::platformName(), screens.join(QStringLiteral("; ")));
}

QString localeWords() {
    return QStringLiteral("%1, window in %2").arg(QLocale::system().name(), QLocale().name());
}

} // namespace

QString systemInformation(const SystemFacts& facts) {
    QStringList lines;
    const auto add = [&lines](const char* name, const QString& value) {
        if (!value.isEmpty())
            lines << QStringLiteral("%1: %2").arg(QLatin1String(name), value);
    };
    add("Limpid", QStringLiteral(LIMPID_VERSION));
    add("Qt", QStringLiteral("%1 (built with %2)").arg(QLatin1String(qVersion()), QStringLiteral(QT_VERSION_STR)));
    add("OpenCV", QStringLiteral(CV_VERSION));
    add("Operating system", QStringLiteral("%1, %2 %3")
                                .arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion()));
    add("Processor", QStringLiteral("%1, %2, %3 threads")
                         .arg(processorName(), QSysInfo::currentCpuArchitecture())
                         .arg(std::thread::hardware_concurrency()));
    add("Memory", memoryWords());
    add("Device", facts.device);
    add("OpenGL", facts.openGl);
    add("Display", displayWords());
    add("Locale", localeWords());
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString openGlWords() {
    QOpenGLContext context;
    QOffscreenSurface surface;
    surface.create();
    if (!context.create() || !surface.isValid() || !context.makeCurrent(&surface))
        return {};
    auto* functions = context.functions();
    const auto word = [functions](GLenum name) {
        return QString::fromUtf8(reinterpret_cast<const char*>(functions->glGetString(name)));
    };
    const auto words = QStringLiteral("%1, %2, %3").arg(word(GL_VENDOR), word(GL_RENDERER), word(GL_VERSION));
    context.doneCurrent();
    return words;
}

} // namespace limpid
