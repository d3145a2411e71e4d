// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/cataract_haze.h"
#include "degradation/colour_operations.h"
#include "degradation/illumination.h"
#include "degradation/photometric.h"
#include "degradation/spots.h"
#include "synthetic_fundus.h"

#include <QtTest>

#include <cmath>
#include <vector>

using namespace limpid;
using namespace limpid::test;

namespace {

torch::Tensor constant(std::int64_t side, double value) {
    return torch::full({1, 3, side, side}, value, torch::kFloat32);
}

torch::Tensor factor(double value) {
    return torch::full({1, 1, 1, 1}, value, torch::kFloat32);
}

/// Four RGB pixels in 8 bits as [1,3,2,2].
torch::Tensor fourPixels(const std::vector<int>& values) {
    return torch::tensor(values).to(torch::kFloat32).view({1, 2, 2, 3}).permute({0, 3, 1, 2}).contiguous() / 255.0;
}

bool near(double left, double right, double tolerance = 1e-5) {
    if (std::abs(left - right) < tolerance)
        return true;
    qWarning("%.7f is not %.7f", left, right);
    return false;
}

} // namespace

class TestFundusComponents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Golden values of Pillow 9.4: im = Image.new('RGB', (2, 2)); im.putdata([(200,100,50), (40,80,120), (10,20,30),
    /// (255,128,0)]); list(ImageEnhance.Contrast(im).enhance(0.6).getdata()) and so on. Pillow rounds to whole numbers,
    /// and the mean luma before that, hence the tolerance of one and a half.
    void theColourOperationsArePillows_data() {
        QTest::addColumn<int>("operation");
        QTest::addColumn<double>("amount");
        QTest::addColumn<std::vector<int>>("expected");
        QTest::newRow("brightness 0.7") << 0 << 0.7 << std::vector<int>{140, 70, 35, 28, 56, 84, 7, 14, 21, 178, 89, 0};
        QTest::newRow("contrast 0.6") << 1 << 0.6
                                      << std::vector<int>{156, 96, 66, 60, 84, 108, 42, 48, 54, 189, 113, 36};
        QTest::newRow("contrast 1.4") << 1 << 1.4 << std::vector<int>{243, 103, 33, 19, 75, 131, 0, 0, 5, 255, 142, 0};
        QTest::newRow("colour 0.5") << 2 << 0.5 << std::vector<int>{162, 112, 87, 56, 76, 96, 14, 19, 24, 203, 139, 75};
        QTest::newRow("colour 1.5") << 2 << 1.5 << std::vector<int>{238, 88, 13, 23, 83, 143, 6, 21, 36, 255, 116, 0};
    }
    void theColourOperationsArePillows() {
        QFETCH(int, operation);
        QFETCH(double, amount);
        QFETCH(std::vector<int>, expected);
        torch::Tensor images = fourPixels({200, 100, 50, 40, 80, 120, 10, 20, 30, 255, 128, 0});
        if (operation == 0)
            adjustBrightness(images, factor(amount));
        else if (operation == 1)
            adjustContrast(images, factor(amount));
        else
            adjustSaturation(images, factor(amount));
        QVERIFY(largestDifference(images, fourPixels(expected)) * 255.0 < 1.5);
    }

    /// On an even image L = B, so that only alpha is left: 0.8 * 0.5.
    void hazeOnAnEvenImageOnlyDimsIt() {
        HazeParameters haze;
        haze.alpha = 0.8;
        haze.beta = 0.7;
        haze.windowPx = 7;
        const torch::Tensor images = constant(64, 0.5);
        const torch::Tensor hazed = applyHaze(images, torch::ones({1, 1, 64, 64}), {haze});
        QVERIFY(largestDifference(hazed, constant(64, 0.4)) < 1e-5);
    }

    /// s' = alpha B + beta J (L - B) by hand: the left half is 0.2, the right half 0.8 = L, nothing is blurred; J is
    /// the distance to the middle over that of the corner's pixel, sqrt(2) * 31.5 / 64.
    void hazeGrowsWithTheDistanceTowardsTheBrightestValue() {
        HazeParameters haze;
        haze.alpha = 0.8;
        haze.beta = 0.6;
        torch::Tensor images = constant(64, 0.2);
        images.narrow(3, 32, 32).fill_(0.8);
        const torch::Tensor hazed = applyHaze(images, torch::ones({1, 1, 64, 64}), {haze});
        QVERIFY(near(valueAt(hazed, 0, 0, 0, 0), 0.8 * 0.2 + 0.6 * (0.8 - 0.2)));
        const double density = std::hypot(31.5, 0.5) / std::hypot(31.5, 31.5);
        QVERIFY(near(valueAt(hazed, 0, 1, 32, 0), 0.8 * 0.2 + 0.6 * density * (0.8 - 0.2)));
        QVERIFY(near(valueAt(hazed, 0, 2, 32, 63), 0.8 * 0.8));
    }

    void hazeIsDensestAtTheFarthestPointInsideTheFieldOfView() {
        HazeParameters haze;
        haze.alpha = 1.0;
        haze.beta = 0.5;
        torch::Tensor images = constant(64, 0.2);
        images.narrow(3, 32, 1).fill_(0.8);
        torch::Tensor inside = torch::zeros({1, 1, 64, 64});
        inside.narrow(2, 16, 32).narrow(3, 16, 32).fill_(1.0);
        const torch::Tensor hazed = applyHaze(images, inside, {haze});
        QVERIFY(near(valueAt(hazed, 0, 0, 16, 16), 0.2 + 0.5 * 0.6)); // a corner of the field of view, where J is 1
    }

    /// The hole's blur window lies wholly inside its disc at the centre, so there the depth is the formula's: 0.26 +
    /// 0.05 * mean(0.5) = 0.285 below 0.5.
    void aHoleIsAsDeepAsItsFormulaSays() {
        IlluminationParameters light;
        light.hole = {0.5, 0.5, 0.6, 0.33, 0.33, 0.26, 0.05, 1.0};
        const torch::Tensor images = constant(64, 0.5);
        const torch::Tensor lit = applyIllumination(images, torch::ones({1, 1, 64, 64}), {light});
        QVERIFY(near(valueAt(lit, 0, 0, 32, 32), 0.215, 1e-3));
        QVERIFY(near(valueAt(lit, 0, 2, 2, 2), 0.5, 1e-3));
        // on the rim of the disc about half of the window is inside
        const double rim = valueAt(lit, 0, 0, 32, 32 + 19);
        QVERIFY(rim > 0.3 && rim < 0.42);
    }

    void aDarkImageGetsNoHole() {
        IlluminationParameters light;
        light.hole = {0.5, 0.5, 0.6, 0.33, 0.33, 0.26, 0.05, 1.0};
        const torch::Tensor images = constant(64, 0.24);
        QVERIFY(largestDifference(applyIllumination(images, torch::ones({1, 1, 64, 64}), {light}), images) < 1e-6);
    }

    /// Inside of the inner disc nothing changes; well outside of it tint * mean is added.
    void aHaloBrightensTheRimByTintTimesMean() {
        IlluminationParameters light;
        light.halo.innerDiameter = 0.8;
        light.halo.outerDiameter = 2.0;
        light.halo.window = 0.1;
        light.halo.tint = {0.5, 0.25, 1.0};
        light.halo.strength = 1.0;
        const torch::Tensor lit = applyIllumination(constant(64, 0.4), torch::ones({1, 1, 64, 64}), {light});
        QVERIFY(near(valueAt(lit, 0, 0, 32, 32), 0.4, 1e-4));
        QVERIFY(near(valueAt(lit, 0, 0, 1, 1), 0.4 + 0.5 * 0.4, 1e-4));
        QVERIFY(near(valueAt(lit, 0, 1, 1, 1), 0.4 + 0.25 * 0.4, 1e-4));
        QVERIFY(near(valueAt(lit, 0, 2, 1, 62), 0.4 + 1.0 * 0.4, 1e-4));
        const double edge = valueAt(lit, 0, 2, 32, 32 + 25); // 0.8 / 2 * 64 = 25.6 cells from the middle
        QVERIFY(edge > 0.5 && edge < 0.7);
    }

    void oneSampleWithoutAHaloStaysAsItIs() {
        IlluminationParameters light;
        light.halo.strength = 1.0;
        light.halo.innerDiameter = 0.8;
        const torch::Tensor images = constant(32, 0.4).repeat({2, 1, 1, 1});
        const torch::Tensor lit =
            applyIllumination(images, torch::ones({2, 1, 32, 32}), {IlluminationParameters{}, light});
        QVERIFY(largestDifference(lit[0], images[0]) < 1e-6);
        QVERIFY(largestDifference(lit[1], images[1]) > 0.1);
    }

    void aSpotIsADiscWithASoftEdge() {
        const Spot spot{0.5, 0.5, 0.2, 0.1, 0.3};
        const torch::Tensor images = constant(128, 0.5);
        const torch::Tensor spotted = applySpots(images, {{spot}});
        QVERIFY(near(valueAt(spotted, 0, 0, 64, 64), 0.8));
        QVERIFY(near(valueAt(spotted, 0, 2, 64, 64), 0.8));
        QVERIFY(near(valueAt(spotted, 0, 0, 64, 100), 0.5));
        QVERIFY(near(valueAt(spotted, 0, 0, 64, 64 + 25), 0.65, 0.02)); // half of the light at the radius
        QVERIFY(near(valueAt(applySpots(constant(128, 0.9), {{spot}}), 0, 0, 64, 64), 1.0));
    }

    void everySampleGetsItsOwnSpots() {
        const torch::Tensor images = constant(64, 0.2).repeat({3, 1, 1, 1});
        const Spot left{0.25, 0.5, 0.1, 0.02, 0.2};
        const Spot right{0.75, 0.5, 0.1, 0.02, 0.4};
        const torch::Tensor spotted = applySpots(images, {{left}, {}, {left, right}});
        QVERIFY(near(valueAt(spotted, 0, 0, 32, 16), 0.4));
        QVERIFY(near(valueAt(spotted, 0, 0, 32, 48), 0.2));
        QVERIFY(largestDifference(spotted[1], images[1]) < 1e-6);
        QVERIFY(near(valueAt(spotted, 2, 0, 32, 16), 0.4));
        QVERIFY(near(valueAt(spotted, 2, 0, 32, 48), 0.6));
    }

    void castGammaAndDarkeningAreClosedFormulas() {
        torch::Tensor images = constant(16, 0.5);
        applyCast(images, {{1.2, 1.0, 0.6}});
        QVERIFY(near(valueAt(images, 0, 0, 3, 3), 0.6) && near(valueAt(images, 0, 1, 3, 3), 0.5) &&
                near(valueAt(images, 0, 2, 3, 3), 0.3));
        applyGamma(images, {2.0});
        QVERIFY(near(valueAt(images, 0, 0, 3, 3), 0.36));
        applyDarkening(images, {0.5});
        QVERIFY(near(valueAt(images, 0, 0, 3, 3), 0.18));
        torch::Tensor bright = constant(16, 0.9);
        applyCast(bright, {{1.25, 1.0, 1.0}});
        QVERIFY(near(valueAt(bright, 0, 0, 0, 0), 1.0));
    }

    /// 0.2 * (1 - 0.25) + colour * 0.25 in the middle; with a full slope the left end has none and the right end twice.
    void aVeilMixesItsColourIn() {
        torch::Tensor images = constant(64, 0.2);
        applyVeil(images, {VeilParameters{0.25, 1.0, 0.0, {1.0, 0.8, 0.6}}});
        const double middle = (valueAt(images, 0, 0, 20, 31) + valueAt(images, 0, 0, 20, 32)) / 2.0;
        QVERIFY(near(middle, 0.2 * 0.75 + 0.25));
        const double blue = (valueAt(images, 0, 2, 20, 31) + valueAt(images, 0, 2, 20, 32)) / 2.0;
        QVERIFY(near(blue, 0.2 * 0.75 + 0.25 * 0.6));
        QVERIFY(near(valueAt(images, 0, 0, 20, 0), 0.2, 0.02));
        QVERIFY(near(valueAt(images, 0, 0, 20, 63), 0.2 * 0.5 + 0.5, 0.02));
    }
};

QTEST_APPLESS_MAIN(TestFundusComponents)
#include "tst_fundus_components.moc"
