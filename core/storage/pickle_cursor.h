// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/state_dict_pickle.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace limpid {

/// Thrown inside the pickle reader and caught at its edge, readPickledStateDict(): the reader is a machine of many
/// small steps, any of which may refuse.
struct PickleRefusal {
    PickleProblem problem;
};

/// Refuses what no program would have written.
[[noreturn]] void refuseDamaged(std::string reason);

/// Refuses what may be sound, but is no plain state dict.
[[noreturn]] void refuseForeign(std::string reason);

/// The beginning of a text out of the file, fit for a message: printable ASCII, at most 60 characters.
std::string shownText(std::string_view text);

/// Walks over the bytes of a pickle and refuses to step outside of them.
class PickleCursor {
public:
    explicit PickleCursor(std::span<const char> pickle)
        : m_pickle(pickle) {}

    /// The next `count` bytes; the view points into the pickle.
    std::string_view take(std::uint64_t count);

    /// The next `bytes` (at most 8) as an unsigned little-endian number.
    std::uint64_t takeNumber(std::size_t bytes);

    /// The bytes up to the next line feed, which is passed over.
    std::string_view takeLine();

private:
    std::span<const char> m_pickle;
    std::size_t m_position = 0;
};

} // namespace limpid
