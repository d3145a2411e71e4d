// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/clinic_page.h"

#include "clinics/clinic_history.h"
#include "clinics/flat_table.h"
#include "common/message_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace limpid {

namespace {

void makeCurrent(QTreeView& table, int row) {
    table.selectionModel()->setCurrentIndex(table.model()->index(row, 0),
                                            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

} // namespace

ClinicPage::ClinicPage(QWidget* parent)
    : QDialog(parent)
    , m_bar(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_none(new QLabel(this))
    , m_list(makeFlatTable(m_clinics, "clinics", this))
    , m_tabs(new QTabWidget(this))
    , m_modelTable(makeFlatTable(m_models, "clinicModels", this))
    , m_runTable(makeFlatTable(m_runs, "clinicRuns", this))
    , m_runDetail(new QLabel(this))
    , m_history(new ClinicHistory(this)) {
    resize(1040, 680);
    m_runDetail->setObjectName(QStringLiteral("clinicRunDetail"));
    m_runDetail->setWordWrap(true);
    m_runDetail->setTextFormat(Qt::PlainText);
    m_runDetail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_none->setObjectName(QStringLiteral("noClinic"));
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    m_none->setContentsMargins(48, 24, 48, 24);
    arrange();
    m_list->setFocus();
    connectViews();
    retranslate();
    enableButtons();
}

QPushButton* ClinicPage::addButton(ClinicCommand command) {
    auto* button = new QPushButton(this);
    button->setObjectName(QStringLiteral("clinicCommand%1").arg(static_cast<int>(command)));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, command] { Q_EMIT requested(command); });
    m_buttons.append({command, button});
    return button;
}

void ClinicPage::arrange() {
    auto* commands = new QHBoxLayout;
    for (const auto command : {ClinicCommand::Rename, ClinicCommand::Duplicate, ClinicCommand::Delete,
                               ClinicCommand::Export, ClinicCommand::Import})
        commands->addWidget(addButton(command));
    commands->addStretch(1);
    for (const auto command : {ClinicCommand::ImageHistory, ClinicCommand::Verify})
        commands->addWidget(addButton(command));

    auto* models = new QWidget;
    auto* below = new QVBoxLayout(models);
    below->addWidget(m_modelTable, 1);
    below->addWidget(addButton(ClinicCommand::UseModel), 0, Qt::AlignLeft);
    auto* runs = new QWidget;
    auto* both = new QVBoxLayout(runs);
    both->addWidget(m_runTable, 1);
    both->addWidget(m_runDetail);
    both->addWidget(addButton(ClinicCommand::ShowResults), 0, Qt::AlignLeft);
    for (auto* tab : std::initializer_list<QWidget*>{models, runs, m_history})
        m_tabs->addTab(tab, QString());

    auto* parts = new QSplitter(Qt::Vertical);
    parts->addWidget(m_list);
    parts->addWidget(m_tabs);
    parts->setChildrenCollapsible(false);
    parts->setStretchFactor(0, 2);
    parts->setStretchFactor(1, 3);
    m_stack->addWidget(parts);
    m_stack->addWidget(m_none);

    auto* column = new QVBoxLayout(this);
    column->addWidget(m_bar);
    column->addLayout(commands);
    column->addWidget(m_stack, 1);
}

void ClinicPage::connectViews() {
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        // A reset takes the current row away for a moment; the name outlives it.
        if (!current.isValid() || m_clinics.clinic(current.row()).name == m_chosen)
            return;
        m_chosen = m_clinics.clinic(current.row()).name;
        showContentsOfChosen();
    });
    connect(m_modelTable->selectionModel(), &QItemSelectionModel::currentChanged, this, &ClinicPage::enableButtons);
    connect(m_runTable->selectionModel(), &QItemSelectionModel::currentChanged, this, &ClinicPage::showRun);
    connect(m_history, &ClinicHistory::photographChosen, this, &ClinicPage::photographChosen);
}

void ClinicPage::setClinics(const QList<ClinicItem>& clinics) {
    m_clinics.setClinics(clinics);
    fitColumns(*m_list);
    m_stack->setCurrentIndex(clinics.isEmpty() ? 1 : 0);
    const int row = m_clinics.rowOf(m_chosen);
    if (row < 0)
        m_chosen = clinics.isEmpty() ? QString() : clinics.front().name;
    if (!clinics.isEmpty())
        makeCurrent(*m_list, std::max(row, 0));
    if (row < 0)
        setContents({m_chosen, {}, {}, {}}); // nothing of the one before
    showContentsOfChosen();
}

