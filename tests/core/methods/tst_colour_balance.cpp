// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/colour_balance.h"

#include <torch/torch.h>

#include <QtTest>

#include <cmath>

using namespace limpid;

class TestColourBalance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statisticsOfAnEvenImageAreItsColour();
    void whatLiesOutsideOfTheFieldOfViewDoesNotCount();
    void twoTonesHaveTheStatisticsWorkedOutByHand();
    void itBeginsByChangingNextToNothing();
    void gradientsReachTheImage();
};

void TestColourBalance::statisticsOfAnEvenImageAreItsColour() {
    const auto statistics = colourStatistics(torch::full({1, 3, 16, 16}, 0.2)); // 0.6 in [0, 1]
    QCOMPARE(statistics.sizes().vec(), (std::vector<int64_t>{1, 12, 1, 1}));
    for (const int64_t index : {0, 6, 9}) // mean, highlights and shadows of the first channel
        QVERIFY(std::abs(statistics[0][index].item<double>() - 0.6) < 2e-3);
    QVERIFY(statistics[0][3].item<double>() < 2e-3); // standard deviation
}

void TestColourBalance::whatLiesOutsideOfTheFieldOfViewDoesNotCount() {
    auto image = torch::full({1, 3, 16, 16}, -1.0);
    image.narrow(3, 4, 8).fill_(0.2);
    const auto expected = colourStatistics(torch::full({1, 3, 16, 16}, 0.2));
    QVERIFY(torch::allclose(colourStatistics(image), expected, 1e-4, 1e-4));
}

void TestColourBalance::twoTonesHaveTheStatisticsWorkedOutByHand() {
    auto image = torch::full({1, 3, 16, 16}, -0.5); // 0.25
    image.narrow(2, 0, 8).fill_(0.5);               // 0.75
    const auto statistics = colourStatistics(image);
    QVERIFY(std::abs(statistics[0][0].item<double>() - 0.5) < 1e-3);
    QVERIFY(std::abs(statistics[0][3].item<double>() - 0.25) < 1e-3);
    const double eighthPower = (std::pow(0.75, 8) + std::pow(0.25, 8)) / 2.0;
    QVERIFY(std::abs(statistics[0][6].item<double>() - std::pow(eighthPower, 0.125)) < 1e-3);
    QVERIFY(std::abs(statistics[0][9].item<double>() - (1.0 - std::pow(eighthPower, 0.125))) < 1e-3);
}

void TestColourBalance::itBeginsByChangingNextToNothing() {
    torch::manual_seed(3);
    ColourBalance balance(3, 16, 32);
    balance->initialise();
    const auto change = balance->forward(torch::rand({4, 3, 32, 32}) * 2.0 - 1.0, torch::zeros({4, 16, 2, 2}));
    QCOMPARE(change.sizes().vec(), (std::vector<int64_t>{4, 6, 1, 1}));
    QVERIFY(change.abs().max().item<double>() < 0.5);
}

void TestColourBalance::gradientsReachTheImage() {
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

QTEST_APPLESS_MAIN(TestColourBalance)
#include "tst_colour_balance.moc"
