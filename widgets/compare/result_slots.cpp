// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/result_slots.h"

#include <utility>

namespace limpid {

void ResultSlots::set(int slot, ShownImage image, const QString& name) {
    if (slot >= 0 && slot < count)
        at(slot) = {std::move(image), name};
}

void ResultSlots::clear() {
    for (auto& result : m_results)
        result = {};
}

bool ResultSlots::holds(int slot) const {
    return slot >= 0 && slot < count && !at(slot).image.isNull();
}

bool ResultSlots::choose(int slot) {
    if (!holds(slot))
        return false;
    m_chosen = slot;
    return true;
}

int ResultSlots::shownSlot() const {
    if (holds(m_chosen))
        return m_chosen;
    for (int slot = 0; slot < count; ++slot) {
        if (holds(slot))
            return slot;
    }
    return -1;
}

} // namespace limpid
