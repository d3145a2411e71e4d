// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/storage_files.h"
#include "methods/same/adam_state.h"
#include "methods/same/adaptation_state.h"
#include "methods/same/same_model.h"
#include "methods/same/training_crops.h"
#include "nn/adam.h"
#include "storage/checkpoint.h"
#include "tiny_clinic.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace limpid;

namespace {

/// A state after two epochs in which no field has its default or another field's value.
AdaptationState madeState() {
    AdaptationState state;
    state.config.form = "paper";
    state.config.epochs = 5;
    state.config.stepsPerEpoch = 23;
    state.config.batchSize = 7;
    state.config.learningRate = 1.0 / 30'000.0;
    state.config.decayLearningRate = !state.config.decayLearningRate;
    state.config.redegradation = "wide";
    state.config.probeImages = 3;
    state.config.leastGain = -0.1;
    state.config.seed = std::numeric_limits<std::uint64_t>::max();
    state.origin = {std::string(64, 'a'), std::string(64, 'b')};
    state.place = {"Eye clinic", "/photographs/ä", "/models/m.safetensors", 192};
    for (int i = 0; i < 3; ++i) {
        const double x = i / 3.0;
        state.epochs.push_back(
            {i, 23 * i, 0.1 + x, 0.2 + x, {20.0 + x, 0.7 + x}, {21.0 + x, 0.8 + x}, i == 2, x, {30.0 + x, 0.9}});
    }
    state.student = {{"layer.weight", torch::rand({2, 3})}, {"layer.bias", torch::rand({2})}};
    state.teacher = {{"layer.weight", torch::rand({2, 3})}};
    state.kept = {{"layer.weight", torch::rand({2, 3})}};
    state.optimiser = {{"layer.bias.step", torch::tensor(5, torch::kLong)}};
    state.crops = "1 2 3";
    state.redegrader = "4\n5";
    state.perturbation = "6";
    state.byHand.overrides = {{0, PickOverride::Reject}, {2, PickOverride::Pick}, {5, PickOverride::Pick}};
    state.byHand.thresholds = PickThresholds{0.625, 1.0 / 3.0};
    state.config.clipUpdate = 0.01;
    state.config.noiseUpdate = 0.5;
    return state;
}

bool equal(const NamedTensors& left, const NamedTensors& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](const auto& a, const auto& b) {
        return a.first == b.first && torch::equal(a.second, b.second);
    });
}

torch::Tensor weightsOf(const torch::nn::Module& network) {
    std::vector<torch::Tensor> flat;
    for (const auto& parameter : network.parameters())
        flat.push_back(parameter.detach().flatten().clone());
    return torch::cat(flat);
}

/// `count` steps of Adam towards a fixed target.
void learn(StructurePreservingUnet& network, Adam& optimiser, int count) {
    const auto x = torch::linspace(-1.0, 1.0, 3 * 32 * 32).view({1, 3, 32, 32});
    for (int i = 0; i < count; ++i) {
        optimiser.forgetGradients();
        const auto output = network->forward(x);
        (output.image.pow(2).mean() + output.structureLogits.pow(2).mean()).backward();
        optimiser.step();
    }
}

} // namespace

class TestAdaptationState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSavedStateComesBackAsItWas();
    void whatIsNoNumberComesBackAsSuch();
    void anOlderStateIsRefusedInWords();
    void decisionsArePutIntoAStateThatIsKept();
    void oddRecordsAreRefused_data();
    void oddRecordsAreRefused();
    void damagedFilesAreRefused_data();
    void damagedFilesAreRefused();
    void anotherKindOfFileIsRefused();
    void tensorsOfNoNetworkAreRefused();
    void aFileThatIsNotThereIsNotFound();
    void theStateOfAnotherModelOrFolderIsRefused();
    void theFingerprintKnowsNamesSizesAndPixels();
    void configurationsDifferByEveryNumber();
    void aRestoredAdamGoesOnAsIfNothingHadHappened();
    void cropsRefuseWhatIsNoState();

private:
    std::filesystem::path file(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    QTemporaryDir m_folder;
};

