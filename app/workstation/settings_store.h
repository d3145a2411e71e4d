// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/settings.h"

#include <QSettings>

namespace limpid {

/// Keeps the Settings from one day to the next. What was written by hand, or by another version, is brought within
/// bounds when it is read. Window's thread only.
class SettingsStore {
public:
    /// `storage` must outlive the store; other parts of the program keep other groups in it.
    explicit SettingsStore(QSettings& storage);

    /// What was saved last; the default for whatever was not.
    Settings load() const;
    /// Written to the disk before it returns. False where the disk refused.
    bool save(const Settings& settings);
    /// Forgets everything that was saved; load() gives the defaults again.
    bool reset();

private:
    QSettings& m_storage;
};

} // namespace limpid
