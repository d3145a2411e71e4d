// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/clinic_probe.h"

#include "degradation/fundus_degradation.h"
#include "metrics/psnr.h"
#include "simple_networks.h"
#include "tiny_clinic.h"

#include <QTest>

#include <cmath>

using namespace limpid;

class TestClinicProbe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNetworkThatUndoesEverythingIsPerfect();
    void theSourceModelIsLikeItself();
    void aFlatterTeacherHasLessContrastAndLessLikeness();
    void withoutTheSourceModelNothingIsComparedWithIt();
    void everyReferenceIsComparedOnce();
};

namespace {

torch::Tensor labels() {
    return tinyClinic(3, 64).images.to(torch::kFloat) / 255.0;
}

/// Three references, degraded twice each; the first tensor is theirs.
ClinicProbe probe(const DegradationRanges& ranges) {
    FundusDegradation degradation(ranges, 1);
    return {labels(), torch::ones({3, 1, 64, 64}), 2, degradation};
}

} // namespace

void TestClinicProbe::aNetworkThatUndoesEverythingIsPerfect() {
    auto network = identityUnet();
    const auto scores = probe(DegradationRanges{}).measure(network, {});
    QVERIFY2(scores.psnr > 90.0, qPrintable(QString::number(scores.psnr)));
    QVERIFY(scores.ssim > 0.9999);
}

void TestClinicProbe::theSourceModelIsLikeItself() {
    auto network = identityUnet();
    auto measured = probe(DegradationRanges::wide());
    const auto source = measured.measureSource(network, {});
    const auto alone = measured.measure(network, {});
    QCOMPARE(source.psnr, alone.psnr);
    auto student = identityUnet();
    const auto pair = measured.measurePair(student, network, {});
    QCOMPARE(pair.teacher.psnr, source.psnr);
    QVERIFY(std::abs(pair.contrast - 1.0) < 1e-6);
    QVERIFY(std::abs(pair.likeness - psnrOfRounding) < 1e-4);
}

void TestClinicProbe::aFlatterTeacherHasLessContrastAndLessLikeness() {
    auto measured = probe(DegradationRanges{});
    auto source = identityUnet();
    measured.measureSource(source, {});
    auto teacher = tonedUnet(-0.7);
    const auto pair = measured.measurePair(source, teacher, {});
    QVERIFY2(pair.contrast < 0.9, qPrintable(QString::number(pair.contrast)));
    QVERIFY2(pair.likeness < 25.0, qPrintable(QString::number(pair.likeness)));
}

void TestClinicProbe::withoutTheSourceModelNothingIsComparedWithIt() {
    auto network = identityUnet();
    const auto pair = probe(DegradationRanges{}).measurePair(network, network, {});
    QVERIFY(std::isnan(pair.contrast));
    QVERIFY(std::isnan(pair.likeness));
}

void TestClinicProbe::everyReferenceIsComparedOnce() {
    auto source = identityUnet();
    auto adapted = tonedUnet(0.2);
    const auto measured = probe(DegradationRanges::wide());
    const auto comparisons = measured.compare(source, adapted, {});
    QCOMPARE(comparisons.size(), std::size_t{3});
    double mean = 0.0;
    for (const auto& comparison : comparisons) {
        QVERIFY(comparison.sourcePsnr != comparison.adaptedPsnr);
        mean += comparison.adaptedMeanPsnr / 3.0;
    }
    // One by one and all together are the same.
    QVERIFY(std::abs(mean - measured.measure(adapted, {}).psnr) < 1e-3);
}

QTEST_APPLESS_MAIN(TestClinicProbe)
#include "tst_clinic_probe.moc"
