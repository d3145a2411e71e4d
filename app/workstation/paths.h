// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <filesystem>

namespace limpid {

/// A path as Qt writes it, and back. Any UTF-8 name comes through unchanged.
QString toQString(const std::filesystem::path& path);
std::filesystem::path toPath(const QString& text);

/// The path for people: the home folder as "~".
QString shownPath(const std::filesystem::path& path);

} // namespace limpid
