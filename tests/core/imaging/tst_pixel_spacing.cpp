// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/pixel_spacing.h"

#include <QTest>

#include <cmath>
#include <limits>

using limpid::plausibleSpacing;

class TestPixelSpacing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCamerasSpacingIsBelieved_data();
    void aCamerasSpacingIsBelieved();
    void printAndScreenTagsAreNot_data();
    void printAndScreenTagsAreNot();
    void nonsenseIsNot();
};

void TestPixelSpacing::aCamerasSpacingIsBelieved_data() {
    QTest::addColumn<double>("micrometres");
    for (const double micrometres : {1.0, 2.0, 3.9, 4.0, 5.0, 7.3, 10.0, 11.54, 20.0, 40.0})
        QTest::addRow("%.2f", micrometres) << micrometres;
}

void TestPixelSpacing::aCamerasSpacingIsBelieved() {
    QFETCH(const double, micrometres);
    const double perMetre = 1e6 / micrometres;
    const auto spacing = plausibleSpacing(perMetre, perMetre);
    QVERIFY(spacing);
    QVERIFY(std::abs(*spacing - micrometres) < 1e-9);
    QVERIFY(plausibleSpacing(std::round(perMetre), perMetre)); // rounded on one side only
}

void TestPixelSpacing::printAndScreenTagsAreNot_data() {
    QTest::addColumn<double>("dotsPerInch");
    for (const int dots : {1, 72, 96, 150, 180, 240, 300, 600, 1200, 2400, 4800, 9600})
        QTest::addRow("%d", dots) << static_cast<double>(dots);
}

void TestPixelSpacing::printAndScreenTagsAreNot() {
    QFETCH(const double, dotsPerInch);
    const double perMetre = dotsPerInch / 0.0254;
    QVERIFY(!plausibleSpacing(perMetre, perMetre));
    QVERIFY(!plausibleSpacing(std::round(perMetre), std::round(perMetre))); // as a PNG has it
}

void TestPixelSpacing::nonsenseIsNot() {
    const double good = 137000;
    QVERIFY(plausibleSpacing(good, good));
    QVERIFY(!plausibleSpacing(good, good * 1.05));
    QVERIFY(!plausibleSpacing(good, 0));
    QVERIFY(!plausibleSpacing(0, good));
    QVERIFY(!plausibleSpacing(-good, -good));
    QVERIFY(!plausibleSpacing(std::numeric_limits<double>::quiet_NaN(), good));
    QVERIFY(!plausibleSpacing(std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()));
    QVERIFY(!plausibleSpacing(1e7, 1e7));
    QVERIFY(!plausibleSpacing(1, 1));
}

QTEST_APPLESS_MAIN(TestPixelSpacing)
#include "tst_pixel_spacing.moc"
