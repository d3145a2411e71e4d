// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace limpid {

/// A value, or the Error that says why there is none. Exceptions of libraries are turned into it once, at the edge of
/// the room that called them.
template <typename T>
using Result = tl::expected<T, Error>;

/// Builds the failing side of any Result: `return fail(ErrorCode::FileNotFound, {path});`
inline tl::unexpected<Error> fail(ErrorCode code, std::vector<std::string> arguments = {}, std::string detail = {}) {
    return tl::unexpected<Error>(Error{code, std::move(arguments), std::move(detail)});
}

/// Passes an Error on into a Result of another type: `if (!image) return fail(std::move(image.error()));`
inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

} // namespace limpid
