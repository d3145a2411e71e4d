// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/camera_variation.h"

#include <ATen/CPUGeneratorImpl.h>
#include <torch/torch.h>

#include <QtTest>

using namespace limpid;

class TestCameraVariation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedGivesTheSameCameras();
    void imagesVaryWithinBoundsAndDarknessOutsideStays();
    void theInputIsNotTouched();
};

void TestCameraVariation::theSameSeedGivesTheSameCameras() {
    const auto images = torch::full({4, 3, 8, 8}, 0.5);
    const auto field = torch::ones({4, 1, 8, 8});
    auto first = at::detail::createCPUGenerator(7);
    auto second = at::detail::createCPUGenerator(7);
    const auto once = varyCamera(images, field, first);
    QVERIFY(torch::equal(once, varyCamera(images, field, second)));
    QVERIFY(!torch::equal(once, varyCamera(images, field, first)));
    QVERIFY(!torch::equal(once[0], once[1]));
}

void TestCameraVariation::imagesVaryWithinBoundsAndDarknessOutsideStays() {
    auto field = torch::ones({64, 1, 8, 8});
    field.narrow(3, 0, 2).zero_();
    auto generator = at::detail::createCPUGenerator(8);
    const auto varied = varyCamera(torch::full({64, 3, 8, 8}, 0.5), field, generator);
    QCOMPARE(varied.narrow(3, 0, 2).abs().max().item<double>(), 0.0);
    const auto green = varied.narrow(1, 1, 1).narrow(3, 2, 6);
    // 0.9 * 0.5^1.18 and 1.1 * 0.5^0.85
    QVERIFY(green.min().item<double>() > 0.397);
    QVERIFY(green.max().item<double>() < 0.611);
    QVERIFY(green.max().item<double>() - green.min().item<double>() > 0.1);
}

void TestCameraVariation::theInputIsNotTouched() {
    const auto images = torch::full({2, 3, 8, 8}, 0.5);
    auto generator = at::detail::createCPUGenerator(9);
    varyCamera(images, torch::ones({2, 1, 8, 8}), generator);
    QVERIFY(torch::equal(images, torch::full({2, 3, 8, 8}, 0.5)));
}

QTEST_APPLESS_MAIN(TestCameraVariation)
#include "tst_camera_variation.moc"
