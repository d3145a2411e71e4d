// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/state_dict_pickle.h"

#include <QtTest>

#include <random>

using namespace limpid;
using namespace std::string_literals;

namespace {

const std::string proto = "\x80\x02";

std::string number(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>((value >> (8 * i)) & 0xFFU);
    return text;
}

std::string text(const std::string& value) {
    return std::string("X").append(number(value.size(), 4)).append(value);
}

std::string integer(std::uint64_t value) {
    return std::string("\x8a\x08").append(number(value, 8));
}

std::string tuple(const std::vector<std::uint64_t>& values) {
    std::string items(1, '(');
    for (const auto value : values)
        items += integer(value);
    return items + "t";
}

std::string global(const std::string& module, const std::string& name) {
    return std::string("c").append(module).append("\n").append(name).append("\n");
}

std::string storage(const std::string& key, const std::string& type, std::uint64_t elements) {
    std::string items(1, '(');
    items += text("storage") + global("torch", type) + text(key) + text("cpu") + integer(elements);
    return items + "tQ";
}

std::string tensorOf(const std::string& itsStorage, std::uint64_t offset, const std::vector<std::uint64_t>& sizes,
                     const std::vector<std::uint64_t>& strides) {
    auto call = global("torch._utils", "_rebuild_tensor_v2") + "(" + itsStorage + integer(offset);
    call += tuple(sizes) + tuple(strides) + "\x89" + global("collections", "OrderedDict") + ")RtR";
    return call;
}

std::string tensor(std::uint64_t offset, const std::vector<std::uint64_t>& sizes,
                   const std::vector<std::uint64_t>& strides) {
    return tensorOf(storage("0", "FloatStorage", 6), offset, sizes, strides);
}

/// A whole pickle of a dict whose entries are given as they stand in the pickle: a name, a value, a name ...
std::string dict(const std::string& entries) {
    return proto + "}(" + entries + "u.";
}

std::string dictOf(const std::string& value) {
    return dict(text("w") + value);
}

} // namespace

class TestStateDictPickle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aViewOfAStorageIsRead();
    void numbersOfEveryWidthAreRead();
    void whatStateDictsCarryBesidesTensorsIsPassedOver();
    void sharedStoragesAreListedOnce();
    void anEmptyDictIsAStateDict();
    void whatIsNoStateDictIsRefusedByName_data();
    void whatIsNoStateDictIsRefusedByName();
    void nestingAndRepetitionTakeNoMoreThanTheirBytes();
    void mutatedPicklesNeverCrash();
};

void TestStateDictPickle::aViewOfAStorageIsRead() {
    const auto state = readPickledStateDict(dictOf(tensor(1, {2, 2}, {3, 1})));
    QVERIFY(state);
    QCOMPARE(state->storages.size(), std::size_t{1});
    QCOMPARE(state->storages[0].key, "0"s);
    QCOMPARE(state->storages[0].elements, std::uint64_t{6});
    QVERIFY(state->storages[0].dtype == at::kFloat);
    QCOMPARE(state->tensors.size(), std::size_t{1});
    QCOMPARE(state->tensors[0].name, "w"s);
    QCOMPARE(state->tensors[0].offset, std::uint64_t{1});
    QCOMPARE(state->tensors[0].sizes, (std::vector<std::int64_t>{2, 2}));
    QCOMPARE(state->tensors[0].strides, (std::vector<std::int64_t>{3, 1}));
}

void TestStateDictPickle::numbersOfEveryWidthAreRead() {
    // BININT1 200, BININT2 300, BININT 70000 and LONG1 in three bytes: a storage as large as each, one tensor of one.
    for (const auto& [spelt, value] : {std::pair("K\xc8"s, 200ULL),
                                       {"M\x2c\x01"s, 300ULL},
                                       {"J\x70\x11\x01\x00"s, 70000ULL},
                                       {"\x8a\x03\x00\x00\x10"s, 1048576ULL}}) {
        const auto itsStorage =
            "("s.append(text("storage") + global("torch", "HalfStorage") + text("k") + text("cuda:0"))
                .append(spelt + "tQ");
        const auto state = readPickledStateDict(dictOf(tensorOf(itsStorage, value - 1, {1}, {1})));
        QVERIFY(state);
        QCOMPARE(state->storages[0].elements, std::uint64_t{value});
    }
    // LONG1 of one byte 0xff is -1, BININT 0xffffffff likewise.
    for (const auto& minusOne : {"\x8a\x01\xff"s, "J\xff\xff\xff\xff"s}) {
        const auto itsStorage = "("s.append(text("storage") + global("torch", "HalfStorage") + text("k") + text("cpu"))
                                    .append(minusOne + "tQ");
        QVERIFY(!readPickledStateDict(dictOf(tensorOf(itsStorage, 0, {0}, {1}))));
    }
}

