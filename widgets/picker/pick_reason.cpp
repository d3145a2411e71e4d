// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picker/pick_reason.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace limpid {

namespace {

/// Lends its context to the sentences of this file.
struct Reason {
    Q_DECLARE_TR_FUNCTIONS(limpid::PickReason)
};

QString number(double value) {
    return QLocale().toString(value, 'f', 2);
}

QString acceptedWords(const PseudoLabelRecord& r) {
    if (r.qualityJudged() && r.structureJudged())
        return Reason::tr("Accepted: p(good) %1 is above %2, and the structure score %3 is within %4.")
            .arg(number(r.good), number(r.qualityThreshold), number(r.structureScore), number(r.structureThreshold));
    if (r.qualityJudged())
        return Reason::tr("Accepted: p(good) %1 is above %2.").arg(number(r.good), number(r.qualityThreshold));
    if (r.structureJudged())
        return Reason::tr("Accepted: the structure score %1 is within %2.")
            .arg(number(r.structureScore), number(r.structureThreshold));
    return Reason::tr("Accepted: no judge was asked.");
}

QString refusedByQuality(const PseudoLabelRecord& r) {
    if (!(r.good > r.qualityThreshold))
        return Reason::tr("The quality judge refused: p(good) %1 is not above %2.")
            .arg(number(r.good), number(r.qualityThreshold));
    if (r.usable >= r.reject)
        return Reason::tr("The quality judge refused: p(usable) %1 is as strong as p(good) %2.")
            .arg(number(r.usable), number(r.good));
    return Reason::tr("The quality judge refused: p(reject) %1 is as strong as p(good) %2.")
        .arg(number(r.reject), number(r.good));
}

} // namespace

QString pickReason(const PseudoLabelRecord& record) {
    QStringList sentences;
    if (record.accepted) {
        sentences << acceptedWords(record);
    } else {
        if (!record.qualityAccepts(record.qualityThreshold))
            sentences << refusedByQuality(record);
        if (!record.structureAccepts(record.structureThreshold))
            sentences << Reason::tr("The structure judge refused: the structure score %1 is above %2.")
                             .arg(number(record.structureScore), number(record.structureThreshold));
    }
    if (record.original)
        sentences << Reason::tr("The photograph itself was judged and is the label.");
    return sentences.join(QLatin1Char(' '));
}

} // namespace limpid
