// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/error.h"

#include <string_view>

namespace limpid {

/// How one error is put into words.
struct ErrorWording {
    ErrorCode code;
    std::string_view name; ///< As written in the enum.
    /// One English sentence, %1 .. %4 for the arguments. The window translates it under the context "limpid::Error",
    /// unless it has words of its own.
    const char* words;
};

/// The wording of a code; Internal's for a number that is no code.
const ErrorWording& wordingOf(ErrorCode code);

} // namespace limpid
