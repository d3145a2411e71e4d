// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "closing_question.h"

#include <QMessageBox>
#include <QPushButton>

namespace limpid {

ClosingQuestion::ClosingQuestion(AdaptationFlow& flow, QWidget& window)
    : m_flow(flow)
    , m_window(window) {
    connect(&m_flow, &AdaptationFlow::runEnded, this, &ClosingQuestion::noteEnd);
    connect(&m_flow, &AdaptationFlow::answered, this, &ClosingQuestion::noteEnd);
}

bool ClosingQuestion::mayClose() {
    if (m_flow.isSettling()) {
        m_closing = true; // in a moment: the answer must not be lost
        return false;
    }
    if (!isBusy(m_flow.state()))
        return true;
    if (!m_closing && !m_question)
        ask();
    return false;
}

void ClosingQuestion::ask() {
    m_question = new QMessageBox(QMessageBox::Question, tr("Close Limpid"), tr("Limpid is still adapting."),
                                 QMessageBox::NoButton, &m_window);
    m_question->setInformativeText(tr("If it stops now, the best model so far can be kept for this clinic."));
    auto* stop = m_question->addButton(tr("Stop, keep and close"), QMessageBox::AcceptRole);
    stop->setObjectName(QStringLiteral("stopAndClose"));
    auto* discard = m_question->addButton(tr("Cancel, discard and close"), QMessageBox::DestructiveRole);
    discard->setObjectName(QStringLiteral("discardAndClose"));
    auto* keep = m_question->addButton(tr("Keep running"), QMessageBox::RejectRole);
    keep->setObjectName(QStringLiteral("keepRunning"));
    m_question->setDefaultButton(keep);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    connect(stop, &QPushButton::clicked, this, [this] { closeAfter(&AdaptationFlow::stopAndKeep); });
    connect(discard, &QPushButton::clicked, this, [this] { closeAfter(&AdaptationFlow::discard); });
    m_question->open();
}

void ClosingQuestion::closeAfter(void (AdaptationFlow::*end)()) {
    m_closing = true;
    if (isBusy(m_flow.state()))
        (m_flow.*end)();
    else if (!m_flow.isSettling())
        QMetaObject::invokeMethod(&m_window, &QWidget::close, Qt::QueuedConnection);
}

void ClosingQuestion::noteEnd() {
    if (m_closing)
        QMetaObject::invokeMethod(&m_window, &QWidget::close, Qt::QueuedConnection);
    else if (m_question)
        m_question->reject(); // it asks about a run that is over
}

} // namespace limpid
