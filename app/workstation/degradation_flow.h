// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAction;

namespace limpid {

class FolderJudgements;
class WorkPage;

/// Keeps the panel that says why a photograph is poor: what it says is what is known of the photograph on show, and it
/// is open where its action is checked. Window's thread only.
class DegradationFlow : public QObject {
    Q_OBJECT

public:
    /// All three must outlive it. `action` is checkable.
    DegradationFlow(WorkPage& work, FolderJudgements& judgements, QAction& action);

    /// Says it anew, for instance in another language.
    void refresh();

Q_SIGNALS:
    /// The panel was asked for where it is out of sight.
    void comparisonWanted();

private:
    void heedTrigger();

    WorkPage& m_work;
    FolderJudgements& m_judgements;
    QAction& m_action;
};

} // namespace limpid
