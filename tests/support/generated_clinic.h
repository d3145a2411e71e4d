// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <vector>

namespace limpid {

/// Fills `folder` with `count` generated fundus photographs of `side` pixels as PNG files, "eye 01.png" and so on.
/// Gives their paths, in their order.
std::vector<std::filesystem::path> generateClinic(const std::filesystem::path& folder, int count, int side);

/// The same of the first photographs of `photographs`, a folder of readable images, reduced to about `side` pixels.
/// Only reads there. Empty where that folder holds fewer than `count`.
std::vector<std::filesystem::path> reduceClinic(const std::filesystem::path& photographs,
                                                const std::filesystem::path& folder, int count, int side);

} // namespace limpid
