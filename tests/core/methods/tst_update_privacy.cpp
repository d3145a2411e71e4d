// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/kept_teacher.h"
#include "methods/same/update_privacy.h"
#include "nn/ema.h"
#include "storage/checkpoint.h"
#include "tiny_clinic.h"

#include <QtTest>

#include <cmath>
#include <vector>

using namespace limpid;

namespace {

/// Every weight of the network set to `value`, the first of them to `first`.
StructurePreservingUnet filled(float value, float first) {
    StructurePreservingUnet network(tinyUnet());
    const torch::NoGradGuard noGrad;
    for (const auto& [name, tensor] : tensorsOf(*network))
        tensor.fill_(value);
    tensorsOf(*network).front().second.flatten()[0] = first;
    return network;
}

std::int64_t countOf(const StructurePreservingUnet& network) {
    std::int64_t count = 0;
    for (const auto& [name, tensor] : tensorsOf(*network))
        count += tensor.numel();
    return count;
}

torch::Tensor flat(const StructurePreservingUnet& network) {
    std::vector<torch::Tensor> parts;
    for (const auto& [name, tensor] : tensorsOf(*network))
        parts.push_back(tensor.flatten().clone());
    return torch::cat(parts);
}

torch::Tensor ones(std::int64_t count) {
    return torch::ones({count});
}

} // namespace

class TestUpdatePrivacy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theUpdateIsClippedToItsShareOfTheSource();
    void anUpdateBelowTheLimitStaysBitForBit();
    void theNoiseHasTheNormItIsAskedFor();
    void withoutALimitNothingChanges();
    void theSystemsNoiseIsNormalAndNeverTheSame();
};

void TestUpdatePrivacy::theUpdateIsClippedToItsShareOfTheSource() {
    // |source| = 4 (one weight of 4, the others 0), |update| = 3: half of the source's norm is 2, so the update shrinks
    // to two thirds: 4 + 3 becomes 4 + 2.
    const auto source = filled(0.0F, 4.0F);
    auto network = filled(0.0F, 7.0F);
    QCOMPARE(UpdatePrivacy::relativeNorm(network, source), 0.75);
    UpdatePrivacy(0.5, 0.0).apply(network, source);
    QVERIFY(std::abs(flat(network)[0].item<double>() - 6.0) < 1e-5);
    QCOMPARE(flat(network).slice(0, 1).abs().max().item<double>(), 0.0);
    QVERIFY(std::abs(UpdatePrivacy::relativeNorm(network, source) - 0.5) < 1e-6);
    QCOMPARE(flat(source)[0].item<double>(), 4.0);
}

void TestUpdatePrivacy::anUpdateBelowTheLimitStaysBitForBit() {
    torch::manual_seed(5);
    const StructurePreservingUnet source(tinyUnet());
    auto network = copyOf(source);
    const torch::NoGradGuard noGrad;
    network->parameters().front().mul_(1.001);
    const auto before = flat(network);
    UpdatePrivacy(0.5, 0.0).apply(network, source);
    QVERIFY(torch::equal(flat(network), before));
}

void TestUpdatePrivacy::theNoiseHasTheNormItIsAskedFor() {
    // With ones for noise every weight moves by noise * clip * |source| / sqrt(n) = 3 * 0.5 * 4 / sqrt(n).
    const auto source = filled(0.0F, 4.0F);
    auto network = filled(0.0F, 4.0F);
    UpdatePrivacy(0.5, 3.0, ones).apply(network, source);
    const double expected = 6.0 / std::sqrt(static_cast<double>(countOf(source)));
    QVERIFY(std::abs(flat(network)[1].item<double>() - expected) < 1e-6);
    QVERIFY(std::abs(UpdatePrivacy::relativeNorm(network, source) * 4.0 - 6.0) < 1e-3);
}

void TestUpdatePrivacy::withoutALimitNothingChanges() {
    const auto source = filled(0.0F, 4.0F);
    auto network = filled(0.5F, 7.0F);
    const auto before = flat(network);
    const UpdatePrivacy off(0.0, 3.0, ones);
    QVERIFY(!off.isOn());
    off.apply(network, source);
    QVERIFY(torch::equal(flat(network), before));
}

void TestUpdatePrivacy::theSystemsNoiseIsNormalAndNeverTheSame() {
    constexpr std::int64_t count = 200'000;
    const auto noise = UpdatePrivacy::systemNoise(count).to(torch::kDouble);
    // Bounds of five standard errors and more.
    QVERIFY(std::abs(noise.mean().item<double>()) < 0.012);
    QVERIFY(std::abs(noise.std().item<double>() - 1.0) < 0.01);
    QVERIFY(std::abs((noise.abs() < 1.0).to(torch::kDouble).mean().item<double>() - 0.6827) < 0.006);
    QVERIFY(std::abs(noise.pow(4).mean().item<double>() - 3.0) < 0.15);
    const auto neighbours = (noise.slice(0, 0, count - 1) * noise.slice(0, 1)).mean().item<double>();
    QVERIFY(std::abs(neighbours) < 0.012);
    torch::manual_seed(1);
    const auto other = UpdatePrivacy::systemNoise(16);
    torch::manual_seed(1);
    QVERIFY(!torch::equal(UpdatePrivacy::systemNoise(16), other));
    QCOMPARE(UpdatePrivacy::systemNoise(0).numel(), std::int64_t{0});
}

QTEST_APPLESS_MAIN(TestUpdatePrivacy)
#include "tst_update_privacy.moc"
