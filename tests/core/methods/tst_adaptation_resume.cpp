// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/adaptation.h"
#include "tiny_clinic.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace limpid;

namespace {

/// Three epochs in which every part draws at random.
AdaptationConfig threeEpochs() {
    auto config = configurationWithoutJudges();
    config.epochs = 3;
    config.stepsPerEpoch = 3;
    config.perturb = true;
    config.redegrade = true;
    config.redegradationCandidates = 2;
    config.guardByProbe = false;
    return config;
}

StructurePreservingUnet sourceOf(const UnetConfiguration& configuration) {
    torch::manual_seed(11);
    return StructurePreservingUnet(configuration);
}

Adaptation adaptationOf(const AdaptationConfig& config, const UnetConfiguration& network) {
    return tinyAdaptation(config, sourceOf(network));
}

/// The state with tensors of its own, which the run does not change any more.
AdaptationState keptCopy(const AdaptationState& state) {
    auto copy = state;
    for (auto* tensors : {&copy.student, &copy.teacher, &copy.kept, &copy.optimiser}) {
        for (auto& [name, tensor] : *tensors)
            tensor = tensor.clone();
    }
    return copy;
}

bool equal(const NamedTensors& left, const NamedTensors& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](const auto& a, const auto& b) {
        return a.first == b.first && torch::equal(a.second, b.second);
    });
}

/// Everything but the time it took.
bool equal(const AdaptationEpoch& left, const AdaptationEpoch& right) {
    return left.epoch == right.epoch && left.step == right.step && left.loss == right.loss &&
           left.accepted == right.accepted && left.student.psnr == right.student.psnr &&
           left.student.ssim == right.student.ssim && left.teacher.psnr == right.teacher.psnr &&
           left.teacher.ssim == right.teacher.ssim && left.kept == right.kept;
}

/// The states after every finished epoch of a run, which `stopAtStep` cuts off.
std::vector<AdaptationState> statesOf(Adaptation& adaptation, std::int64_t stopAtStep = 0) {
    std::vector<AdaptationState> states;
    adaptation.onState([&](const AdaptationState& state) -> Result<void> {
        states.push_back(keptCopy(state));
        return {};
    });
    std::stop_source stop;
    AdaptationListener listener;
    listener.onStep = [&](const AdaptationStep& step) {
        if (step.step == stopAtStep)
            stop.request_stop();
    };
    if (!adaptation.run(listener, stop.get_token()))
        states.clear();
    return states;
}

} // namespace

class TestAdaptationResume : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }
    void aResumedRunEndsAsIfItHadNeverBeenCutOff_data();
    void aResumedRunEndsAsIfItHadNeverBeenCutOff();
    void whatWasDecidedByHandOutlivesTheRun_data();
    void whatWasDecidedByHandOutlivesTheRun();
    void aDecisionIsKeptAtOnceAndWhileItPauses();
    void decisionsThatCannotBeKeptEndTheRun();
    void anInterruptedEpochIsNotKept();
    void theEpochsBeforeAreToldAgain();
    void aRunThatWasCutOffAtItsEndOnlyChooses();
    void anotherConfigurationIsRefused();
    void tensorsOfAnotherNetworkAreRefused_data();
    void tensorsOfAnotherNetworkAreRefused();
    void randomDrawsThatAreNoneAreRefused();
    void anotherProbeIsRefused();
    void aStateThatCannotBeKeptEndsTheRun();
    void aRestoredRedegraderGoesOnAsIfNothingHadHappened();

private:
    /// The state after the first of three epochs.
    static AdaptationState firstEpoch() {
        auto adaptation = adaptationOf(threeEpochs(), tinyUnet());
        return statesOf(adaptation, 3).at(0);
    }
};

void TestAdaptationResume::aResumedRunEndsAsIfItHadNeverBeenCutOff_data() {
    QTest::addColumn<bool>("dropout");
    QTest::addColumn<bool>("guardByProbe");
    QTest::newRow("the last student") << false << false;
    QTest::newRow("guarded by the probe") << false << true;
    QTest::newRow("with dropout") << true << false;
}