void TestAdaptationState::aSavedStateComesBackAsItWas() {
    const auto state = madeState();
    QVERIFY(saveAdaptationState(file("s.safetensors"), state).has_value());
    const auto read = loadAdaptationState(file("s.safetensors"));
    QVERIFY2(read.has_value(), read ? "" : englishSentence(read.error()).c_str());
    QVERIFY(read->byHand == state.byHand);
    QVERIFY(sameConfiguration(read->config, state.config));
    QCOMPARE(read->config.form, state.config.form);
    QCOMPARE(read->config.seed, state.config.seed);
    QVERIFY(read->config.learningRate == state.config.learningRate); // To the last bit.
    QVERIFY(read->origin == state.origin);
    QVERIFY(read->place == state.place);
    QCOMPARE(read->epochs.size(), std::size_t{3});
    for (std::size_t i = 0; i < 3; ++i) {
        const auto& a = read->epochs[i];
        const auto& b = state.epochs[i];
        QCOMPARE(a.epoch, b.epoch);
        QCOMPARE(a.step, b.step);
        QVERIFY(a.agreement.psnr == b.agreement.psnr && a.agreement.ssim == b.agreement.ssim);
        QVERIFY(a.loss == b.loss && a.accepted == b.accepted && a.seconds == b.seconds && a.kept == b.kept);
        QVERIFY(a.student.psnr == b.student.psnr && a.student.ssim == b.student.ssim);
        QVERIFY(a.teacher.psnr == b.teacher.psnr && a.teacher.ssim == b.teacher.ssim);
    }
    QVERIFY(equal(read->student, state.student));
    QVERIFY(equal(read->teacher, state.teacher));
    QVERIFY(equal(read->kept, state.kept));
    QVERIFY(equal(read->optimiser, state.optimiser));
    QCOMPARE(read->crops, state.crops);
    QCOMPARE(read->redegrader, state.redegrader);
    QCOMPARE(read->perturbation, state.perturbation);
}

void TestAdaptationState::whatIsNoNumberComesBackAsSuch() {
    auto state = madeState();
    state.epochs[1].teacher.psnr = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(saveAdaptationState(file("nan.safetensors"), state).has_value());
    const auto read = loadAdaptationState(file("nan.safetensors"));
    QVERIFY2(read.has_value(), read ? "" : englishSentence(read.error()).c_str());
    QVERIFY(std::isnan(read->epochs[1].teacher.psnr));
}

void TestAdaptationState::anOlderStateIsRefusedInWords() {
    QVERIFY(saveAdaptationState(file("new.safetensors"), madeState()).has_value());
    auto checkpoint = loadCheckpoint(file("new.safetensors"));
    QVERIFY(checkpoint.has_value());
    // As the version before wrote it: without what was decided by hand.
    auto record = QString::fromStdString(checkpoint->info.configurationJson);
    record.replace(QStringLiteral("\"version\":5"), QStringLiteral("\"version\":4"));
    record.replace(QStringLiteral("\"byHand\""), QStringLiteral("\"unknown\""));
    checkpoint->info.configurationJson = record.toStdString();
    QVERIFY(saveCheckpoint(file("old.safetensors"), checkpoint->info, checkpoint->tensors).has_value());
    const auto read = loadAdaptationState(file("old.safetensors"));
    QVERIFY(!read);
    const auto sentence = englishSentence(read.error());
    QVERIFY2(sentence.find("older version of Limpid") != std::string::npos, sentence.c_str());
}

void TestAdaptationState::decisionsArePutIntoAStateThatIsKept() {
    const auto state = madeState();
    QVERIFY(saveAdaptationState(file("kept.safetensors"), state).has_value());
    HandDecisions later = state.byHand;
    later.overrides[1] = PickOverride::Pick;
    later.overrides.erase(2);
    later.thresholds.reset();
    QVERIFY(saveHandDecisions(file("kept.safetensors"), later).has_value());
    const auto read = loadAdaptationState(file("kept.safetensors"));
    QVERIFY2(read.has_value(), read ? "" : englishSentence(read.error()).c_str());
    QVERIFY(read->byHand == later);
    QVERIFY(read->origin == state.origin);
    QVERIFY(read->place == state.place);
    QVERIFY(sameConfiguration(read->config, state.config));
    QVERIFY(equal(read->student, state.student));
    QVERIFY(equal(read->optimiser, state.optimiser));
    QCOMPARE(read->crops, state.crops);
    QVERIFY(!saveHandDecisions(file("nowhere.safetensors"), later));
}

