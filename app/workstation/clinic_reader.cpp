// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinic_reader.h"

#include "clinic_events.h"
#include "methods/same/guard_names.h"
#include "storage/clinics/clinic_folders.h"
#include "storage/clinics/clinic_lock.h"
#include "storage/clinics/image_history.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <limits>
#include <set>
#include <string>
#include <system_error>
#include <utility>

namespace limpid {

namespace fs = std::filesystem;

namespace {

QJsonObject objectOf(const std::string& json) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

std::optional<ProbeChange> probeOf(const QJsonObject& report) {
    const auto probe = report[QLatin1String("probe")];
    const auto psnr = [&probe](const char* model) {
        return probe[QLatin1String(model)][QLatin1String("psnr")].toDouble();
    };
    const ProbeChange change{psnr("source"), psnr("kept")};
    // A run that never reached the probe recorded zeros.
    return change.before > 0.0 && change.after > 0.0 ? std::optional(change) : std::nullopt;
}

QList<GuardRecord> guardedOf(const QJsonObject& report) {
    QList<GuardRecord> photographs;
    const auto listed = report[QLatin1String("guard")].toArray();
    for (const auto& one : listed) {
        const auto text = [&one](const char* key) {
            return one[QLatin1String(key)].toString();
        };
        // What is missing is no number.
        const auto number = [&one](const char* key) {
            return one[QLatin1String(key)].toDouble(std::numeric_limits<double>::quiet_NaN());
        };
        const auto choice = guardChoiceNamed(text("used").toStdString());
        if (!choice)
            continue;
        const auto reason = guardReasonNamed(text("cause").toStdString());
        photographs.append(
            {text("name"),
             {*choice, reason.value_or(GuardReason::NoGain), number("forecast"), number("good_original"),
              number("good_source"), number("good_adapted"), number("veil_added"), number("noise_added")},
             reason ? QString() : one[QLatin1String("reason")].toString(QStringLiteral("\u2013"))});
    }
    return photographs;
}

void readHold(const fs::path& folder, ClinicItem& item) {
    const auto holder = ClinicLock::holder(folder);
    if (!holder)
        return;
    const bool here = holder->process == std::to_string(QCoreApplication::applicationPid()) &&
                      holder->host == QSysInfo::machineHostName().toStdString();
    item.hold = here ? ClinicHold::Here : ClinicHold::Elsewhere;
    item.holder = {QString::fromStdString(holder->program), QString::fromStdString(holder->process),
                   QString::fromStdString(holder->host)};
}

ClinicItem itemOf(const ClinicStore& store, const StoreTables& tables, const Clinic& clinic) {
    ClinicItem item;
    item.name = QString::fromStdString(clinic.name);
    for (const auto& model : tables.models.of(clinic.id)) {
        if (model.state == ModelState::Discarded)
            continue;
        ++item.models;
        item.waits = item.waits || model.state == ModelState::Candidate;
        if (clinic.model == model.id)
            item.modelMade = recordedTime(model.created);
    }
    if (const auto runs = tables.runs.of(clinic.id); !runs.empty())
        item.lastRun = recordedTime(runs.back().started);
    std::set<std::string> photographs;
    for (const auto& file : tables.enhancements.of(clinic.id))
        photographs.insert(file.inputSha256.empty() ? file.input : file.inputSha256);
    item.photographs = static_cast<int>(photographs.size());
    const auto folder = store.folderOf(clinic);
    std::error_code unknown;
    item.unfinished = fs::is_regular_file(folder / ClinicFolders::stateFile, unknown);
    readHold(folder, item);
    return item;
}

ClinicModelItem itemOf(const StoreTables& tables, const ClinicModel& model, const Clinic& clinic,
                       const KnownModel& base) {
    ClinicModelItem item;
    item.id = model.id;
    item.sha256 = QString::fromStdString(model.sha256);
    item.parent = QString::fromStdString(model.parent);
    if (!model.parent.empty() && model.parent == base.sha256)
        item.parentName = QString::fromStdString(base.name);
    item.made = recordedTime(model.created);
    item.inUse = clinic.model == model.id;
    item.waits = model.state == ModelState::Candidate;
    if (const auto run = model.run ? tables.runs.find(*model.run) : std::nullopt)
        item.probe = probeOf(objectOf(run->report));
    return item;
}

ClinicRunItem itemOf(const RunRecord& run) {
    const auto configuration = objectOf(run.configuration);
    const auto report = objectOf(run.report);
    ClinicRunItem item;
    item.id = run.id;
    item.started = recordedTime(run.started);
    item.ended = recordedTime(run.ended);
    item.form = configuration[QLatin1String("form")].toString();
    // The first is the state before any learning.
    item.epochs = std::max(0, static_cast<int>(report[QLatin1String("epochs")].toArray().size()) - 1);
    item.photographs = report[QLatin1String("images")].toInt();
    item.seed = QString::number(run.seed);
    item.device = report[QLatin1String("device")].toString();
    item.reason = report[QLatin1String("reason")].toString();
    item.probe = probeOf(report);
    item.end = recordedEnd(QString::fromStdString(run.outcome));
    item.guarded = guardedOf(report);
    return item;
}

} // namespace

Result<QList<ClinicItem>> readClinics(const fs::path& root) {
    auto store = ClinicStore::openToRead(root);
    if (!store)
        return fail(std::move(store.error()));
    return store->read([&](StoreTables& tables) -> Result<QList<ClinicItem>> {
        QList<ClinicItem> items;
        for (const auto& clinic : tables.clinics.all())
            items.append(itemOf(*store, tables, clinic));
        return items;
    });
}

Result<ClinicContents> readClinic(const fs::path& root, const QString& name, const KnownModel& base) {
    auto store = ClinicStore::openToRead(root);
    if (!store)
        return fail(std::move(store.error()));
    return store->read([&](StoreTables& tables) -> Result<ClinicContents> {
        const auto clinic = tables.clinics.find(name.toStdString());
        if (!clinic)
            return fail(ErrorCode::ClinicNotFound, {name.toStdString()});
        ClinicContents contents;
        contents.name = name;
        for (const auto& model : tables.models.of(clinic->id))
            if (model.state != ModelState::Discarded)
                contents.models.prepend(itemOf(tables, model, *clinic, base));
        for (const auto& run : tables.runs.of(clinic->id))
            contents.runs.prepend(itemOf(run));
        contents.events = eventsOf(tables, *clinic);
        return contents;
    });
}

Result<QList<ClinicEvent>> readImageHistory(const fs::path& root, const QString& image) {
    auto store = ClinicStore::openToRead(root);
    auto history = store ? historyOf(*store, image.toStdString()) : fail(std::move(store.error()));
    if (!history)
        return fail(std::move(history.error()));
    return eventsOf(*history);
}

} // namespace limpid
