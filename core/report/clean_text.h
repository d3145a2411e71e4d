// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace limpid {

/// Text as a document may hold it: valid UTF-8, with U+FFFD in the place of every byte that is not part of it, of
/// control characters, and of the characters that turn the direction of the text around them. Tabs and line ends become
/// spaces.
std::string cleanText(std::string_view text);

/// cleanText() with & < > " ' written as entities, for the text and the attributes of HTML and SVG.
std::string escapedText(std::string_view text);

} // namespace limpid