void TestAdaptationResume::aResumedRunEndsAsIfItHadNeverBeenCutOff() {
    QFETCH(bool, dropout);
    QFETCH(bool, guardByProbe);
    auto config = threeEpochs();
    config.guardByProbe = guardByProbe;
    config.leastGain = -100.0;
    auto network = tinyUnet();
    network.dropout = dropout;
    if (dropout)
        network.levels = 5; // The first level that has it.
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "state.safetensors";

    auto whole = adaptationOf(config, network);
    const auto expected = statesOf(whole);
    QCOMPARE(expected.size(), std::size_t{3});

    auto cutOff = adaptationOf(config, network);
    auto before = statesOf(cutOff, 4); // In the middle of the second epoch.
    QCOMPARE(before.size(), std::size_t{1});
    before.front().place = {"Eye clinic", "/photographs", "/model.safetensors", 32}; // whoever keeps a state knows it
    QVERIFY(saveAdaptationState(file, before.front()).has_value());

    auto read = loadAdaptationState(file);
    QVERIFY2(read.has_value(), read ? "" : englishSentence(read.error()).c_str());
    auto resumed = adaptationOf(config, network);
    const auto taken = resumed.resumeFrom(std::move(*read));
    QVERIFY2(taken.has_value(), taken ? "" : englishSentence(taken.error()).c_str());
    const auto after = statesOf(resumed);
    QCOMPARE(after.size(), std::size_t{2});

    const auto& end = after.back();
    const auto& wanted = expected.back();
    QVERIFY(equal(end.student, wanted.student));
    QVERIFY(equal(end.teacher, wanted.teacher));
    QVERIFY(equal(end.kept, wanted.kept));
    QVERIFY(equal(end.optimiser, wanted.optimiser));
    QCOMPARE(end.crops, wanted.crops);
    QCOMPARE(end.redegrader, wanted.redegrader);
    QCOMPARE(end.perturbation, wanted.perturbation);
    QCOMPARE(end.epochs.size(), std::size_t{4});
    for (std::size_t i = 0; i < end.epochs.size(); ++i)
        QVERIFY2(equal(end.epochs[i], wanted.epochs[i]), std::to_string(i).c_str());
    QVERIFY(!equal(wanted.student, before.front().student)); // It did go on.
    const auto used = whole.network()->parameters();
    const auto resumedUsed = resumed.network()->parameters();
    for (std::size_t i = 0; i < used.size(); ++i)
        QVERIFY(torch::equal(used[i], resumedUsed[i]));
}

void TestAdaptationResume::whatWasDecidedByHandOutlivesTheRun_data() {
    QTest::addColumn<bool>("withControl");
    QTest::newRow("in the window") << true;
    QTest::newRow("on the command line") << false;
}

void TestAdaptationResume::whatWasDecidedByHandOutlivesTheRun() {
    QFETCH(bool, withControl);
    // Only the first two images are learnt from, as a person wanted before the run began.
    HandDecisions wanted;
    for (int image = 2; image < 10; ++image)
        wanted.overrides[image] = PickOverride::Reject;
    wanted.thresholds = PickThresholds{0.5, 3.0};
    const auto config = threeEpochs();
    AdaptationControl first;
    first.restore(wanted);
    auto whole = adaptationOf(config, tinyUnet());
    whole.obey(&first);
    const auto expected = statesOf(whole);
    QCOMPARE(expected.size(), std::size_t{3});
    QVERIFY(expected.front().byHand == wanted);

    AdaptationControl second; // Another process knows nothing of them.
    auto resumed = adaptationOf(config, tinyUnet());
    if (withControl)
        resumed.obey(&second);
    QVERIFY(resumed.resumeFrom(keptCopy(expected.front())).has_value());
    const auto after = statesOf(resumed);
    QCOMPARE(after.size(), std::size_t{2});
    QVERIFY(after.back().byHand == wanted);
    QVERIFY(equal(after.back().student, expected.back().student));
    QVERIFY(equal(after.back().epochs.back(), expected.back().epochs.back()));
    if (withControl)
        QVERIFY(second.decisions() == wanted);

    auto forgetful = adaptationOf(config, tinyUnet());
    auto without = keptCopy(expected.front());
    without.byHand = {};
    QVERIFY(forgetful.resumeFrom(std::move(without)).has_value());
    QVERIFY(!equal(statesOf(forgetful).back().student, expected.back().student)); // They do make a difference.
}

