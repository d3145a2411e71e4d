// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/report_document.h"

#include <string>

namespace limpid {

/// The report as one self-contained HTML file: pictures as data URIs, curves as inline SVG, no script, no link and no
/// font of its own; it forbids the reader to load anything. For screens from a phone's on, and for printing, where the
/// footer stands on every page. In any thread.
std::string reportHtml(const ReportDocument& document);

} // namespace limpid
