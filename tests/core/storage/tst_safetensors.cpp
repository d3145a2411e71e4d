// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/safetensors.h"

#include "core/storage/storage_files.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cstring>
#include <limits>
#include <random>

using namespace limpid;
using namespace limpid::test;

class TestSafetensors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTypeComesBackBitForBit_data();
    void everyTypeComesBackBitForBit();
    void theBytesAreThoseOfTheFormat();
    void theSameInputGivesTheSameBytes();
    void namesKeepTheirOrderAndDataIsAligned();
    void aTransposedTensorIsWrittenInRowOrder();
    void emptyAndScalarTensorsComeBack();
    void metadataComesBackWithItsUmlauts();
    void theHeaderAloneTellsNamesAndShapes();
    void aFileOfAnotherProgramIsRead();
    void aHostileFileIsRefusedWithItsReason_data();
    void aHostileFileIsRefusedWithItsReason();
    void aMissingFileAnEmptyOneAndAFolderAreToldApart();
    void mutatedFilesNeverCrash();
    void whatCannotBeWrittenIsRefusedAndNothingIsLeft();
    void anExistingFileIsKeptWhenAsked();

private:
    std::filesystem::path place(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    QTemporaryDir m_folder;
};

void TestSafetensors::everyTypeComesBackBitForBit_data() {
    QTest::addColumn<int>("type");
    for (const auto type : {at::kDouble, at::kFloat, at::kHalf, at::kBFloat16, at::kLong, at::kInt, at::kShort,
                            at::kChar, at::kByte, at::kBool})
        QTest::newRow(c10::toString(type)) << static_cast<int>(type);
}

void TestSafetensors::everyTypeComesBackBitForBit() {
    QFETCH(int, type);
    const auto dtype = static_cast<at::ScalarType>(type);
    auto tensor = at::arange(-6, 6, at::kFloat).reshape({3, 4});
    if (dtype == at::kByte || dtype == at::kBool)
        tensor = tensor.gt(-2);
    tensor = tensor.to(dtype);
    const auto path = place("type.safetensors");
    QVERIFY(writeSafetensors(path, {{"x", tensor}}, {}));
    const auto file = readSafetensors(path);
    QVERIFY(file);
    QCOMPARE(file->tensors.size(), std::size_t{1});
    const auto& read = file->tensors[0].second;
    QVERIFY(read.scalar_type() == dtype);
    QVERIFY(read.sizes() == tensor.sizes());
    QCOMPARE(std::memcmp(read.data_ptr(), tensor.data_ptr(), tensor.nbytes()), 0);
}

void TestSafetensors::theBytesAreThoseOfTheFormat() {
    const auto path = place("bytes.safetensors");
    QVERIFY(writeSafetensors(path, {{"a", at::tensor({1, 2}, at::kShort)}}, {{"k", "v"}}));
    const std::string header = R"({"__metadata__":{"k":"v"},"a":{"dtype":"I16","shape":[2],"data_offsets":[0,4]}})";
    const std::string padded = header + std::string((8 - header.size() % 8) % 8, ' ');
    QCOMPARE(bytesOf(path), handMade(padded, std::string("\1\0\2\0", 4)));
}

void TestSafetensors::theSameInputGivesTheSameBytes() {
    const NamedTensors tensors{{"b", at::ones({2, 3})}, {"a", at::zeros({5}, at::kLong)}};
    QVERIFY(writeSafetensors(place("1"), tensors, {{"z", "1"}, {"y", "2"}}));
    QVERIFY(writeSafetensors(place("2"), tensors, {{"y", "2"}, {"z", "1"}}));
    QCOMPARE(bytesOf(place("1")), bytesOf(place("2")));
}

void TestSafetensors::namesKeepTheirOrderAndDataIsAligned() {
    const auto path = place("order.safetensors");
    QVERIFY(writeSafetensors(path,
                             {{"z.small", at::ones({3}, at::kByte)},
                              {"a.float", at::full({5}, 0.5)},
                              {"m.double", at::full({1}, 0.25, at::kDouble)},
                              {"b.half", at::ones({3}, at::kHalf)}},
                             {}));
    const auto header = readSafetensorsHeader(path);
    QVERIFY(header);
    std::vector<std::string> names;
    for (const auto& entry : header->entries) {
        names.push_back(entry.name);
        QCOMPARE((header->dataOffset + entry.begin) % c10::elementSize(entry.dtype), std::uint64_t{0});
    }
    QCOMPARE(names, (std::vector<std::string>{"z.small", "a.float", "m.double", "b.half"}));
    const auto file = readSafetensors(path);
    QVERIFY(file);
    QVERIFY(at::equal(file->tensors[1].second, at::full({5}, 0.5)));
    QVERIFY(at::equal(file->tensors[2].second, at::full({1}, 0.25, at::kDouble)));
}

