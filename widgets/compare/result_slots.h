// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/shown_image.h"

#include <QString>

#include <array>

namespace limpid {

/// Up to three results for one original, such as those of the source model, of the adapted model and of another one,
/// and which of them is looked at. The choice outlives the images, so that stepping through a folder keeps it.
class ResultSlots {
public:
    static constexpr int count = 3;

    struct Result {
        ShownImage image;
        QString name;
    };

    /// Slots are numbered 0 to 2. A null image empties its slot.
    void set(int slot, ShownImage image, const QString& name);
    void clear();
    bool holds(int slot) const;
    bool isEmpty() const { return shownSlot() < 0; }
    /// Looks at that slot from now on. False, and nothing changes, where it is empty.
    bool choose(int slot);
    /// The chosen slot, or the first that is filled while the chosen one is empty; -1 without results.
    int shownSlot() const;
    /// The slot's content; `slot` must hold a result.
    Result& at(int slot) { return m_results.at(static_cast<std::size_t>(slot)); }
    const Result& at(int slot) const { return m_results.at(static_cast<std::size_t>(slot)); }

private:
    std::array<Result, count> m_results;
    int m_chosen = 0;
};

} // namespace limpid
