// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results_flow.h"

#include "guard/guard_page.h"
#include "opened_folder.h"
#include "paths.h"

namespace limpid {

ResultsFlow::ResultsFlow(GuardPage& page, OpenedFolder& folder)
    : m_page(page)
    , m_folder(folder) {
    connect(&m_page, &GuardPage::photographChosen, this, &ResultsFlow::open);
}

bool ResultsFlow::hasResults() const {
    return !m_page.run().photographs.isEmpty();
}

void ResultsFlow::take(const GuardedRun& run) {
    if (m_page.isHidden()) // nobody's list changes while it is read
        m_page.setRun(run);
    Q_EMIT changed();
}

void ResultsFlow::show(const GuardedRun& run) {
    m_page.setRun(run);
    Q_EMIT changed();
    Q_EMIT pageWanted();
    m_page.setFocus();
}

void ResultsFlow::open(const QString& name) {
    const auto folder = toPath(m_page.run().folder);
    if (!folder.empty() && folder != m_folder.path()) {
        Q_EMIT photographWanted(-1);
        m_folder.open(folder / toPath(name));
        return;
    }
    if (const int row = m_folder.rowOf(name); row >= 0)
        Q_EMIT photographWanted(row);
    else
        Q_EMIT failed(
            tr("The open folder holds no photograph called %1; open the folder of this run first.").arg(name));
}

} // namespace limpid
