// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "picker/pseudo_label_record.h"

#include <QString>

namespace limpid {

/// Why the picker accepted or rejected a pseudo-label, from its scores and thresholds, in the language of the window.
QString pickReason(const PseudoLabelRecord& record);

} // namespace limpid
