// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/portable_random.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace limpid {

double PortableRandom::uniform() {
    // 53 bits are what a double holds.
    return static_cast<double>(m_engine() >> 11) * 0x1.0p-53;
}

double PortableRandom::uniform(double low, double high) {
    return low + (high - low) * uniform();
}

int PortableRandom::integer(int low, int high) {
    const double span = static_cast<double>(high) - low + 1.0;
    return std::min(high, low + static_cast<int>(std::floor(uniform() * span)));
}

double PortableRandom::normal(double mean, double deviation) {
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    return mean + deviation * radius * std::cos(2.0 * std::numbers::pi * uniform());
}

double PortableRandom::boundedNormal(double mean, double deviation, double limit) {
    double score = normal();
    while (std::abs(score) > limit) {
        score = normal();
    }
    return mean + deviation * score;
}

bool PortableRandom::chance(double probability) {
    return uniform() < probability;
}

PortableRandom PortableRandom::fork() {
    return PortableRandom(m_engine());
}

} // namespace limpid
