// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/report_document.h"

#include <string>

namespace limpid {

/// The size of every drawing, in its own units; text is 12 of them high.
inline constexpr int curveWidth = 440;
inline constexpr int curveHeight = 290;

/// Draws a chart as one <svg> element with a view box and no size, without script, style sheet or link: title, legend,
/// axes with their titles and round numbers. Lines differ in colour (of a palette that colour-blind people tell apart),
/// in their dashes and in the shape of their marks. What is no number is left out; a chart without any says so.
std::string drawCurves(const ReportChart& chart);

} // namespace limpid