void TestSafetensors::aTransposedTensorIsWrittenInRowOrder() {
    const auto path = place("transposed.safetensors");
    const auto tensor = at::arange(6, at::kInt).reshape({2, 3}).t();
    QVERIFY(writeSafetensors(path, {{"t", tensor}}, {}));
    const auto file = readSafetensors(path);
    QVERIFY(file);
    QVERIFY(at::equal(file->tensors[0].second, at::tensor({0, 3, 1, 4, 2, 5}, at::kInt).reshape({3, 2})));
    QVERIFY(file->tensors[0].second.is_contiguous());
}

void TestSafetensors::emptyAndScalarTensorsComeBack() {
    const auto path = place("empty.safetensors");
    QVERIFY(writeSafetensors(path, {{"none", at::empty({0, 7})}, {"one", at::scalar_tensor(3.5)}}, {}));
    const auto file = readSafetensors(path);
    QVERIFY(file);
    QVERIFY(file->tensors[0].second.sizes() == (at::IntArrayRef{0, 7}));
    QCOMPARE(file->tensors[1].second.dim(), std::int64_t{0});
    QCOMPARE(file->tensors[1].second.item<float>(), 3.5F);

    QVERIFY(writeSafetensors(path, {}, {}));
    QVERIFY(readSafetensors(path)->tensors.empty());
}

void TestSafetensors::metadataComesBackWithItsUmlauts() {
    const auto path = place("metadata.safetensors");
    const std::map<std::string, std::string> metadata{{"Größe", "眼底 \"quoted\" \\ \n"}, {"", ""}};
    QVERIFY(writeSafetensors(path, {}, metadata));
    const auto header = readSafetensorsHeader(path);
    QVERIFY(header);
    QVERIFY(header->metadata == metadata);
}

void TestSafetensors::theHeaderAloneTellsNamesAndShapes() {
    const auto path = place("header.safetensors");
    QVERIFY(writeSafetensors(path, {{"conv.weight", at::zeros({8, 3, 4, 4})}}, {{"k", "v"}}));
    const auto header = readSafetensorsHeader(path);
    QVERIFY(header);
    QCOMPARE(header->entries.size(), std::size_t{1});
    QCOMPARE(header->entries[0].name, std::string("conv.weight"));
    QCOMPARE(header->entries[0].shape, (std::vector<std::int64_t>{8, 3, 4, 4}));
    QCOMPARE(header->entries[0].end, std::uint64_t{8 * 3 * 4 * 4 * 4});
}

void TestSafetensors::aFileOfAnotherProgramIsRead() {
    // Blanks in the header, fields in another order, and data that stands in another order than the names.
    const auto path = place("other.safetensors");
    writeBytes(path, handMade(R"({ "late": {"shape": [1, 2], "data_offsets": [1, 3], "dtype": "U8"},
                                   "early": {"data_offsets":[0,1],"dtype":"BOOL","shape":[]} }   )",
                              "\1\7\11"));
    const auto file = readSafetensors(path);
    QVERIFY2(file, file ? "" : englishSentence(file.error()).c_str());
    QCOMPARE(file->tensors[0].first, std::string("late"));
    QVERIFY(at::equal(file->tensors[0].second, at::tensor({7, 9}, at::kByte).reshape({1, 2})));
    QCOMPARE(file->tensors[1].second.item<bool>(), true);
}

