// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "constant_assessor.h"
#include "methods/same/adaptation.h"
#include "methods/same/run_guard.h"
#include "tiny_clinic.h"

#include <QtTest>

#include <cmath>

using namespace limpid;

namespace {

AdaptationConfig shortRun() {
    auto config = configurationWithoutJudges();
    config.epochs = 2;
    config.stepsPerEpoch = 4;
    return config;
}

StructurePreservingUnet tinySource() {
    torch::manual_seed(11);
    return StructurePreservingUnet(tinyUnet());
}

torch::Tensor weightsOf(const StructurePreservingUnet& network) {
    std::vector<torch::Tensor> flat;
    for (const auto& parameter : network->parameters())
        flat.push_back(parameter.detach().flatten().clone());
    return torch::cat(flat);
}

} // namespace

class TestAdaptation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSourceModelIsNeverChanged();
    void aPhotographThatTheJudgesFindAsGoodIsItsOwnLabel();
    void everyStepAndEpochIsReported();
    void aClinicThatNoDegradationImitatesIsLeftAlone();
    void ofTheDegradationsTheLikestIsTaken();
    void theSameSeedGivesTheSameRun();
    void thePapersFormEndsWithTheLastStudent();
    void fewerThanEightImagesAreRefused();
    void aRunWithoutGainKeepsTheOldModel();
    void aRunThatNeverGainsEndsEarly();
    void theLastTeacherThatTheProbeDoesNotRefuseIsUsed();
    void theNetworkInUseIsTheAverageOfTeacherAndSource();
    void stoppingKeepsWhatWasLearnt();
    void weightsThatAreNoNumbersStopTheRun();
    void whatIsRejectedByHandIsNotLearnt();
    void otherThresholdsCountFromTheNextStepOn();
    void heldOutImagesAreShownBeforeAndAfter();
    void withoutANewModelNothingIsCompared();
    void theStudentsAgreementWithItsTeacherIsMeasured();
    void aPausedRunHoldsStillAndThenEndsAsIfItHadNot();
    void thePseudoLabelsOfEveryEpochAreShown();
};

void TestAdaptation::theSourceModelIsNeverChanged() {
    auto source = tinySource();
    const auto before = weightsOf(source);
    auto adaptation = tinyAdaptation(shortRun(), source);
    QVERIFY(adaptation.run({}, {}).has_value());
    QVERIFY(torch::equal(weightsOf(source), before));
}

void TestAdaptation::aPhotographThatTheJudgesFindAsGoodIsItsOwnLabel() {
    for (const bool trusted : {true, false}) {
        auto config = shortRun();
        config.useQualityJudge = true;
        config.trustGoodOriginals = trusted;
        auto picker = PseudoLabelPicker::create(constantAssessor(0.95, 0.1, 0.1), StructureDetector(nullptr),
                                                {config.qualityThreshold, true, /*useStructure=*/false});
        Adaptation adaptation(config, tinyClinic(10, 32), tinySource(), std::move(picker.value()), {}, makeDegradation);
        QVERIFY(adaptation.run({}, {}).has_value());
        for (const auto& decision : adaptation.firstDecisions()) {
            QVERIFY(decision.accepted);
            QCOMPARE(decision.original, trusted);
        }
    }
}

void TestAdaptation::everyStepAndEpochIsReported() {
    std::vector<AdaptationStep> steps;
    std::vector<AdaptationEpoch> epochs;
    AdaptationListener listener;
    listener.onStep = [&](const AdaptationStep& step) {
        steps.push_back(step);
    };
    listener.onEpoch = [&](const AdaptationEpoch& epoch) {
        epochs.push_back(epoch);
    };
    auto adaptation = tinyAdaptation(shortRun(), tinySource());
    const auto summary = adaptation.run(listener, {});
    QVERIFY(summary.has_value());
    QCOMPARE(steps.size(), std::size_t{8});
    QCOMPARE(steps.back().step, std::int64_t{8});
    QCOMPARE(steps.back().totalSteps, std::int64_t{8});
    QCOMPARE(steps.back().accepted, 2);
    QVERIFY(steps.back().redegradationLoss > 0.0);
    QCOMPARE(epochs.size(), std::size_t{3}); // the source model, then two epochs
    QCOMPARE(epochs.front().epoch, 0);
    QCOMPARE(summary->epochs.size(), std::size_t{3});
    QCOMPARE(summary->images + summary->probeImages, 10);
    QCOMPARE(adaptation.firstDecisions().size(), std::size_t{10});
}

