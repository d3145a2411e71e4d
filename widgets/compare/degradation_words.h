// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/degradation_finding.h"

#include <QString>

namespace limpid {

// The words a person reads for the damage to a photograph, in the window's language.

/// The name of one of gradedKinds; empty for any other kind.
QString damageName(DegradationKind kind);
/// What that damage is, in a sentence.
QString damageHint(DegradationKind kind);
/// "none", "slight", "moderate" or "strong".
QString gradeWords(SeverityGrade grade);
/// What to tell a person first: the sentence for DegradationReading::sentenceKey().
QString readingSentence(const DegradationReading& reading);
/// The same for whatever can be said: that the image is being read, why it cannot be, or the reading's sentence.
QString findingSentence(const DegradationFinding& finding);

} // namespace limpid
