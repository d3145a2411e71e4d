// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/compare_images.h"
#include "compare/compare_layout.h"
#include "compare/compare_scene.h"
#include "compare/compare_state.h"
#include "compare/view_transform.h"

namespace limpid {

/// The scene of this state, these images and this place; `view` in logical pixels. Levels and tiles of the images that
/// are not there yet are made.
CompareScene buildCompareScene(const CompareState& state, CompareImages& images, const ViewTransform& transform,
                               const QSizeF& view, double devicePixelRatio);

} // namespace limpid
