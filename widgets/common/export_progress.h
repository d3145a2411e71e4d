// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/export_options.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace limpid {

/// Shows how far an export is, lets it be cancelled, and lists at the end what failed and why. Closing it while the
/// export runs cancels the export; it stays until finish() is called.
class ExportProgress : public QDialog {
    Q_OBJECT

public:
    explicit ExportProgress(QWidget* parent = nullptr);

    /// `done` images of `total` are through; `name` is the one being made, or empty.
    void setProgress(int done, int total, const QString& name);
    /// The export has ended. With nothing to tell but success the window may be closed by its owner.
    void finish(const ExportOutcome& outcome);
    /// The failures as text, a line each.
    QString failureText() const;

    /// Escape and the window's cross: cancels, or closes once the export has ended.
    void reject() override;

Q_SIGNALS:
    void cancelRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class State { Running, Cancelling, Ended };

    void retranslate();
    QString stateSentence() const;

    State m_state = State::Running;
    int m_done = 0;
    int m_total = 0;
    QString m_name;
    ExportOutcome m_outcome;
    QLabel* m_sentence;
    QProgressBar* m_bar;
    QPlainTextEdit* m_failures;
    QPushButton* m_copy;
    QPushButton* m_stop;
};

} // namespace limpid