void TestSafetensors::aHostileFileIsRefusedWithItsReason_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const std::string& header, const std::string& data, const char* reason) {
        QTest::newRow(name) << QByteArray::fromStdString(handMade(header, data)) << QByteArray(reason);
    };
    const auto entry = [](const std::string& name, const std::string& shape, const std::string& offsets) {
        return "\"" + name + R"(":{"dtype":"U8","shape":)" + shape + ",\"data_offsets\":" + offsets + "}";
    };
    const auto object = [](const std::string& inside) {
        return "{" + inside + "}";
    };
    const auto two = [](const std::string& first, const std::string& second) {
        return "{" + first + "," + second + "}";
    };
    const auto one = [&](const std::string& shape, const std::string& offsets) {
        return object(entry("a", shape, offsets));
    };
    const std::string four(4, 'x');

    QTest::newRow("seven bytes") << QByteArray(7, '\0') << QByteArray("too short");
    QTest::newRow("header beyond the limit") << QByteArray(64, '\xff') << QByteArray("claims to be too long");
    QTest::newRow("header beyond the file")
        << QByteArray("\xff\0\0\0\0\0\0\0{}", 10) << QByteArray("inside its header");
    row("no header", "", "", "does not begin with an object");
    row("header of blanks", "        ", "", "does not begin with an object");
    row("a list for a header", "[]", "", "does not begin with an object");
    row("broken JSON", R"({"a":)", "", "not JSON");
    row("two objects", "{}{}", "", "not JSON");
    row("bytes that are not UTF-8", "{\"\xff\":{}}", "", "not JSON");
    row("deep nesting", std::string(R"({"a":)").append(100000, '['), "", "a list where none belongs");
    row("nested objects", R"({"a":{"dtype":{}}})", "", "an object where none belongs");
    row("a name twice", two(entry("a", "[2]", "[0,2]"), entry("a", "[2]", "[2,4]")), four, "twice");
    row("a field twice", R"({"a":{"dtype":"U8","dtype":"U8"}})", "", "twice");
    row("an unknown field", R"({"a":{"dtype":"U8","strides":[1]}})", "", "unknown field");
    row("an empty name", object(entry("", "[4]", "[0,4]")), four, "without a name");
    row("an endless name", object(entry(std::string(5000, 'n'), "[4]", "[0,4]")), four, "name is too long");
    row("no shape", R"({"a":{"dtype":"U8","data_offsets":[0,4]}})", four, "lacks its dtype, shape");
    row("unknown type", R"({"a":{"dtype":"F8_E4M3","shape":[4],"data_offsets":[0,4]}})", four, "unknown type");
    row("a number for a type", R"({"a":{"dtype":4,"shape":[4],"data_offsets":[0,4]}})", four, "a number where");
    row("a negative shape", one("[-4]", "[0,4]"), four, "negative number");
    row("a fractional shape", one("[4.0]", "[0,4]"), four, "not a whole number");
    row("a shape beyond 64 bits", one("[18446744073709551616]", "[0,4]"), four, "not a whole number");
    row("a shape beyond 63 bits", one("[9223372036854775808]", "[0,4]"), four, "is too large");
    row("a shape that overflows", one("[4294967296,4294967296,4]", "[0,4]"), four, "shape of 'a' is too large");
    row("an overflow hidden by a zero", one("[0,4294967296,4294967296,4]", "[0,0]"), "", "shape of 'a' is too large");
    row("too many dimensions", one("[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]", "[0,1]"), "x", "too many dimensions");
    row("null for a shape", one("null", "[0,4]"), four, "null");
    row("a shape of texts", one("[\"4\"]", "[0,4]"), four, "a text where none belongs");
    row("three offsets", one("[4]", "[0,4,4]"), four, "more than two");
    row("one offset", one("[4]", "[4]"), four, "fewer than two");
    row("offsets the wrong way round", one("[4]", "[4,0]"), four, "ends before it begins");
    row("offsets beyond the file", one("[400]", "[0,400]"), four, "outside the file");
    row("a size unlike the shape's", one("[3]", "[0,4]"), four, "size of its shape");
    row("an overlap", two(entry("a", "[3]", "[0,3]"), entry("b", "[3]", "[1,4]")), four, "overlaps");
    row("the same bytes twice", two(entry("a", "[4]", "[0,4]"), entry("b", "[4]", "[0,4]")), four, "overlaps");
    row("a hole", two(entry("a", "[1]", "[0,1]"), entry("b", "[2]", "[2,4]")), four, "a hole before");
    row("bytes left over", one("[3]", "[0,3]"), four, "behind the last tensor");
    row("data that was cut off", one("[5]", "[0,5]"), four, "outside the file");
    row("a number in the metadata", R"({"__metadata__":{"k":1}})", "", "a number where none belongs");
    row("a list for metadata", R"({"__metadata__":[]})", "", "a list where none belongs");
    row("a boolean of two", R"({"a":{"dtype":"BOOL","shape":[1],"data_offsets":[0,1]}})", "\2", "booleans");
}

