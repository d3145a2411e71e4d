// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/clinic_history.h"

#include "clinics/flat_table.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

namespace limpid {

ClinicHistory::ClinicHistory(QWidget* parent)
    : QWidget(parent)
    , m_show(new QComboBox(this))
    , m_photograph(new QLineEdit(this))
    , m_count(new QLabel(this)) {
    m_filter.setSourceModel(&m_events);
    m_table = makeFlatTable(m_filter, "clinicEvents", this);
    m_table->hideColumn(ClinicEventList::ClinicColumn); // it is one clinic's
    m_show->setObjectName(QStringLiteral("clinicEventsShow"));
    for (const auto show :
         {ClinicEventFilter::Show::All, ClinicEventFilter::Show::Clinic, ClinicEventFilter::Show::Photographs})
        m_show->addItem({}, static_cast<int>(show));
    m_photograph->setObjectName(QStringLiteral("clinicEventsPhotograph"));
    m_photograph->setClearButtonEnabled(true);
    m_count->setObjectName(QStringLiteral("clinicEventsCount"));

    auto* tools = new QHBoxLayout;
    tools->addWidget(m_show);
    tools->addWidget(m_photograph, 1);
    tools->addWidget(m_count);
    auto* column = new QVBoxLayout(this);
    column->addLayout(tools);
    column->addWidget(m_table, 1);

    connect(m_show, &QComboBox::currentIndexChanged, this, [this] {
        m_filter.setShow(static_cast<ClinicEventFilter::Show>(m_show->currentData().toInt()));
        showCount();
    });
    connect(m_photograph, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter.setPhotograph(text);
        showCount();
    });
    connect(m_table, &QTreeView::activated, this, [this](const QModelIndex& index) {
        const auto& event = m_events.event(m_filter.mapToSource(index).row());
        if (!event.photograph.isEmpty())
            Q_EMIT photographChosen(event.photograph);
    });
    retranslate();
}

void ClinicHistory::setEvents(const QList<ClinicEvent>& events) {
    m_events.setEvents(events);
    fitColumns(*m_table);
    showCount();
}

void ClinicHistory::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ClinicHistory::showCount() {
    m_count->setText(
        tr("%1 of %2").arg(locale().toString(m_filter.rowCount()), locale().toString(m_events.rowCount())));
}

void ClinicHistory::retranslate() {
    m_show->setItemText(0, tr("Everything"));
    m_show->setItemText(1, tr("The clinic, its runs and models"));
    m_show->setItemText(2, tr("Its photographs"));
    m_show->setAccessibleName(tr("Which entries of the history are shown"));
    m_photograph->setPlaceholderText(tr("Name of a photograph"));
    m_photograph->setAccessibleName(tr("Only entries of photographs with this name"));
    m_table->setAccessibleName(tr("History of the clinic"));
    m_table->setToolTip(tr("Enter or a double click shows everything about a photograph"));
    m_events.retranslate();
    fitColumns(*m_table);
    showCount();
}

} // namespace limpid
