// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace limpid {

/// The families of damage that the models of this room know. One image may carry several.
enum class DegradationKind : std::uint16_t {
    Haze = 1U << 0U,         ///< a cataract's scattered light
    Illumination = 1U << 1U, ///< exposure, colour, a bright ring, a dark hole
    Spots = 1U << 2U,        ///< dust and drops on the lens
    Blur = 1U << 3U,         ///< out of focus
    Noise = 1U << 4U,        ///< the sensor's
    Cast = 1U << 5U,         ///< gains of the colour channels
    Veil = 1U << 6U,         ///< stray light added over the image
    Gamma = 1U << 7U,        ///< the camera's tone curve
    Darkening = 1U << 8U,    ///< too little light
    Attenuation = 1U << 9U,  ///< ultrasound: loss with depth
    Shadow = 1U << 10U,      ///< ultrasound: an acoustic shadow
};

/// "haze", "illumination", ... as the command line and reports write them.
std::string_view kindName(DegradationKind kind);
/// The kind of that name; nothing where there is none.
std::optional<DegradationKind> kindOfName(std::string_view name);

/// A set of kinds.
class DegradationKinds {
public:
    DegradationKinds() = default;
    DegradationKinds(std::initializer_list<DegradationKind> kinds);

    void add(DegradationKind kind) { m_bits |= static_cast<unsigned>(kind); }
    bool has(DegradationKind kind) const { return (m_bits & static_cast<unsigned>(kind)) != 0; }
    bool empty() const { return m_bits == 0; }
    bool operator==(const DegradationKinds&) const = default;
    /// The names joined by '+', "none" for the empty set.
    std::string describe() const;

private:
    unsigned m_bits = 0;
};

} // namespace limpid