void TestAdaptation::aClinicThatNoDegradationImitatesIsLeftAlone() {
    auto config = shortRun();
    config.mostUnlike = 0.0;
    const auto source = tinySource();
    auto adaptation = tinyAdaptation(config, source);
    const auto summary = adaptation.run({}, {});
    QVERIFY(!summary);
    QVERIFY(summary.error().code == ErrorCode::ProbeNotCredible);
    QVERIFY(adaptation.network().ptr() == source.ptr());
}

void TestAdaptation::ofTheDegradationsTheLikestIsTaken() {
    auto config = shortRun();
    const auto unlikenessOf = [&](std::string_view preset) {
        config.redegradation = preset;
        const auto summary = tinyAdaptation(config, tinySource()).run({}, {});
        return std::pair(summary.value().redegradation, summary.value().unlikeness);
    };
    const auto gfe = unlikenessOf("gfe");
    const auto wide = unlikenessOf("wide");
    const auto likest = unlikenessOf(AdaptationConfig::likest);
    QCOMPARE(gfe.first, std::string("gfe"));
    QCOMPARE(wide.first, std::string("wide"));
    QVERIFY(likest == (gfe.second <= wide.second ? gfe : wide));
}

void TestAdaptation::theSameSeedGivesTheSameRun() {
    const auto run = [](std::uint64_t seed) {
        auto config = shortRun();
        config.seed = seed;
        config.guardByProbe = false;
        auto adaptation = tinyAdaptation(config, tinySource());
        static_cast<void>(adaptation.run({}, {}));
        return weightsOf(adaptation.network());
    };
    const auto first = run(5);
    QVERIFY(torch::equal(first, run(5)));
    QVERIFY(!torch::equal(first, run(6)));
}

void TestAdaptation::thePapersFormEndsWithTheLastStudent() {
    auto config = AdaptationConfig::paper();
    config.epochs = 1;
    config.stepsPerEpoch = 3;
    config.useQualityJudge = config.useStructureJudge = false;
    auto source = tinySource();
    auto adaptation = tinyAdaptation(config, source);
    const auto summary = adaptation.run({}, {});
    QVERIFY(summary.has_value());
    QVERIFY(summary->choice == AdaptationChoice::Student);
    QVERIFY(!torch::equal(weightsOf(adaptation.network()), weightsOf(source)));
}

void TestAdaptation::fewerThanEightImagesAreRefused() {
    auto adaptation = tinyAdaptation(shortRun(), tinySource(), 7);
    const auto summary = adaptation.run({}, {});
    QVERIFY(!summary);
    QVERIFY(summary.error().code == ErrorCode::TooFewImages);
}

void TestAdaptation::aRunWithoutGainKeepsTheOldModel() {
    auto config = shortRun();
    config.leastGain = 50.0; // No run of eight steps gains that much.
    auto source = tinySource();
    auto adaptation = tinyAdaptation(config, source);
    const auto summary = adaptation.run({}, {});
    QVERIFY(summary.has_value());
    QVERIFY(summary->choice == AdaptationChoice::SourceKept);
    QVERIFY(adaptation.network().ptr() == source.ptr());
    QVERIFY(summary->reason.find("old model stays in use") != std::string::npos);
}

void TestAdaptation::aRunThatNeverGainsEndsEarly() {
    auto config = shortRun();
    config.epochs = 30;
    config.stepsPerEpoch = 1;
    config.leastGain = 50.0;
    auto guarded = tinyAdaptation(config, tinySource());
    const auto summary = guarded.run({}, {});
    QVERIFY(summary.has_value());
    QCOMPARE(summary->epochs.size(), static_cast<std::size_t>(1 + RunGuardLimits{}.hopeless));
    QVERIFY(!summary->stopped); // by nobody
    QVERIFY(summary->epochs[1].contrast > 0.5 && summary->epochs[1].contrast < 2.0);
    QVERIFY(summary->epochs[1].likeness > 10.0);
    config.guardByProbe = false; // the paper's form runs to its end
    config.epochs = RunGuardLimits{}.hopeless + 2;
    auto unguarded = tinyAdaptation(config, tinySource());
    QCOMPARE(unguarded.run({}, {})->epochs.size(), static_cast<std::size_t>(RunGuardLimits{}.hopeless + 3));
}

void TestAdaptation::theLastTeacherThatTheProbeDoesNotRefuseIsUsed() {
    auto config = shortRun();
    config.epochs = 3;
    config.learningRate = 1e-6; // so little that SSIM stays within its slack
    config.leastGain = -1.0;
    auto all = tinyAdaptation(config, tinySource());
    const auto unrefused = all.run({}, {});
    QCOMPARE(unrefused->choice, AdaptationChoice::Teacher);
    QCOMPARE(unrefused->keptEpoch, 3);
    // No epoch may be better than its own best so far: that refuses all but those which rise.
    config.mostBelowBest = -1.0;
    auto none = tinyAdaptation(config, tinySource());
    const auto refused = none.run({}, {});
    QCOMPARE(refused->choice, AdaptationChoice::SourceKept);
    QCOMPARE(refused->keptEpoch, 0);
}

