// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/random_draws.h"

#include <algorithm>
#include <locale>
#include <sstream>

namespace limpid {

RandomDraws::RandomDraws(std::uint64_t seed)
    : m_engine(seed) {}

std::uint64_t RandomDraws::bits() {
    return m_engine();
}

double RandomDraws::uniform() {
    return static_cast<double>(m_engine() >> 11) * 0x1.0p-53;
}

double RandomDraws::uniform(const DrawRange& range) {
    return range.low + (range.high - range.low) * uniform();
}

int RandomDraws::integer(int low, int high) {
    const double count = std::max(high - low + 1, 1);
    return low + static_cast<int>(uniform() * count);
}

bool RandomDraws::chance(double probability) {
    return uniform() < probability;
}

std::string RandomDraws::saveState() const {
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << m_engine;
    return text.str();
}

Result<void> RandomDraws::restoreState(std::string_view state) {
    std::istringstream text{std::string(state)};
    text.imbue(std::locale::classic());
    std::mt19937_64 engine;
    if (!(text >> engine))
        return fail(ErrorCode::InvalidArgument, {"degradation state", "it is not the state of a random engine"});
    m_engine = engine;
    return {};
}

} // namespace limpid
