// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <string_view>

namespace limpid {

/// The steps that lead from an empty database to the layout of this version of Limpid, in order: after the first n of
/// them the database has version n (its user_version). A step that was once released is never changed; what has to
/// change goes into a new one.
std::span<const std::string_view> storeMigrations();

} // namespace limpid
