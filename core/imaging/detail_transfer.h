// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/field_of_view.h"
#include "imaging/image.h"
#include "imaging/tone_fit.h"
#include "imaging/working_frame.h"
#include "task/result.h"

#include <opencv2/core.hpp>

#include <stop_token>

namespace limpid {

/// How a result is carried to native resolution.
struct TransferOptions {
    ToneFitOptions tone;
    double rimShare = 0.003; ///< how far the soft rim reaches to both sides of the mask's, as a share of its size
    int stripRows = 128;     ///< native rows per piece of work; the stop token is asked before each
};

/// Carries what a network did at working size to the original's pixels: colour and illumination come from the network,
/// and every detail of the original finer than the working size is kept, times the local gain.
///
/// native = gain * original + offset, with gain and offset fitted at working size (fitTone) and enlarged smoothly,
/// strip by strip. The offset holds whatever the gain cannot explain, so that the result reduced to working size is the
/// network's output again (except where it saturates), a removed spot included. Gains stay within
/// TransferOptions::tone. A camera's rim is soft: a pixel of it that is half as bright as the fundus beside it is half
/// background, and takes half of the offset. So neither a line of the old colour nor one of the new is left around the
/// result.
///
/// `input` is toWorkingFrame(original, view, size) and `enhanced` the network's output for it: CV_32FC3 in [0, 1], same
/// size. The result has the original's size, channels and depth (a grey original takes the mean of the output's
/// channels); pixels farther outside the field of view than its rim are the original's.
///
/// Fails with InvalidArgument (sizes or types do not fit), OutOfMemory, Cancelled. Uses OpenCV's threads; memory beyond
/// the result is a few megabytes per thread.
Result<Image> transferToNative(const Image& original, const FieldOfView& view, const WorkingFrame& input,
                               const cv::Mat& enhanced, const TransferOptions& options = {}, std::stop_token stop = {});

} // namespace limpid
