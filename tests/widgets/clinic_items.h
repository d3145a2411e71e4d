// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clinics/clinic_records.h"
#include "widgets/guarded_photographs.h"

namespace limpid::test {

inline QDateTime at(int minute) {
    return {QDate(2026, 3, 1), QTime(9, minute), Qt::UTC};
}

inline ClinicItem clinicCalled(const QString& name) {
    ClinicItem clinic;
    clinic.name = name;
    clinic.models = 2;
    clinic.modelMade = at(30);
    clinic.lastRun = at(10);
    clinic.photographs = 1234;
    return clinic;
}

inline ClinicModelItem modelNumber(qint64 id, const char* sha256, const char* parent) {
    ClinicModelItem model;
    model.id = id;
    model.sha256 = QString::fromLatin1(sha256).repeated(8);
    model.parent = QString::fromLatin1(parent).repeated(8);
    model.made = at(static_cast<int>(id));
    return model;
}

/// Two models, of which the older is in use and the parent of the newer; one run; one event of each kind.
inline ClinicContents contentsOf(const QString& clinic) {
    ClinicContents contents;
    contents.name = clinic;
    contents.models = {modelNumber(2, "22222222", "11111111"), modelNumber(1, "11111111", "cccccccc")};
    contents.models[1].inUse = true;
    ClinicRunItem run;
    run.id = 7;
    run.started = at(0);
    run.ended = at(3);
    run.end = ClinicRunEnd::Adapted;
    run.probe = ProbeChange{24.3, 25.5};
    run.form = QStringLiteral("paper");
    run.seed = QStringLiteral("18446744073709551615");
    run.guarded = guardedPhotographs();
    contents.runs = {run};
    ClinicEvent made;
    made.time = at(0);
    made.action = QStringLiteral("clinic created");
    ClinicEvent enhanced;
    enhanced.time = at(5);
    enhanced.kind = ClinicEvent::Kind::Photograph;
    enhanced.action = QStringLiteral("photograph enhanced");
    enhanced.photograph = QStringLiteral("Eye 1.png");
    enhanced.result = QStringLiteral("eye_better.png");
    contents.events = {enhanced, made};
    return contents;
}

} // namespace limpid::test
