// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picker/pick_export.h"

#include "common/csv_cell.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace limpid {

namespace {

// Names of files are not translated words: tables made in any language can be put together.
QString overrideWord(PickOverride decision) {
    switch (decision) {
    case PickOverride::Pick:
        return QStringLiteral("pick");
    case PickOverride::Reject:
        return QStringLiteral("reject");
    case PickOverride::None:
        break;
    }
    return {};
}

QByteArray yesOrNo(bool value) {
    return value ? "1" : "0";
}

} // namespace

QByteArray picksAsCsv(const std::vector<PseudoLabelRecord>& records) {
    QByteArray table =
        "name,epoch,accepted,override,used,p_good,p_usable,p_reject,damage,quality_threshold,structure_score,"
        "structure_threshold,original,reason\r\n";
    for (const auto& r : records) {
        const QByteArrayList cells{csvCell(r.name),           QByteArray::number(r.epoch),
                                   yesOrNo(r.accepted),       overrideWord(r.byHand).toUtf8(),
                                   yesOrNo(r.isUsed()),       csvCell(r.good),
                                   csvCell(r.usable),         csvCell(r.reject),
                                   csvCell(r.damage),         csvCell(r.qualityThreshold),
                                   csvCell(r.structureScore), csvCell(r.structureThreshold),
                                   yesOrNo(r.original),       csvCell(r.reason)};
        table += cells.join(',') + "\r\n";
    }
    return table;
}

QByteArray picksAsJson(const std::vector<PseudoLabelRecord>& records) {
    QJsonArray list;
    for (const auto& r : records) {
        QJsonObject object{{QStringLiteral("name"), r.name},
                           {QStringLiteral("epoch"), r.epoch},
                           {QStringLiteral("accepted"), r.accepted},
                           {QStringLiteral("used"), r.isUsed()},
                           {QStringLiteral("p_good"), r.good},
                           {QStringLiteral("p_usable"), r.usable},
                           {QStringLiteral("p_reject"), r.reject},
                           {QStringLiteral("damage"), r.damage},
                           {QStringLiteral("quality_threshold"), r.qualityThreshold},
                           {QStringLiteral("structure_score"), r.structureScore},
                           {QStringLiteral("structure_threshold"), r.structureThreshold},
                           {QStringLiteral("original"), r.original},
                           {QStringLiteral("reason"), r.reason}};
        const auto word = overrideWord(r.byHand);
        object.insert(QStringLiteral("override"), word.isEmpty() ? QJsonValue() : QJsonValue(word));
        list.append(object);
    }
    return QJsonDocument(list).toJson();
}

} // namespace limpid
