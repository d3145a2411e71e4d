// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_mode.h"

#include <QCoreApplication>

namespace limpid {

namespace {

/// Lends its context to the words of this file.
struct Modes {
    Q_DECLARE_TR_FUNCTIONS(limpid::CompareMode)
};

} // namespace

QString compareModeName(CompareMode mode) {
    switch (mode) {
    case CompareMode::Split:
        return Modes::tr("Split");
    case CompareMode::SideBySide:
        return Modes::tr("Side by side");
    case CompareMode::Flip:
        return Modes::tr("Flip");
    case CompareMode::Blink:
        return Modes::tr("Blink");
    case CompareMode::SignedDifference:
        return Modes::tr("Difference \u00b1");
    case CompareMode::AbsoluteDifference:
        return Modes::tr("Difference | |");
    }
    return {};
}

QString compareModeHint(CompareMode mode) {
    switch (mode) {
    case CompareMode::Split:
        return Modes::tr("Original and enhanced image with a line between them; drag it or use the arrow keys (S)");
    case CompareMode::SideBySide:
        return Modes::tr("Both images next to each other, zoomed and moved together (Y)");
    case CompareMode::Flip:
        return Modes::tr("One image in the whole view; B changes it, and the original shows while Space or \\ is "
                         "held (F)");
    case CompareMode::Blink:
        return Modes::tr("Original and enhanced image in turn (K)");
    case CompareMode::SignedDifference:
        return Modes::tr("What became brighter (orange) and what became darker (blue) (D)");
    case CompareMode::AbsoluteDifference:
        return Modes::tr("How much a pixel changed, in the colour channel that changed most (A)");
    }
    return {};
}

} // namespace limpid
