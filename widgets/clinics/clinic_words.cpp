// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/clinic_words.h"

#include "picker/pick_reason.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QStringList>

namespace limpid {

namespace {

/// Lends its context to the words of this file.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(limpid::ClinicWords)
};

constexpr int hashDigits = 12;

QString dash() {
    return QStringLiteral("\u2013");
}

QString decibels(double value) {
    return QLocale().toString(value, 'f', 2);
}

/// The audit trail's actions, and those with photographs.
const char* actionWords(const QString& action) {
    static const QHash<QString, const char*> known{
        {QStringLiteral("clinic created"), QT_TRANSLATE_NOOP("limpid::ClinicWords", "Clinic created")},
        {QStringLiteral("clinic renamed"), QT_TRANSLATE_NOOP("limpid::ClinicWords", "Clinic renamed")},
        {QStringLiteral("clinic duplicated"), QT_TRANSLATE_NOOP("limpid::ClinicWords", "Made as a duplicate")},
        {QStringLiteral("clinic imported"), QT_TRANSLATE_NOOP("limpid::ClinicWords", "Clinic imported")},
        {QStringLiteral("clinic deleted"), QT_TRANSLATE_NOOP("limpid::ClinicWords", "Clinic deleted")},
        {QStringLiteral("folder taken in"),
         QT_TRANSLATE_NOOP("limpid::ClinicWords", "Taken over from an earlier version")},
        {QStringLiteral("model put to use"), QT_TRANSLATE_NOOP("limpid::ClinicWords", "Model put to use")},
        {QStringLiteral("model turned down"), QT_TRANSLATE_NOOP("limpid::ClinicWords", "Model turned down")},
        {QStringLiteral("run started"), QT_TRANSLATE_NOOP("limpid::ClinicWords", "Run started")},
        {QStringLiteral("run resumed"), QT_TRANSLATE_NOOP("limpid::ClinicWords", "Run gone on with")},
        {QStringLiteral("run ended"), QT_TRANSLATE_NOOP("limpid::ClinicWords", "Run ended")},
        {QStringLiteral("run interrupted"), QT_TRANSLATE_NOOP("limpid::ClinicWords", "Run interrupted")},
        {QStringLiteral("run abandoned"), QT_TRANSLATE_NOOP("limpid::ClinicWords", "Run given up")},
        {QStringLiteral("run cancelled"), QT_TRANSLATE_NOOP("limpid::ClinicWords", "Run cancelled")},
        {QStringLiteral("run failed"), QT_TRANSLATE_NOOP("limpid::ClinicWords", "Run failed")},
        {QStringLiteral("run taken over"), QT_TRANSLATE_NOOP("limpid::ClinicWords", "Run taken over")},
        {photograph_action::enhanced, QT_TRANSLATE_NOOP("limpid::ClinicWords", "Enhanced")},
        {photograph_action::accepted, QT_TRANSLATE_NOOP("limpid::ClinicWords", "Accepted by the picker")},
        {photograph_action::rejected, QT_TRANSLATE_NOOP("limpid::ClinicWords", "Rejected by the picker")},
        {photograph_action::pickedByHand, QT_TRANSLATE_NOOP("limpid::ClinicWords", "Accepted by hand")},
        {photograph_action::rejectedByHand, QT_TRANSLATE_NOOP("limpid::ClinicWords", "Rejected by hand")},
    };
    return known.value(action, nullptr);
}

} // namespace

QString timeWords(const QDateTime& time) {
    return time.isValid() ? time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : dash();
}

QString shortHash(const QString& sha256) {
    return sha256.left(hashDigits);
}

QString probeWords(const std::optional<ProbeChange>& probe) {
    if (!probe)
        return dash();
    const auto sign = probe->gain() >= 0.0 ? QStringLiteral("+") : QString();
    return Words::tr("%1 dB (%2 to %3)")
        .arg(sign + decibels(probe->gain()), decibels(probe->before), decibels(probe->after));
}

QString clinicStateWords(const ClinicItem& clinic) {
    if (clinic.hold == ClinicHold::Elsewhere)
        return Words::tr("Held by %1 (process %2 on %3)")
            .arg(clinic.holder.program, clinic.holder.process, clinic.holder.host);
    if (clinic.hold == ClinicHold::Here)
        return Words::tr("Adapting now");
    QStringList states;
    if (clinic.unfinished)
        states << Words::tr("Unfinished run");
    if (clinic.waits)
        states << Words::tr("New model waits for an answer");
    if (states.isEmpty())
        states << (clinic.modelMade.isValid() ? Words::tr("Ready") : Words::tr("No model in use"));
    return states.join(QStringLiteral(" \u00b7 "));
}

QString modelStateWords(const ClinicModelItem& model) {
    if (model.inUse)
        return Words::tr("\u2713 In use");
    return model.waits ? Words::tr("Waits for an answer") : Words::tr("Earlier model");
}

QString runEndWords(ClinicRunEnd end) {
    switch (end) {
    case ClinicRunEnd::Open:
        return Words::tr("Not finished");
    case ClinicRunEnd::Adapted:
        return Words::tr("New model made");
    case ClinicRunEnd::KeptOld:
        return Words::tr("Old model kept");
    case ClinicRunEnd::Cancelled:
        return Words::tr("Cancelled");
    case ClinicRunEnd::Failed:
        return Words::tr("Failed");
    case ClinicRunEnd::Interrupted:
        return Words::tr("Interrupted and given up");
    }
    return {};
}

QString formWords(const QString& form) {
    if (form == QLatin1String("limpid"))
        return Words::tr("Limpid's own");
    if (form == QLatin1String("paper"))
        return Words::tr("The paper's");
    if (form == QLatin1String("as-released"))
        return Words::tr("As released by the paper's authors");
    return form.isEmpty() ? dash() : form;
}

QString eventWords(const ClinicEvent& event) {
    const char* words = actionWords(event.action);
    return words == nullptr ? event.action : Words::tr(words);
}

QString eventDetail(const ClinicEvent& event) {
    QStringList parts;
    if (event.run != 0)
        parts << Words::tr("Run %1").arg(event.run);
    if (event.action == QLatin1String("run ended"))
        parts << runEndWords(event.end);
    if (!event.to.isEmpty())
        parts << Words::tr("%1 became %2").arg(event.from, event.to);
    else if (!event.from.isEmpty())
        parts << Words::tr("from %1").arg(event.from);
    if (!event.result.isEmpty())
        parts << Words::tr("written as %1").arg(event.result);
    if (!event.model.isEmpty())
        parts << Words::tr("model %1").arg(shortHash(event.model));
    if (event.pick)
        parts << pickReason(*event.pick);
    else if (!event.reason.isEmpty())
        parts << event.reason;
    return parts.join(QStringLiteral(" \u00b7 "));
}

} // namespace limpid
