// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/pickle_value.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace limpid {

/// The stack and the memo of the pickle machine. Taking what is not there is refused as damage.
class PickleStack {
public:
    void push(const PickleValue& value) { m_values.push_back(value); }
    PickleValue pop();
    const PickleValue& top() const;

    /// Everything above the topmost mark, which goes too.
    std::vector<PickleValue> popToMark();

    /// Keeps a copy of the top under a number, and pushes it again.
    void remember(std::uint64_t place);
    void recall(std::uint64_t place);
    std::size_t remembered() const { return m_memo.size(); }

private:
    std::vector<PickleValue> m_values;
    std::unordered_map<std::uint64_t, PickleValue> m_memo;
};

} // namespace limpid
