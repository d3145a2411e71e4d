// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace limpid {

struct ClinicItem;

// What is asked before a clinic is changed. None waits for the answer: `then` is called with it, and not at all where
// somebody thought better of it or `parent` is gone.

/// A clinic's name; `proposed` stands there already.
void askClinicName(QWidget& parent, const QString& title, const QString& question, const QString& proposed,
                   std::function<void(const QString& name)> then);
/// Whether the clinic is really to go; says what would be lost.
void askWhetherToDelete(QWidget& parent, const ClinicItem& clinic, std::function<void()> then);
/// Where the clinic is to be written, and whether with the names of photographs.
void askWhereToExport(QWidget& parent, const QString& clinic,
                      std::function<void(const QString& file, bool withNames)> then);
/// Which exported clinic is to be taken in.
void askWhatToImport(QWidget& parent, std::function<void(const QString& file)> then);
/// Which image's history is wanted.
void askWhichImage(QWidget& parent, std::function<void(const QString& file)> then);

} // namespace limpid
