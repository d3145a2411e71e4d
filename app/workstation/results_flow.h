// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "guard/guard_record.h"

#include <QObject>
#include <QString>

namespace limpid {

class GuardPage;
class OpenedFolder;

/// Whose result is shown for which photograph: which run the page lists, and the way from a photograph of the list to
/// the comparison. Window's thread only.
class ResultsFlow : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it.
    ResultsFlow(GuardPage& page, OpenedFolder& folder);

    /// Whether there is a list to look at.
    bool hasResults() const;
    /// The newest run takes the place of the one that is listed, unless that is being read.
    void take(const GuardedRun& run);
    /// Lists this run and asks for the page.
    void show(const GuardedRun& run);

Q_SIGNALS:
    /// hasResults() may have another answer.
    void changed();
    void pageWanted();
    /// The photograph in this row of the open folder is to be looked at; -1: that at which the folder begins that is
    /// now being opened.
    void photographWanted(int row);
    void failed(const QString& sentence);

private:
    void open(const QString& name);

    GuardPage& m_page;
    OpenedFolder& m_folder;
};

} // namespace limpid
