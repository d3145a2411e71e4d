// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace limpid {

/// Bytes of a file from elsewhere, read without ever leaving them: what lies beyond the end reads as 0, and `has`
/// tells.
class ByteView {
public:
    ByteView() = default;
    explicit ByteView(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes) {}

    std::size_t size() const { return m_bytes.size(); }
    std::span<const std::uint8_t> bytes() const { return m_bytes; }

    /// Whether `count` bytes lie at `offset`.
    bool has(std::uint64_t offset, std::uint64_t count) const {
        return offset <= m_bytes.size() && count <= m_bytes.size() - offset;
    }
    /// Whether the text stands at `offset`.
    bool matches(std::uint64_t offset, std::string_view text) const {
        return has(offset, text.size()) &&
               std::equal(text.begin(), text.end(), m_bytes.begin() + static_cast<std::ptrdiff_t>(offset),
                          [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
    }
    /// As many of the `count` bytes at `offset` as there are.
    ByteView part(std::uint64_t offset, std::uint64_t count) const {
        if (offset >= m_bytes.size())
            return {};
        const auto rest = m_bytes.size() - static_cast<std::size_t>(offset);
        return ByteView(m_bytes.subspan(static_cast<std::size_t>(offset),
                                        static_cast<std::size_t>(std::min<std::uint64_t>(count, rest))));
    }

    std::uint8_t u8(std::uint64_t offset) const {
        return has(offset, 1) ? m_bytes[static_cast<std::size_t>(offset)] : std::uint8_t{0};
    }
    std::uint16_t u16(std::uint64_t offset, bool bigEndian) const {
        return static_cast<std::uint16_t>(number(offset, 2, bigEndian));
    }
    std::uint32_t u24(std::uint64_t offset, bool bigEndian) const { return number(offset, 3, bigEndian); }
    std::uint32_t u32(std::uint64_t offset, bool bigEndian) const { return number(offset, 4, bigEndian); }

private:
    std::uint32_t number(std::uint64_t offset, unsigned count, bool bigEndian) const {
        if (!has(offset, count))
            return 0;
        std::uint32_t value = 0;
        for (unsigned i = 0; i < count; ++i)
            value = value << 8U | u8(offset + (bigEndian ? i : count - 1 - i));
        return value;
    }

    std::span<const std::uint8_t> m_bytes;
};

} // namespace limpid
