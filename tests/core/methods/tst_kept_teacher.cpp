// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/kept_teacher.h"

#include "methods/same/update_privacy.h"
#include "tiny_clinic.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace limpid;

namespace {

AdaptationEpoch epochWith(int number, double psnr, double ssim = 0.8) {
    AdaptationEpoch epoch;
    epoch.epoch = number;
    epoch.student = {psnr + 0.5, ssim};
    epoch.teacher = {psnr, ssim};
    return epoch;
}

/// The tiny network with every weight moved by the same amount.
StructurePreservingUnet moved(const StructurePreservingUnet& network, double by) {
    auto copy = copyOf(network);
    const torch::NoGradGuard noGrad;
    for (auto& weight : copy->parameters())
        weight.add_(by);
    return copy;
}

bool same(const StructurePreservingUnet& left, const StructurePreservingUnet& right) {
    const auto a = left->parameters();
    const auto b = right->parameters();
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!torch::allclose(a[i], b[i], 0.0, 1e-6))
            return false;
    }
    return a.size() == b.size();
}

} // namespace

class TestKeptTeacher : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theLastTeacherThatIsBetterIsKept();
    void aTeacherThatIsNotBetterEnoughIsNotKept_data();
    void aTeacherThatIsNotBetterEnoughIsNotKept();
    void theSourceIsNeverWrittenTo();
    void withoutAnyBetterTeacherTheSourceIsUsed();
    void afterAnAlarmTheSourceIsUsed();
    void thePapersFormUsesTheLastStudent();
    void theTeacherIsAveragedWithTheSource();
    void theLimitedUpdateIsWhatTheProbeJudges();
    void noiseThatRuinsTheModelKeepsTheSource();
    void theLastStudentIsLimitedToo();

private:
    KeptTeacher keeper() const { return {m_config, m_source}; }
    ClinicProbe probe() const {
        const auto clinic = tinyClinic(2, 32);
        const auto degradation = makeDegradation("gfe", 1);
        return {clinic.images.to(torch::kFloat) / 255.0, clinic.fieldOfView.to(torch::kFloat), 1, *degradation};
    }

    AdaptationConfig m_config;
    StructurePreservingUnet m_source{nullptr};
    AdaptationSummary m_summary;
};

void TestKeptTeacher::init() {
    torch::manual_seed(2);
    m_config = AdaptationConfig::limpid();
    m_source = StructurePreservingUnet(tinyUnet());
    m_summary = {};
    m_summary.source = m_summary.kept = {24.0, 0.8};
    m_summary.epochs = {epochWith(0, 24.0)};
}

void TestKeptTeacher::theLastTeacherThatIsBetterIsKept() {
    auto kept = keeper();
    const auto first = moved(m_source, 0.01);
    const auto second = moved(m_source, 0.02);
    auto epoch = epochWith(1, 25.0);
    kept.offer(epoch, first, m_summary);
    QVERIFY(epoch.kept);
    m_summary.epochs.push_back(epoch);
    epoch = epochWith(2, 24.5); // below the best, but not by much
    kept.offer(epoch, second, m_summary);
    QVERIFY(epoch.kept);
    QCOMPARE(m_summary.keptEpoch, 2);
    QCOMPARE(m_summary.kept.psnr, 24.5);
    QVERIFY(same(kept.network(), second));
}

void TestKeptTeacher::aTeacherThatIsNotBetterEnoughIsNotKept_data() {
    QTest::addColumn<double>("psnr");
    QTest::addColumn<double>("ssim");
    const auto config = AdaptationConfig::limpid();
    QTest::newRow("no gain") << 24.0 + 0.9 * config.leastGain << 0.8;
    QTest::newRow("far below the best") << 26.0 - 1.1 * config.mostBelowBest << 0.8;
    QTest::newRow("less like its references") << 25.5 << 0.79;
    QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << 0.8;
    QTest::newRow("no number for its likeness") << 25.5 << std::numeric_limits<double>::quiet_NaN();
}

void TestKeptTeacher::aTeacherThatIsNotBetterEnoughIsNotKept() {
    QFETCH(double, psnr);
    QFETCH(double, ssim);
    auto kept = keeper();
    m_summary.epochs.push_back(epochWith(1, 26.0)); // measured, though it was not kept
    auto epoch = epochWith(2, psnr, ssim);
    kept.offer(epoch, moved(m_source, 0.01), m_summary);
    QVERIFY(!epoch.kept);
    QCOMPARE(m_summary.keptEpoch, 0);
    QVERIFY(same(kept.network(), m_source));
}

void TestKeptTeacher::theSourceIsNeverWrittenTo() {
    const auto before = copyOf(m_source);
    auto kept = keeper();
    auto epoch = epochWith(1, 25.0);
    kept.offer(epoch, moved(m_source, 0.5), m_summary);
    QVERIFY(!same(kept.network(), m_source));
    QVERIFY(same(m_source, before));
}

