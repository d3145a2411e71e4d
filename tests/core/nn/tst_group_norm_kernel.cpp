// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/group_norm_kernel.h"
#include "nn/normalisation.h"

#include <torch/torch.h>

#include <QtTest>

#include <limits>
#include <vector>

using namespace limpid;

namespace {

double relativeError(const torch::Tensor& found, const torch::Tensor& expected) {
    const auto difference = found.to(torch::kFloat) - expected.to(torch::kFloat);
    return (difference.norm() / expected.to(torch::kFloat).norm()).item<double>();
}

/// Result and gradients of one pass.
struct Pass {
    torch::Tensor result;
    std::vector<torch::Tensor> gradients; ///< of x, scale and shift
};

template <typename Norm>
Pass passOf(const torch::Tensor& x, const torch::Tensor& scale, const torch::Tensor& shift, const torch::Tensor& seed,
            const Norm& norm) {
    const std::vector<torch::Tensor> inputs{x.detach().requires_grad_(true), scale.detach().requires_grad_(true),
                                            shift.detach().requires_grad_(true)};
    const auto result = norm(inputs[0], inputs[1], inputs[2]);
    return {result.detach(), torch::autograd::grad({result}, inputs, {seed.to(result.scalar_type())})};
}

} // namespace

class TestGroupNormKernel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoPixelsAreNormalisedAsWorkedOutByHand();
    void largeImagesAndTheirGradientsAgreeWithFloat32_data();
    void largeImagesAndTheirGradientsAgreeWithFloat32();
    void theMemoryFormatIsKept();
    void whatIsNoNumberStaysNone();
    void everyPlaneOfAnInstanceNormHasMeanNoughtAndVarianceOne();
};

void TestGroupNormKernel::twoPixelsAreNormalisedAsWorkedOutByHand() {
    // One group of two channels: 1, 3, 5, 7 have mean 4 and variance 5.
    const auto x = torch::tensor({1.0, 3.0, 5.0, 7.0}).view({1, 2, 1, 2}).to(torch::kBFloat16);
    const auto last = x.contiguous(torch::MemoryFormat::ChannelsLast);
    const auto y = groupNorm(last, 1, torch::tensor({1.0F, 2.0F}), torch::tensor({0.0F, 1.0F}));
    const auto expected = torch::tensor({-1.3416, -0.4472, 1.0 + 2 * 0.4472, 1.0 + 2 * 1.3416}).view({1, 2, 1, 2});
    QVERIFY(torch::allclose(y.to(torch::kFloat), expected.to(torch::kFloat), 1e-2, 1e-2));
}

void TestGroupNormKernel::largeImagesAndTheirGradientsAgreeWithFloat32_data() {
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("groups");
    QTest::addColumn<int>("side");
    QTest::newRow("fewer pixels than a block") << 16 << 2 << 8;
    QTest::newRow("an odd number of channels") << 5 << 1 << 33;
    QTest::newRow("128 px, where sums in bfloat16 are wrong by a factor") << 24 << 3 << 128;
}

void TestGroupNormKernel::largeImagesAndTheirGradientsAgreeWithFloat32() {
    QFETCH(int, channels);
    QFETCH(int, groups);
    QFETCH(int, side);
    torch::manual_seed(3);
    const auto half = (torch::randn({2, channels, side, side}) + 0.5)
                          .to(torch::kBFloat16)
                          .contiguous(torch::MemoryFormat::ChannelsLast);
    const auto seed = (torch::randn(half.sizes()) + 0.2).to(torch::kBFloat16).to(torch::kFloat);
    const auto scale = torch::rand({channels}) + 0.5;
    const auto shift = torch::randn({channels});
    const auto norm = [&](const torch::Tensor& x, const torch::Tensor& gain, const torch::Tensor& offset) {
        return groupNorm(x, groups, gain, offset);
    };
    const auto reference = [&](const torch::Tensor& x, const torch::Tensor& gain, const torch::Tensor& offset) {
        return torch::group_norm(x, groups, gain, offset);
    };
    const auto found = passOf(half, scale, shift, seed, norm);
    const auto expected = passOf(half.to(torch::kFloat).contiguous(), scale, shift, seed, reference);
    QVERIFY(relativeError(found.result, expected.result) < 0.01);
    QVERIFY(relativeError(found.gradients[0], expected.gradients[0]) < 0.01);
    QVERIFY(relativeError(found.gradients[1], expected.gradients[1]) < 0.01);
    QVERIFY(relativeError(found.gradients[2], expected.gradients[2]) < 0.01);
}

void TestGroupNormKernel::theMemoryFormatIsKept() {
    for (const auto format : {torch::MemoryFormat::ChannelsLast, torch::MemoryFormat::Contiguous}) {
        const auto x = torch::randn({2, 8, 16, 16}).to(torch::kBFloat16).contiguous(format);
        const auto y = groupNorm(x, 1, torch::ones({8}), torch::zeros({8}));
        QVERIFY(y.scalar_type() == torch::kBFloat16);
        QVERIFY(y.is_contiguous(format));
    }
}

void TestGroupNormKernel::whatIsNoNumberStaysNone() {
    auto x = torch::randn({1, 8, 16, 16});
    x.select(1, 3).fill_(std::numeric_limits<float>::quiet_NaN());
    const auto half = x.to(torch::kBFloat16).contiguous(torch::MemoryFormat::ChannelsLast);
    QVERIFY(groupNorm(half, 1, torch::ones({8}), torch::zeros({8})).isnan().all().item<bool>());
}

void TestGroupNormKernel::everyPlaneOfAnInstanceNormHasMeanNoughtAndVarianceOne() {
    torch::manual_seed(4);
    const auto x = (torch::randn({2, 4, 64, 64}) * 3.0 + 1.0).to(torch::kBFloat16);
    for (const auto format : {torch::MemoryFormat::ChannelsLast, torch::MemoryFormat::Contiguous}) {
        const auto y = instanceNorm(x.contiguous(format)).to(torch::kFloat);
        QVERIFY(y.mean({2, 3}).abs().max().item<double>() < 0.01);
        QVERIFY((y.var({2, 3}, false) - 1.0).abs().max().item<double>() < 0.02);
    }
}

QTEST_APPLESS_MAIN(TestGroupNormKernel)
#include "tst_group_norm_kernel.moc"