void TestAdaptation::theNetworkInUseIsTheAverageOfTeacherAndSource() {
    const auto source = tinySource();
    const auto usedAt = [&](double share) {
        auto config = shortRun();
        config.leastGain = -100.0;
        config.sourceShare = share;
        auto adaptation = tinyAdaptation(config, source);
        static_cast<void>(adaptation.run({}, {}));
        return weightsOf(adaptation.network());
    };
    const auto teacher = usedAt(0.0);
    QVERIFY(!torch::equal(teacher, weightsOf(source)));
    QVERIFY(torch::allclose(usedAt(0.25), 0.75 * teacher + 0.25 * weightsOf(source), 0.0, 1e-6));
}

void TestAdaptation::stoppingKeepsWhatWasLearnt() {
    std::stop_source stop;
    AdaptationListener listener;
    listener.onStep = [&](const AdaptationStep&) {
        stop.request_stop();
    };
    auto adaptation = tinyAdaptation(shortRun(), tinySource());
    const auto summary = adaptation.run(listener, stop.get_token());
    QVERIFY(summary.has_value());
    QVERIFY(summary->stopped);
    QCOMPARE(summary->epochs.back().step, std::int64_t{1});
}

void TestAdaptation::weightsThatAreNoNumbersStopTheRun() {
    auto config = shortRun();
    config.learningRate = 1e-1;
    config.decayLearningRate = false;
    auto source = tinySource();
    {
        torch::NoGradGuard noGrad;
        source->named_parameters()["h_head.bias"].fill_(std::nan(""));
    }
    auto adaptation = tinyAdaptation(config, source);
    const auto summary = adaptation.run({}, {});
    QVERIFY(!summary);
    QVERIFY(summary.error().code == ErrorCode::TrainingDiverged);
    QVERIFY(adaptation.network().ptr() == source.ptr());
}

void TestAdaptation::otherThresholdsCountFromTheNextStepOn() {
    auto config = shortRun();
    config.useQualityJudge = true;
    config.trustGoodOriginals = false;
    auto picker = PseudoLabelPicker::create(constantAssessor(0.9, 0.1, 0.1), StructureDetector(nullptr),
                                            {config.qualityThreshold, true, /*useStructure=*/false});
    Adaptation adaptation(config, tinyClinic(10, 32), tinySource(), std::move(picker.value()), {}, makeDegradation);
    AdaptationControl control;
    adaptation.obey(&control);
    std::vector<AdaptationStep> steps;
    std::vector<double> reviewedAt;
    AdaptationListener listener;
    listener.onStep = [&](const AdaptationStep& step) {
        steps.push_back(step);
        if (steps.size() == 3)
            control.setThresholds(PickThresholds{0.95, 1.0});
        if (steps.size() == 6)
            control.setThresholds(PickThresholds{0.5, 1.0});
    };
    listener.onReview = [&](const std::vector<LabelReview>& reviews) {
        reviewedAt.push_back(reviews.front().decision.qualityThreshold);
    };
    QVERIFY(adaptation.run(listener, {}).has_value());
    QCOMPARE(steps.size(), std::size_t{8});
    for (std::size_t i = 0; i < steps.size(); ++i)
        QCOMPARE(steps[i].accepted, i >= 3 && i < 6 ? 0 : 2);
    QCOMPARE(reviewedAt, (std::vector<double>{0.8, 0.95, 0.5}));
}

void TestAdaptation::heldOutImagesAreShownBeforeAndAfter() {
    auto config = shortRun();
    config.learningRate = 1e-6; // so little that SSIM stays within its slack
    config.leastGain = -1.0;
    std::vector<ProbeComparison> compared;
    AdaptationListener listener;
    listener.onComparison = [&](const std::vector<ProbeComparison>& comparisons) {
        compared = comparisons;
    };
    auto adaptation = tinyAdaptation(config, tinySource());
    const auto summary = adaptation.run(listener, {});
    QCOMPARE(summary->choice, AdaptationChoice::Teacher);
    QCOMPARE(static_cast<int>(compared.size()), summary->probeImages);
    double source = 0.0;
    double adapted = 0.0;
    for (const auto& comparison : compared) {
        QVERIFY(comparison.image >= 0 && comparison.image < 10);
        QCOMPARE(comparison.degraded.width, 32);
        QVERIFY(comparison.degraded.pixels != comparison.reference.pixels);
        QVERIFY(std::isfinite(comparison.degradedPsnr));
        source += comparison.sourcePsnr;
        adapted += comparison.adaptedPsnr;
    }
    QVERIFY(compared[0].image != compared[1].image);
    // With one degradation of each these are the very images that the summary's means are over.
    QVERIFY(std::abs(source / 2.0 - summary->source.psnr) < 1e-3);
    QVERIFY(std::abs(adapted / 2.0 - summary->kept.psnr) < 1e-3);
}