void TestAdaptationState::oddRecordsAreRefused_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const auto row = [](const char* name, const char* from, const char* to) {
        QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to);
    };
    row("negative batch", "\"batchSize\":7", "\"batchSize\":-7");
    row("batch beyond all numbers", "\"batchSize\":7", "\"batchSize\":18446744073709551615");
    row("batch with a fraction", "\"batchSize\":7", "\"batchSize\":7.5");
    row("batch as text", "\"batchSize\":7", "\"batchSize\":\"7\"");
    row("batch as list", "\"batchSize\":7", "\"batchSize\":[7]");
    row("no batch", "\"batchSize\":7,", "");
    row("unknown field", "\"batchSize\":7", "\"batchSize\":7,\"colour\":1");
    row("no epochs", "\"epochs\":5", "\"epochs\":0");
    row("fewer epochs than finished", "\"epochs\":5", "\"epochs\":1");
    row("a probe of nothing", "\"probeImages\":3", "\"probeImages\":0");
    row("no form", "\"form\":\"paper\"", "\"form\":null");
    row("epochs out of order", "\"epoch\":1", "\"epoch\":2");
    row("no finished epochs", "\"finished\":[", "\"finished\":[],\"other\":[");
    row("epochs that are none", "\"finished\":[", "\"finished\":[1,");
    row("no list of epochs", "\"finished\":[", "\"unfinished\":[");
    row("draws that are no text", "\"crops\":\"1 2 3\"", "\"crops\":123");
    row("no draws", "\"crops\":\"1 2 3\",", "");
    row("an older version", "\"version\":5", "\"version\":4");
    row("a newer version", "\"version\":5", "\"version\":6");
    row("a version that is text", "\"version\":5", "\"version\":\"1\"");
    row("no decisions by hand", "\"byHand\":", "\"other\":");
    row("a decision about no image", "\"picked\":[2", "\"picked\":[-2");
    row("a decision that is text", "\"picked\":[2", "\"picked\":[\"2\"");
    row("two decisions about one image", "\"rejected\":[0", "\"rejected\":[2");
    row("no list of decisions", "\"rejected\":[0]", "\"rejected\":0");
    row("a threshold beyond bounds", "\"quality\":0.625", "\"quality\":1.5");
    row("half the thresholds", "\"quality\":0.625,", "");
    row("no photographs", "\"clinicSha256\":\"", "\"clinic\":\"");
    row("no folder", "\"folder\":", "\"other\":");
    row("a model that is no text", "\"model\":\"", "\"model\":1,\"other\":\"");
    row("no working size", "\"workingSize\":192", "\"workingSize\":0");
    row("a kept epoch that is no number", "\"kept\":true", "\"kept\":1");
}

void TestAdaptationState::oddRecordsAreRefused() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QVERIFY(saveAdaptationState(file("whole.safetensors"), madeState()).has_value());
    auto checkpoint = loadCheckpoint(file("whole.safetensors"));
    QVERIFY(checkpoint.has_value());
    auto record = QString::fromStdString(checkpoint->info.configurationJson);
    QVERIFY2(record.contains(from), qPrintable(record));
    record.replace(record.indexOf(from), from.size(), to);
    checkpoint->info.configurationJson = record.toStdString();
    QVERIFY(saveCheckpoint(file("odd.safetensors"), checkpoint->info, checkpoint->tensors).has_value());
    const auto read = loadAdaptationState(file("odd.safetensors"));
    QVERIFY(!read);
    QVERIFY(read.error().code == ErrorCode::CannotResume);
    QCOMPARE(read.error().arguments.size(), std::size_t{2});
}

void TestAdaptationState::damagedFilesAreRefused_data() {
    QTest::addColumn<double>("share");
    QTest::newRow("empty") << 0.0;
    QTest::newRow("cut in its head") << 0.01;
    QTest::newRow("cut in the middle") << 0.5;
    QTest::newRow("cut before its end") << 0.999;
}

void TestAdaptationState::damagedFilesAreRefused() {
    QFETCH(double, share);
    QVERIFY(saveAdaptationState(file("sound.safetensors"), madeState()).has_value());
    const auto bytes = test::bytesOf(file("sound.safetensors"));
    const auto kept = static_cast<std::size_t>(share * static_cast<double>(bytes.size()));
    test::writeBytes(file("cut.safetensors"), bytes.substr(0, kept));
    const auto read = loadAdaptationState(file("cut.safetensors"));
    QVERIFY(!read);
    QVERIFY(read.error().code == ErrorCode::CannotResume);
    QVERIFY(englishSentence(read.error()).find("cut.safetensors") != std::string::npos);
}

void TestAdaptationState::anotherKindOfFileIsRefused() {
    SameModel model;
    model.network = StructurePreservingUnet(tinyUnet());
    QVERIFY(saveSameModel(file("model.safetensors"), model).has_value());
    const auto read = loadAdaptationState(file("model.safetensors"));
    QVERIFY(!read);
    QVERIFY(read.error().code == ErrorCode::CannotResume);
}

