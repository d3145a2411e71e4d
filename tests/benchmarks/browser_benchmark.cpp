// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How quickly a folder of 10,000 generated photographs shows its pictures, and what it costs to scroll to its end. Run
// with QT_QPA_PLATFORM=offscreen; everything it makes is in a temporary folder. With a folder as argument, how quickly
// that one shows its pictures for the first time.

#include "browser/image_browser.h"
#include "browser/image_filter_model.h"
#include "opened_folder.h"
#include "paths.h"
#include "support/machine_figures.h"

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QPainter>
#include <QScrollBar>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

using namespace limpid;

constexpr int imageCount = 10'000;

QByteArray generatedPhotograph(int number) {
    QImage image(640, 480, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    QRadialGradient disc(320.0 + number % 40, 240, 230);
    disc.setColorAt(0, QColor(230, 150, 70));
    disc.setColorAt(1, QColor(90, 30 + number % 30, 10));
    painter.setBrush(disc);
    painter.drawEllipse(QPoint(320, 240), 225, 225);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", 85);
    return bytes;
}

bool generateFolder(const QString& folder) {
    std::vector<QByteArray> photographs;
    for (int i = 0; i < 64; ++i)
        photographs.push_back(generatedPhotograph(i));
    for (int i = 0; i < imageCount; ++i) {
        QFile file(folder + QStringLiteral("/eye_%1.jpg").arg(i));
        const auto& bytes = photographs[static_cast<std::size_t>(i) % photographs.size()];
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return false;
    }
    return true;
}

struct Window {
    OpenedFolder folder;
    ImageFilterModel sorted;
    ImageBrowser browser;

    explicit Window(const FolderPlaces& places)
        : folder(places)
        , sorted(folder.model())
        , browser(ImageBrowser::Shape::Grid) {
        QObject::connect(&browser, &ImageBrowser::thumbnailsWanted, &folder, &OpenedFolder::wantThumbnails);
        QObject::connect(&browser, &ImageBrowser::thumbnailsUnwanted, &folder, &OpenedFolder::dropThumbnails);
        browser.setModel(&sorted);
        browser.resize(1280, 860);
        browser.show();
        QCoreApplication::processEvents();
    }

    int readyOnScreen() const {
        const auto [first, last] = browser.visibleRows();
        int ready = 0;
        for (int row = first; row <= last; ++row)
            ready += sorted.index(row, 0).data(ImageListModel::StateRole).toInt() ==
                     static_cast<int>(ImageListModel::State::Ready);
        return ready;
    }
    bool pageIsFull() const {
        const auto [first, last] = browser.visibleRows();
        return last >= first && readyOnScreen() == last - first + 1;
    }
};

template <typename Condition>
void runUntil(Condition&& condition) {
    while (!condition())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents); // with a time it spins
}

void openAndMeasure(Window& window, const QString& folder, const char* what) {
    QElapsedTimer clock;
    clock.start();
    window.folder.open(toPath(folder));
    runUntil([&] { return window.readyOnScreen() > 0; });
    const auto first = clock.elapsed();
    runUntil([&] { return window.pageIsFull(); });
    const auto [begin, end] = window.browser.visibleRows();
    std::printf("%s: first picture after %lld ms, full page (%d pictures) after %lld ms, %.0f MiB resident\n", what,
                static_cast<long long>(first), end - begin + 1, static_cast<long long>(clock.elapsed()),
                residentMemory());
}

void scrollToTheEnd(Window& window) {
    QElapsedTimer clock;
    std::vector<double> frames;
    auto* bar = window.browser.verticalScrollBar();
    while (bar->value() < bar->maximum()) {
        clock.start();
        bar->setValue(bar->value() + window.browser.viewport()->height() / 2);
        window.browser.viewport()->repaint();
        QCoreApplication::processEvents();
        frames.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    clock.start();
    runUntil([&] { return window.pageIsFull(); });
    std::ranges::sort(frames);
    const auto at = [&](double share) {
        return frames[static_cast<std::size_t>(share * static_cast<double>(frames.size() - 1))];
    };
    std::printf("scrolling to the end in %zu steps: median %.1f ms, 99th percentile %.1f ms, longest %.1f ms a step; "
                "last page full %lld ms later\n",
                frames.size(), at(0.5), at(0.99), frames.back(), static_cast<long long>(clock.elapsed()));
    std::printf("at the end: %d of %d thumbnails in memory, %.0f MiB resident\n",
                window.folder.model().thumbnailCount(), window.folder.model().rowCount(), residentMemory());
}

} // namespace

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    if (argc > 1) {
        const QTemporaryDir own;
        Window window(
            {toPath(own.filePath(QStringLiteral("thumbnails"))), toPath(own.filePath(QStringLiteral("notes")))});
        openAndMeasure(window, QString::fromLocal8Bit(argv[1]), argv[1]);
        return 0;
    }
    const QTemporaryDir place;
    const QTemporaryDir photographs;
    if (!generateFolder(photographs.path())) {
        std::fputs("The photographs could not be written.\n", stderr);
        return 1;
    }
    std::printf("%d generated photographs of 640 x 480 pixels; %.0f MiB resident before\n", imageCount,
                residentMemory());
    const FolderPlaces places{toPath(place.filePath(QStringLiteral("thumbnails"))),
                              toPath(place.filePath(QStringLiteral("notes")))};
    {
        Window window(places);
        openAndMeasure(window, photographs.path(), "opened for the first time");
        scrollToTheEnd(window);
    }
    Window window(places);
    openAndMeasure(window, photographs.path(), "opened again, thumbnails on disk");
    return 0;
}
