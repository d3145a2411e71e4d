// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/run_buttons.h"

#include <QEvent>
#include <QPushButton>

namespace limpid {

namespace {

QPushButton* button(RunButtons& buttons, const char* name) {
    auto* made = new QPushButton(&buttons);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    buttons.add(made);
    return made;
}

} // namespace

RunButtons::RunButtons(QWidget* parent)
    : ReflowGrid(150, 3, parent)
    , m_pause(button(*this, "runPause"))
    , m_stop(button(*this, "runStop"))
    , m_cancel(button(*this, "runCancel")) {
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (canResume(m_state))
            Q_EMIT resumeRequested();
        else
            Q_EMIT pauseRequested();
    });
    connect(m_stop, &QPushButton::clicked, this, &RunButtons::stopRequested);
    connect(m_cancel, &QPushButton::clicked, this, &RunButtons::cancelRequested);
    retranslate();
    setState(RunState::Idle);
}

void RunButtons::setState(RunState state) {
    m_state = state;
    m_pause->setEnabled(canPause(state) || canResume(state));
    m_stop->setEnabled(canStop(state));
    m_cancel->setEnabled(canCancel(state));
    retranslate();
}

void RunButtons::changeEvent(QEvent* event) {
    ReflowGrid::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunButtons::retranslate() {
    const bool resumes = canResume(m_state);
    m_pause->setText(resumes ? tr("Resume") : tr("Pause"));
    m_pause->setToolTip(resumes ? tr("Go on where the adaptation was paused") : tr("Hold still after this step"));
    m_stop->setText(tr("Stop and keep the best"));
    m_stop->setToolTip(tr("End after this step; the best model so far can be put to use"));
    m_cancel->setText(tr("Cancel and discard"));
    m_cancel->setToolTip(tr("End after this step and throw away what was learnt; the old model stays in use"));
}

} // namespace limpid
