// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/structure_preserving_unet.h"
#include "nn/ema.h"
#include "storage/checkpoint.h"
#include "storage/torch_pickle.h"

#include <torch/torch.h>

#include <QtTest>

using namespace limpid;

namespace {

UnetConfiguration small() {
    auto configuration = UnetConfiguration::samePaper();
    configuration.levels = 3;
    configuration.baseWidth = configuration.structureBaseWidth = 8;
    configuration.largestWidth = configuration.structureLargestWidth = 16;
    return configuration;
}

int64_t countOf(const StructurePreservingUnet& network, const std::string& prefix) {
    int64_t count = 0;
    for (const auto& item : network->named_parameters()) {
        if (item.key().rfind(prefix, 0) == 0)
            count += item.value().numel();
    }
    return count;
}

/// Compares the mean and eight values, each an eighth of the tensor apart, with golden ones.
bool agrees(const torch::Tensor& tensor, double mean, const std::vector<double>& values) {
    const auto flat = tensor.flatten();
    bool close = std::abs(tensor.mean().item<double>() - mean) < 1e-4;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto at = static_cast<int64_t>(i) * (flat.numel() / 8);
        close = close && std::abs(flat[at].item<double>() - values[i]) < 1e-4;
    }
    return close;
}

} // namespace

class TestStructurePreservingUnet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePapersNetworkHasExactlyThePublishedNumberOfParameters();
    void theCompactNetworkStaysBelowFourMillion();
    void weightsFromPythonGiveTheOutputThatPythonGives();
    void theStructureDecoderGetsNothingPastTheEnhancementDecoder();
    void theCompactStructureDecoderSeesTheEnhancedImage();
    void theCompactNetworkBeginsNearTheIdentity();
    void bfloat16ComesCloseToFloat32();
    void enhanceIsForwardWithoutStructure();
};

void TestStructurePreservingUnet::thePapersNetworkHasExactlyThePublishedNumberOfParameters() {
    StructurePreservingUnet network(UnetConfiguration::samePaper());
    QCOMPARE(countOf(network, "down"), int64_t{19'535'808});
    QCOMPARE(countOf(network, "up"), int64_t{34'873'795});
    QCOMPARE(countOf(network, "h_up"), int64_t{34'869'697});
    QCOMPARE(parameterCount(*network), int64_t{89'279'300});
}

void TestStructurePreservingUnet::theCompactNetworkStaysBelowFourMillion() {
    StructurePreservingUnet network(UnetConfiguration::compact());
    QVERIFY2(parameterCount(*network) <= 4'000'000, qPrintable(QString::number(parameterCount(*network))));
}

void TestStructurePreservingUnet::weightsFromPythonGiveTheOutputThatPythonGives() {
    // File and values: tests/core/methods/make_small_unet.py, an implementation in PyTorch's own modules.
    const auto weights = readTorchStateDict(LIMPID_SOURCE_DIR "/tests/data/small_unet.pt");
    QVERIFY(weights.has_value());
    StructurePreservingUnet network(small());
    const auto loaded = loadInto(*network, *weights, "small_unet.pt");
    QVERIFY2(loaded.has_value(), loaded ? "" : englishSentence(loaded.error()).c_str());
    torch::NoGradGuard noGrad;
    network->eval();
    const auto index = torch::arange(2 * 3 * 32 * 32, torch::kDouble);
    const auto output = network->forward(torch::sin(index * 0.01).view({2, 3, 32, 32}).to(torch::kFloat));
    QVERIFY(
        agrees(output.image, -0.06444687,
               {-0.06179416, -0.12916443, -0.09980742, 0.01153149, -0.07604991, -0.03765474, -0.11786768, 0.05098705}));
    QVERIFY(agrees(
        output.structureLogits, -0.12493565,
        {-0.11596286, -0.07694066, -0.15773028, 0.02743020, -0.10317983, -0.01111778, -0.18156147, -0.02050713}));
}

void TestStructurePreservingUnet::theStructureDecoderGetsNothingPastTheEnhancementDecoder() {
    StructurePreservingUnet network(small());
    network->eval();
    {
        // With D's weights at zero its features are constant, and S sees the bottleneck alone.
        torch::NoGradGuard noGrad;
        for (auto& item : network->named_parameters()) {
            if (item.key().rfind("up", 0) == 0 || item.key().rfind("down3", 0) == 0)
                item.value().zero_();
        }
    }
    torch::NoGradGuard noGrad;
    const auto first = network->forward(torch::randn({1, 3, 32, 32})).structureLogits;
    const auto second = network->forward(torch::randn({1, 3, 32, 32})).structureLogits;
    QVERIFY(torch::equal(first, second));
}

void TestStructurePreservingUnet::theCompactStructureDecoderSeesTheEnhancedImage() {
    torch::manual_seed(7);
    const auto structuresDiffer = [](int64_t viewLevels) {
        auto configuration = UnetConfiguration::compact();
        configuration.structureViewLevels = viewLevels;
        StructurePreservingUnet network(configuration);
        torch::NoGradGuard noGrad;
        for (auto& item : network->named_parameters()) {
            if (item.key().rfind("up", 0) == 0 || item.key().rfind("down6", 0) == 0)
                item.value().zero_(); // D's features are constant, and so is the bottleneck
        }
        const auto first = network->forward(torch::rand({1, 3, 64, 64})).structureLogits;
        const auto second = network->forward(torch::rand({1, 3, 64, 64})).structureLogits;
        return !torch::equal(first, second);
    };
    QVERIFY(structuresDiffer(3));
    QVERIFY(!structuresDiffer(0));
}

void TestStructurePreservingUnet::theCompactNetworkBeginsNearTheIdentity() {
    torch::manual_seed(5);
    StructurePreservingUnet network(UnetConfiguration::compact());
    torch::NoGradGuard noGrad;
    const auto x = torch::rand({1, 3, 64, 64}) * 2.0 - 1.0;
    QVERIFY((network->enhance(x) - x).abs().mean().item<double>() < 0.5);
}

void TestStructurePreservingUnet::bfloat16ComesCloseToFloat32() {
    torch::manual_seed(6);
    StructurePreservingUnet network(UnetConfiguration::compact());
    torch::NoGradGuard noGrad;
    const auto x = torch::rand({1, 3, 64, 64}) * 2.0 - 1.0;
    const auto single = network->forward(x).image;
    const auto half = network->forward(x.to(torch::kBFloat16)).image;
    QVERIFY(half.scalar_type() == torch::kFloat);
    QVERIFY((single - half).abs().mean().item<double>() < 0.02);
}

void TestStructurePreservingUnet::enhanceIsForwardWithoutStructure() {
    StructurePreservingUnet network(UnetConfiguration::compact());
    network->eval();
    torch::NoGradGuard noGrad;
    const auto x = torch::rand({1, 3, 64, 64}) * 2.0 - 1.0;
    const auto output = network->forward(x);
    QVERIFY(torch::equal(network->enhance(x), output.image));
    QCOMPARE(output.structureLogits.sizes().vec(), (std::vector<int64_t>{1, 1, 64, 64}));
}

QTEST_APPLESS_MAIN(TestStructurePreservingUnet)
#include "tst_structure_preserving_unet.moc"
