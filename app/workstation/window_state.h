// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSettings>

class QMainWindow;

namespace limpid {

/// Keeps where the window stands, how its docks and its splitters lie, and which of its other parts are open. Only
/// splitters with an object name take part. Window's thread only.
class WindowState {
public:
    /// `storage` must outlive the object.
    explicit WindowState(QSettings& storage);

    void save(const QMainWindow& window);
    /// Puts everything back that was saved and still fits; the rest stays as it is. To be called once all docks and
    /// splitters are there, before the window is shown. False where nothing was saved, or by another version.
    bool restore(QMainWindow& window) const;
    /// Keeps whether a part that a person opens and closes is open. `part` is a word for it.
    void setOpen(const QString& part, bool open);
    /// Whether it was open; not where nothing was saved.
    bool isOpen(const QString& part) const;
    /// Forgets what was saved, so that the next start has the window as it was designed.
    void reset();

private:
    QSettings& m_storage;
};

} // namespace limpid
