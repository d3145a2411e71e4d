// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/key_sheet.h"

#include <QKeySequence>
#include <QList>
#include <QString>

namespace limpid {

/// What can be done on the page of clinics.
enum class ClinicCommand { Rename, Duplicate, Delete, Export, Import, UseModel, ShowResults, ImageHistory, Verify };

// In the language of the window:

/// For its button.
QString clinicCommandText(ClinicCommand command);
/// What it does, in a sentence without its key.
QString clinicCommandTip(ClinicCommand command);
QKeySequence clinicCommandKey(ClinicCommand command);
/// All of them for the sheet of keys.
QList<KeyEntry> clinicKeys();

} // namespace limpid
