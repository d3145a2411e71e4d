// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/report_document.h"
#include "storage/model_card.h"

namespace limpid {

/// The card of the model in use as a section of a report. Of long lists of held-out images, the last few and the count.
ReportSection cardSection(const ModelCard& card);

} // namespace limpid