void ClinicPage::setContents(const ClinicContents& contents) {
    if (contents.name != m_chosen)
        return;
    const auto before = model();
    m_models.setModels(contents.models);
    m_runs.setRuns(contents.runs);
    if (!contents.runs.isEmpty())
        makeCurrent(*m_runTable, 0);
    m_history->setEvents(contents.events);
    showRun();
    for (int row = 0; row < m_models.rowCount(); ++row)
        if (const auto& one = m_models.model(row); before != 0 ? one.id == before : one.inUse)
            makeCurrent(*m_modelTable, row);
    fitColumns(*m_modelTable);
    fitColumns(*m_runTable);
    enableButtons();
}

void ClinicPage::setBusy(bool busy) {
    if (busy == m_busy)
        return;
    m_busy = busy;
    if (busy) {
        m_focused = focusWidget();
        enableButtons();
    } else {
        enableButtons();
        if (m_focused && m_focused->isEnabled())
            m_focused->setFocus();
    }
}

void ClinicPage::choose(const QString& clinic) {
    m_chosen = clinic;
    if (const int row = m_clinics.rowOf(clinic); row >= 0) {
        makeCurrent(*m_list, row);
        showContentsOfChosen();
    }
}

QString ClinicPage::clinic() const {
    return chosen() == nullptr ? QString() : m_chosen;
}

const ClinicItem* ClinicPage::chosen() const {
    const int row = m_clinics.rowOf(m_chosen);
    return row < 0 ? nullptr : &m_clinics.clinic(row);
}

qint64 ClinicPage::model() const {
    const auto current = m_modelTable->currentIndex();
    return current.isValid() ? m_models.model(current.row()).id : 0;
}

const ClinicRunItem* ClinicPage::run() const {
    const auto current = m_runTable->currentIndex();
    return current.isValid() ? &m_runs.run(current.row()) : nullptr;
}

void ClinicPage::showContentsOfChosen() {
    enableButtons();
    if (!clinic().isEmpty())
        Q_EMIT contentsWanted(m_chosen);
}

void ClinicPage::enableButtons() {
    const bool any = chosen() != nullptr;
    const auto current = m_modelTable->currentIndex();
    for (const auto& [command, button] : m_buttons) {
        bool possible = true;
        switch (command) {
        case ClinicCommand::Rename:
        case ClinicCommand::Duplicate:
        case ClinicCommand::Delete:
        case ClinicCommand::Export:
            possible = any;
            break;
        case ClinicCommand::UseModel:
            possible = any && current.isValid() && !m_models.model(current.row()).inUse;
            break;
        case ClinicCommand::ShowResults:
            possible = any && run() != nullptr && !run()->guarded.isEmpty();
            break;
        case ClinicCommand::Import:
        case ClinicCommand::ImageHistory:
        case ClinicCommand::Verify:
            break;
        }
        button->setEnabled(possible && !m_busy);
    }
}

void ClinicPage::showRun() {
    const auto current = m_runTable->currentIndex();
    m_runDetail->setText(current.isValid() ? m_runs.detail(current.row()) : QString());
    enableButtons();
}

void ClinicPage::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ClinicPage::retranslate() {
    setWindowTitle(tr("Clinics"));
    for (const auto& [command, button] : m_buttons) {
        button->setText(clinicCommandText(command));
        button->setShortcut(clinicCommandKey(command)); // setText() takes it away
        const auto keys = clinicCommandKey(command).toString(QKeySequence::NativeText);
        button->setToolTip(tr("%1 (%2)").arg(clinicCommandTip(command), keys));
        button->setAccessibleName(clinicCommandText(command).remove(QChar(0x2026)));
        button->setAccessibleDescription(clinicCommandTip(command));
    }
    // Apart, because the tool that collects the words reads more digits than the four.
    m_none->setText(tr("There is no clinic yet.\nOpen a folder with a clinic's photographs and choose \u201c"
                       "Adapt to this clinic\u201d in the menu Model, or import a clinic that was exported."));
    m_list->setAccessibleName(tr("Clinics"));
    m_modelTable->setAccessibleName(tr("Models of the clinic"));
    m_runTable->setAccessibleName(tr("Runs of the clinic"));
    m_tabs->setTabText(0, tr("Models"));
    m_tabs->setTabText(1, tr("Runs"));
    m_tabs->setTabText(2, tr("History"));
    m_tabs->setAccessibleName(tr("What is kept of the clinic"));
    m_clinics.retranslate();
    m_models.retranslate();
    m_runs.retranslate();
    showRun();
    for (auto* table : {m_list, m_modelTable, m_runTable})
        fitColumns(*table);
}

} // namespace limpid
