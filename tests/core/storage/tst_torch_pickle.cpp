// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/torch_pickle.h"

#include "core/storage/storage_files.h"

#include <QTemporaryDir>
#include <QtTest>

#include <caffe2/serialize/inline_container.h>

#include <random>

using namespace limpid;
using namespace limpid::test;

// The files of tests/data/state_dict come from Python:
//     /usr/bin/python3 tests/core/storage/make_state_dict.py tests/data/state_dict
// (python3-torch 1.13.0). What they must hold is given here by the same formulas, computed anew.

namespace {

std::filesystem::path golden(const char* name) {
    return std::filesystem::path(LIMPID_SOURCE_DIR) / "tests" / "data" / "state_dict" / name;
}

/// 0, 0.25, 0.5 ... in row order.
at::Tensor ramp(at::IntArrayRef sizes) {
    auto tensor = at::empty(sizes);
    for (std::int64_t i = 0; i < tensor.numel(); ++i)
        tensor.data_ptr<float>()[i] = 0.25F * static_cast<float>(i);
    return tensor;
}

at::Tensor named(const NamedTensors& tensors, const std::string& wanted) {
    for (const auto& [name, tensor] : tensors) {
        if (name == wanted)
            return tensor;
    }
    return {};
}

/// A pickle of {'w': a tensor of six floats}, whose storage claims `elements`.
std::string sixFloats(std::uint32_t elements) {
    std::string pickle = "\x80\x02}";
    pickle.append("X\1\0\0\0w", 6).append("ctorch._utils\n_rebuild_tensor_v2\n((");
    pickle.append("X\7\0\0\0storage", 12).append("ctorch\nFloatStorage\n");
    pickle.append("X\1\0\0\0", 5).append("0").append("X\3\0\0\0cpu", 8).append("J");
    pickle.append(reinterpret_cast<const char*>(&elements), sizeof elements);
    return pickle.append("tQK").append(1, '\0').append("K\6\x85K\1\x85\x89}tRs.");
}

void writeArchive(const std::filesystem::path& path, const std::vector<std::pair<std::string, std::string>>& records) {
    caffe2::serialize::PyTorchStreamWriter writer(path.string());
    for (const auto& [name, bytes] : records)
        writer.writeRecord(name, bytes.data(), bytes.size());
    writer.writeEndOfFile();
}

bool same(const at::Tensor& tensor, const at::Tensor& wanted) {
    return tensor.defined() && tensor.scalar_type() == wanted.scalar_type() && tensor.sizes() == wanted.sizes() &&
           at::equal(tensor, wanted);
}

} // namespace

class TestTorchPickle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aModulesStateComesBackInOrder_data();
    void aModulesStateComesBackInOrder();
    void everyTypeAndStrideComesBack();
    void whatSharedMemoryInPythonSharesItHere();
    void theOldFormatIsNamed();
    void anIntruderIsNamedAndNotRun();
    void aTrainingStateIsNoStateDict();
    void whatIsNoFileOfTorchIsRefused();
    void aStorageBiggerThanTheFileIsRefused();
    void otherArchivesAreNamed();
    void mutatedFilesNeverCrash();

private:
    std::filesystem::path place(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    QTemporaryDir m_folder;
};

void TestTorchPickle::aModulesStateComesBackInOrder_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("protocol 2, the default") << QByteArray("module.pth");
    QTest::newRow("protocol 4") << QByteArray("protocol4.pth");
}

void TestTorchPickle::aModulesStateComesBackInOrder() {
    QFETCH(QByteArray, file);
    const auto tensors = readTorchStateDict(golden(file.constData()));
    QVERIFY2(tensors, tensors ? "" : englishSentence(tensors.error()).c_str());
    std::vector<std::string> names;
    for (const auto& [name, tensor] : *tensors)
        names.push_back(name);
    QCOMPARE(names, (std::vector<std::string>{"scale", "conv.weight", "conv.bias", "norm.weight", "norm.bias",
                                              "norm.running_mean", "norm.running_var", "norm.num_batches_tracked"}));
    QVERIFY(same(named(*tensors, "scale"), at::scalar_tensor(0.5)));
    QVERIFY(same(named(*tensors, "conv.weight"), ramp({3, 2, 2, 2})));
    QVERIFY(same(named(*tensors, "norm.running_var"), ramp({3})));
    QVERIFY(same(named(*tensors, "norm.num_batches_tracked"), at::zeros({}, at::kLong)));
}

void TestTorchPickle::everyTypeAndStrideComesBack() {
    const auto tensors = readTorchStateDict(golden("types.pth"));
    QVERIFY2(tensors, tensors ? "" : englishSentence(tensors.error()).c_str());
    QCOMPARE(tensors->size(), std::size_t{13});
    QVERIFY(same(named(*tensors, "double"), at::tensor({0.0, 0.125, 0.25, 0.375}, at::kDouble)));
    QVERIFY(same(named(*tensors, "half"), at::tensor({0.5, -2.0}, at::kDouble).to(at::kHalf)));
    QVERIFY(same(named(*tensors, "bfloat16"), at::tensor({1.5, -256.0}, at::kDouble).to(at::kBFloat16)));
    QVERIFY(same(named(*tensors, "long"), at::tensor({-1099511627776L, 7L}, at::kLong)));
    QVERIFY(same(named(*tensors, "int"), at::tensor({-1, 2}, at::kInt).reshape({2, 1})));
    QVERIFY(same(named(*tensors, "short"), at::full({1}, -300, at::kShort)));
    QVERIFY(same(named(*tensors, "char"), at::full({1}, -5, at::kChar)));
    QVERIFY(same(named(*tensors, "byte"), at::full({1}, 250, at::kByte)));
    QVERIFY(same(named(*tensors, "bool"), at::tensor({1, 0}, at::kInt).to(at::kBool)));
    QVERIFY(same(named(*tensors, "parameter"), at::full({2}, 3.0)));
    QVERIFY(same(named(*tensors, "empty"), at::empty({0, 3})));
    const auto transposed = at::tensor({0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11}, at::kFloat).reshape({4, 3});
    QVERIFY(same(named(*tensors, "transposed"), transposed));
    QVERIFY(named(*tensors, "transposed").strides() == (at::IntArrayRef{1, 4}));
    QVERIFY(same(named(*tensors, "tail"), at::tensor({8, 9, 10, 11}, at::kFloat)));
}

