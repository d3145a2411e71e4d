// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/pickle_stack.h"

#include "storage/pickle_cursor.h"

#include <algorithm>
#include <iterator>

namespace limpid {

PickleValue PickleStack::pop() {
    const auto value = top();
    m_values.pop_back();
    return value;
}

const PickleValue& PickleStack::top() const {
    if (m_values.empty())
        refuseDamaged("its pickle takes more than it holds");
    return m_values.back();
}

std::vector<PickleValue> PickleStack::popToMark() {
    const auto mark = std::find_if(m_values.rbegin(), m_values.rend(),
                                   [](const PickleValue& value) { return value.kind == PickleValue::Kind::Mark; });
    if (mark == m_values.rend())
        refuseDamaged("its pickle takes more than it holds");
    std::vector<PickleValue> items(mark.base(), m_values.end());
    m_values.erase(std::prev(mark.base()), m_values.end());
    return items;
}

void PickleStack::remember(std::uint64_t place) {
    m_memo[place] = top();
}

void PickleStack::recall(std::uint64_t place) {
    const auto found = m_memo.find(place);
    if (found == m_memo.end())
        refuseDamaged("its pickle refers to what it does not hold");
    m_values.push_back(found->second);
}

} // namespace limpid