void TestAdaptationState::tensorsOfNoNetworkAreRefused() {
    QVERIFY(saveAdaptationState(file("s.safetensors"), madeState()).has_value());
    auto checkpoint = loadCheckpoint(file("s.safetensors"));
    QVERIFY(checkpoint.has_value());
    checkpoint->tensors.emplace_back("stranger.weight", torch::zeros({2}));
    QVERIFY(saveCheckpoint(file("more.safetensors"), checkpoint->info, checkpoint->tensors).has_value());
    const auto read = loadAdaptationState(file("more.safetensors"));
    QVERIFY(!read);
    QVERIFY(read.error().code == ErrorCode::CannotResume);
}

void TestAdaptationState::aFileThatIsNotThereIsNotFound() {
    const auto read = loadAdaptationState(file("nowhere.safetensors"));
    QVERIFY(!read);
    QVERIFY(read.error().code == ErrorCode::ModelNotFound);
}

void TestAdaptationState::theStateOfAnotherModelOrFolderIsRefused() {
    const auto state = madeState();
    QVERIFY(requireOrigin(state, state.origin).has_value());
    auto model = state.origin;
    model.modelSha256.back() = 'c';
    auto clinic = state.origin;
    clinic.clinicSha256.back() = 'c';
    for (const auto& [origin, word] : {std::pair(model, "model"), std::pair(clinic, "photographs")}) {
        const auto same = requireOrigin(state, origin);
        QVERIFY(!same);
        QVERIFY(same.error().code == ErrorCode::CannotResume);
        QVERIFY(englishSentence(same.error()).find(word) != std::string::npos);
    }
}

void TestAdaptationState::theFingerprintKnowsNamesSizesAndPixels() {
    const auto clinic = tinyClinic(2, 16);
    const std::vector<std::string> names{"a.png", "b.png"};
    const auto first = clinicFingerprint(names, clinic.images, clinic.fieldOfView);
    QVERIFY(first.has_value());
    QCOMPARE(first->size(), std::size_t{64});
    QCOMPARE(*clinicFingerprint(names, clinic.images.clone(), clinic.fieldOfView.clone()), *first);
    QVERIFY(*clinicFingerprint({"a.png", "c.png"}, clinic.images, clinic.fieldOfView) != *first);
    QVERIFY(*clinicFingerprint({"a.pngb.png"}, clinic.images, clinic.fieldOfView) != *first);
    auto changed = clinic.images.clone();
    changed[1][2][3][4].bitwise_xor_(1);
    QVERIFY(*clinicFingerprint(names, changed, clinic.fieldOfView) != *first);
    QVERIFY(*clinicFingerprint(names, clinic.images.view({2, 3, 8, 32}), clinic.fieldOfView) != *first);
}

void TestAdaptationState::configurationsDifferByEveryNumber() {
    const auto config = AdaptationConfig::limpid();
    QVERIFY(sameConfiguration(config, AdaptationConfig::limpid()));
    auto other = config;
    other.seed += 1;
    QVERIFY(!sameConfiguration(config, other));
    other = config;
    other.leastAccepted = std::nextafter(other.leastAccepted, 1.0);
    QVERIFY(!sameConfiguration(config, other));
}

void TestAdaptationState::aRestoredAdamGoesOnAsIfNothingHadHappened() {
    torch::set_num_threads(1);
    torch::manual_seed(4);
    StructurePreservingUnet network(tinyUnet());
    Adam optimiser(network->parameters(), 1e-2);
    QVERIFY(adamTensors(optimiser, *network).empty()); // Nothing has been stepped yet.
    learn(network, optimiser, 2);
    StructurePreservingUnet copy(tinyUnet());
    QVERIFY(loadInto(*copy, tensorsOf(*network), {}).has_value());
    Adam resumed(copy->parameters(), 1e-2);
    const auto memory = adamTensors(optimiser, *network);
    QVERIFY(!memory.empty());
    QCOMPARE(memory.front().second.item<std::int64_t>(), std::int64_t{2});
    QVERIFY(restoreAdam(resumed, *copy, memory).has_value());
    learn(network, optimiser, 2);
    learn(copy, resumed, 2);
    QVERIFY(torch::equal(weightsOf(*copy), weightsOf(*network)));
    QVERIFY(equal(adamTensors(resumed, *copy), adamTensors(optimiser, *network)));
}

void TestAdaptationState::cropsRefuseWhatIsNoState() {
    const auto clinic = tinyClinic(2, 32);
    TrainingCrops crops({clinic.images, clinic.fieldOfView, {}, {}}, 32, 28, 1);
    const auto before = crops.saveState();
    QVERIFY(!crops.restoreState("1 2 three").has_value());
    QCOMPARE(crops.saveState(), before);
    QVERIFY(crops.restoreState(before).has_value());
}

QTEST_APPLESS_MAIN(TestAdaptationState)
#include "tst_adaptation_state.moc"
