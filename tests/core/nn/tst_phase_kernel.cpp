// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/phase_kernel.h"

#include <torch/torch.h>

#include <QtTest>

using namespace limpid;

using torch::MemoryFormat;

class TestPhaseKernel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tapsStandWhereTheyWereWorkedOutByHand();
    void everyPrecisionAndOrderHoldsTheSameNumbers();
    void theGradientPutsEveryTapBack();
    void phasesAreInterleavedByHand();
    void interleavingHasItsTransposeAsGradient();
};

void TestPhaseKernel::tapsStandWhereTheyWereWorkedOutByHand() {
    // One input, one output, taps numbered row by row.
    const auto weight = torch::arange(16, torch::kFloat).view({1, 1, 4, 4});
    const auto kernel = phaseKernel(weight, torch::kFloat, MemoryFormat::Contiguous);
    const auto expected = torch::tensor({15.0F, 13.0F, 7.0F, 5.0F, 14.0F, 12.0F, 6.0F, 4.0F, //
                                         11.0F, 9.0F, 3.0F, 1.0F, 10.0F, 8.0F, 2.0F, 0.0F})
                              .view({4, 1, 2, 2});
    QVERIFY(torch::equal(kernel, expected));
}

void TestPhaseKernel::everyPrecisionAndOrderHoldsTheSameNumbers() {
    const auto weight = torch::arange(3 * 5 * 16, torch::kFloat).view({3, 5, 4, 4}); // exact in bfloat16 below 256
    const auto expected = phaseKernel(weight.to(torch::kDouble), torch::kDouble, MemoryFormat::Contiguous);
    for (const auto format : {MemoryFormat::Contiguous, MemoryFormat::ChannelsLast}) {
        for (const auto precision : {torch::kFloat, torch::kBFloat16}) {
            const auto kernel = phaseKernel(weight, precision, format);
            QCOMPARE(kernel.scalar_type(), precision);
            QVERIFY(kernel.is_contiguous(format));
            QVERIFY(torch::equal(kernel.to(torch::kDouble), expected));
        }
    }
}

void TestPhaseKernel::theGradientPutsEveryTapBack() {
    for (const auto type : {torch::kFloat, torch::kDouble}) {
        for (const auto format : {MemoryFormat::Contiguous, MemoryFormat::ChannelsLast}) {
            const auto weight = torch::rand({3, 2, 4, 4}, type).requires_grad_();
            const auto kernel = phaseKernel(weight, type, format);
            const auto weighting = torch::rand_like(kernel).detach();
            const auto gradient = torch::autograd::grad({(kernel * weighting).sum()}, {weight}).front();
            // The kernel is a reordering, so the gradient reordered is the weighting.
            QVERIFY(torch::equal(phaseKernel(gradient, type, format), weighting));
        }
    }
}

void TestPhaseKernel::phasesAreInterleavedByHand() {
    // Four phases of 1 x 1 inside of 2 x 2: what belongs to the image is 1, 2, 3, 4, the rest is 9.
    auto phases = torch::full({1, 4, 2, 2}, 9.0F);
    phases[0][0][0][0] = 1.0F;
    phases[0][1][0][1] = 2.0F;
    phases[0][2][1][0] = 3.0F;
    phases[0][3][1][1] = 4.0F;
    for (const auto format : {MemoryFormat::Contiguous, MemoryFormat::ChannelsLast}) {
        const auto image = interleavePhases(phases, format);
        QVERIFY(torch::equal(image, torch::tensor({1.0F, 2.0F, 3.0F, 4.0F}).view({1, 1, 2, 2})));
    }
}

void TestPhaseKernel::interleavingHasItsTransposeAsGradient() {
    torch::manual_seed(2);
    const auto phases = torch::rand({2, 12, 4, 6}).requires_grad_();
    const auto image = interleavePhases(phases, MemoryFormat::ChannelsLast);
    const auto weighting = torch::rand_like(image).detach();
    const auto gradient = torch::autograd::grad({(image * weighting).sum()}, {phases}).front();
    QVERIFY(torch::equal(interleavePhases(gradient, MemoryFormat::Contiguous), weighting));
    // Linear: the gradient's product with the input is the output's with its weighting.
    QVERIFY(torch::allclose((gradient * phases).sum(), (image * weighting).sum()));
}

QTEST_APPLESS_MAIN(TestPhaseKernel)
#include "tst_phase_kernel.moc"
