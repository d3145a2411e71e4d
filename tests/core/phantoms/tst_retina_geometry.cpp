// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/retina_geometry.h"

#include <QtTest>

using namespace limpid;

class TestRetinaGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void degreesAndPixelsAreInverse();
    void theDiscLiesToTheNoseOfTheFovea();
    void anatomyIsOfHumanSize();
};

void TestRetinaGeometry::degreesAndPixelsAreInverse() {
    for (const Eye eye : {Eye::Right, Eye::Left}) {
        PortableRandom random(1);
        const RetinaGeometry geometry = drawGeometry(512, eye, FundusField::MaculaCentred, 45.0, random);
        const cv::Point2d there = geometry.toDegrees({100.0, 333.0});
        QVERIFY(cv::norm(geometry.toPixel(there) - cv::Point2d(100.0, 333.0)) < 1e-9);
        QVERIFY(cv::norm(geometry.toPixel(geometry.viewCentre) - cv::Point2d(255.5, 255.5)) < 1e-9);
    }
}

void TestRetinaGeometry::theDiscLiesToTheNoseOfTheFovea() {
    PortableRandom right(2);
    PortableRandom left(2);
    const auto rightEye = drawGeometry(512, Eye::Right, FundusField::MaculaCentred, 45.0, right);
    const auto leftEye = drawGeometry(512, Eye::Left, FundusField::MaculaCentred, 45.0, left);
    QVERIFY(rightEye.toPixel({0.0, 0.0}).x > rightEye.toPixel(rightEye.fovea).x + 100.0);
    QVERIFY(leftEye.toPixel({0.0, 0.0}).x < leftEye.toPixel(leftEye.fovea).x - 100.0);
}

void TestRetinaGeometry::anatomyIsOfHumanSize() {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        PortableRandom random(seed);
        const auto geometry = drawGeometry(768, Eye::Right, FundusField::MaculaCentred, 45.0, random);
        const double distance = cv::norm(geometry.fovea);
        QVERIFY(distance > 13.5 && distance < 17.5);
        // Discs are 1.4 to 2.2 mm high, 0.29 mm to the degree: radius 2.4 to 3.8 degrees, and a little narrower than
        // high.
        QVERIFY(geometry.discRadius.height > 2.4 && geometry.discRadius.height < 3.8);
        QVERIFY(geometry.discRadius.width < geometry.discRadius.height);
        QVERIFY(geometry.eccentricity({0.0, 0.0}) < 0.9);
        QVERIFY(geometry.radiusPx * 2.0 < 768.0);
    }
}

QTEST_APPLESS_MAIN(TestRetinaGeometry)
#include "tst_retina_geometry.moc"
