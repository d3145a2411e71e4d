// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/checkpoint.h"

#include "core/storage/storage_files.h"
#include "storage/sha256.h"

#include <QTemporaryDir>
#include <QtTest>

#include <torch/nn/module.h>

using namespace limpid;
using namespace limpid::test;

namespace {

/// A module of two levels with parameters, a floating buffer and a counting one, like a convolution with a norm.
struct Block : torch::nn::Module {
    explicit Block(double value) {
        register_parameter("weight", at::full({2, 3}, value));
        register_buffer("mean", at::full({2}, value));
        register_buffer("count", at::full({}, static_cast<std::int64_t>(value), at::kLong));
    }
};

struct Network : torch::nn::Module {
    explicit Network(double value) {
        register_module("down1", std::make_shared<Block>(value));
        register_parameter("bias", at::full({4}, value));
    }
};

CheckpointInfo info() {
    return {"same-unet", R"({"width":32})", "fundus", "-1..1", R"({"name":"Fundus"})", std::string(64, 'a')};
}

void replace(NamedTensors& tensors, const std::string& name, const at::Tensor& tensor) {
    for (auto& [itsName, itsTensor] : tensors) {
        if (itsName == name)
            itsTensor = tensor;
    }
}

bool allEqual(const torch::nn::Module& module, double value) {
    for (const auto& [name, tensor] : tensorsOf(module)) {
        if (!at::equal(tensor, at::full_like(tensor, value)))
            return false;
    }
    return true;
}

} // namespace

class TestCheckpoint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNetworkComesBackWithAllThatItSaysAboutItself();
    void parametersComeBeforeBuffersByTheirDottedNames();
    void loadingCopiesParametersAndBuffers();
    void everyDifferenceIsNamedAndNothingIsChanged();
    void longListsOfDifferencesAreCutShort();
    void aTensorGivenTwiceIsUnexpected();
    void severalNetworksFitInOneFile();
    void aSafetensorsFileOfAnotherKindIsNoCheckpoint();
    void aMissingModelIsSaidToBeMissing();
    void informationThatIsNotJsonIsRefused();

private:
    std::filesystem::path place(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    QTemporaryDir m_folder;
};

void TestCheckpoint::aNetworkComesBackWithAllThatItSaysAboutItself() {
    const auto path = place("network.safetensors");
    QVERIFY(saveCheckpoint(path, info(), tensorsOf(Network(3))));
    const auto checkpoint = loadCheckpoint(path);
    QVERIFY(checkpoint);
    QCOMPARE(checkpoint->info.architecture, info().architecture);
    QCOMPARE(checkpoint->info.configurationJson, info().configurationJson);
    QCOMPARE(checkpoint->info.modality, info().modality);
    QCOMPARE(checkpoint->info.normalisation, info().normalisation);
    QCOMPARE(checkpoint->info.cardJson, info().cardJson);
    QCOMPARE(checkpoint->info.parentSha256, info().parentSha256);
    QCOMPARE(checkpoint->path, path);
    const auto alone = loadCheckpointInfo(path);
    QVERIFY(alone);
    QCOMPARE(alone->architecture, info().architecture);
    QCOMPARE(alone->cardJson, info().cardJson);
    const auto bytes = bytesOf(path);
    QCOMPARE(checkpoint->sha256, sha256Of(std::as_bytes(std::span(bytes))).value());
    Network other(7);
    QVERIFY(loadInto(other, checkpoint->tensors, path));
    QVERIFY(allEqual(other, 3));
}

void TestCheckpoint::parametersComeBeforeBuffersByTheirDottedNames() {
    std::vector<std::string> names;
    for (const auto& [name, tensor] : tensorsOf(Network(1))) {
        names.push_back(name);
        QVERIFY(!tensor.requires_grad());
    }
    QCOMPARE(names, (std::vector<std::string>{"bias", "down1.weight", "down1.mean", "down1.count"}));
}

void TestCheckpoint::loadingCopiesParametersAndBuffers() {
    Network from(2);
    Network into(5);
    QVERIFY(loadInto(into, tensorsOf(from), "x"));
    QVERIFY(allEqual(into, 2));
    // Copied, not shared.
    tensorsOf(from)[0].second.fill_(9);
    QVERIFY(allEqual(into, 2));
    QVERIFY(into.named_parameters()["bias"].requires_grad());
}

