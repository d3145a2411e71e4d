// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/reflow_grid.h"
#include "dashboard/run_state.h"

class QPushButton;

namespace limpid {

/// The buttons of a run: Pause or Resume, Stop and keep the best, Cancel and discard. Each is enabled where the state
/// allows it.
class RunButtons : public ReflowGrid {
    Q_OBJECT

public:
    explicit RunButtons(QWidget* parent = nullptr);

    void setState(RunState state);

Q_SIGNALS:
    void pauseRequested();
    void resumeRequested();
    void stopRequested();
    void cancelRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    RunState m_state = RunState::Idle;
    QPushButton* m_pause;
    QPushButton* m_stop;
    QPushButton* m_cancel;
};

} // namespace limpid