void TestStateDictPickle::whatStateDictsCarryBesidesTensorsIsPassedOver() {
    // An OrderedDict with an attribute `_metadata` that holds a list, a float, None and a boolean.
    const auto attributes = "}"s.append(text("_metadata") + "](N\x88" + "G\x3f\xf0" + std::string(6, '\0') + "]Naes");
    const auto pickle = proto + global("collections", "OrderedDict") + ")R(" + text("w") + tensor(0, {6}, {1}) + "u" +
                        attributes + "b.bytes behind the end";
    const auto state = readPickledStateDict(pickle);
    QVERIFY2(state, state ? "" : state.error().reason.c_str());
    QCOMPARE(state->tensors.size(), std::size_t{1});

    const auto parameter = global("torch._utils", "_rebuild_parameter") + "(" + tensor(0, {6}, {1}) + "\x88" + "NtR";
    QVERIFY(readPickledStateDict(dictOf(parameter)));
}

void TestStateDictPickle::sharedStoragesAreListedOnce() {
    const auto state = readPickledStateDict(dict(text("a") + tensor(0, {6}, {1}) + text("b") + tensor(3, {3}, {1})));
    QVERIFY(state);
    QCOMPARE(state->storages.size(), std::size_t{1});
    QCOMPARE(state->tensors.size(), std::size_t{2});
    QCOMPARE(state->tensors[1].storage, std::size_t{0});
}

void TestStateDictPickle::anEmptyDictIsAStateDict() {
    const auto state = readPickledStateDict(proto + "}.");
    QVERIFY(state);
    QVERIFY(state->tensors.empty());
}

void TestStateDictPickle::whatIsNoStateDictIsRefusedByName_data() {
    QTest::addColumn<QByteArray>("pickle");
    QTest::addColumn<bool>("damaged");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const std::string& pickle, bool damaged, const char* reason) {
        QTest::newRow(name) << QByteArray::fromStdString(pickle) << damaged << QByteArray(reason);
    };
    constexpr std::uint64_t huge = 0x4000000000000000;
    row("nothing", "", true, "breaks off");
    row("no pickle", "hello", true, "no pickle");
    row("no end", proto, true, "breaks off");
    row("a text cut short", proto + "X\xff\xff\xff\xffw", true, "breaks off");
    row("a name without its end", proto + "ctorch", true, "breaks off");
    row("an empty stack", proto + ".", true, "takes more than it holds");
    row("no mark", proto + "t.", true, "takes more than it holds");
    row("a memo of nothing", proto + "h\7.", true, "refers to what it does not hold");
    row("a newer protocol", "\x80\x09}.", false, "newer protocol");
    row("an unknown instruction", proto + "i.", false, "the instruction 105");
    row("a shell command", proto + global("posix", "system") + text("exit 1") + "\x85R.", false, "posix.system");
    row("an eval", proto + global("builtins", "eval") + text("1") + "\x85R.", false, "builtins.eval");
    row("a name from the stack", "\x80\x04\x8c\x02os\x8c\x06system\x93.", false, "os.system");
    row("a call of a text", proto + text("os.system") + ")R.", true, "no function");
    row("a list", proto + "].", false, "something else");
    row("a number for a name", dict("K\1"s.append(tensor(0, {6}, {1}))), false, "no text");
    row("a number for a tensor", dictOf("K\1"), false, "'w' is no tensor");
    row("a name twice", dict(text("w") + tensor(0, {6}, {1}) + text("w") + tensor(0, {6}, {1})), true, "twice");
    row("a name without a value", dict(text("w")), true, "no dict");
    row("items of a list", proto + "](NNu.", true, "no dict");
    row("attributes of a list", proto + "]}b.", false, "no dict");
    row("a view beyond its end", dictOf(tensor(1, {6}, {1})), true, "outside of its storage");
    row("an offset beyond its end", dictOf(tensor(7, {0}, {1})), true, "outside of its storage");
    row("a stride beyond its end", dictOf(tensor(0, {2}, {6})), true, "outside of its storage");
    row("a stride that overflows", dictOf(tensor(0, {5}, {huge})), true, "outside of its storage");
    row("reaches that overflow", dictOf(tensor(0, {2, 2, 2}, {huge, huge, huge})), true, "outside of its storage");
    row("a shape that overflows", dictOf(tensor(0, {huge, huge}, {0, 0})), true, "outside of its storage");
    row("one element shown often", dictOf(tensor(0, {1000000}, {0})), true, "outside of its storage");
    row("a negative offset", dictOf(tensor(~0ULL, {1}, {1})), true, "no storage");
    row("a negative size", dictOf(tensor(0, {~0ULL}, {1})), true, "no number");
    row("fewer strides than sizes", dictOf(tensor(0, {2, 3}, {1})), true, "outside of its storage");
    row("seventeen dimensions", dictOf(tensor(0, std::vector<std::uint64_t>(17, 1), {1})), true, "dimensions");
    row("a tensor without a storage", dictOf(tensorOf("N", 0, {1}, {1})), true, "no storage");
    row("too few arguments", dictOf(global("torch._utils", "_rebuild_tensor_v2") + "(NNtR"), true, "incomplete");
    row("an unknown storage", dictOf(storage("0", "ComplexFloatStorage", 1)), false, "torch.ComplexFloatStorage");
    row("a storage that is no storage", dictOf("(NNNNNtQ"), true, "not understood");
    row("one storage told in two ways",
        dict(text("a") + tensor(0, {6}, {1}) + text("b") + tensorOf(storage("0", "LongStorage", 6), 0, {6}, {1})), true,
        "two ways");
    row("a storage made by itself", dictOf(global("torch", "FloatStorage") + ")R"), false, "outside of a tensor");
    row("an endless number", proto + "\x8a\xff" + std::string(300, '\1') + ".", true, "too large");
}

