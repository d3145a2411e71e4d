// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/pickle_cursor.h"

#include <utility>

namespace limpid {

void refuseDamaged(std::string reason) {
    throw PickleRefusal{{true, std::move(reason)}};
}

void refuseForeign(std::string reason) {
    throw PickleRefusal{{false, std::move(reason)}};
}

std::string shownText(std::string_view text) {
    std::string result;
    for (const char character : text.substr(0, 60))
        result += character >= ' ' && character < 127 ? character : '?';
    return result;
}

std::string_view PickleCursor::take(std::uint64_t count) {
    if (count > m_pickle.size() - m_position)
        refuseDamaged("its pickle breaks off");
    const std::string_view bytes(m_pickle.data() + m_position, static_cast<std::size_t>(count));
    m_position += bytes.size();
    return bytes;
}

std::uint64_t PickleCursor::takeNumber(std::size_t bytes) {
    std::uint64_t number = 0;
    const auto text = take(bytes);
    for (std::size_t i = bytes; i-- > 0;)
        number = (number << 8U) | static_cast<unsigned char>(text[i]);
    return number;
}

std::string_view PickleCursor::takeLine() {
    const std::string_view rest(m_pickle.data() + m_position, m_pickle.size() - m_position);
    const auto length = rest.find('\n');
    if (length == std::string_view::npos)
        refuseDamaged("its pickle breaks off");
    m_position += length + 1;
    return rest.substr(0, length);
}

} // namespace limpid