void TestAdaptation::withoutANewModelNothingIsCompared() {
    auto config = shortRun();
    config.leastGain = 50.0;
    AdaptationListener listener;
    listener.onComparison = [](const std::vector<ProbeComparison>&) {
        QFAIL("there is nothing to compare");
    };
    auto adaptation = tinyAdaptation(config, tinySource());
    const auto summary = adaptation.run(listener, {});
    QCOMPARE(summary->verdict, AdaptationVerdict::NoGain);
    QVERIFY(summary->gain < 50.0);
}

void TestAdaptation::theStudentsAgreementWithItsTeacherIsMeasured() {
    auto adaptation = tinyAdaptation(shortRun(), tinySource());
    const auto summary = adaptation.run({}, {});
    QVERIFY(std::isnan(summary->epochs.front().agreement.psnr)); // they are still the same
    const auto& last = summary->epochs.back();
    // The teacher follows the student, and is nearer to it than both are to the pseudo-references.
    QVERIFY(last.agreement.psnr > last.student.psnr);
    QVERIFY(last.agreement.ssim > last.student.ssim && last.agreement.ssim <= 1.0);
}

void TestAdaptation::whatIsRejectedByHandIsNotLearnt() {
    AdaptationControl control;
    for (int image = 0; image < 10; ++image)
        control.setOverride(image, PickOverride::Reject);
    std::vector<AdaptationStep> steps;
    AdaptationListener listener;
    listener.onStep = [&](const AdaptationStep& step) {
        steps.push_back(step);
        if (steps.size() == 4) { // from the next step on the judges decide again
            for (int image = 0; image < 10; ++image)
                control.setOverride(image, PickOverride::None);
        }
    };
    auto adaptation = tinyAdaptation(shortRun(), tinySource());
    adaptation.obey(&control);
    QVERIFY(adaptation.run(listener, {}).has_value());
    for (std::size_t i = 0; i < steps.size(); ++i)
        QCOMPARE(steps[i].accepted, i < 4 ? 0 : 2);
}

void TestAdaptation::aPausedRunHoldsStillAndThenEndsAsIfItHadNot() {
    const auto run = [](bool pausing) {
        AdaptationControl control;
        int pauses = 0;
        AdaptationListener listener;
        listener.onStep = [&](const AdaptationStep& step) {
            if (pausing && step.step == 3)
                control.requestPause();
        };
        listener.onPaused = [&] {
            ++pauses;
            control.resume();
        };
        auto config = shortRun();
        config.guardByProbe = false;
        auto adaptation = tinyAdaptation(config, tinySource());
        adaptation.obey(&control);
        static_cast<void>(adaptation.run(listener, {}));
        return std::pair(weightsOf(adaptation.network()), pauses);
    };
    const auto paused = run(true);
    QCOMPARE(paused.second, 1);
    QVERIFY(torch::equal(paused.first, run(false).first));
}

void TestAdaptation::thePseudoLabelsOfEveryEpochAreShown() {
    AdaptationControl control;
    control.setOverride(1, PickOverride::Pick);
    std::vector<std::vector<LabelReview>> reviews;
    AdaptationListener listener;
    listener.onReview = [&](const std::vector<LabelReview>& found) {
        reviews.push_back(found);
    };
    auto adaptation = tinyAdaptation(shortRun(), tinySource());
    adaptation.obey(&control);
    const auto summary = adaptation.run(listener, {});
    QCOMPARE(reviews.size(), std::size_t{3}); // the source model's, then two epochs'
    QCOMPARE(static_cast<int>(reviews[1].size()), summary->images);
    for (const auto& review : reviews[1]) {
        QCOMPARE(review.epoch, 1);
        QCOMPARE(review.byHand, review.image == 1 ? PickOverride::Pick : PickOverride::None);
    }
    QVERIFY(reviews[0][0].input.pixels == reviews[2][0].input.pixels);
    QVERIFY(reviews[0][0].output.pixels != reviews[2][0].output.pixels);
}

QTEST_APPLESS_MAIN(TestAdaptation)
#include "tst_adaptation.moc"
