// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <exception>
#include <new>
#include <string>
#include <utility>

namespace limpid {

/// Runs `work`, which returns a Result, and turns an exception that should not have come so far into an Error: one that
/// leaves a worker thread would end the program.
template <typename Work>
auto guarded(const std::string& doing, Work&& work) -> decltype(work()) {
    try {
        return std::forward<Work>(work)();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, {doing});
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal, {doing}, error.what());
    }
}

} // namespace limpid
