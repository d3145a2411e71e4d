// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/guard_verdict.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace limpid {

/// What a guard decided for one photograph, and the numbers it went by.
struct GuardRecord {
    QString name; ///< File name without folder; unique within a run.
    GuardVerdict verdict;
    QString recorded = {}; ///< Why, in English; only where a record does not name the reason in another way.
};

/// What a guard decided after one adaptation.
struct GuardedRun {
    QString clinic;
    QDateTime ended;                ///< Invalid if unknown.
    QString folder;                 ///< Of the photographs; empty if unknown.
    QList<GuardRecord> photographs; ///< Empty where no guard decided.
};

} // namespace limpid
