// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/portable_random.h"

#include <algorithm>
#include <cmath>

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
    // Box and Muller's polar form makes two values at a time.
    if (m_hasSpare) {
        m_hasSpare = false;
        return mean + deviation * m_spare;
    }
    double u = 0.0;
    double v = 0.0;
    double squared = 0.0;
    do {
        u = uniform(-1.0, 1.0);
        v = uniform(-1.0, 1.0);
        squared = u * u + v * v;
    } while (squared >= 1.0 || squared == 0.0);
    const double factor = std::sqrt(-2.0 * std::log(squared) / squared);
    m_spare = v * factor;
    m_hasSpare = true;
    return mean + deviation * u * factor;
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