void TestAdaptationResume::aDecisionIsKeptAtOnceAndWhileItPauses() {
    AdaptationControl control;
    auto adaptation = adaptationOf(threeEpochs(), tinyUnet());
    adaptation.obey(&control);
    std::vector<HandDecisions> kept;
    adaptation.onDecision([&](const HandDecisions& decisions) -> Result<void> {
        kept.push_back(decisions);
        if (kept.size() == 2)
            control.resume(); // What was decided in the pause has been heard.
        return {};
    });
    adaptation.onState([](const AdaptationState&) -> Result<void> { return {}; });
    AdaptationListener listener;
    std::size_t keptAtStep5 = 0;
    listener.onStep = [&](const AdaptationStep& step) {
        if (step.step == 4)
            control.setOverride(3, PickOverride::Reject);
        if (step.step == 5) {
            keptAtStep5 = kept.size();
            control.requestPause();
        }
    };
    listener.onPaused = [&] {
        control.setOverride(4, PickOverride::Pick);
    };
    QVERIFY(adaptation.run(listener, {}).has_value());
    QCOMPARE(keptAtStep5, std::size_t{1});
    QCOMPARE(kept.size(), std::size_t{2});
    QCOMPARE(kept.back().overrides.size(), std::size_t{2});
}

void TestAdaptationResume::decisionsThatCannotBeKeptEndTheRun() {
    AdaptationControl control;
    auto adaptation = adaptationOf(threeEpochs(), tinyUnet());
    adaptation.obey(&control);
    adaptation.onDecision(
        [](const HandDecisions&) -> Result<void> { return fail(ErrorCode::DiskFull, {"unfinished.safetensors"}); });
    AdaptationListener listener;
    listener.onStep = [&](const AdaptationStep&) {
        control.setOverride(3, PickOverride::Reject);
    };
    const auto summary = adaptation.run(listener, {});
    QVERIFY(!summary);
    QVERIFY(summary.error().code == ErrorCode::DiskFull);
}

void TestAdaptationResume::anInterruptedEpochIsNotKept() {
    auto atOnce = adaptationOf(threeEpochs(), tinyUnet());
    QCOMPARE(statesOf(atOnce, 1).size(), std::size_t{0});
    auto withTheLastStep = adaptationOf(threeEpochs(), tinyUnet());
    QCOMPARE(statesOf(withTheLastStep, 3).size(), std::size_t{1});
}

void TestAdaptationResume::theEpochsBeforeAreToldAgain() {
    auto resumed = adaptationOf(threeEpochs(), tinyUnet());
    QVERIFY(resumed.resumeFrom(firstEpoch()).has_value());
    std::vector<int> told;
    std::vector<std::int64_t> steps;
    AdaptationListener listener;
    listener.onEpoch = [&](const AdaptationEpoch& epoch) {
        told.push_back(epoch.epoch);
    };
    listener.onStep = [&](const AdaptationStep& step) {
        steps.push_back(step.step);
    };
    const auto summary = resumed.run(listener, {});
    QVERIFY(summary.has_value());
    QCOMPARE(told, (std::vector<int>{0, 1, 2, 3}));
    QCOMPARE(steps, (std::vector<std::int64_t>{4, 5, 6, 7, 8, 9}));
    QCOMPARE(summary->epochs.size(), std::size_t{4});
    QVERIFY(summary->seconds >= summary->epochs[1].seconds);
}

void TestAdaptationResume::aRunThatWasCutOffAtItsEndOnlyChooses() {
    auto whole = adaptationOf(threeEpochs(), tinyUnet());
    auto states = statesOf(whole);
    QCOMPARE(states.size(), std::size_t{3});
    auto resumed = adaptationOf(threeEpochs(), tinyUnet());
    QVERIFY(resumed.resumeFrom(std::move(states.back())).has_value());
    const auto summary = resumed.run({}, {});
    QVERIFY(summary.has_value());
    QVERIFY(summary->choice == AdaptationChoice::Student);
    QCOMPARE(summary->keptEpoch, 3);
    QVERIFY(torch::equal(resumed.network()->parameters().front(), whole.network()->parameters().front()));
}

void TestAdaptationResume::anotherConfigurationIsRefused() {
    auto config = threeEpochs();
    config.learningRate *= 2.0;
    auto adaptation = adaptationOf(config, tinyUnet());
    const auto taken = adaptation.resumeFrom(firstEpoch());
    QVERIFY(!taken);
    QVERIFY(taken.error().code == ErrorCode::CannotResume);
}

