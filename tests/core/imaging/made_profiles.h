// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <lcms2.h>

#include <QByteArray>

#include <array>

/// Colour profiles made in memory.
namespace made {

inline QByteArray saved(cmsHPROFILE profile) {
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    QByteArray bytes(static_cast<qsizetype>(size), '\0');
    cmsSaveProfileToMem(profile, bytes.data(), &size);
    cmsCloseProfile(profile);
    return bytes;
}

/// sRGB's tone curve (IEC 61966-2-1).
inline cmsToneCurve* srgbCurve() {
    const std::array<cmsFloat64Number, 5> parameters{2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045};
    return cmsBuildParametricToneCurve(nullptr, 4, parameters.data());
}

inline QByteArray rgbProfile(const cmsCIExyYTRIPLE& primaries, cmsToneCurve* curve) {
    const cmsCIExyY d65{0.3127, 0.3290, 1.0};
    const std::array<cmsToneCurve*, 3> curves{curve, curve, curve};
    auto bytes = saved(cmsCreateRGBProfile(&d65, &primaries, curves.data()));
    cmsFreeToneCurve(curve);
    return bytes;
}

inline QByteArray srgbProfile() {
    return saved(cmsCreate_sRGBProfile());
}

/// sRGB with red and blue exchanged: what it says is red is blue, so that the conversion is known exactly.
inline QByteArray swappedProfile() {
    return rgbProfile({{0.15, 0.06, 1.0}, {0.30, 0.60, 1.0}, {0.64, 0.33, 1.0}}, srgbCurve());
}

/// The primaries and the gamma of Adobe RGB (1998).
inline QByteArray wideProfile() {
    return rgbProfile({{0.64, 0.33, 1.0}, {0.21, 0.71, 1.0}, {0.15, 0.06, 1.0}}, cmsBuildGamma(nullptr, 563.0 / 256.0));
}

/// Grey with a plain gamma.
inline QByteArray greyProfile(double gamma) {
    cmsToneCurve* const curve = cmsBuildGamma(nullptr, gamma);
    auto bytes = saved(cmsCreateGrayProfile(cmsD50_xyY(), curve));
    cmsFreeToneCurve(curve);
    return bytes;
}

} // namespace made
