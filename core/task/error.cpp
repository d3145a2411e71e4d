// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "task/error.h"

#include "task/error_words.h"

namespace limpid {

std::string_view codeName(ErrorCode code) {
    return wordingOf(code).name;
}

std::string englishSentence(const Error& error) {
    const std::string_view pattern = wordingOf(error.code).words;
    std::string sentence;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool placeholder =
            pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        if (!placeholder) {
            sentence += pattern[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[++i] - '1');
        sentence += index < error.arguments.size() ? error.arguments[index] : std::string("(unknown)");
    }
    return sentence;
}

} // namespace limpid
