// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clinics/clinic_records.h"
#include "storage/clinics/image_history.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <string>

namespace limpid {

/// What was done with a clinic and its photographs, from the audit trail and the records beside it, the newest first.
/// May throw SQLite::Exception; see StoreTables.
QList<ClinicEvent> eventsOf(const StoreTables& tables, const Clinic& clinic);
/// The same of one image.
QList<ClinicEvent> eventsOf(const ImageHistory& history);

/// A time as the store writes it; invalid for an empty text.
QDateTime recordedTime(const std::string& text);
/// An outcome as the store writes it; Open for an empty or unknown text.
ClinicRunEnd recordedEnd(const QString& outcome);

} // namespace limpid
