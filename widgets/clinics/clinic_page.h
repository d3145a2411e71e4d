// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clinics/clinic_command.h"
#include "clinics/clinic_list_model.h"
#include "clinics/clinic_model_list.h"
#include "clinics/clinic_run_list.h"

#include <QDialog>
#include <QList>
#include <QPointer>

#include <utility>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTreeView;

namespace limpid {

class ClinicHistory;
class MessageBar;

/// All clinics, what is kept of the chosen one, and what can be done with it. It only shows and asks; whoever owns the
/// page carries out what is requested and gives it the new state.
class ClinicPage : public QDialog {
    Q_OBJECT

public:
    explicit ClinicPage(QWidget* parent = nullptr);

    /// Shows these clinics. The chosen one stays chosen where it is still there; otherwise the first is.
    void setClinics(const QList<ClinicItem>& clinics);
    /// Shows what is kept of a clinic; of another than the chosen one, nothing happens.
    void setContents(const ClinicContents& contents);
    /// While something is being done nothing else can be requested.
    void setBusy(bool busy);
    /// Chooses a clinic, now or when it comes with setClinics().
    void choose(const QString& clinic);

    /// Name of the chosen clinic; empty without one.
    QString clinic() const;
    /// The chosen clinic, until the next setClinics(); null without one.
    const ClinicItem* chosen() const;
    /// Number of the chosen clinic's chosen model; 0 without one.
    qint64 model() const;
    /// The chosen clinic's chosen run, until the next setContents(); null without one.
    const ClinicRunItem* run() const;
    /// Where outcomes and problems are said.
    MessageBar& bar() const { return *m_bar; }

Q_SIGNALS:
    /// What is kept of the chosen clinic is to be read; answer with setContents().
    void contentsWanted(const QString& clinic);
    void requested(limpid::ClinicCommand command);
    /// Everything about this photograph is wanted.
    void photographChosen(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    QPushButton* addButton(ClinicCommand command);
    void arrange();
    void connectViews();
    void showContentsOfChosen();
    void enableButtons();
    void showRun();
    void retranslate();

    ClinicListModel m_clinics;
    ClinicModelList m_models;
    ClinicRunList m_runs;
    MessageBar* m_bar;
    QStackedWidget* m_stack;
    QLabel* m_none;
    QTreeView* m_list;
    QTabWidget* m_tabs;
    QTreeView* m_modelTable;
    QTreeView* m_runTable;
    QLabel* m_runDetail;
    ClinicHistory* m_history;
    QList<std::pair<ClinicCommand, QPushButton*>> m_buttons;
    QPointer<QWidget> m_focused; ///< Before the buttons were disabled.
    QString m_chosen;
    bool m_busy = false;
};

} // namespace limpid
