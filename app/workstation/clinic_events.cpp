// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinic_events.h"

#include "clinics/clinic_words.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace limpid {

namespace {

QJsonObject objectOf(const std::string& json) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

ClinicEvent eventOf(const TrailEntry& entry, const QString& clinic) {
    const auto content = objectOf(entry.content);
    ClinicEvent event;
    event.time = recordedTime(entry.time);
    event.action = QString::fromStdString(entry.action);
    event.clinic = clinic;
    event.run = content[QLatin1String("run")].toInteger();
    event.model = content[QLatin1String("model_sha256")].toString();
    // Of a duplicate "from" is a number, and its name stands beside it.
    for (const auto* key : {"folder", "from_name", "from"})
        if (event.from.isEmpty())
            event.from = content[QLatin1String(key)].toString();
    event.to = content[QLatin1String("to")].toString();
    event.reason = content[QLatin1String("why")].toString();
    event.end = recordedEnd(content[QLatin1String("outcome")].toString());
    return event;
}

ClinicEvent ofPhotograph(const std::string& time, const QString& action, const std::string& name,
                         const QString& clinic) {
    ClinicEvent event;
    event.time = recordedTime(time);
    event.kind = ClinicEvent::Kind::Photograph;
    event.action = action;
    event.clinic = clinic;
    event.photograph = QString::fromStdString(name);
    return event;
}

ClinicEvent eventOf(const EnhancedFile& file, const QString& clinic) {
    auto event = ofPhotograph(file.written, photograph_action::enhanced, file.input, clinic);
    event.result = QString::fromStdString(file.output);
    event.model = QString::fromStdString(file.modelSha256);
    return event;
}

/// What the picker's decision rests on; nothing where the scores were not recorded.
std::optional<PseudoLabelRecord> pickOf(const RunDecision& decision) {
    const auto scores = objectOf(decision.scores);
    if (!scores.contains(QLatin1String("quality_threshold")))
        return std::nullopt;
    const auto number = [&scores](const char* key) {
        return scores[QLatin1String(key)].toDouble();
    };
    PseudoLabelRecord pick;
    pick.good = number("good");
    pick.usable = number("usable");
    pick.reject = number("reject");
    pick.damage = number("damage");
    pick.qualityThreshold = number("quality_threshold");
    pick.structureScore = number("structure_score");
    pick.structureThreshold = number("structure_threshold");
    pick.accepted = decision.accepted;
    pick.original = scores[QLatin1String("original")].toBool();
    return pick;
}

ClinicEvent eventOf(const RunDecision& decision, const RunRecord& run, const QString& clinic) {
    auto event = ofPhotograph(run.ended, decision.accepted ? photograph_action::accepted : photograph_action::rejected,
                              decision.image, clinic);
    event.run = run.id;
    event.reason = QString::fromStdString(decision.reason);
    event.pick = pickOf(decision);
    return event;
}

ClinicEvent eventOf(const RunOverride& decision, const RunRecord& run, const QString& clinic) {
    auto event =
        ofPhotograph(run.ended, decision.pick ? photograph_action::pickedByHand : photograph_action::rejectedByHand,
                     decision.image, clinic);
    event.run = run.id;
    return event;
}

/// Those of the same second come in the order in which they were noted.
void newestFirst(QList<ClinicEvent>& events) {
    std::stable_sort(events.begin(), events.end(),
                     [](const ClinicEvent& left, const ClinicEvent& right) { return left.time < right.time; });
    std::reverse(events.begin(), events.end());
}

} // namespace

QList<ClinicEvent> eventsOf(const StoreTables& tables, const Clinic& clinic) {
    const auto name = QString::fromStdString(clinic.name);
    QList<ClinicEvent> events;
    for (const auto& run : tables.runs.of(clinic.id)) {
        for (const auto& decision : tables.runs.decisions(run.id))
            events.append(eventOf(decision, run, name));
        for (const auto& decision : tables.runs.overrides(run.id))
            events.append(eventOf(decision, run, name));
    }
    for (const auto& file : tables.enhancements.of(clinic.id))
        events.append(eventOf(file, name));
    for (const auto& entry : tables.trail.entries())
        if (entry.clinic == clinic.id && entry.action != "image written") // the record of that says more
            events.append(eventOf(entry, name));
    newestFirst(events);
    return events;
}

QList<ClinicEvent> eventsOf(const ImageHistory& history) {
    QList<ClinicEvent> events;
    for (const auto& [decision, clinic, run] : history.decisions)
        events.append(eventOf(decision, run, QString::fromStdString(clinic)));
    for (const auto& [decision, clinic, run] : history.overrides)
        events.append(eventOf(decision, run, QString::fromStdString(clinic)));
    for (const auto& [file, clinic] : history.enhancements)
        events.append(eventOf(file, QString::fromStdString(clinic)));
    newestFirst(events);
    return events;
}

QDateTime recordedTime(const std::string& text) {
    return QDateTime::fromString(QString::fromStdString(text), Qt::ISODate);
}

ClinicRunEnd recordedEnd(const QString& outcome) {
    static const QHash<QString, ClinicRunEnd> known{{QStringLiteral("adapted"), ClinicRunEnd::Adapted},
                                                    {QStringLiteral("kept-old"), ClinicRunEnd::KeptOld},
                                                    {QStringLiteral("cancelled"), ClinicRunEnd::Cancelled},
                                                    {QStringLiteral("failed"), ClinicRunEnd::Failed},
                                                    {QStringLiteral("interrupted"), ClinicRunEnd::Interrupted}};
    return known.value(outcome, ClinicRunEnd::Open);
}

} // namespace limpid
