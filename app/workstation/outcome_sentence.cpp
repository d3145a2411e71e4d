// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outcome_sentence.h"

#include "guard/guard_words.h"
#include "guarded_run.h"
#include "paths.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace limpid {

namespace {

/// Lends its context to the sentences of this file.
struct Outcome {
    Q_DECLARE_TR_FUNCTIONS(limpid::Outcome)
};

QString fixed(double value, int decimals) {
    return QLocale().toString(value, 'f', decimals);
}

/// Why the old model stays in use.
QString whyNone(const FolderAdaptationOutcome& outcome) {
    const auto& summary = outcome.summary;
    switch (summary.verdict) {
    case AdaptationVerdict::FewAccepted:
        return Outcome::tr("The judges accept only %1 % of what the model makes of these photographs, too little to "
                           "learn from, so nothing was adapted; the old model stays in use.")
            .arg(fixed(100.0 * summary.acceptedAtStart, 0));
    case AdaptationVerdict::NothingAlike:
        return Outcome::tr("These photographs are poor in a way that Limpid cannot imitate (unlikeness %1, at most %2 "
                           "is credible), so nothing was adapted; the old model stays in use.")
            .arg(fixed(summary.unlikeness, 2), fixed(outcome.config.mostUnlike, 2));
    case AdaptationVerdict::AcceptsNoMore:
        return Outcome::tr(
            "The judges accepted next to no pseudo-label any more, so the run ended early; the old model "
            "stays in use.");
    case AdaptationVerdict::BecameFlat:
        return Outcome::tr("The restorations became flat, so the run ended early; the old model stays in use.");
    case AdaptationVerdict::DriftedAway:
        return Outcome::tr("The restorations had gone far from those of the old model, so the run ended early; the old "
                           "model stays in use.");
    case AdaptationVerdict::LeavesVeil:
        return Outcome::tr("The adapted model would leave more of the veil of stray light in these photographs than "
                           "the old one, so the old model stays in use.");
    case AdaptationVerdict::LeavesNoise:
        return Outcome::tr("The adapted model would leave more noise in these photographs than the old one, so the old "
                           "model stays in use.");
    case AdaptationVerdict::LastStudent:
    case AdaptationVerdict::BetterTeacher:
    case AdaptationVerdict::NoGain:
        break;
    }
    return Outcome::tr("The clinic probe saw no gain worth having (%1 dB at best), so the old model stays in use.")
        .arg((summary.gain >= 0.0 ? QStringLiteral("+") : QString()) + fixed(summary.gain, 2));
}

} // namespace

QString outcomeSentence(const FolderAdaptationOutcome& outcome, const QString& clinic) {
    const auto& summary = outcome.summary;
    QStringList sentences;
    if (summary.stopped)
        sentences << Outcome::tr("Stopped as asked.");
    if (outcome.modelWritten) {
        sentences << Outcome::tr(
                         "A model for %1 is ready: on the clinic probe, PSNR went from %2 to %3 dB and SSIM from "
                         "%4 to %5.")
                         .arg(clinic, fixed(summary.source.psnr, 2), fixed(summary.kept.psnr, 2),
                              fixed(summary.source.ssim, 3), fixed(summary.kept.ssim, 3));
        if (const auto guarded = guardedRunOf({}, {}, outcome); !guarded.photographs.isEmpty())
            sentences << guardSummary(guarded.photographs);
        else
            sentences << Outcome::tr("No guard could be learnt, so its results are shown for every photograph; compare "
                                     "before and after.");
    } else {
        sentences << whyNone(outcome);
    }
    if (summary.otherKind > 0) {
        sentences << Outcome::tr(
                         "The folder holds two clearly different kinds of photographs, as of two cameras: %1 of "
                         "%2 are of the smaller kind; look at both.")
                         .arg(summary.otherKind)
                         .arg(summary.images + summary.probeImages);
    }
    if (outcome.modelWritten && outcome.reference) {
        sentences << Outcome::tr("Against the references of %n photograph(s), PSNR went from %1 to %2 dB.", nullptr,
                                 static_cast<int>(outcome.reference->rows.size()))
                         .arg(fixed(outcome.reference->source.psnr, 2), fixed(outcome.reference->adapted.psnr, 2));
    }
    if (const auto left = static_cast<int>(outcome.failures.size()); left > 0)
        sentences << Outcome::tr("Left out because unreadable: %n.", nullptr, left);
    return sentences.join(QLatin1Char(' '));
}

QString suggestedClinicName(const std::filesystem::path& folder) {
    auto clean = folder.lexically_normal();
    if (clean.filename().empty())
        clean = clean.parent_path();
    const auto own = toQString(clean.filename());
    static const QStringList sayingNothing{QStringLiteral("images"), QStringLiteral("image"), QStringLiteral("photos"),
                                           QStringLiteral("pictures"), QStringLiteral("data")};
    const auto above = toQString(clean.parent_path().filename());
    if (sayingNothing.contains(own, Qt::CaseInsensitive) && !above.isEmpty())
        return above;
    return own.isEmpty() ? Outcome::tr("My clinic") : own;
}

} // namespace limpid