void TestSafetensors::aHostileFileIsRefusedWithItsReason() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, reason);
    const auto path = place("hostile.safetensors");
    writeBytes(path, bytes.toStdString());
    const auto file = readSafetensors(path);
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::ModelCorrupt);
    QCOMPARE(file.error().arguments.at(0), path.string());
    const auto& given = file.error().arguments.at(1);
    QVERIFY2(given.find(reason.toStdString()) != std::string::npos, given.c_str());
    QVERIFY2(given.size() < 200, given.c_str());
}

void TestSafetensors::aMissingFileAnEmptyOneAndAFolderAreToldApart() {
    QCOMPARE(readSafetensors(place("nowhere")).error().code, ErrorCode::FileNotFound);
    writeBytes(place("nothing"), "");
    QCOMPARE(readSafetensors(place("nothing")).error().code, ErrorCode::FileEmpty);
    const auto folder = readSafetensors(m_folder.path().toStdString());
    QCOMPARE(folder.error().code, ErrorCode::ModelCorrupt);
    QCOMPARE(folder.error().arguments.at(1), std::string("it is not a regular file"));
}

void TestSafetensors::mutatedFilesNeverCrash() {
    const auto path = place("mutated.safetensors");
    QVERIFY(writeSafetensors(
        path, {{"a", at::ones({2, 3})}, {"b", at::ones({5}, at::kBool)}, {"c", at::ones({4}, at::kHalf)}},
        {{"architecture", "same-unet"}}));
    const auto valid = bytesOf(path);
    std::mt19937 random(20240607);
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    int accepted = 0;
    for (int round = 0; round < 2000; ++round) {
        auto bytes = valid;
        for (std::size_t i = 0, changes = 1 + below(4); i < changes; ++i) {
            // Digits and brackets reach further into the reader than arbitrary bytes do.
            constexpr std::string_view telling = "0123456789[]{},:\"-eE.";
            bytes[below(bytes.size())] = below(2) == 0 ? telling[below(telling.size())] : static_cast<char>(below(256));
        }
        if (below(5) == 0)
            bytes.resize(below(bytes.size()));
        writeBytes(path, bytes);
        const auto file = readSafetensors(path);
        accepted += file ? 1 : 0;
        if (file) {
            for (const auto& [name, tensor] : file->tensors)
                QVERIFY(tensor.nbytes() <= bytes.size());
        } else {
            QVERIFY(file.error().code == ErrorCode::ModelCorrupt || file.error().code == ErrorCode::FileEmpty);
        }
    }
    // Changes of the data alone are not errors, so some must pass and most must not.
    QVERIFY2(accepted > 20 && accepted < 1500, qPrintable(QString::number(accepted)));
}

void TestSafetensors::whatCannotBeWrittenIsRefusedAndNothingIsLeft() {
    QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString()) / "x.safetensors";
    const auto ones = at::ones({1});
    const std::vector<NamedTensors> refused{
        {{"", ones}},
        {{"__metadata__", ones}},
        {{"a", ones}, {"a", ones}},
        {{"a", at::Tensor()}},
        {{"a", ones.to(at::kComplexFloat)}},
        {{"a", ones.to_sparse()}},
        {{std::string("\xff"), ones}},
    };
    for (const auto& tensors : refused) {
        const auto written = writeSafetensors(path, tensors, {});
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::InvalidArgument);
    }
    QVERIFY(!writeSafetensors(path, {}, {{"k", "\xc3"}}));
    QVERIFY(std::filesystem::is_empty(folder.path().toStdString()));
    QCOMPARE(writeSafetensors(path / "x" / "y", {}, {}).has_value(), false);
}

void TestSafetensors::anExistingFileIsKeptWhenAsked() {
    const auto path = place("kept");
    writeBytes(path, "mine");
    const auto written = writeSafetensors(path, {}, {}, false);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::OutputExists);
    QCOMPARE(bytesOf(path), std::string("mine"));
    QVERIFY(writeSafetensors(path, {}, {}, true));
}

QTEST_GUILESS_MAIN(TestSafetensors)
#include "tst_safetensors.moc"
