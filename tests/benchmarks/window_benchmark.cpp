// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How quickly the window answers while a real adaptation computes on every processor: a thread sends the window's event
// loop a heartbeat every few milliseconds and asks the comparison to pan and be painted sixty times a second; now and
// then the next photograph is chosen or the mode changed, as somebody would who goes on working. Run with
// QT_QPA_PLATFORM=offscreen, or on a display; everything it makes is in a temporary folder. An argument is the time
// measured while adapting, in seconds.

#include "adaptation_page.h"
#include "browser/image_browser.h"
#include "compare/compare_view.h"
#include "inference/model_library.h"
#include "main_window.h"
#include "network_adaptation_engine.h"
#include "network_enhancement_engine.h"
#include "nn/threads.h"
#include "paths.h"
#include "preferences.h"
#include "support/generated_clinic.h"
#include "task/allocator.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <memory>
#include <mutex>
#include <sys/resource.h>
#include <thread>
#include <vector>

namespace {

using namespace limpid;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr int photographs = 12;
constexpr int photographSide = 1536;
constexpr auto heartbeatEvery = 5ms;
constexpr auto frameEvery = 16ms;
constexpr int restingSeconds = 8;

double millisecondsSince(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// Seconds that this process has computed, on all processors together.
double processorSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// The kernel's load averages, which count other programs too.
QByteArray loadAverages() {
    QFile file(QStringLiteral("/proc/loadavg"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray("not known");
}

void print(const char* what, std::vector<double> times) {
    if (times.empty())
        return;
    std::ranges::sort(times);
    const auto at = [&](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    std::printf("  %-34s median %6.1f ms, 99th percentile %6.1f ms, longest %6.1f ms (%zu)\n", what, at(0.5), at(0.99),
                times.back(), times.size());
}

/// Knocks at the window's thread from one of its own, and notes how long each answer takes. A knock waits for nothing
/// but the event loop; a frame begins when it is due, not when the window finds the time for it.
class Knocking {
public:
    explicit Knocking(CompareView& view)
        : m_view(view)
        , m_thread([this](const std::stop_token& stop) { knock(stop); }) {}

    std::vector<double> heartbeats;
    std::vector<double> frames;

private:
    void knock(const std::stop_token& stop) {
        auto nextFrame = Clock::now();
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(heartbeatEvery);
            const auto now = Clock::now();
            QMetaObject::invokeMethod(
                &m_receiver, [this, now] { heartbeats.push_back(millisecondsSince(now)); }, Qt::QueuedConnection);
            if (now < nextFrame || m_painting.exchange(true))
                continue;
            nextFrame = now + frameEvery;
            QMetaObject::invokeMethod(
                &m_receiver, [this, now] { paint(now); }, Qt::QueuedConnection);
        }
    }

    void paint(Clock::time_point due) {
        const double turn = static_cast<double>(++m_count % 64);
        m_view.panBy(turn < 32 ? QPointF(3, 1) : QPointF(-3, -1));
        m_view.repaint();
        frames.push_back(millisecondsSince(due));
        m_painting = false;
    }

    CompareView& m_view;
    QObject m_receiver;
    std::atomic<bool> m_painting = false;
    int m_count = 0;
    std::jthread m_thread; ///< Last, so that everything it uses outlives it.
};

template <typename Condition>
bool runUntil(Condition&& condition, double seconds) {
    const auto begin = Clock::now();
    while (!condition() && millisecondsSince(begin) < seconds * 1000)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    return condition();
}

/// Works in the window for a while: another mode every second, another photograph every three.
void measure(MainWindow& window, const char* what, int seconds) {
    auto& view = *window.findChild<CompareView*>();
    auto& strip = *window.findChild<ImageBrowser*>(QStringLiteral("filmstrip"));
    view.zoomTo(1.0);
    const double computedBefore = processorSeconds();
    const auto begin = Clock::now();
    std::vector<double> heartbeats;
    std::vector<double> frames;
    {
        Knocking knocking(view);
        for (int second = 1; second <= seconds; ++second) {
            runUntil([] { return false; }, 1);
            view.setMode(compareModes[static_cast<std::size_t>(second) % compareModes.size()]);
            if (second % 3 == 0)
                strip.setCurrentRow((strip.currentRow() + 1) % photographs);
        }
        heartbeats = knocking.heartbeats;
        frames = knocking.frames;
    }
    const double wall = millisecondsSince(begin) / 1000;
    std::printf("%s: %.0f s, this program on %.2f of %u processors, load averages %s\n", what, wall,
                (processorSeconds() - computedBefore) / wall, std::thread::hardware_concurrency(),
                loadAverages().constData());
    print("heartbeat", heartbeats);
    print("frame of the comparison", frames);
    std::fflush(stdout);
}

bool startAdapting(MainWindow& window) {
    window.findChild<QAction*>(QStringLiteral("adapt"))->trigger();
    const auto* page = window.findChild<AdaptationPage*>();
    if (page == nullptr)
        return false;
    page->findChild<QPushButton*>(QStringLiteral("startAdaptation"))->click();
    const auto* state = window.findChild<QLabel*>(QStringLiteral("runState"));
    return runUntil([&] { return state->text() == QStringLiteral("Running"); }, 120);
}

} // namespace

int main(int argc, char* argv[]) {
    keepLargeBlocks();
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    const int seconds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 60;
    const QTemporaryDir place;
    const auto root = toPath(place.path());
    const auto clinic = root / "clinic";
    std::filesystem::create_directory(clinic);
    static_cast<void>(generateClinic(clinic, photographs, photographSide));

    Preferences preferences(
        application, std::make_unique<QSettings>(place.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
    auto settings = preferences.settings();
    settings.language = QStringLiteral("en");
    preferences.change(settings);
    const int threads = setNetworkThreads(0);
    const auto device = std::make_shared<SharedDevice>("cpu");
    const ModelLibrary library(ModelLibrary::shippedFolder());
    MainWindow window(WorkstationParts{std::make_unique<NetworkEnhancementEngine>(device, settings.workingSize),
                                       std::make_unique<NetworkEnhancementEngine>(device, settings.workingSize),
                                       std::make_unique<NetworkAdaptationEngine>(device, library, settings.workingSize,
                                                                                 settings.batchSize),
                                       ModelCatalog(library.find("fundus"), root / "clinics"),
                                       {root / "thumbnails", root / "notes"},
                                       QString()},
                      preferences);
    window.show();
    window.openFolder(toQString(clinic));
    const auto& view = *window.findChild<CompareView*>();
    if (!runUntil([&] { return view.hasEnhanced(); }, 120)) {
        std::fputs("The first photograph was not enhanced.\n", stderr);
        return 1;
    }
    std::printf("%d generated photographs of %d x %d pixels, %d network threads, comparison of %d x %d pixels on %s\n",
                photographs, photographSide, photographSide, threads, view.width(), view.height(),
                qPrintable(QGuiApplication::platformName()));
    measure(window, "nothing adapts", restingSeconds);
    if (!startAdapting(window)) {
        std::fputs("The adaptation did not start.\n", stderr);
        return 1;
    }
    measure(window, "while it adapts", seconds);
    return 0;
}
