// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/state_dict_pickle.h"

#include "storage/pickle_cursor.h"
#include "storage/pickle_stack.h"
#include "storage/pickle_value.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace limpid {

namespace {

using Value = PickleValue;
using What = PickleGlobal::What;
using Kind = Value::Kind;

class StateDictReader {
public:
    explicit StateDictReader(std::span<const char> pickle)
        : m_cursor(pickle) {}

    PickledStateDict read();

private:
    using Dictionary = std::vector<std::pair<Value, Value>>;

    void push(Kind kind, std::int64_t integer = 0, std::size_t index = 0) {
        m_stack.push({.kind = kind, .integer = integer, .index = index});
    }

    // The opcodes
    bool step(unsigned char opcode);
    bool stepNumber(unsigned char opcode);
    bool stepContainer(unsigned char opcode);
    bool stepMemo(unsigned char opcode);
    void pushTuple(std::vector<Value> items);
    void pushTupleOf(std::size_t count);
    void pushGlobal(const std::string& name);
    void setItems(const std::vector<Value>& items);
    void build();
    void reduce();
    void rebuildTensor(const std::vector<Value>& arguments);
    void loadStorage();

    // What the values must be
    const std::vector<Value>& tuple(const Value& value, std::size_t atLeast, const char* what) const;
    std::vector<std::int64_t> sizes(const Value& value) const;
    PickledStateDict collect(const Value& result);

