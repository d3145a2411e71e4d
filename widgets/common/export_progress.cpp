// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/export_progress.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>

namespace limpid {

ExportProgress::ExportProgress(QWidget* parent)
    : QDialog(parent)
    , m_sentence(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_failures(new QPlainTextEdit(this))
    , m_copy(new QPushButton(this))
    , m_stop(new QPushButton(this)) {
    setObjectName(QStringLiteral("exportProgress"));
    m_stop->setObjectName(QStringLiteral("exportCancel"));
    m_copy->setObjectName(QStringLiteral("exportCopyFailures"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setMinimumWidth(460);
    m_failures->setReadOnly(true);
    m_failures->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_failures->setTabChangesFocus(true);
    m_failures->hide();
    m_copy->hide();
    m_copy->setAutoDefault(false);

    auto* row = new QHBoxLayout;
    row->addWidget(m_copy);
    row->addStretch(1);
    row->addWidget(m_stop);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(m_sentence);
    column->addWidget(m_bar);
    column->addWidget(m_failures, 1);
    column->addLayout(row);

    connect(m_stop, &QPushButton::clicked, this, &ExportProgress::reject);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(failureText()); });
    retranslate();
}

void ExportProgress::setProgress(int done, int total, const QString& name) {
    if (m_state == State::Ended)
        return;
    m_done = done;
    m_total = total;
    m_name = name;
    retranslate();
}

void ExportProgress::finish(const ExportOutcome& outcome) {
    m_state = State::Ended;
    m_outcome = outcome;
    m_done = std::max(0, m_total - outcome.notTried);
    const bool failed = !outcome.failures.isEmpty();
    m_failures->setPlainText(failureText());
    m_failures->setVisible(failed);
    m_copy->setVisible(failed);
    m_stop->setEnabled(true);
    m_stop->setDefault(true);
    retranslate();
    if (failed)
        resize(width(), std::max(height(), 320));
}

QString ExportProgress::failureText() const {
    QStringList lines;
    for (const auto& failure : m_outcome.failures)
        lines << QStringLiteral("%1: %2").arg(failure.name, failure.sentence);
    return lines.join(QLatin1Char('\n'));
}

void ExportProgress::reject() {
    if (m_state == State::Ended) {
        QDialog::reject();
        return;
    }
    if (m_state == State::Cancelling)
        return;
    m_state = State::Cancelling;
    m_stop->setEnabled(false);
    retranslate();
    Q_EMIT cancelRequested();
}

void ExportProgress::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExportProgress::retranslate() {
    setWindowTitle(tr("Export"));
    const auto sentence = stateSentence();
    m_sentence->setText(sentence);
    m_bar->setRange(0, m_total);
    m_bar->setValue(m_done);
    m_bar->setAccessibleName(tr("Progress of the export"));
    m_bar->setAccessibleDescription(sentence);
    m_failures->setAccessibleName(tr("Images that were not written, and why"));
    m_copy->setText(tr("Co&py list"));
    m_stop->setText(m_state == State::Ended ? tr("&Close") : tr("&Cancel"));
}

QString ExportProgress::stateSentence() const {
    if (m_state == State::Cancelling)
        return tr("Cancelling\u2026 The image being made is still finished or dropped.");
    if (m_state == State::Running) {
        if (m_total == 0)
            return tr("Beginning\u2026");
        return m_name.isEmpty() ? tr("%1 of %2 images are through.").arg(m_done).arg(m_total)
                                : tr("Image %1 of %2: %3").arg(m_done + 1).arg(m_total).arg(m_name);
    }
    QStringList sentences{tr("%n image(s) written.", nullptr, m_outcome.written)};
    if (const auto failed = static_cast<int>(m_outcome.failures.size()); failed > 0)
        sentences << tr("%n could not be written, for the reasons below.", nullptr, failed);
    if (m_outcome.cancelled)
        sentences << tr("Cancelled; %n left out.", nullptr, m_outcome.notTried);
    else if (m_outcome.notTried > 0)
        sentences << tr("The %n after that were not tried.", nullptr, m_outcome.notTried);
    return sentences.join(QLatin1Char(' '));
}

} // namespace limpid
