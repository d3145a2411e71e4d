// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/fundus_phantom.h"

#include "phantoms/choroid.h"
#include "phantoms/fundus_landmarks.h"
#include "phantoms/vessel_raster.h"
#include "phantoms/vessel_tree.h"

#include <algorithm>

namespace limpid {
namespace {

FundusPhantomOptions completed(FundusPhantomOptions options, PortableRandom& random) {
    options.size = std::max(64, options.size);
    // Everything is drawn whether it is asked for or not, so that asking for one thing leaves the others alone.
    const auto tint =
        kFundusTints[static_cast<std::size_t>(random.integer(0, static_cast<int>(kFundusTints.size()) - 1))];
    const auto eye = random.chance(0.5) ? Eye::Right : Eye::Left;
    const auto field = random.chance(0.8) ? FundusField::MaculaCentred : FundusField::DiscCentred;
    const double spread = random.uniform(-1.0, 1.0);
    const bool notched = random.chance(0.35);
    const bool cut = random.chance(0.45);
    const auto frame = notched ? (cut ? FundusFrame::NotchedCutCircle : FundusFrame::NotchedCircle)
                               : (cut ? FundusFrame::CutCircle : FundusFrame::Circle);
    const bool isTigroid = random.chance(0.55);
    const double tigroid = isTigroid ? random.uniform(0.15, 1.0) : random.uniform(0.0, 0.12);
    const FundusLesions lesions = drawLesions(random);
    options.tint = options.tint.value_or(tint);
    options.eye = options.eye.value_or(eye);
    options.field = options.field.value_or(field);
    const bool macula = *options.field == FundusField::MaculaCentred;
    options.fieldDegrees =
        std::clamp(options.fieldDegrees.value_or(macula ? 50.0 + 7.0 * spread : 36.0 + 5.0 * spread), 25.0, 65.0);
    options.frame = options.frame.value_or(frame);
    options.tigroid = options.tigroid.value_or(tigroid);
    options.lesions = options.lesions.value_or(lesions);
    return options;
}

} // namespace

PhantomImage makeFundusPhantom(const FundusPhantomOptions& asked, std::uint64_t seed) {
    PortableRandom random(seed);
    PortableRandom choices = random.fork();
    PortableRandom anatomy = random.fork();
    PortableRandom growth = random.fork();
    PortableRandom paint = random.fork();
    PortableRandom disease = random.fork();
    PortableRandom camera = random.fork();
    const FundusPhantomOptions options = completed(asked, choices);

    const RetinaGeometry geometry =
        drawGeometry(options.size, *options.eye, *options.field, *options.fieldDegrees, anatomy);
    const VesselTreeStyle style = drawVesselTreeStyle(growth);
    const VesselTree tree = growVesselTree(geometry, style, growth);
    const VesselRaster vessels = rasterizeVessels(tree, geometry, growth.uniform(0.4, 0.8));

    FundusCanvas canvas = makeCanvas(geometry);
    paintChoroid(canvas, geometry, *options.tigroid, paint);
    paintMacula(canvas, geometry, paint);
    paintNerveFibres(canvas, paint.uniform(0.1, 1.0), paint);
    paintDisc(canvas, geometry, paint);
    paintVessels(canvas, vessels, paint);
    paintLesions(canvas, geometry, *options.lesions, disease);

    PhantomImage phantom;
    phantom.fieldOfView = drawFieldOfView(geometry, *options.frame, camera);
    phantom.rgb = photograph(canvas, geometry, phantom.fieldOfView, *options.tint, camera);
    cv::bitwise_and(vessels.mask, phantom.fieldOfView, phantom.structure);
    return phantom;
}

} // namespace limpid
