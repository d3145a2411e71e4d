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
#include "support/machine_figures.h"
#include "task/allocator.h"

#include <QAction>
#include <QApplication>
#include <QEventLoop>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <optional>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#include <utility>
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

/// Milliseconds that the host of a virtual machine has kept its processors from running, all together: nothing in the
/// machine can answer meanwhile.
qint64 stolenMilliseconds() {
    const auto counts = kernelFile(QStringLiteral("/proc/stat")).split('\n').constFirst().simplified().split(' ');
    constexpr int stolen = 8;
    const auto ticksPerSecond = sysconf(_SC_CLK_TCK);
    return counts.size() > stolen && ticksPerSecond > 0 ? counts[stolen].toLongLong() * 1000 / ticksPerSecond : 0;
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

/// Lets the window work until the condition holds or the time is over; true if it holds.
bool runUntil(const std::function<bool()>& condition, double seconds) {
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (condition())
            loop.quit();
    });
    look.start(20ms);
    QTimer::singleShot(static_cast<int>(seconds * 1000), &loop, &QEventLoop::quit);
    if (!condition())
        loop.exec();
    return condition();
}

/// Works in the window for a while: another mode every second, another photograph every three.
void measure(MainWindow& window, const char* what, int seconds) {
    auto& view = *window.findChild<CompareView*>();
    auto& strip = *window.findChild<ImageBrowser*>(QStringLiteral("filmstrip"));
    view.zoomTo(1.0);
    const double computedBefore = processorSeconds();
    const auto stolenBefore = stolenMilliseconds();
    const auto begin = Clock::now();
    std::vector<double> heartbeats;
    std::vector<double> frames;
    std::vector<double> enhancings;
    std::optional<Clock::time_point> chosen;
    const auto connection = QObject::connect(&view, &CompareView::contentChanged, &view, [&] {
        if (chosen && view.hasEnhanced())
            enhancings.push_back(millisecondsSince(*std::exchange(chosen, std::nullopt)));
    });
    {
        Knocking knocking(view);
        for (int second = 1; second <= seconds; ++second) {
            runUntil([] { return false; }, 1);
            view.setMode(compareModes[static_cast<std::size_t>(second) % compareModes.size()]);
            if (second % 3 != 0)
                continue;
            chosen = Clock::now();
            strip.setCurrentRow((strip.currentRow() + 1) % photographs);
        }
        heartbeats = knocking.heartbeats;
        frames = knocking.frames;
    }
    QObject::disconnect(connection);
    const double wall = millisecondsSince(begin) / 1000;
    std::printf("%s: %.0f s, this program on %.2f of %u processors, load averages %s\n", what, wall,
                (processorSeconds() - computedBefore) / wall, std::thread::hardware_concurrency(),
                loadAverages().constData());
    if (const auto stolen = stolenMilliseconds() - stolenBefore; stolen > 0)
        std::printf("  the host kept the processors from running for %lld ms\n", static_cast<long long>(stolen));
    print("heartbeat", heartbeats);
    print("frame of the comparison", frames);
    print("photograph chosen until enhanced", enhancings);
    std::fflush(stdout);
}

bool startAdapting(MainWindow& window) {
    window.findChild<QAction*>(QStringLiteral("adapt"))->trigger();
    const auto* page = window.findChild<AdaptationPage*>();
    if (page == nullptr)
        return false;
    auto* start = page->findChild<QPushButton*>(QStringLiteral("startAdaptation"));
    if (!runUntil([&] { return start->isEnabled(); }, 120))
        return false;
    start->click();
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
