// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long a frame of the comparison takes while a person pans, zooms and changes what is seen of two photographs of
// 24 megapixels, with 8 and with 16 bits. With QT_QPA_PLATFORM=offscreen QPainter draws; with a display and a graphics
// card VTK does, where only what the processor does for a frame is counted.

#include "compare/compare_view.h"
#include "support/machine_figures.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QRgba64>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <utility>
#include <vector>

namespace {

using namespace limpid;

constexpr QSize photograph(6000, 4000);
constexpr QSize viewSize(1280, 860);
constexpr int frameCount = 60;

/// A disc with fine detail everywhere, so that no pixel is as cheap as a plain one.
QImage generated(QImage::Format format, int brightness) {
    QImage image(photograph, format);
    const bool deep = format == QImage::Format_RGBX64;
    for (int y = 0; y < image.height(); ++y) {
        auto* row = image.scanLine(y);
        for (int x = 0; x < image.width(); ++x) {
            const int across = x - photograph.width() / 2;
            const int down = y - photograph.height() / 2;
            const bool inside = across * across + down * down < 1950 * 1950;
            const int red = inside ? brightness + (x * 7 + y * 13) % 61 : 0;
            const int green = inside ? red / 2 + (x ^ y) % 17 : 0;
            if (deep)
                reinterpret_cast<QRgba64*>(row)[x] =
                    qRgba64(static_cast<quint16>(red * 257), static_cast<quint16>(green * 257), 4000, 65535);
            else
                reinterpret_cast<QRgb*>(row)[x] = qRgb(red, green, 16);
        }
    }
    return image;
}

/// Milliseconds until the change is drawn.
double frame(const std::function<void()>& change) {
    QElapsedTimer clock;
    clock.start();
    change();
    QCoreApplication::processEvents();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void measure(const char* what, const std::function<void(int)>& change) {
    std::vector<double> frames;
    for (int number = 0; number < frameCount; ++number)
        frames.push_back(frame([&] { change(number); }));
    std::ranges::sort(frames);
    std::printf("  %-34s median %6.1f ms, worst %6.1f ms\n", what, frames[frames.size() / 2], frames.back());
}

/// There and back again, so that the image stays in the view.
QPointF stepOf(int number) {
    return QPointF(23, 11) * (number < frameCount / 2 ? -1 : 1);
}

void panAndZoom(CompareView& view, const char* mode) {
    std::printf(" %s\n", mode);
    view.fit();
    QCoreApplication::processEvents();
    // In steps of a wheel's notch from fit to 400 % and back, about a place beside the middle.
    measure("zoom", [&](int number) {
        view.zoomAbout({500, 300}, number < frameCount / 2 ? CompareView::zoomStep : 1 / CompareView::zoomStep);
    });
    for (const auto& [words, zoom] : {std::pair{"pan at 50 %", 0.5}, std::pair{"pan at 100 %", 1.0}}) {
        view.zoomTo(zoom);
        QCoreApplication::processEvents();
        measure(words, [&](int number) { view.panBy(stepOf(number)); });
    }
}

void compare(QImage::Format format, const char* words) {
    std::printf("%s\n", words);
    CompareView view;
    view.resize(viewSize);
    view.show();
    // As in the program, the levels of detail are made in the thread that reads the image.
    const ImagePyramid original(generated(format, 90));
    const ImagePyramid enhanced(generated(format, 130));
    std::printf("  %-34s %13.1f ms\n", "first frame of the original", frame([&] { view.setOriginal(original); }));
    std::printf("  %-34s %13.1f ms\n", "first frame with the result",
                frame([&] { view.setEnhanced(enhanced, QStringLiteral("model")); }));
    for (const auto mode : {CompareMode::Split, CompareMode::SideBySide, CompareMode::SignedDifference}) {
        view.setMode(mode);
        panAndZoom(view, qPrintable(compareModeName(mode)));
    }
    view.setMode(CompareMode::Split);
    view.zoomTo(1.0);
    measure("move the line at 100 %", [&](int number) { view.setSplit(static_cast<double>(number) / frameCount); });
    if (view.isDeep()) {
        for (const bool fit : {true, false}) {
            view.fit();
            if (!fit)
                view.zoomTo(1.0);
            measure(fit ? "change the window, fit" : "change the window, 100 %", [&](int number) {
                view.setWindow({100 * number, 65535 - 300 * number});
            });
        }
    }
    std::printf("  %.0f MiB resident, of which %.0f MiB are the two images\n", residentMemory(),
                2.0 * static_cast<double>(original.image().sizeInBytes()) / (1024 * 1024));
}

} // namespace

int main(int argc, char* argv[]) {
    const QApplication application(argc, argv);
    std::printf("two images of %d x %d pixels in a view of %d x %d on %s; %.0f MiB resident before\n",
                photograph.width(), photograph.height(), viewSize.width(), viewSize.height(),
                qPrintable(QGuiApplication::platformName()), residentMemory());
    compare(QImage::Format_RGB32, "8 bits per channel");
    compare(QImage::Format_RGBX64, "16 bits per channel");
    return EXIT_SUCCESS;
}
