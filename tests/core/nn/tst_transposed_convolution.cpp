// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/transposed_convolution.h"

#include <torch/torch.h>

#include <QtTest>

using namespace limpid;

class TestTransposedConvolution : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itGivesWhatLibTorchsOwnKernelGives();
    void itsGradientsAreThoseOfLibTorchsKernel();
    void itComputesInBfloat16WithTheRightShape();
};

void TestTransposedConvolution::itGivesWhatLibTorchsOwnKernelGives() {
    torch::manual_seed(3);
    TransposedConvolution module(5, 7);
    module->rescale(1.0);
    torch::NoGradGuard noGrad;
    module->bias.normal_();
    const auto x = torch::randn({2, 5, 6, 9});
    const auto expected = torch::conv_transpose2d(x, module->weight, module->bias, 2, 1);
    QVERIFY(torch::allclose(module->forward(x), expected, 1e-4, 1e-5));
    QVERIFY(torch::allclose(module->forward(x.contiguous(at::MemoryFormat::ChannelsLast)), expected, 1e-4, 1e-5));
}

void TestTransposedConvolution::itsGradientsAreThoseOfLibTorchsKernel() {
    torch::manual_seed(4);
    TransposedConvolution module(3, 2);
    const auto x = torch::randn({1, 3, 4, 4}).requires_grad_(true);
    const auto weighting = torch::randn({1, 2, 8, 8});
    const auto ours = torch::autograd::grad({(module->forward(x) * weighting).sum()}, {x, module->weight});
    const auto theirs = torch::autograd::grad(
        {(torch::conv_transpose2d(x, module->weight, module->bias, 2, 1) * weighting).sum()}, {x, module->weight});
    QVERIFY(torch::allclose(ours[0], theirs[0], 1e-4, 1e-6));
    QVERIFY(torch::allclose(ours[1], theirs[1], 1e-4, 1e-6));
}

void TestTransposedConvolution::itComputesInBfloat16WithTheRightShape() {
    TransposedConvolution module(4, 6);
    const auto y = module->forward(torch::randn({1, 4, 8, 8}).to(torch::kBFloat16));
    QCOMPARE(y.scalar_type(), torch::kBFloat16);
    QCOMPARE(y.sizes().vec(), (std::vector<int64_t>{1, 6, 16, 16}));
}

QTEST_APPLESS_MAIN(TestTransposedConvolution)
#include "tst_transposed_convolution.moc"
