// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clinics/clinic_records.h"

#include <QDateTime>
#include <QString>

// What the pages of clinics say, in the language of the window.

namespace limpid {

/// Names of what is done with photographs, beside the actions of the audit trail.
namespace photograph_action {
inline constexpr QLatin1String enhanced("photograph enhanced");
inline constexpr QLatin1String accepted("accepted by the picker");
inline constexpr QLatin1String rejected("rejected by the picker");
inline constexpr QLatin1String pickedByHand("picked by hand");
inline constexpr QLatin1String rejectedByHand("rejected by hand");
} // namespace photograph_action

/// In local time, to the minute, the year first in every language; a dash where it is invalid.
QString timeWords(const QDateTime& time);
/// The first digits of a SHA-256.
QString shortHash(const QString& sha256);
/// "+1.20 dB (24.30 to 25.50)"; a dash where nothing was measured.
QString probeWords(const std::optional<ProbeChange>& probe);
/// What a person has to know of a clinic before anything else: who holds it, what waits.
QString clinicStateWords(const ClinicItem& clinic);
QString modelStateWords(const ClinicModelItem& model);
QString runEndWords(ClinicRunEnd end);
/// Of the configuration.
QString formWords(const QString& form);
/// What was done; an action without words is given as it is.
QString eventWords(const ClinicEvent& event);
/// What more is known of it.
QString eventDetail(const ClinicEvent& event);

} // namespace limpid