void TestCheckpoint::everyDifferenceIsNamedAndNothingIsChanged() {
    Network network(1);
    auto tensors = tensorsOf(Network(2));
    replace(tensors, "down1.weight", at::ones({3, 2}));
    replace(tensors, "down1.mean", at::ones({2}, at::kDouble));
    tensors.erase(tensors.begin());
    tensors.emplace_back("up1.bias", at::ones({1}));
    const auto loaded = loadInto(network, tensors, "model.safetensors");
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::ModelMismatch);
    QCOMPARE(loaded.error().arguments.at(0), std::string("model.safetensors"));
    QCOMPARE(loaded.error().arguments.at(1),
             std::string("1 missing (bias), 1 unexpected (up1.bias), 1 of another shape (down1.weight: 3x2 instead of "
                         "2x3), 1 of another type (down1.mean: Double instead of Float)"));
    QVERIFY(allEqual(network, 1));
}

void TestCheckpoint::longListsOfDifferencesAreCutShort() {
    Network network(1);
    const auto loaded = loadInto(network, {}, "x");
    QCOMPARE(loaded.error().arguments.at(1), std::string("4 missing (bias, down1.weight, down1.mean, ...)"));
    auto tensors = tensorsOf(network);
    replace(tensors, "down1.count", at::ones({1}, at::kLong));
    QCOMPARE(loadInto(network, tensors, "x").error().arguments.at(1),
             std::string("1 of another shape (down1.count: 1 instead of a single number)"));
}

void TestCheckpoint::aTensorGivenTwiceIsUnexpected() {
    Network network(1);
    auto tensors = tensorsOf(Network(2));
    tensors.push_back(tensors.front());
    QCOMPARE(loadInto(network, tensors, "x").error().arguments.at(1), std::string("1 unexpected (bias)"));
    QVERIFY(allEqual(network, 1));
}

void TestCheckpoint::severalNetworksFitInOneFile() {
    auto both = withPrefix("teacher.", tensorsOf(Network(1)));
    for (auto& named : withPrefix("student.", tensorsOf(Network(2))))
        both.push_back(named);
    const auto path = place("both.safetensors");
    QVERIFY(saveCheckpoint(path, info(), both));
    const auto checkpoint = loadCheckpoint(path);
    QVERIFY(checkpoint);
    Network network(0);
    QVERIFY(loadInto(network, stripPrefix("student.", checkpoint->tensors), path));
    QVERIFY(allEqual(network, 2));
    QVERIFY(loadInto(network, stripPrefix("teacher.", checkpoint->tensors), path));
    QVERIFY(allEqual(network, 1));
    QVERIFY(stripPrefix("nobody.", checkpoint->tensors).empty());
}

void TestCheckpoint::aSafetensorsFileOfAnotherKindIsNoCheckpoint() {
    const auto path = place("other.safetensors");
    QVERIFY(writeSafetensors(path, {{"a", at::ones({1})}}, {{"format", "pt"}}));
    const auto checkpoint = loadCheckpoint(path);
    QVERIFY(!checkpoint);
    QCOMPARE(checkpoint.error().code, ErrorCode::ModelCorrupt);
    QVERIFY(writeSafetensors(path, {}, {{"format", "limpid-checkpoint-1"}, {"architecture", ""}}));
    QCOMPARE(loadCheckpoint(path).error().arguments.at(1), std::string("it does not name its architecture"));
    QVERIFY(writeSafetensors(
        path, {}, {{"format", "limpid-checkpoint-1"}, {"architecture", "same-unet"}, {"configuration", "[1]"}}));
    QCOMPARE(loadCheckpoint(path).error().arguments.at(1), std::string("its configuration is not a JSON object"));
}

void TestCheckpoint::aMissingModelIsSaidToBeMissing() {
    QCOMPARE(loadCheckpoint(place("nowhere.safetensors")).error().code, ErrorCode::ModelNotFound);
    QCOMPARE(loadCheckpointInfo(place("nowhere.safetensors")).error().code, ErrorCode::ModelNotFound);
}

void TestCheckpoint::informationThatIsNotJsonIsRefused() {
    const auto path = place("refused.safetensors");
    auto broken = info();
    broken.cardJson = "{";
    QCOMPARE(saveCheckpoint(path, broken, {}).error().code, ErrorCode::InvalidArgument);
    broken = info();
    broken.architecture.clear();
    QCOMPARE(saveCheckpoint(path, broken, {}).error().code, ErrorCode::InvalidArgument);
    QVERIFY(!std::filesystem::exists(path));
    auto brief = info();
    brief.configurationJson.clear();
    brief.cardJson.clear();
    QVERIFY(saveCheckpoint(path, brief, {}));
}

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
