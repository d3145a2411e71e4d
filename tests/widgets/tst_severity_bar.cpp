// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/severity_bar.h"
#include "common/theme.h"

#include <QApplication>
#include <QImage>
#include <QTest>

#include <cstdlib>
#include <optional>

using namespace limpid;

class TestSeverityBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFilledPartIsTheSeverity_data();
    void theFilledPartIsTheSeverity();
    void beyondTheScaleTheNearestEndIsShown();
    void whatIsNotKnownIsEmptyAndFainterThanNone();
    void theBarIsFilledFromTheSideWhereReadingBegins();
};

namespace {

constexpr QSize size(200, 12);

QImage drawn(SeverityBar& bar) {
    bar.resize(size);
    QImage image(size * 2, QImage::Format_RGB32); // as on a screen of twice the density
    image.setDevicePixelRatio(2);
    image.fill(bar.palette().color(QPalette::Window));
    bar.render(&image, {}, {}, QWidget::DrawChildren);
    return image;
}

/// What stands in the middle of the bar at that share of its width.
QColor at(const QImage& image, double share) {
    return image.pixelColor(static_cast<int>(share * (image.width() - 1)), image.height() / 2);
}

} // namespace

void TestSeverityBar::theFilledPartIsTheSeverity_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestSeverityBar::theFilledPartIsTheSeverity() {
    QFETCH(const bool, dark);
    SeverityBar bar;
    bar.setPalette(dark ? Theme::darkPalette() : Theme::lightPalette());
    bar.setSeverity(0.5);
    QCOMPARE(bar.severity(), std::optional(0.5));
    const auto image = drawn(bar);
    const auto filled = bar.palette().color(QPalette::Highlight);
    QCOMPARE(at(image, 0.25), filled);
    QCOMPARE(at(image, 0.48), filled);
    QVERIFY(at(image, 0.52) != filled);
    QCOMPARE(at(image, 0.52), at(image, 0.95));
    QVERIFY(at(image, 0.95) != bar.palette().color(QPalette::Window));
}

void TestSeverityBar::beyondTheScaleTheNearestEndIsShown() {
    SeverityBar bar;
    bar.setSeverity(1.3);
    QCOMPARE(bar.severity(), std::optional(1.0));
    QCOMPARE(at(drawn(bar), 0.95), bar.palette().color(QPalette::Highlight));
    bar.setSeverity(-0.1);
    QCOMPARE(bar.severity(), std::optional(0.0));
    QVERIFY(at(drawn(bar), 0.05) != bar.palette().color(QPalette::Highlight));
}

void TestSeverityBar::whatIsNotKnownIsEmptyAndFainterThanNone() {
    SeverityBar bar;
    const auto unknown = drawn(bar);
    bar.setSeverity(0.0);
    const auto none = drawn(bar);
    const auto window = bar.palette().color(QPalette::Window).lightness();
    const auto contrast = [window](const QColor& colour) {
        return std::abs(colour.lightness() - window);
    };
    QVERIFY(contrast(at(none, 0.5)) > contrast(at(unknown, 0.5)));
    bar.setSeverity(std::nullopt);
    QCOMPARE(drawn(bar), unknown);
}

void TestSeverityBar::theBarIsFilledFromTheSideWhereReadingBegins() {
    SeverityBar bar;
    bar.setLayoutDirection(Qt::RightToLeft);
    bar.setSeverity(0.25);
    const auto image = drawn(bar);
    QCOMPARE(at(image, 0.9), bar.palette().color(QPalette::Highlight));
    QVERIFY(at(image, 0.5) != bar.palette().color(QPalette::Highlight));
}

QTEST_MAIN(TestSeverityBar)
#include "tst_severity_bar.moc"
