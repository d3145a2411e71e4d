// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/image_traits.h"
#include "methods/same/guard_verdict.h"

#include <QString>

#include <optional>

namespace limpid {

/// Which images are shown; what is not set lets all pass.
struct ImageFilter {
    std::optional<ImageQuality> quality = std::nullopt;
    std::optional<PickerVerdict> decision = std::nullopt; ///< By the picker or by hand.
    bool byHand = false;                                  ///< Only those that a person decided about.
    std::optional<GuardChoice> shown = std::nullopt;      ///< Whose result a guard chose; only where one did.
    std::optional<ImageFlag> flag = std::nullopt;
    QString modality = {}; ///< Empty for any.
    int leastStars = 0;    ///< 0..5.
    QString text = {};     ///< Part of the name, without case; empty for any.

    bool operator==(const ImageFilter&) const = default;
    /// Whether any image could be hidden.
    bool isActive() const { return *this != ImageFilter{}; }
};

/// What the images are ordered by.
enum class ImageOrder { Name, Date, Quality, Gain };

} // namespace limpid
