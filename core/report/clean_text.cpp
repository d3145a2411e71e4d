// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/clean_text.h"

#include <cstddef>

namespace limpid {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct Character {
    char32_t code = 0xFFFD;
    std::size_t bytes = 1; ///< That it takes in the text; for what is no UTF-8, the one byte to pass over.
};

bool isContinuation(unsigned char byte) {
    return (byte & 0xC0U) == 0x80U;
}

Character firstOf(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80U)
        return {lead, 1};
    const std::size_t bytes = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
    if (lead < 0xC2U || lead > 0xF4U || text.size() < bytes)
        return {};
    char32_t code = lead & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if (!isContinuation(next))
            return {};
        code = (code << 6U) | (next & 0x3FU);
    }
    const bool tooLong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (tooLong || surrogate || code > 0x10FFFF)
        return {};
    return {code, bytes};
}

bool isUnwanted(char32_t code) {
    const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    const bool turning = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    const bool none = code == 0xFFFE || code == 0xFFFF;
    return control || turning || none;
}

} // namespace

std::string cleanText(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        const auto character = firstOf(text);
        if (character.code == '\t' || character.code == '\n' || character.code == '\r')
            clean += ' ';
        else if (character.code == 0xFFFD || isUnwanted(character.code))
            clean += replacement;
        else
            clean += text.substr(0, character.bytes);
        text.remove_prefix(character.bytes);
    }
    return clean;
}

std::string escapedText(std::string_view text) {
    std::string escaped;
    for (const char character : cleanText(text)) {
        switch (character) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        default:
            escaped += character;
        }
    }
    return escaped;
}

} // namespace limpid
