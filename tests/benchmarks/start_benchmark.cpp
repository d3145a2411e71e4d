// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the program takes from its start until its window can be used: until the start page is painted, and with a
// folder until the first photograph is shown. Starts the program that lies beside this one, several times, with
// settings of its own; the first start of each kind is left out, so that files are read from memory. Run with
// QT_QPA_PLATFORM=offscreen, or on a display.

#include "paths.h"
#include "start_log.h"
#include "support/generated_clinic.h"
#include "support/machine_figures.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <sys/resource.h>
#include <vector>

namespace {

using namespace limpid;

constexpr int starts = 9;
constexpr int patienceMs = 60000;
constexpr int photographs = 12;
constexpr int photographSide = 1536;

QString programBeside() {
    return QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("limpid"));
}

QProcessEnvironment environmentIn(const QTemporaryDir& home) {
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        environment.insert(QLatin1String(name), home.path());
    return environment;
}

/// Processor seconds of all programs that were started and have ended.
double childrensSeconds() {
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Milliseconds until the program says that line; negative where it does not.
double timeUntil(const char* line, const QStringList& arguments, const QTemporaryDir& home) {
    QProcess program;
    program.setProcessEnvironment(environmentIn(home));
    program.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer clock;
    clock.start();
    program.start(programBeside(), arguments);
    QByteArray said;
    while (!said.contains(line) && clock.elapsed() < patienceMs && program.waitForReadyRead(patienceMs))
        said += program.readAll();
    const auto taken = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    program.kill();
    program.waitForFinished();
    if (said.contains(line))
        return taken;
    std::fprintf(stderr, "%s did not say \"%s\":\n%s\n", qPrintable(programBeside()), line, said.constData());
    return -1;
}

bool measure(const char* what, const char* line, const QStringList& arguments, const QTemporaryDir& home) {
    if (timeUntil(line, arguments, home) < 0)
        return false;
    std::vector<double> times;
    const double computedBefore = childrensSeconds();
    for (int i = 0; i < starts; ++i) {
        const double time = timeUntil(line, arguments, home);
        if (time < 0)
            return false;
        times.push_back(time);
    }
    const double computed = (childrensSeconds() - computedBefore) * 1000 / starts;
    std::ranges::sort(times);
    std::printf("%s: median %.0f ms, longest %.0f ms of %d starts; %.0f ms of processor time each\n", what,
                times[times.size() / 2], times.back(), starts, computed);
    std::fflush(stdout);
    return true;
}

} // namespace

int main(int argc, char* argv[]) {
    const QCoreApplication application(argc, argv);
    const QTemporaryDir home;
    const QTemporaryDir clinic;
    if (generateClinic(toPath(clinic.path()), photographs, photographSide).empty())
        return 1;
    std::printf("load averages %s\n", loadAverages().constData());
    return measure("window with the start page", StartLog::windowShown, {}, home) &&
                   measure("window with a folder", StartLog::windowShown, {clinic.path()}, home) &&
                   measure("first photograph of a folder", StartLog::photographShown, {clinic.path()}, home)
               ? 0
               : 1;
}
