// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/held_out_pictures.h"
#include "dashboard/held_out_strip.h"

#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using limpid::HeldOutPictures;
using limpid::HeldOutRecord;
using limpid::HeldOutStrip;

class TestHeldOutStrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void theSentenceCountsWhereTheNewModelIsBetter();
    void everyPictureIsDrawnInItsPlace();
    void manyImagesAreReachedWithTheArrowKeys();
    void whatIsSeenIsSpokenToo();
};

namespace {

QImage plain(const QColor& colour) {
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

HeldOutRecord record(const QString& name, double before, double after) {
    return {name, plain(Qt::red), plain(Qt::green), plain(Qt::blue), plain(Qt::yellow), 18.5, before, after};
}

} // namespace

void TestHeldOutStrip::theSentenceCountsWhereTheNewModelIsBetter() {
    HeldOutStrip strip;
    strip.setRecords({record(QStringLiteral("a"), 24.0, 25.5), record(QStringLiteral("b"), 24.0, 23.9),
                      record(QStringLiteral("c"), 24.0, 24.1)});
    QVERIFY(strip.findChild<QLabel*>(QStringLiteral("heldOutTitle"))
                ->text()
                .endsWith(QStringLiteral("The new model is better on 2 of 3.")));
}

void TestHeldOutStrip::everyPictureIsDrawnInItsPlace() {
    HeldOutPictures pictures;
    HeldOutPictures::Group group;
    group.name = QStringLiteral("a");
    group.images = {plain(Qt::red), plain(Qt::green), plain(Qt::blue), QImage()};
    pictures.setGroups({group, group});
    const auto drawn = pictures.grab().toImage();
    const double scale = drawn.devicePixelRatio();
    const int width = pictures.width();
    QSet<QRgb> seen;
    QVector<QRgb> order;
    for (int x = 0; x < width; ++x) {
        const auto colour = drawn.pixel(static_cast<int>(x * scale), drawn.height() / 2);
        if (colour != QColor(Qt::red).rgb() && colour != QColor(Qt::green).rgb() && colour != QColor(Qt::blue).rgb())
            continue;
        if (order.isEmpty() || order.back() != colour)
            order << colour;
    }
    const QVector<QRgb> once{QColor(Qt::red).rgb(), QColor(Qt::green).rgb(), QColor(Qt::blue).rgb()};
    QCOMPARE(order, once + once);
}

void TestHeldOutStrip::manyImagesAreReachedWithTheArrowKeys() {
    HeldOutStrip strip;
    std::vector<HeldOutRecord> records;
    for (int i = 0; i < 8; ++i)
        records.push_back(record(QStringLiteral("eye %1").arg(i), 24.0, 25.0));
    strip.setRecords(records);
    strip.resize(700, strip.sizeHint().height());
    strip.show();
    auto* scroll = strip.findChild<QScrollArea*>();
    QVERIFY(scroll->horizontalScrollBar()->maximum() > 0);
    QCOMPARE(scroll->verticalScrollBar()->maximum(), 0);
    QTest::keyClick(scroll, Qt::Key_Right);
    QVERIFY(scroll->horizontalScrollBar()->value() > 0);
}

void TestHeldOutStrip::whatIsSeenIsSpokenToo() {
    HeldOutStrip strip;
    strip.setRecords({record(QStringLiteral("a"), 24.0, 25.5)});
    QCOMPARE(strip.findChild<QScrollArea*>()->accessibleDescription(),
             QStringLiteral("a: Input 18.5, Old model 24.0, New model 25.5"));
}

QTEST_MAIN(TestHeldOutStrip)
#include "tst_held_out_strip.moc"
