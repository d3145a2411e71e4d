// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/fundus_degradation.h"
#include "methods/same/clinic_degradation.h"
#include "tiny_photographs.h"

#include <QtTest>

#include <cmath>

using namespace limpid;

namespace {

/// Sees the same in every image: the pseudo-labels look a little veiled, as the camera has it.
DegradationEstimator constantEstimator(const DegradationSeverities& seen) {
    DegradationEstimatorConfig config;
    config.inputSize = 64;
    config.widths = {4};
    config.hidden = 4;
    DegradationEstimator estimator(config);
    const torch::NoGradGuard noGrad;
    for (auto& parameter : estimator->parameters())
        parameter.zero_();
    estimator->named_parameters()["estimate.bias"].copy_(asEstimates({seen})[0]);
    return estimator;
}

ClinicDegradation imitation(double generalShare, std::uint64_t seed) {
    DegradationSeverities camera, clinic;
    camera.veil = 0.2;
    clinic.veil = 0.6;
    clinic.noise = 0.3;
    ClinicDegradationOptions options;
    options.generalShare = generalShare;
    options.jitter = 0.1;
    options.seed = seed;
    auto general =
        std::make_unique<FundusDegradation>(DegradationRanges::ofKinds({DegradationKind::Spots}, {0.5, 0.5}), seed + 1);
    return {constantEstimator(camera), asEstimates({clinic, clinic}), std::move(general), options};
}

} // namespace

class TestClinicDegradation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itDoesWhatTheClinicHasMoreOfThanTheLabels() {
        auto degradation = imitation(0.0, 1);
        const auto set = tinyPhotographs(6, 64);
        const auto batch = degradation.apply(set.images, set.fieldsOfView);
        QVERIFY(batch.images.sizes() == set.images.sizes());
        QCOMPARE(batch.records.size(), std::size_t{6});
        for (const auto& record : batch.records) {
            QVERIFY(std::abs(record.severities.veil - 0.4) <= 0.04 + 1e-6);
            QVERIFY(std::abs(record.severities.noise - 0.3) <= 0.03 + 1e-6);
            QVERIFY(!record.kinds.has(DegradationKind::Haze) && !record.kinds.has(DegradationKind::Spots));
        }
        QVERIFY((batch.images * (1.0 - set.fieldsOfView)).abs().max().item<double>() == 0.0);
    }

    void aShareOfTheImagesGoesToTheGeneralMixture() {
        auto degradation = imitation(0.25, 2);
        const auto set = tinyPhotographs(10, 64);
        int general = 0;
        for (int round = 0; round < 20; ++round) {
            for (const auto& kinds : degradation.apply(set.images, set.fieldsOfView).kinds) {
                QVERIFY(kinds.has(DegradationKind::Spots) != kinds.has(DegradationKind::Veil));
                general += kinds.has(DegradationKind::Spots) ? 1 : 0;
            }
        }
        QVERIFY2(general > 30 && general < 70, qPrintable(QString::number(general)));
    }

    void aRestoredStateGoesOnAsIfItHadNeverStopped() {
        auto degradation = imitation(0.5, 3), other = imitation(0.5, 4);
        const auto set = tinyPhotographs(4, 64);
        degradation.apply(set.images, set.fieldsOfView);
        QVERIFY(other.restoreState(degradation.saveState()).has_value());
        const auto wanted = degradation.apply(set.images, set.fieldsOfView).images;
        QVERIFY(torch::equal(other.apply(set.images, set.fieldsOfView).images, wanted));
        for (const char* odd : {"", "no engine", "no engine\nnone"})
            QVERIFY(!other.restoreState(odd));
    }
};

QTEST_APPLESS_MAIN(TestClinicDegradation)
#include "tst_clinic_degradation.moc"
