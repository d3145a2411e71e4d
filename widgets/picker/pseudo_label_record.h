// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/pick_override.h"

#include <QImage>
#include <QMetaType>
#include <QString>

namespace limpid {

/// One pseudo-label of one epoch and everything the picker's decision rests on.
struct PseudoLabelRecord {
    QString name; ///< Of the image; unique within an epoch.
    int epoch = 0;
    QImage input; ///< Thumbnails may be null until they are asked for.
    QImage output;
    QImage structure;
    double good =
        0.0; ///< Probabilities, 0..1; all three 0 where quality was not judged. Good after the damage's evidence.
    double usable = 0.0;
    double reject = 0.0;
    double qualityThreshold = 0.0; ///< Accepted above this, if good is the strongest of the three.
    double damage = 0.0; ///< How damaged the photograph is, 0..1: evidence for the quality judge. 0 where not asked.
    double structureScore = 0.0;
    double structureThreshold = 0.0; ///< Accepted up to this.
    bool accepted = false;           ///< By the picker, whatever a person decided.
    bool original = false;           ///< The photograph itself was judged and not its restoration.
    QString reason;                  ///< One English sentence: why; for files. pickReason() is for people.
    PickOverride byHand = PickOverride::None;

    /// A judge that was not asked has left only zeros.
    bool qualityJudged() const { return !(good + usable + reject == 0.0); }
    bool structureJudged() const { return !(structureScore == 0.0 && structureThreshold == 0.0); }
    /// What the judge would say with another threshold. Written so that what is no number is never accepted.
    bool qualityAccepts(double threshold) const {
        return !qualityJudged() || (good > usable && good > reject && good > threshold);
    }
    bool structureAccepts(double threshold) const { return !structureJudged() || structureScore <= threshold; }

    /// True where it is used for learning: a person's word counts more than the picker's.
    bool isUsed() const { return byHand == PickOverride::None ? accepted : byHand == PickOverride::Pick; }
};

} // namespace limpid

Q_DECLARE_METATYPE(limpid::PickOverride)
