// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/tensor_forward.h"

namespace limpid {

/// How much of a clean image was lost in its degraded version, 0 (nothing) to 1, measured on the pair itself:
///
///   tone      = clamp((35 - PSNR) / 25, 0, 1), PSNR in dB inside the field of view;
///   structure = 1 - sqrt(kept * agreement), where, for the gradients c of the clean and d of the degraded image's
///   luma,
///               kept = clamp(<d,c> / <c,c>, 0, 1) falls when vessels fade or blur, and
///               agreement = clamp(<d,c> / (|d||c|), 0, 1) falls when noise or spots cover them;
///   severity  = 1 - (1 - tone)(1 - structure).
///
/// Gradients are taken on means over blocks of side/128 pixels, well inside the field of view, so that a vessel under
/// mild noise still counts as seen. An image whose vessels are blurred away scores high although its PSNR is fine, and
/// so does one with wrong colours whose vessels are all there. Limpid's own measure, made for labelling.
/// @param degraded, clean [N,3,H,W] in [0,1] (or one channel) @param fieldOfView [N,1,H,W] in {0,1} @return [N]
at::Tensor lossSeverity(const at::Tensor& degraded, const at::Tensor& clean, const at::Tensor& fieldOfView);

} // namespace limpid