void TestAdaptationResume::tensorsOfAnotherNetworkAreRefused_data() {
    QTest::addColumn<QString>("part");
    for (const auto* part : {"student", "teacher", "kept", "optimiser", "odd step", "another shape", "one too many"})
        QTest::newRow(part) << QString::fromLatin1(part);
}

void TestAdaptationResume::tensorsOfAnotherNetworkAreRefused() {
    QFETCH(QString, part);
    auto state = firstEpoch();
    QVERIFY(state.optimiser.size() > 3);
    if (part == QLatin1String("student"))
        state.student.pop_back();
    else if (part == QLatin1String("teacher"))
        state.teacher.clear();
    else if (part == QLatin1String("kept"))
        state.kept.back().first = "another";
    else if (part == QLatin1String("optimiser"))
        state.optimiser.pop_back();
    else if (part == QLatin1String("odd step"))
        state.optimiser.front().second = torch::zeros({}, torch::kLong);
    else if (part == QLatin1String("another shape"))
        state.optimiser.back().second = torch::zeros({1, 2, 3});
    else
        state.optimiser.emplace_back("nobody.step", torch::ones({}, torch::kLong));
    auto adaptation = adaptationOf(threeEpochs(), tinyUnet());
    const auto taken = adaptation.resumeFrom(std::move(state));
    QVERIFY(!taken);
    QVERIFY(taken.error().code == ErrorCode::CannotResume);
    QCOMPARE(taken.error().arguments.size(), std::size_t{2});
}

void TestAdaptationResume::randomDrawsThatAreNoneAreRefused() {
    for (auto member : {&AdaptationState::crops, &AdaptationState::redegrader, &AdaptationState::perturbation}) {
        auto state = firstEpoch();
        state.*member = "1 2 three";
        auto adaptation = adaptationOf(threeEpochs(), tinyUnet());
        QVERIFY(adaptation.resumeFrom(std::move(state)).has_value());
        const auto summary = adaptation.run({}, {});
        QVERIFY(!summary);
        QVERIFY(summary.error().code == ErrorCode::CannotResume);
    }
}

void TestAdaptationResume::anotherProbeIsRefused() {
    auto state = firstEpoch();
    state.epochs.front().student.psnr += 1.0;
    auto adaptation = adaptationOf(threeEpochs(), tinyUnet());
    QVERIFY(adaptation.resumeFrom(std::move(state)).has_value());
    const auto summary = adaptation.run({}, {});
    QVERIFY(!summary);
    QVERIFY(summary.error().code == ErrorCode::CannotResume);
    QVERIFY(englishSentence(summary.error()).find("clinic probe") != std::string::npos);
}

void TestAdaptationResume::aStateThatCannotBeKeptEndsTheRun() {
    auto adaptation = adaptationOf(threeEpochs(), tinyUnet());
    adaptation.onState(
        [](const AdaptationState&) -> Result<void> { return fail(ErrorCode::DiskFull, {"unfinished.safetensors"}); });
    const auto summary = adaptation.run({}, {});
    QVERIFY(!summary);
    QVERIFY(summary.error().code == ErrorCode::DiskFull);
}

void TestAdaptationResume::aRestoredRedegraderGoesOnAsIfNothingHadHappened() {
    const auto labels = tinyClinic(3, 32).images.to(torch::kFloat) / 255.0;
    const auto mask = torch::ones({3, 1, 32, 32});
    const auto make = [](std::uint64_t seed) {
        return Redegrader(makeDegradation("wide", seed), torch::rand({4, 9}), {2, 1.0, seed});
    };
    torch::manual_seed(3);
    auto redegrader = make(5);
    redegrader.degrade(labels, mask);
    const auto state = redegrader.saveState();
    const auto next = redegrader.degrade(labels, mask);
    torch::manual_seed(3); // The same appearance of the clinic.
    auto resumed = make(6);
    QVERIFY(!resumed.restoreState("nonsense").has_value());
    QVERIFY(!resumed.restoreState("nonsense\nmore of it").has_value());
    QVERIFY(resumed.restoreState(state).has_value());
    QVERIFY(torch::equal(resumed.degrade(labels, mask), next));
}

QTEST_APPLESS_MAIN(TestAdaptationResume)
#include "tst_adaptation_resume.moc"
