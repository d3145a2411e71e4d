// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation_flow.h"

#include "compare/degradation_panel.h"
#include "folder_judgements.h"
#include "work_page.h"

#include <QAction>

namespace limpid {

DegradationFlow::DegradationFlow(WorkPage& work, FolderJudgements& judgements, QAction& action)
    : m_work(work)
    , m_judgements(judgements)
    , m_action(action) {
    auto& panel = m_work.degradation();
    connect(&m_work, &WorkPage::currentRowChanged, &m_judgements, &FolderJudgements::setCurrent);
    connect(&m_judgements, &FolderJudgements::degradationChanged, this, &DegradationFlow::refresh);
    connect(&m_action, &QAction::toggled, &panel, &QWidget::setVisible);
    connect(&m_action, &QAction::triggered, this, &DegradationFlow::heedTrigger);
    connect(&panel, &DegradationPanel::closeRequested, &m_action, [this] { m_action.setChecked(false); });
}

void DegradationFlow::refresh() {
    m_work.degradation().setFinding(m_judgements.currentDegradation());
}

void DegradationFlow::heedTrigger() {
    if (!m_work.isHidden() && m_work.showsOneImage())
        return;
    // Nobody can have wanted to close what is out of sight.
    m_action.setChecked(true);
    Q_EMIT comparisonWanted();
}

} // namespace limpid
