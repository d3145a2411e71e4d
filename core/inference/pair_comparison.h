// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/image.h"
#include "metrics/protocol.h"
#include "task/result.h"

namespace limpid {

/// How one file is measured against another.
struct PairComparisonOptions {
    MetricProtocol protocol = MetricProtocol::FieldOfView;
    /// 0: at the images' own size. Otherwise both are first brought to the working frame of this size (the square
    /// around the reference's field of view), as a network sees them.
    int workingSize = 0;
};

/// Full-reference scores of `output` against `reference`, inside the reference's field of view for protocol
/// FieldOfView. With a working size, an output of exactly that size beside a larger reference is taken for a working
/// frame itself. InvalidArgument where the sizes do not fit. May be called from any thread.
Result<QualityScores> compareWithReference(const Image& output, const Image& reference,
                                           const PairComparisonOptions& options = {});

} // namespace limpid