void TestTorchPickle::whatSharedMemoryInPythonSharesItHere() {
    const auto tensors = readTorchStateDict(golden("types.pth"));
    QVERIFY(tensors);
    named(*tensors, "tail")[0] = -1;
    QCOMPARE(named(*tensors, "transposed")[0][2].item<float>(), -1.0F);
}

void TestTorchPickle::theOldFormatIsNamed() {
    const auto tensors = readTorchStateDict(golden("before_1_6.pth"));
    QVERIFY(!tensors);
    QCOMPARE(tensors.error().code, ErrorCode::UnknownArchitecture);
    QVERIFY(tensors.error().arguments.at(1).find("before PyTorch 1.6") != std::string::npos);
}

void TestTorchPickle::anIntruderIsNamedAndNotRun() {
    const auto tensors = readTorchStateDict(golden("intruder.pth"));
    QVERIFY(!tensors);
    QCOMPARE(tensors.error().code, ErrorCode::UnknownArchitecture);
    QVERIFY(tensors.error().arguments.at(1).find("posix.system") != std::string::npos);
}

void TestTorchPickle::aTrainingStateIsNoStateDict() {
    const auto tensors = readTorchStateDict(golden("training_state.pth"));
    QVERIFY(!tensors);
    QCOMPARE(tensors.error().code, ErrorCode::UnknownArchitecture);
    QVERIFY(tensors.error().arguments.at(1).find("'state_dict' is no tensor") != std::string::npos);
}

void TestTorchPickle::whatIsNoFileOfTorchIsRefused() {
    QCOMPARE(readTorchStateDict(place("nowhere.pth")).error().code, ErrorCode::ModelNotFound);
    writeBytes(place("x"), "");
    QCOMPARE(readTorchStateDict(place("x")).error().code, ErrorCode::FileEmpty);
    writeBytes(place("x"), "hello, I am a text");
    QCOMPARE(readTorchStateDict(place("x")).error().arguments.at(1), std::string("it is no file of torch.save"));
    writeBytes(place("x"), "PK\3\4 and then no archive");
    QCOMPARE(readTorchStateDict(place("x")).error().arguments.at(1), std::string("its archive cannot be read"));
    const auto valid = bytesOf(golden("module.pth"));
    writeBytes(place("x"), valid.substr(0, valid.size() / 2));
    QCOMPARE(readTorchStateDict(place("x")).error().code, ErrorCode::ModelCorrupt);
}

void TestTorchPickle::aStorageBiggerThanTheFileIsRefused() {
    const auto path = place("claims.pth");
    const std::string data(24, '\0');
    writeArchive(path, {{"data.pkl", sixFloats(6)}, {"data/0", data}});
    QVERIFY(readTorchStateDict(path));
    writeArchive(path, {{"data.pkl", sixFloats(2'000'000'000)}, {"data/0", data}});
    QCOMPARE(readTorchStateDict(path).error().arguments.at(1), std::string("it claims more data than it has"));
    writeArchive(path, {{"data.pkl", sixFloats(6)}, {"data/1", data}});
    QCOMPARE(readTorchStateDict(path).error().arguments.at(1), std::string("the data of a tensor is missing"));
}

void TestTorchPickle::otherArchivesAreNamed() {
    const auto path = place("other.pth");
    writeArchive(path, {{"data.pkl", sixFloats(6)}, {"constants.pkl", "x"}});
    QCOMPARE(readTorchStateDict(path).error().code, ErrorCode::UnknownArchitecture);
    writeArchive(path, {{"data.pkl", sixFloats(6)}, {"data/0", std::string(24, '\0')}, {"byteorder", "bigger"}});
    QCOMPARE(readTorchStateDict(path).error().arguments.at(1), std::string("a state dict of a big-endian machine"));
    writeArchive(path, {{"data.pkl", sixFloats(6)}, {"data/0", std::string(24, '\0')}, {"byteorder", "little"}});
    QVERIFY(readTorchStateDict(path));
    writeArchive(path, {{"readme", "x"}});
    QCOMPARE(readTorchStateDict(path).error().code, ErrorCode::ModelCorrupt);
}

void TestTorchPickle::mutatedFilesNeverCrash() {
    const auto valid = bytesOf(golden("types.pth"));
    std::mt19937 random(20240609);
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    int accepted = 0;
    for (int round = 0; round < 2000; ++round) {
        auto bytes = valid;
        for (std::size_t i = 0, changes = 1 + below(8); i < changes; ++i)
            bytes[below(bytes.size())] = static_cast<char>(below(256));
        if (below(5) == 0)
            bytes.resize(below(bytes.size()));
        writeBytes(place("mutated.pth"), bytes);
        accepted += readTorchStateDict(place("mutated.pth")) ? 1 : 0;
    }
    QVERIFY2(accepted > 20 && accepted < 1500, qPrintable(QString::number(accepted)));
}

QTEST_GUILESS_MAIN(TestTorchPickle)
#include "tst_torch_pickle.moc"
