// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/colour_profile.h"

#include <lcms2.h>

#include <opencv2/core.hpp>

#include <array>
#include <cstdlib>
#include <limits>
#include <memory>
#include <vector>

namespace limpid {

namespace {

struct CloseContext {
    void operator()(cmsContext context) const { cmsDeleteContext(context); }
};
struct CloseProfile {
    void operator()(cmsHPROFILE profile) const { cmsCloseProfile(profile); }
};
struct CloseTransform {
    void operator()(cmsHTRANSFORM transform) const { cmsDeleteTransform(transform); }
};
using Context = std::unique_ptr<std::remove_pointer_t<cmsContext>, CloseContext>;
using Profile = std::unique_ptr<std::remove_pointer_t<cmsHPROFILE>, CloseProfile>;
using Transform = std::unique_ptr<std::remove_pointer_t<cmsHTRANSFORM>, CloseTransform>;

/// A grey profile with sRGB's tone curve (IEC 61966-2-1), so that grey values mean what equal RGB values mean.
Profile makeSrgbGrey(cmsContext context) {
    const std::array<cmsFloat64Number, 5> srgb{2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045};
    cmsToneCurve* const curve = cmsBuildParametricToneCurve(context, 4, srgb.data());
    Profile profile(cmsCreateGrayProfileTHR(context, cmsD50_xyY(), curve));
    cmsFreeToneCurve(curve);
    return profile;
}

Transform makeTransform(cmsContext context, cmsHPROFILE from, cmsHPROFILE to, cmsUInt32Number format) {
    // One transform serves several threads, so that it may not cache; the default tables are too coarse for 16 bit.
    const cmsUInt32Number flags = cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE | cmsFLAGS_HIGHRESPRECALC;
    return Transform(cmsCreateTransformTHR(context, from, format, to, format, INTENT_RELATIVE_COLORIMETRIC, flags));
}

/// Whether no colour of a lattice moves by more than one 8-bit step.
bool changesNothing(cmsHTRANSFORM transform8, int channels) {
    std::vector<std::uint8_t> lattice;
    if (channels == 1) {
        for (int value = 0; value < 256; ++value)
            lattice.push_back(static_cast<std::uint8_t>(value));
    } else {
        for (int colour = 0; colour < 16 * 16 * 16; ++colour) {
            for (const int shift : {0, 4, 8})
                lattice.push_back(static_cast<std::uint8_t>(((colour >> shift) & 15) * 17));
        }
    }
    std::vector<std::uint8_t> moved(lattice.size());
    cmsDoTransform(transform8, lattice.data(), moved.data(),
                   static_cast<cmsUInt32Number>(lattice.size() / static_cast<std::size_t>(channels)));
    for (std::size_t i = 0; i < lattice.size(); ++i) {
        if (std::abs(lattice[i] - moved[i]) > 1)
            return false;
    }
    return true;
}

} // namespace

ProfileConversion convertToSrgb(cv::Mat& pixels, std::span<const std::uint8_t> profile) {
    const int channels = pixels.channels();
    // A context of its own keeps lcms2's messages off the terminal and calls apart.
    const Context context(cmsCreateContext(nullptr, nullptr));
    if (!context || profile.size() > std::numeric_limits<cmsUInt32Number>::max())
        return {false, "The colour profile could not be opened and was left out."};
    const Profile from(
        cmsOpenProfileFromMemTHR(context.get(), profile.data(), static_cast<cmsUInt32Number>(profile.size())));
    if (!from)
        return {false, "The colour profile is broken and was left out; the colours may be slightly off."};
    if (cmsGetColorSpace(from.get()) != (channels == 1 ? cmsSigGrayData : cmsSigRgbData))
        return {false, "The colour profile does not fit the image and was left out; the colours may be slightly off."};

    const Profile to = channels == 1 ? makeSrgbGrey(context.get()) : Profile(cmsCreate_sRGBProfileTHR(context.get()));
    const cmsUInt32Number format8 = channels == 1 ? TYPE_GRAY_8 : TYPE_RGB_8;
    const cmsUInt32Number format16 = channels == 1 ? TYPE_GRAY_16 : TYPE_RGB_16;
    const Transform transform8 = makeTransform(context.get(), from.get(), to.get(), format8);
    if (!transform8)
        return {false, "The colour profile cannot be applied and was left out; the colours may be slightly off."};
    if (changesNothing(transform8.get(), channels))
        return {};

    Transform transform16;
    if (pixels.depth() == CV_16U)
        transform16 = makeTransform(context.get(), from.get(), to.get(), format16);
    const cmsHTRANSFORM transform = transform16 ? transform16.get() : transform8.get();
    cv::parallel_for_(cv::Range(0, pixels.rows), [&](const cv::Range& rows) {
        for (int y = rows.start; y < rows.end; ++y)
            cmsDoTransform(transform, pixels.ptr(y), pixels.ptr(y), static_cast<cmsUInt32Number>(pixels.cols));
    });
    return {true, {}};
}

} // namespace limpid