void TestStateDictPickle::whatIsNoStateDictIsRefusedByName() {
    QFETCH(QByteArray, pickle);
    QFETCH(bool, damaged);
    QFETCH(QByteArray, reason);
    const auto state = readPickledStateDict(pickle.toStdString());
    QVERIFY(!state);
    const auto& given = state.error().reason;
    QVERIFY2(given.find(reason.toStdString()) != std::string::npos, given.c_str());
    QCOMPARE(state.error().damaged, damaged);
}

void TestStateDictPickle::nestingAndRepetitionTakeNoMoreThanTheirBytes() {
    // A million tuples inside one another, and a tuple that doubles thirty times over.
    QVERIFY(!readPickledStateDict(proto + ")" + std::string(1000000, '\x85') + "."));
    std::string doubling = proto + ")";
    for (int i = 0; i < 30; ++i)
        doubling += "q\1h\1\x86";
    QVERIFY(!readPickledStateDict(doubling + "."));
    // A dict that contains itself.
    const auto state = readPickledStateDict(proto + "}q\1(" + text("me") + "h\1u.");
    QVERIFY(!state);
    QVERIFY(state.error().reason.find("'me' is no tensor") != std::string::npos);
}

void TestStateDictPickle::mutatedPicklesNeverCrash() {
    const auto valid =
        dict(text("a") + tensor(0, {2, 3}, {3, 1}) + text("b") + tensorOf(storage("1", "LongStorage", 4), 1, {3}, {1}));
    std::mt19937 random(20240608);
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    int accepted = 0;
    for (int round = 0; round < 20000; ++round) {
        auto pickle = valid;
        for (std::size_t i = 0, changes = 1 + below(3); i < changes; ++i)
            pickle[below(pickle.size())] = below(3) == 0 ? valid[below(valid.size())] : static_cast<char>(below(256));
        const auto state = readPickledStateDict(pickle);
        if (!state) {
            QVERIFY(!state.error().reason.empty());
            continue;
        }
        ++accepted;
        for (const auto& view : state->tensors)
            QVERIFY(view.fitsInto(state->storages.at(view.storage).elements));
    }
    QVERIFY2(accepted > 100 && accepted < 15000, qPrintable(QString::number(accepted)));
}

QTEST_APPLESS_MAIN(TestStateDictPickle)
#include "tst_state_dict_pickle.moc"
