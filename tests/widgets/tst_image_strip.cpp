// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/image_strip.h"

#include <QTest>

using limpid::ImageStrip;

class TestImageStrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theImageBeforeStandsAboveTheImageNow();
    void atMostFiveImagesAreShown();
    void missingImagesStayEmpty();
};

namespace {

QImage square(Qt::GlobalColor colour) {
    QImage image(32, 32, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

/// The mean height at which a colour is seen; -1 where it is not.
double heightOf(const QImage& seen, Qt::GlobalColor colour) {
    double sum = 0.0;
    int count = 0;
    for (int y = 0; y < seen.height(); ++y)
        for (int x = 0; x < seen.width(); ++x)
            if (seen.pixelColor(x, y) == QColor(colour)) {
                sum += y;
                ++count;
            }
    return count > 0 ? sum / count : -1.0;
}

} // namespace

void TestImageStrip::theImageBeforeStandsAboveTheImageNow() {
    ImageStrip strip;
    strip.resize(400, 200);
    strip.setImages({square(Qt::red)}, {square(Qt::green)}, {QStringLiteral("a.png")});
    const auto seen = strip.grab().toImage();
    QVERIFY(heightOf(seen, Qt::red) > 0.0);
    QVERIFY(heightOf(seen, Qt::red) + 50.0 < heightOf(seen, Qt::green));
    QVERIFY(strip.accessibleDescription().contains(QStringLiteral("a.png")));
}

void TestImageStrip::atMostFiveImagesAreShown() {
    ImageStrip strip;
    QStringList names;
    for (int i = 0; i < 7; ++i)
        names << QString::number(i);
    strip.setImages({}, {}, names);
    QCOMPARE(strip.imageCount(), 5);
}

void TestImageStrip::missingImagesStayEmpty() {
    ImageStrip strip;
    strip.resize(400, 200);
    strip.setImages({square(Qt::red)}, {}, {QStringLiteral("a"), QStringLiteral("b")});
    QCOMPARE(strip.imageCount(), 2);
    QVERIFY(heightOf(strip.grab().toImage(), Qt::red) > 0.0);
}

QTEST_MAIN(TestImageStrip)
#include "tst_image_strip.moc"
