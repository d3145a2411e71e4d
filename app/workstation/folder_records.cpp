// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "folder_records.h"

#include "methods/same/guard_names.h"
#include "paths.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace limpid {

namespace {

constexpr int version = 1;

QJsonArray arrayOf(const QualityShares& shares) {
    return {shares.good, shares.usable, shares.reject};
}

QualityShares sharesOf(const QJsonValue& value) {
    const auto array = value.toArray();
    const auto share = [&array](int place) {
        return std::clamp(array.at(place).toDouble(), 0.0, 1.0);
    };
    return array.size() == 3 ? QualityShares{share(0), share(1), share(2)} : QualityShares{};
}

/// The severities that are kept by the names of their kinds; of a cast the gains are.
struct KeptSeverity {
    DegradationKind kind;
    double DegradationSeverities::*severity;
};
constexpr std::array<KeptSeverity, 6> keptSeverities{{
    {DegradationKind::Haze, &DegradationSeverities::haze},
    {DegradationKind::Illumination, &DegradationSeverities::illumination},
    {DegradationKind::Spots, &DegradationSeverities::spots},
    {DegradationKind::Blur, &DegradationSeverities::blur},
    {DegradationKind::Veil, &DegradationSeverities::veil},
    {DegradationKind::Noise, &DegradationSeverities::noise},
}};

QString keyOf(DegradationKind kind) {
    const auto name = kindName(kind);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

/// Null where it cannot be read off such an image.
QJsonValue valueOf(const std::optional<DegradationReading>& reading) {
    if (!reading)
        return QJsonValue::Null;
    QJsonObject object;
    for (const auto& [kind, severity] : keptSeverities)
        object.insert(keyOf(kind), reading->severities.*severity);
    const auto& gains = reading->severities.logGains;
    object.insert(QStringLiteral("logGains"), QJsonArray{gains[0], gains[1], gains[2]});
    return object;
}

/// Nothing where a figure is missing.
std::optional<DegradationReading> readingOf(const QJsonObject& object) {
    DegradationReading reading;
    for (const auto& [kind, severity] : keptSeverities) {
        const auto value = object.value(keyOf(kind));
        if (!value.isDouble())
            return std::nullopt;
        reading.severities.*severity = std::clamp(value.toDouble(), 0.0, 1.0);
    }
    const auto gains = object.value(QStringLiteral("logGains")).toArray();
    if (gains.size() != 3)
        return std::nullopt;
    for (int channel = 0; channel < 3; ++channel)
        reading.severities.logGains[static_cast<std::size_t>(channel)] = gains.at(channel).toDouble();
    return reading;
}

QString decisionName(PickerVerdict decision) {
    switch (decision) {
    case PickerVerdict::Accepted:
        return QStringLiteral("accepted");
    case PickerVerdict::Rejected:
        return QStringLiteral("rejected");
    case PickerVerdict::Unknown:
        break;
    }
    return {};
}

PickerVerdict decisionOf(const QString& name) {
    for (const auto decision : {PickerVerdict::Accepted, PickerVerdict::Rejected})
        if (name == decisionName(decision))
            return decision;
    return PickerVerdict::Unknown;
}

QJsonObject objectOf(const ImageRecord& record) {
    QJsonObject object{{QStringLiteral("time"), record.time}, {QStringLiteral("bytes"), record.bytes}};
    if (record.quality.label() != ImageQuality::Unknown)
        object.insert(QStringLiteral("quality"), arrayOf(record.quality));
    if (!record.modality.isEmpty())
        object.insert(QStringLiteral("modality"), record.modality);
    if (!record.enhanced.isEmpty()) {
        QJsonObject enhanced;
        for (auto it = record.enhanced.cbegin(); it != record.enhanced.cend(); ++it)
            enhanced.insert(it.key(), arrayOf(*it));
        object.insert(QStringLiteral("enhanced"), enhanced);
    }
    if (record.inspected)
        object.insert(QStringLiteral("degradation"), valueOf(record.degradation));
    if (!record.shown.isEmpty()) {
        QJsonObject shown;
        for (auto it = record.shown.cbegin(); it != record.shown.cend(); ++it) {
            const auto name = guardChoiceName(*it);
            shown.insert(it.key(), QLatin1String(name.data(), static_cast<qsizetype>(name.size())));
        }
        object.insert(QStringLiteral("shown"), shown);
    }
    if (record.decision != PickerVerdict::Unknown) {
        object.insert(QStringLiteral("decision"), decisionName(record.decision));
        object.insert(QStringLiteral("byHand"), record.byHand);
    }
    return object;
}

ImageRecord recordOf(const QJsonObject& object, bool sameJudge) {
    ImageRecord record;
    record.time = object.value(QStringLiteral("time")).toInteger();
    record.bytes = object.value(QStringLiteral("bytes")).toInteger(-1);
    record.decision = decisionOf(object.value(QStringLiteral("decision")).toString());
    record.byHand = object.value(QStringLiteral("byHand")).toBool();
    if (!sameJudge)
        return record;
    record.quality = sharesOf(object.value(QStringLiteral("quality")));
    record.modality = object.value(QStringLiteral("modality")).toString();
    const auto degradation = object.value(QStringLiteral("degradation"));
    record.degradation = readingOf(degradation.toObject());
    record.inspected = degradation.isNull() || record.degradation;
    const auto shown = object.value(QStringLiteral("shown")).toObject();
    for (auto it = shown.begin(); it != shown.end(); ++it)
        if (const auto choice = guardChoiceNamed(it->toString().toStdString()))
            record.shown.insert(it.key(), *choice);
    const auto enhanced = object.value(QStringLiteral("enhanced")).toObject();
    for (auto it = enhanced.begin(); it != enhanced.end(); ++it)
        record.enhanced.insert(it.key(), sharesOf(*it));
    return record;
}

} // namespace

FolderRecords::FolderRecords(const std::filesystem::path& recordsFolder, const std::filesystem::path& folder)
    : m_folder(toQString(folder)) {
    if (recordsFolder.empty())
        return;
    const auto whole = (folder / "").lexically_normal().string();
    const auto name = QCryptographicHash::hash(QByteArray::fromStdString(whole), QCryptographicHash::Sha256);
    m_file = recordsFolder / (name.toHex().toStdString() + ".json");
}

void FolderRecords::read(const QByteArray& json, const QString& judge) {
    const auto whole = QJsonDocument::fromJson(json).object();
    if (whole.value(QStringLiteral("version")).toInt() != version)
        return;
    const bool sameJudge = whole.value(QStringLiteral("judge")).toString() == judge;
    const auto images = whole.value(QStringLiteral("images")).toObject();
    for (auto it = images.begin(); it != images.end(); ++it)
        m_images.insert(it.key(), recordOf(it->toObject(), sameJudge));
}

QByteArray FolderRecords::toJson(const QString& judge) const {
    QJsonObject images;
    for (auto it = m_images.cbegin(); it != m_images.cend(); ++it)
        images.insert(it.key(), objectOf(*it));
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), version},
                                     {QStringLiteral("folder"), m_folder},
                                     {QStringLiteral("judge"), judge},
                                     {QStringLiteral("images"), images}})
        .toJson(QJsonDocument::Compact);
}

ImageRecord FolderRecords::record(const QString& image, qint64 time, qint64 bytes) const {
    const auto known = m_images.constFind(image);
    if (known != m_images.cend() && known->time == time && known->bytes == bytes)
        return *known;
    ImageRecord empty;
    empty.time = time;
    empty.bytes = bytes;
    return empty;
}

void FolderRecords::setRecord(const QString& image, const ImageRecord& record) {
    m_images.insert(image, record);
}

} // namespace limpid
