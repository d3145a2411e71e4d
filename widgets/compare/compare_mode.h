// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <array>

namespace limpid {

/// How original and enhanced image are set against each other.
enum class CompareMode { Split, SideBySide, Flip, Blink, SignedDifference, AbsoluteDifference };

/// Every mode, in the order in which they are offered.
inline constexpr std::array compareModes{
    CompareMode::Split, CompareMode::SideBySide,       CompareMode::Flip,
    CompareMode::Blink, CompareMode::SignedDifference, CompareMode::AbsoluteDifference};

constexpr bool isDifference(CompareMode mode) {
    return mode == CompareMode::SignedDifference || mode == CompareMode::AbsoluteDifference;
}

/// The mode's short name in the user's language, for a button.
QString compareModeName(CompareMode mode);
/// One sentence on what the mode shows, with its keys.
QString compareModeHint(CompareMode mode);

} // namespace limpid
