// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/safetensors_header.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::istringstream stream(std::string(reinterpret_cast<const char*>(data), size));
    const auto header = limpid::parseSafetensorsHeader(stream, size, "fuzz");
    if (!header)
        return 0;
    // What the header promises: the tensors lie in the file, one behind the other, and have the bytes of their shapes.
    std::uint64_t covered = 0;
    for (const auto& entry : header->entries) {
        if (entry.begin > entry.end || entry.end > size - header->dataOffset)
            std::abort();
        covered += entry.end - entry.begin;
        std::uint64_t bytes = c10::elementSize(entry.dtype);
        for (const auto side : entry.shape)
            bytes *= static_cast<std::uint64_t>(side);
        if (bytes != entry.end - entry.begin)
            std::abort();
    }
    if (covered != size - header->dataOffset)
        std::abort();
    return 0;
}
