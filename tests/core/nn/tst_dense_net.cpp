// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/dense_net.h"

#include <torch/torch.h>

#include <QtTest>

#include <array>
#include <numeric>
#include <string>

using namespace limpid;

namespace {

/// Fills every parameter and buffer by its name, as golden_dense_net.py does.
void fillByName(torch::nn::Module& module) {
    const torch::NoGradGuard noGrad;
    const auto fill = [](const std::string& name, torch::Tensor tensor) {
        if (!tensor.is_floating_point()) {
            return;
        }
        const int phase = std::accumulate(name.begin(), name.end(), 0);
        auto wave = torch::sin(torch::arange(tensor.numel(), torch::kDouble) + phase).view(tensor.sizes());
        if (name.ends_with("running_var")) {
            wave = wave * 0.5 + 1.0;
        } else if (name.find("norm") != std::string::npos && name.ends_with("weight")) {
            wave = wave * 0.2 + 1.0;
        } else {
            wave = wave * 0.3;
        }
        tensor.copy_(wave);
    };
    for (const auto& item : module.named_parameters()) {
        fill(item.key(), item.value());
    }
    for (const auto& item : module.named_buffers()) {
        fill(item.key(), item.value());
    }
}

} // namespace

class TestDenseNet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTinyNetworkAgreesWithAnIndependentOne();
    void theDefaultsAreDenseNet121();
};

void TestDenseNet::aTinyNetworkAgreesWithAnIndependentOne() {
    DenseNetConfig config;
    config.growth = 2;
    config.stemChannels = 4;
    config.layersPerBlock = {2, 1};
    DenseNetFeatures network(config);
    fillByName(*network);
    network->to(torch::kDouble);
    network->eval();
    const auto input = torch::sin(torch::arange(3 * 32 * 32, torch::kDouble) * 0.1).view({1, 3, 32, 32});
    const auto output = network(input);
    QVERIFY(output.sizes() == torch::IntArrayRef({1, 6, 4, 4}));
    QCOMPARE(network->channels(), 6);
    // Printed by golden_dense_net.py (torch 1.13).
    QVERIFY(std::abs(output.sum().item<double>() - 8.974071) < 1e-5);
    const std::array<double, 6> corner{0.075227, -0.449286, -0.337152, 0.775703, 0.425757, 0.079004};
    for (std::size_t c = 0; c < corner.size(); ++c) {
        QVERIFY(std::abs(output[0][static_cast<std::int64_t>(c)][1][2].item<double>() - corner[c]) < 1e-5);
    }
}

void TestDenseNet::theDefaultsAreDenseNet121() {
    DenseNetFeatures network;
    std::int64_t count = 0;
    for (const auto& parameter : network->parameters()) {
        count += parameter.numel();
    }
    QCOMPARE(count, 6'953'856); // 7,978,856 of the published network less its classifier's 1,025,000
    QCOMPARE(network->channels(), 1024);
    QVERIFY(network->named_parameters().contains("denseblock4.denselayer16.conv2.weight"));
}

QTEST_APPLESS_MAIN(TestDenseNet)
#include "tst_dense_net.moc"
