// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace limpid::test {

inline std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline void writeBytes(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc).write(bytes.data(), static_cast<long>(bytes.size()));
}

/// A safetensors file put together by hand: a header, true or not, in front of some data.
inline std::string handMade(const std::string& header, const std::string& data) {
    std::string bytes;
    for (std::uint64_t length = header.size(), i = 0; i < 8; ++i)
        bytes += static_cast<char>((length >> (8 * i)) & 0xFFU);
    return bytes + header + data;
}

} // namespace limpid::test
