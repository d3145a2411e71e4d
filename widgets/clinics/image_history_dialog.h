// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clinics/clinic_event_list.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace limpid {

/// Asks for an image and shows everything that was done to it, whichever clinic did it.
class ImageHistoryDialog : public QDialog {
    Q_OBJECT

public:
    explicit ImageHistoryDialog(QWidget* parent = nullptr);

    /// Puts an image's file, SHA-256 or name in the place of what was asked for, and asks for it.
    void lookUp(const QString& image);
    /// The answer to lookUpRequested(); what belongs to another image than the one asked for last is left out.
    void setEvents(const QString& image, const QList<ClinicEvent>& events);
    /// The same where there is no answer, in a sentence.
    void setProblem(const QString& image, const QString& sentence);

Q_SIGNALS:
    void lookUpRequested(const QString& image);
    /// A file is to be chosen; answer with lookUp().
    void browseRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void askFor();
    void showNote();
    void retranslate();

    ClinicEventList m_events;
    QLabel* m_question;
    QLineEdit* m_image;
    QPushButton* m_browse;
    QPushButton* m_look;
    QLabel* m_note;
    QTreeView* m_table;
    QString m_asked;
    QString m_problem;
    bool m_answered = false;
};

} // namespace limpid
