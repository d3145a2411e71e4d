// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/adam.h"

#include <torch/torch.h>

#include <QtTest>

#include <cmath>

using namespace limpid;

namespace {

/// Three steps down a bowl by `step`, from the same start.
template <typename Step>
torch::Tensor walk(torch::Tensor parameter, const Step& step) {
    for (int i = 0; i < 3; ++i) {
        const auto slopes = torch::linspace(0.1, 2.0, parameter.numel(), parameter.options().requires_grad(false));
        ((parameter - 1.0).square() * slopes.view_as(parameter)).sum().backward();
        step();
    }
    return parameter.detach();
}

torch::Tensor start(torch::ScalarType type) {
    torch::manual_seed(1);
    return torch::randn({5, 7, 3, 3}, type).requires_grad_();
}

} // namespace

class TestAdam : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstStepIsTheRateTimesTheSignOfTheGradient();
    void itWalksLikeTheOneOfLibTorch_data();
    void itWalksLikeTheOneOfLibTorch();
    void anotherMemoryOrderOfTheGradientChangesNothing();
    void aParameterWithoutGradientStays();
    void forgottenGradientsAreGone();
    void anotherOneGoesOnFromItsMemory();
};

void TestAdam::theFirstStepIsTheRateTimesTheSignOfTheGradient() {
    auto parameter = torch::tensor({1.0F, -2.0F}).requires_grad_();
    (parameter * torch::tensor({3.0F, -0.5F})).sum().backward();
    Adam(std::vector<at::Tensor>{parameter}, 0.1).step();
    QVERIFY(torch::allclose(parameter.detach(), torch::tensor({0.9F, -1.9F}), 0.0, 1e-6));
}

void TestAdam::itWalksLikeTheOneOfLibTorch_data() {
    QTest::addColumn<bool>("doubles");
    QTest::newRow("float, in one pass") << false;
    QTest::newRow("double, with tensors") << true;
}

void TestAdam::itWalksLikeTheOneOfLibTorch() {
    QFETCH(bool, doubles);
    const auto type = doubles ? torch::kDouble : torch::kFloat;
    auto expected = start(type);
    torch::optim::Adam theirs({expected}, torch::optim::AdamOptions(0.05).betas(std::make_tuple(0.5, 0.99)));
    walk(expected, [&] {
        theirs.step();
        theirs.zero_grad();
    });
    auto parameter = start(type);
    Adam ours({parameter}, 0.05, {0.5, 0.99});
    walk(parameter, [&] {
        ours.step();
        ours.forgetGradients();
    });
    QVERIFY(!torch::equal(parameter, start(type)));
    QVERIFY(torch::allclose(parameter, expected, 1e-5, doubles ? 1e-12 : 1e-6));
}

void TestAdam::anotherMemoryOrderOfTheGradientChangesNothing() {
    auto plain = start(torch::kFloat);
    auto reordered = start(torch::kFloat);
    const auto gradient = torch::randn_like(plain.detach());
    plain.mutable_grad() = gradient;
    reordered.mutable_grad() = gradient.contiguous(torch::MemoryFormat::ChannelsLast);
    Adam({plain}, 0.1).step();
    Adam({reordered}, 0.1).step();
    QVERIFY(torch::equal(plain, reordered));
}

void TestAdam::aParameterWithoutGradientStays() {
    auto parameter = start(torch::kFloat);
    Adam optimiser({parameter}, 0.1);
    optimiser.step();
    QVERIFY(torch::equal(parameter, start(torch::kFloat)));
    QCOMPARE(optimiser.memory().front().steps, std::int64_t{0});
}

void TestAdam::forgottenGradientsAreGone() {
    auto parameter = start(torch::kFloat);
    parameter.sum().backward();
    Adam({parameter}, 0.1).forgetGradients();
    QVERIFY(!parameter.grad().defined());
}

void TestAdam::anotherOneGoesOnFromItsMemory() {
    auto whole = start(torch::kFloat);
    Adam one({whole}, 0.05);
    auto interrupted = start(torch::kFloat);
    const auto walkWith = [](torch::Tensor& parameter, Adam& optimiser) {
        walk(parameter, [&] {
            optimiser.step();
            optimiser.forgetGradients();
        });
    };
    Adam first({interrupted}, 0.05);
    walkWith(whole, one);
    walkWith(interrupted, first);
    Adam second({interrupted}, 0.05);
    second.setMemory(first.memory());
    walkWith(whole, one);
    walkWith(interrupted, second);
    QVERIFY(torch::equal(whole, interrupted));
    QCOMPARE(second.memory().front().steps, std::int64_t{6});
}

QTEST_APPLESS_MAIN(TestAdam)
#include "tst_adam.moc"
