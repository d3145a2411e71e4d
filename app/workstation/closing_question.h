// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adaptation_flow.h"

#include <QObject>
#include <QPointer>

class QMessageBox;
class QWidget;

namespace limpid {

/// What happens to a run when the window is to be closed: it is asked for, and the window closes by itself once the run
/// has ended so.
class ClosingQuestion : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it.
    ClosingQuestion(AdaptationFlow& flow, QWidget& window);

    /// Whether the window may close now. Where a run goes on it may not, and the question is put.
    bool mayClose();

private:
    void ask();
    void closeAfter(void (AdaptationFlow::*end)());
    void noteEnd();

    AdaptationFlow& m_flow;
    QWidget& m_window;
    QPointer<QMessageBox> m_question;
    bool m_closing = false; ///< Closes as soon as the run has ended.
};

} // namespace limpid
