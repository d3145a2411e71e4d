// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/tone_field.h"

#include <torch/torch.h>

#include <QtTest>

#include <cmath>

using namespace limpid;

class TestToneField : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statisticsOfAnEvenImageAreItsColour();
    void whatLiesOutsideOfTheFieldOfViewDoesNotCount();
    void twoTonesHaveTheStatisticsWorkedOutByHand();
    void itBeginsByChangingNextToNothing();
    void everyPlaceSeesTheWholeImage();
    void theFieldIsSmooth();
    void gradientsReachTheImage();
};

void TestToneField::statisticsOfAnEvenImageAreItsColour() {
    const auto statistics = colourStatistics(torch::full({1, 3, 16, 16}, 0.2)); // 0.6 in [0, 1]
    QCOMPARE(statistics.sizes().vec(), (std::vector<int64_t>{1, 12, 1, 1}));
    for (const int64_t index : {0, 6, 9}) // mean, highlights and shadows of the first channel
        QVERIFY(std::abs(statistics[0][index].item<double>() - 0.6) < 2e-3);
    QVERIFY(statistics[0][3].item<double>() < 2e-3); // standard deviation
}

void TestToneField::whatLiesOutsideOfTheFieldOfViewDoesNotCount() {
    auto image = torch::full({1, 3, 16, 16}, -1.0);
    image.narrow(3, 4, 8).fill_(0.2);
    const auto expected = colourStatistics(torch::full({1, 3, 16, 16}, 0.2));
    QVERIFY(torch::allclose(colourStatistics(image), expected, 1e-4, 1e-4));
}

void TestToneField::twoTonesHaveTheStatisticsWorkedOutByHand() {
    auto image = torch::full({1, 3, 16, 16}, -0.5); // 0.25
    image.narrow(2, 0, 8).fill_(0.5);               // 0.75
    const auto statistics = colourStatistics(image);
    QVERIFY(std::abs(statistics[0][0].item<double>() - 0.5) < 1e-3);
    QVERIFY(std::abs(statistics[0][3].item<double>() - 0.25) < 1e-3);
    const double eighthPower = (std::pow(0.75, 8) + std::pow(0.25, 8)) / 2.0;
    QVERIFY(std::abs(statistics[0][6].item<double>() - std::pow(eighthPower, 0.125)) < 1e-3);
    QVERIFY(std::abs(statistics[0][9].item<double>() - (1.0 - std::pow(eighthPower, 0.125))) < 1e-3);
}

void TestToneField::itBeginsByChangingNextToNothing() {
    torch::manual_seed(3);
    ToneField field(3, 16);
    field->initialise();
    const auto change = field->forward(torch::rand({4, 3, 64, 96}) * 2.0 - 1.0, torch::kFloat);
    QCOMPARE(change.sizes().vec(), (std::vector<int64_t>{4, 6, 64, 96}));
    QVERIFY(change.abs().max().item<double>() < 0.5);
}

void TestToneField::everyPlaceSeesTheWholeImage() {
    torch::manual_seed(5);
    ToneField field(3, 8);
    auto image = torch::zeros({1, 3, 128, 128});
    torch::NoGradGuard noGrad;
    const auto before = field->forward(image, torch::kFloat);
    image.narrow(2, 0, 8).narrow(3, 0, 8).fill_(0.9);
    const auto change = (field->forward(image, torch::kFloat) - before).abs();
    QVERIFY(change.select(2, 127).select(2, 127).max().item<double>() > 0.0);
}

void TestToneField::theFieldIsSmooth() {
    torch::manual_seed(6);
    ToneField field(3, 8);
    torch::NoGradGuard noGrad;
    const auto change = field->forward(torch::rand({1, 3, 256, 256}) * 2.0 - 1.0, torch::kFloat);
    const auto range = (change.max() - change.min()).item<double>();
    const auto largestStep = (change.narrow(3, 1, 255) - change.narrow(3, 0, 255)).abs().max().item<double>();
    QVERIFY(range > 0.0);
    QVERIFY(largestStep <= range / 8.0 + 1e-7); // a cell is eight pixels wide, and between its middles it is linear
}

void TestToneField::gradientsReachTheImage() {
    torch::manual_seed(4);
    const auto image = (torch::rand({1, 3, 8, 8}, torch::kDouble) * 1.6 - 0.8).requires_grad_();
    const auto value = [](const torch::Tensor& x) {
        return (colourStatistics(x) * torch::arange(1, 13, torch::kDouble).view({1, 12, 1, 1})).sum();
    };
    const auto gradient = torch::autograd::grad({value(image)}, {image}).front();
    torch::NoGradGuard noGrad;
    constexpr double step = 1e-5;
    for (const int64_t at : {0, 70, 191}) {
        auto above = image.detach().clone();
        auto below = image.detach().clone();
        above.view(-1)[at] += step;
        below.view(-1)[at] -= step;
        const double numeric = (value(above) - value(below)).item<double>() / (2.0 * step);
        QVERIFY(std::abs(numeric - gradient.reshape(-1)[at].item<double>()) < 1e-5);
    }
}

QTEST_APPLESS_MAIN(TestToneField)
#include "tst_tone_field.moc"
