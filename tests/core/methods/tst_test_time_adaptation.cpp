// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/test_time_adaptation.h"

#include "constant_assessor.h"
#include "simple_networks.h"

#include <QTest>

using namespace limpid;

class TestTestTimeAdaptation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNetworkItselfIsNotChanged();
    void whatIsChosenIsWhatIsShown();
    void withoutAStepNothingIsGained();
    void theSameSeedGivesTheSameResult();
    void itCanBeStopped();
};

namespace {

constexpr std::int64_t side = 32;

/// Makes everything darker by the same share: easily learnt.
class Dimming final : public Degradation {
public:
    DegradedBatch apply(const torch::Tensor& images, const torch::Tensor&) override {
        const auto count = static_cast<std::size_t>(images.size(0));
        return {images * 0.7, torch::ones({images.size(0)}), std::vector<DegradationKinds>(count),
                std::vector<DegradationRecord>(count)};
    }
    std::string saveState() const override { return {}; }
    Result<void> restoreState(std::string_view) override { return {}; }
};

TestTimeOutcome adapted(StructurePreservingUnet network, const TestTimeOptions& options,
                        const std::stop_token& stop = {}) {
    const GuardJudges judges{constantAssessor(0.7, 0.2, 0.1)};
    Dimming degradation;
    const auto image = tinyClinic(1, side).images.to(torch::kFloat) / 255.0;
    return adaptToImage(network, judges, {}, image, torch::ones({1, 1, side, side}), degradation, options, stop);
}

torch::Tensor restorationOf(StructurePreservingUnet network) {
    const torch::NoGradGuard noGrad;
    network->eval();
    const auto image = tinyClinic(1, side).images.to(torch::kFloat) / 255.0;
    return restore(network, {}, image, torch::ones({1, 1, side, side})).image;
}

} // namespace

void TestTestTimeAdaptation::theNetworkItselfIsNotChanged() {
    auto network = identityUnet();
    const auto before = restorationOf(network);
    adapted(network, {.steps = 2, .learningRate = 1e-2});
    QVERIFY(torch::equal(before, restorationOf(network)));
}

void TestTestTimeAdaptation::whatIsChosenIsWhatIsShown() {
    auto network = identityUnet();
    const auto outcome = adapted(network, {.steps = 30, .learningRate = 1e-3});
    const bool same = torch::equal(outcome.result.image, restorationOf(network));
    QCOMPARE(same, outcome.verdict.choice != GuardChoice::Adapted);
    // A network that gives back what it gets has 30 % to add.
    QVERIFY2(outcome.verdict.forecast > 0.5, qPrintable(QString::number(outcome.verdict.forecast)));
}

void TestTestTimeAdaptation::withoutAStepNothingIsGained() {
    auto network = identityUnet();
    const auto outcome = adapted(network, {.steps = 0});
    QVERIFY(std::abs(outcome.verdict.forecast) < 1e-6);
    QCOMPARE(outcome.verdict.choice, GuardChoice::Source);
    QVERIFY(torch::equal(outcome.result.image, restorationOf(network)));
}

void TestTestTimeAdaptation::theSameSeedGivesTheSameResult() {
    const TestTimeOptions options{.steps = 3, .learningRate = 3e-3};
    QVERIFY(torch::equal(adapted(identityUnet(), options).result.image, adapted(identityUnet(), options).result.image));
}

void TestTestTimeAdaptation::itCanBeStopped() {
    std::stop_source stop;
    stop.request_stop();
    auto network = identityUnet();
    const auto outcome = adapted(network, {.steps = 1000}, stop.get_token());
    QCOMPARE(outcome.verdict.choice, GuardChoice::Source);
}

QTEST_APPLESS_MAIN(TestTestTimeAdaptation)
#include "tst_test_time_adaptation.moc"
