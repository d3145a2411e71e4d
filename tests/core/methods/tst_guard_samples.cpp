// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/guard_samples.h"

#include "metrics/psnr.h"
#include "simple_networks.h"
#include "tiny_clinic.h"

#include <QTest>

#include <cmath>

using namespace limpid;

class TestGuardSamples : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aModelThatIsTheSameGainsNothing();
    void aModelThatBrightensEverythingLoses();
    void ofManyPhotographsEveryNthIsTaken();
    void theSameSeedsGiveTheSameSamples();
    void withoutPhotographsThereAreNone();
    void stoppingLeavesWhatThereIs();
};

namespace {

std::vector<ImageGuard::Sample> samplesOf(StructurePreservingUnet source, StructurePreservingUnet adapted,
                                          std::int64_t photographs, const GuardSampleOptions& options = {}) {
    FundusDegradation degradation(degradationPreset("gfe").value(), 3);
    return makeGuardSamples(tinyClinic(photographs, 32), source, adapted, {}, degradation, options);
}

} // namespace

void TestGuardSamples::aModelThatIsTheSameGainsNothing() {
    for (const auto& sample : samplesOf(identityUnet(), identityUnet(), 3)) {
        QVERIFY(std::abs(sample.gain) < 1e-9);
        QCOMPARE(sample.evidence.adaptedToSource, psnrOfRounding);
    }
}

void TestGuardSamples::aModelThatBrightensEverythingLoses() {
    const auto samples = samplesOf(identityUnet(), tonedUnet(4.0), 4);
    double gain = 0.0;
    for (const auto& sample : samples) {
        gain += sample.gain / static_cast<double>(samples.size());
        QVERIFY(sample.evidence.adaptedToSource < 40.0);
    }
    // The mean of both is the truth, so that neither is right; but what brightens is further off on dark damage.
    QVERIFY2(std::abs(gain) > 0.05, qPrintable(QString::number(gain)));
}

void TestGuardSamples::ofManyPhotographsEveryNthIsTaken() {
    QCOMPARE(samplesOf(identityUnet(), identityUnet(), 9, {.mostReferences = 4, .variants = 2}).size(), std::size_t{6});
    QCOMPARE(samplesOf(identityUnet(), identityUnet(), 4, {.mostReferences = 4, .variants = 3}).size(),
             std::size_t{12});
}

void TestGuardSamples::theSameSeedsGiveTheSameSamples() {
    const auto one = samplesOf(identityUnet(), tonedUnet(1.0), 3);
    const auto two = samplesOf(identityUnet(), tonedUnet(1.0), 3);
    const auto other = samplesOf(identityUnet(), tonedUnet(1.0), 3, {.seed = 2});
    QCOMPARE(one.size(), two.size());
    bool differs = false;
    for (std::size_t i = 0; i < one.size(); ++i) {
        QCOMPARE(one[i].gain, two[i].gain);
        differs = differs || one[i].gain != other[i].gain;
    }
    QVERIFY(differs);
}

void TestGuardSamples::withoutPhotographsThereAreNone() {
    FundusDegradation degradation(degradationPreset("gfe").value(), 3);
    auto network = identityUnet();
    const ClinicImages nothing{torch::empty({0, 3, 32, 32}, torch::kUInt8),
                               torch::empty({0, 1, 32, 32}, torch::kUInt8)};
    QVERIFY(makeGuardSamples(nothing, network, network, {}, degradation, {}).empty());
}

void TestGuardSamples::stoppingLeavesWhatThereIs() {
    FundusDegradation degradation(degradationPreset("gfe").value(), 3);
    std::stop_source stop;
    stop.request_stop();
    auto source = identityUnet();
    auto adapted = identityUnet();
    QVERIFY(makeGuardSamples(tinyClinic(3, 32), source, adapted, {}, degradation, {}, stop.get_token()).empty());
}

QTEST_APPLESS_MAIN(TestGuardSamples)
#include "tst_guard_samples.moc"