void TestKeptTeacher::withoutAnyBetterTeacherTheSourceIsUsed() {
    auto kept = keeper();
    m_summary.epochs.push_back(epochWith(1, 24.02));
    const auto used = kept.choose(moved(m_source, 0.1), probe(), {}, std::nullopt, m_summary);
    QVERIFY(used.ptr() == m_source.ptr());
    QVERIFY(m_summary.choice == AdaptationChoice::SourceKept);
    QVERIFY(m_summary.verdict == AdaptationVerdict::NoGain);
    QVERIFY(std::abs(m_summary.gain - 0.02) < 1e-9);
}

void TestKeptTeacher::afterAnAlarmTheSourceIsUsed() {
    auto kept = keeper();
    auto epoch = epochWith(1, 25.0);
    kept.offer(epoch, moved(m_source, 0.04), m_summary);
    m_summary.epochs.push_back(epoch);
    const auto used = kept.choose(moved(m_source, 0.1), probe(), {}, AdaptationVerdict::BecameFlat, m_summary);
    QVERIFY(used.ptr() == m_source.ptr());
    QVERIFY(m_summary.choice == AdaptationChoice::SourceKept);
    QVERIFY(m_summary.verdict == AdaptationVerdict::BecameFlat);
    QCOMPARE(m_summary.keptEpoch, 0);
    QVERIFY(m_summary.reason.find("flat") != std::string::npos);
}

void TestKeptTeacher::thePapersFormUsesTheLastStudent() {
    m_config.guardByProbe = false;
    auto kept = keeper();
    m_summary.epochs.push_back(epochWith(1, 20.0)); // worse, and used all the same
    const auto student = moved(m_source, 0.1);
    const auto used = kept.choose(student, probe(), {}, std::nullopt, m_summary);
    QVERIFY(used.ptr() == student.ptr());
    QVERIFY(m_summary.choice == AdaptationChoice::Student);
    QCOMPARE(m_summary.keptEpoch, 1);
    QCOMPARE(m_summary.gain, -3.5);
}

void TestKeptTeacher::theTeacherIsAveragedWithTheSource() {
    m_config.leastGain = -1000.0; // whatever the probe measures of these weights
    m_config.sourceShare = 0.25;
    auto kept = keeper();
    auto epoch = epochWith(1, 25.0);
    kept.offer(epoch, moved(m_source, 0.04), m_summary);
    m_summary.epochs.push_back(epoch);
    const auto used = kept.choose(moved(m_source, 0.1), probe(), {}, std::nullopt, m_summary);
    QVERIFY(m_summary.choice == AdaptationChoice::Teacher);
    QVERIFY(same(used, moved(m_source, 0.03)));
}

void TestKeptTeacher::theLimitedUpdateIsWhatTheProbeJudges() {
    m_config.leastGain = -100.0;
    m_config.mostBelowBest = 100.0;
    m_config.sourceShare = 0.0;
    m_config.clipUpdate = 1e-3;
    auto keep = keeper();
    auto epoch = epochWith(1, 26.0);
    const auto teacher = moved(m_source, 0.01);
    m_summary.source = m_summary.kept = probe().measure(m_source, {});
    epoch.teacher = m_summary.source;
    keep.offer(epoch, teacher, m_summary);
    QVERIFY(epoch.kept);
    auto used = keep.choose(moved(m_source, 0.02), probe(), {}, std::nullopt, m_summary);
    QVERIFY(m_summary.choice == AdaptationChoice::Teacher);
    QVERIFY(std::abs(UpdatePrivacy::relativeNorm(used, m_source) - 1e-3) < 1e-6);
    QVERIFY(std::abs(m_summary.updateNorm - UpdatePrivacy::relativeNorm(teacher, m_source)) < 1e-9);
    QVERIFY(m_summary.kept.psnr == probe().measure(used, {}).psnr);
}

void TestKeptTeacher::noiseThatRuinsTheModelKeepsTheSource() {
    m_config.sourceShare = 0.0;
    m_config.clipUpdate = 1.0;
    m_config.noiseUpdate = 100.0;
    auto keep = keeper();
    m_summary.source = m_summary.kept = probe().measure(m_source, {});
    auto epoch = epochWith(1, m_summary.source.psnr + 1.0, 1.0);
    keep.offer(epoch, moved(m_source, 0.001), m_summary);
    QVERIFY(epoch.kept);
    auto used = keep.choose(moved(m_source, 0.002), probe(), {}, std::nullopt, m_summary);
    QVERIFY(m_summary.choice == AdaptationChoice::SourceKept);
    QVERIFY(used.ptr() == m_source.ptr());
}

void TestKeptTeacher::theLastStudentIsLimitedToo() {
    m_config.guardByProbe = false;
    m_config.clipUpdate = 1e-3;
    auto used = keeper().choose(moved(m_source, 0.02), probe(), {}, std::nullopt, m_summary);
    QVERIFY(m_summary.choice == AdaptationChoice::Student);
    QVERIFY(std::abs(UpdatePrivacy::relativeNorm(used, m_source) - 1e-3) < 1e-6);
    QVERIFY(m_summary.kept.psnr == probe().measure(used, {}).psnr);
}

QTEST_GUILESS_MAIN(TestKeptTeacher)
#include "tst_kept_teacher.moc"