    PickleCursor m_cursor;
    PickleStack m_stack;
    std::deque<std::vector<Value>> m_tuples;
    std::deque<Dictionary> m_dictionaries;
    std::vector<PickledTensor> m_tensors;
    std::vector<PickledStorage> m_storages;
    std::unordered_map<std::string, std::size_t> m_storageOfKey;
};

void StateDictReader::pushTuple(std::vector<Value> items) {
    m_tuples.push_back(std::move(items));
    push(Kind::Tuple, 0, m_tuples.size() - 1);
}

void StateDictReader::pushTupleOf(std::size_t count) {
    std::vector<Value> items(count);
    for (std::size_t i = count; i-- > 0;)
        items[i] = m_stack.pop();
    pushTuple(std::move(items));
}

void StateDictReader::pushGlobal(const std::string& name) {
    const auto* const known = PickleGlobal::find(name);
    if (known == nullptr)
        refuseForeign("it needs " + shownText(name) + ", which is no part of a plain state dict");
    m_stack.push({.kind = Kind::Global, .global = known});
}

void StateDictReader::setItems(const std::vector<Value>& items) {
    const auto& target = m_stack.top();
    if (target.kind != Kind::Dictionary || items.size() % 2 != 0)
        refuseDamaged("its pickle sets items of what is no dict");
    for (std::size_t i = 0; i < items.size(); i += 2)
        m_dictionaries[target.index].emplace_back(items[i], items[i + 1]);
}

/// state_dict() hangs version numbers of modules on its OrderedDict; they are passed over.
void StateDictReader::build() {
    m_stack.pop();
    if (m_stack.top().kind != Kind::Dictionary)
        refuseForeign("it gives attributes to what is no dict");
}

void StateDictReader::reduce() {
    const auto arguments = m_stack.pop();
    const auto callee = m_stack.pop();
    if (callee.kind != Kind::Global)
        refuseDamaged("its pickle calls what is no function");
    switch (callee.global->what) {
    case What::OrderedDict:
        if (!tuple(arguments, 0, "an OrderedDict").empty())
            refuseForeign("it makes an OrderedDict in an unusual way");
        m_dictionaries.emplace_back();
        push(Kind::Dictionary, 0, m_dictionaries.size() - 1);
        return;
    case What::RebuildTensor:
        rebuildTensor(tuple(arguments, 4, "a tensor"));
        return;
    case What::RebuildParameter:
        if (const auto data = tuple(arguments, 1, "a parameter").front(); data.kind == Kind::Tensor) {
            m_stack.push(data);
            return;
        }
        refuseDamaged("a parameter in it has no tensor");
    case What::Storage:
        refuseForeign("it makes a storage outside of a tensor");
    }
}

const std::vector<Value>& StateDictReader::tuple(const Value& value, std::size_t atLeast, const char* what) const {
    if (value.kind != Kind::Tuple || m_tuples[value.index].size() < atLeast)
        refuseDamaged(std::string("its description of ") + what + " is incomplete");
    return m_tuples[value.index];
}

std::vector<std::int64_t> StateDictReader::sizes(const Value& value) const {
    constexpr std::size_t mostDimensions = 16;
    const auto& items = tuple(value, 0, "a tensor's shape");
    if (items.size() > mostDimensions)
        refuseDamaged("a tensor in it has too many dimensions");
    std::vector<std::int64_t> numbers;
    for (const auto& item : items) {
        if (item.kind != Kind::Integer || item.integer < 0)
            refuseDamaged("a tensor in it has a shape or stride that is no number");
        numbers.push_back(item.integer);
    }
    return numbers;
}

void StateDictReader::rebuildTensor(const std::vector<Value>& arguments) {
    if (arguments[0].kind != Kind::Storage || arguments[1].kind != Kind::Integer || arguments[1].integer < 0)
        refuseDamaged("a tensor in it has no storage");
    PickledTensor tensor;
    tensor.storage = arguments[0].index;
    tensor.offset = static_cast<std::uint64_t>(arguments[1].integer);
    tensor.sizes = sizes(arguments[2]);
    tensor.strides = sizes(arguments[3]);
    if (tensor.sizes.size() != tensor.strides.size() || !tensor.fitsInto(m_storages[tensor.storage].elements))
        refuseDamaged("a tensor in it reaches outside of its storage");
    m_tensors.push_back(std::move(tensor));
    push(Kind::Tensor, 0, m_tensors.size() - 1);
}

/// BINPERSID with ('storage', torch.FloatStorage, '0', 'cpu', number of elements).
void StateDictReader::loadStorage() {
    const auto description = m_stack.pop();
    const auto& items = tuple(description, 5, "a storage");
    const bool sound = items[0].kind == Kind::Text && items[0].text == "storage" && items[1].kind == Kind::Global &&
                       items[1].global->what == What::Storage && items[2].kind == Kind::Text &&
                       items[4].kind == Kind::Integer && items[4].integer >= 0;
    if (!sound)
        refuseDamaged("its description of a storage is not understood");
    PickledStorage storage{std::string(items[2].text), items[1].global->dtype,
                           static_cast<std::uint64_t>(items[4].integer)};
    const auto [place, fresh] = m_storageOfKey.emplace(storage.key, m_storages.size());
    if (fresh)
        m_storages.push_back(std::move(storage));
    else if (m_storages[place->second].dtype != storage.dtype || m_storages[place->second].elements != storage.elements)
        refuseDamaged("it describes one storage in two ways");
    push(Kind::Storage, 0, place->second);
}

bool StateDictReader::stepNumber(unsigned char opcode) {
    switch (opcode) {
    case 'J': // BININT, signed
        push(Kind::Integer, static_cast<std::int32_t>(m_cursor.takeNumber(4)));
        return true;
    case 'K': // BININT1
        push(Kind::Integer, static_cast<std::int64_t>(m_cursor.takeNumber(1)));
        return true;
    case 'M': // BININT2
        push(Kind::Integer, static_cast<std::int64_t>(m_cursor.takeNumber(2)));
        return true;
    case 0x8a: { // LONG1, two's complement of as few bytes as it takes
        const auto bytes = m_cursor.takeNumber(1);
        if (bytes > 8)
            refuseDamaged("a number in it is too large");
        auto number = m_cursor.takeNumber(bytes);
        if (bytes > 0 && bytes < 8 && (number >> (8 * bytes - 1)) != 0)
            number |= ~std::uint64_t{0} << (8 * bytes);
        push(Kind::Integer, static_cast<std::int64_t>(number));
        return true;
    }
    case 'G': // BINFLOAT
        m_cursor.take(8);
        push(Kind::Real);
        return true;
    case 'N': // NONE
        push(Kind::None);
        return true;
    case 0x88: // NEWTRUE
    case 0x89: // NEWFALSE
        push(Kind::Boolean, opcode == 0x88 ? 1 : 0);
        return true;
    default:
        return false;
    }
}

bool StateDictReader::stepContainer(unsigned char opcode) {
    switch (opcode) {
    case '(': // MARK
        push(Kind::Mark);
        return true;
    case ')': // EMPTY_TUPLE
        pushTuple({});
        return true;
    case 't': // TUPLE
        pushTuple(m_stack.popToMark());
        return true;
    case 0x85: // TUPLE1, TUPLE2, TUPLE3
    case 0x86:
    case 0x87:
        pushTupleOf(opcode - 0x84U);
        return true;
    case '}': // EMPTY_DICT
        m_dictionaries.emplace_back();
        push(Kind::Dictionary, 0, m_dictionaries.size() - 1);
        return true;
    case 's': { // SETITEM
        const auto value = m_stack.pop();
        const auto key = m_stack.pop();
        setItems({key, value});
        return true;
    }
    case 'u': // SETITEMS
        setItems(m_stack.popToMark());
        return true;
    case ']': // EMPTY_LIST; lists occur only in what is passed over, so their items are dropped
        push(Kind::List);
        return true;
    case 'a': // APPEND
        m_stack.pop();
        return true;
    case 'e': // APPENDS
        m_stack.popToMark();
        return true;
    default:
        return false;
    }
}

bool StateDictReader::stepMemo(unsigned char opcode) {
    switch (opcode) {
    case 'q': // BINPUT
        m_stack.remember(m_cursor.takeNumber(1));
        return true;
    case 'r': // LONG_BINPUT
        m_stack.remember(m_cursor.takeNumber(4));
        return true;
    case 0x94: // MEMOIZE
        m_stack.remember(m_stack.remembered());
        return true;
    case 'h': // BINGET
        m_stack.recall(m_cursor.takeNumber(1));
        return true;
    case 'j': // LONG_BINGET
        m_stack.recall(m_cursor.takeNumber(4));
        return true;
    default:
        return false;
    }
}

bool StateDictReader::step(unsigned char opcode) {
    if (stepNumber(opcode) || stepContainer(opcode) || stepMemo(opcode))
        return true;
    switch (opcode) {
    case 0x80: // PROTO
        if (m_cursor.takeNumber(1) > 5)
            refuseForeign("its pickle is of a newer protocol");
        return true;
    case 0x95: // FRAME
        m_cursor.take(8);
        return true;
    case 'X': // BINUNICODE
        m_stack.push({.kind = Kind::Text, .text = m_cursor.take(m_cursor.takeNumber(4))});
        return true;
    case 0x8c: // SHORT_BINUNICODE
        m_stack.push({.kind = Kind::Text, .text = m_cursor.take(m_cursor.takeNumber(1))});
        return true;
    case 'c': { // GLOBAL
        std::string name(m_cursor.takeLine());
        name.append(".").append(m_cursor.takeLine());
        pushGlobal(name);
        return true;
    }
    case 0x93: { // STACK_GLOBAL
        const auto name = m_stack.pop();
        const auto module = m_stack.pop();
        pushGlobal(std::string(module.text).append(".").append(name.text));
        return true;
    }
    case 'Q': // BINPERSID
        loadStorage();
        return true;
    case 'R': // REDUCE
        reduce();
        return true;
    case 'b': // BUILD
        build();
        return true;
    case '.': // STOP
        return false;
    default:
        refuseForeign("its pickle uses the instruction " + std::to_string(opcode) +
                      ", which no plain state dict needs");
    }
}

PickledStateDict StateDictReader::collect(const Value& result) {
    if (result.kind != Kind::Dictionary)
        refuseForeign("it holds something else than a state dict");
    PickledStateDict dict;
    dict.storages = std::move(m_storages);
    std::unordered_set<std::string_view> names;
    for (const auto& [key, value] : m_dictionaries[result.index]) {
        if (key.kind != Kind::Text)
            refuseForeign("a name in it is no text");
        if (value.kind != Kind::Tensor)
            refuseForeign("its entry '" + shownText(key.text) + "' is no tensor");
        if (!names.insert(key.text).second)
            refuseDamaged("the name '" + shownText(key.text) + "' appears twice");
        dict.tensors.push_back(m_tensors[value.index]);
        dict.tensors.back().name = std::string(key.text);
    }
    return dict;
}

PickledStateDict StateDictReader::read() {
    constexpr unsigned char proto = 0x80; // Every pickle since protocol 2 begins with it.
    auto opcode = static_cast<unsigned char>(m_cursor.take(1).front());
    if (opcode != proto)
        refuseDamaged("its list of tensors is no pickle");
    while (step(opcode))
        opcode = static_cast<unsigned char>(m_cursor.take(1).front());
    return collect(m_stack.pop());
}

} // namespace

bool PickledTensor::fitsInto(std::uint64_t elements) const {
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    std::uint64_t count = 1;
    std::uint64_t last = offset;
    bool empty = false;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const auto size = static_cast<std::uint64_t>(std::max<std::int64_t>(sizes[i], 1));
        const auto stride = static_cast<std::uint64_t>(strides[i]);
        if (count > largest / size || (stride > 0 && size - 1 > largest / stride))
            return false;
        count *= size;
        const auto reach = (size - 1) * stride;
        if (last > largest - reach)
            return false;
        last += reach;
        empty = empty || sizes[i] == 0;
    }
    return empty ? offset <= elements : count <= elements && last < elements;
}

tl::expected<PickledStateDict, PickleProblem> readPickledStateDict(std::span<const char> pickle) {
    try {
        return StateDictReader(pickle).read();
    } catch (const PickleRefusal& refusal) {
        return tl::unexpected<PickleProblem>(refusal.problem);
    }
}

} // namespace limpid
