// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guard/guard_page.h"

#include "clinics/clinic_words.h"
#include "clinics/flat_table.h"
#include "guard/guard_export.h"
#include "guard/guard_words.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace limpid {

GuardPage::GuardPage(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_show(new QComboBox(this))
    , m_text(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_export(new QToolButton(this))
    , m_detail(new QLabel(this)) {
    m_filter.setSourceModel(&m_list);
    m_table = makeFlatTable(m_filter, "guardedPhotographs", this);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(GuardList::ChoiceColumn, Qt::DescendingOrder);
    m_title->setObjectName(QStringLiteral("guardTitle"));
    m_title->setTextFormat(Qt::PlainText);
    auto bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_summary->setObjectName(QStringLiteral("guardSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_show->setObjectName(QStringLiteral("guardShow"));
    for (const auto show : {GuardFilter::Show::All, GuardFilter::Show::NotAdapted})
        m_show->addItem({}, static_cast<int>(show));
    m_text->setObjectName(QStringLiteral("guardText"));
    m_text->setClearButtonEnabled(true);
    m_count->setObjectName(QStringLiteral("guardCount"));
    m_export->setObjectName(QStringLiteral("guardExport"));
    m_export->setFocusPolicy(Qt::StrongFocus);
    m_detail->setObjectName(QStringLiteral("guardDetail"));
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFocusProxy(m_table);
    arrange();
    connectParts();
    retranslate();
}

void GuardPage::setRun(const GuardedRun& run) {
    m_run = run;
    m_list.setPhotographs(run.photographs);
    showRun();
    if (m_filter.rowCount() > 0)
        m_table->setCurrentIndex(m_filter.index(0, 0));
}

QByteArray GuardPage::exported() const {
    return guardAsCsv(m_run.photographs);
}

void GuardPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void GuardPage::arrange() {
    auto* tools = new QHBoxLayout;
    tools->addWidget(m_show);
    tools->addWidget(m_text, 1);
    tools->addWidget(m_count);
    tools->addWidget(m_export);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addLayout(tools);
    column->addWidget(m_table, 1);
    column->addWidget(m_detail);
}

void GuardPage::connectParts() {
    connect(m_show, &QComboBox::currentIndexChanged, this, [this] {
        m_filter.setShow(static_cast<GuardFilter::Show>(m_show->currentData().toInt()));
        showCount();
    });
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter.setText(text);
        showCount();
    });
    connect(m_table, &QTreeView::activated, this, [this](const QModelIndex& index) {
        const auto row = m_filter.mapToSource(index).row();
        Q_EMIT photographChosen(m_list.photographs()[row].name);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &GuardPage::showDetail);
    connect(m_export, &QToolButton::clicked, this, &GuardPage::exportRequested);
}

void GuardPage::showRun() {
    m_title->setText(m_run.ended.isValid() ? tr("%1, run that ended %2").arg(m_run.clinic, timeWords(m_run.ended))
                                           : m_run.clinic);
    m_summary->setText(m_run.photographs.isEmpty() ? QString() : guardSummary(m_run.photographs));
    m_export->setEnabled(!m_run.photographs.isEmpty());
    fitColumns(*m_table);
    showCount();
    showDetail();
}

void GuardPage::showCount() {
    m_count->setText(
        tr("%1 of %2 shown").arg(locale().toString(m_filter.rowCount()), locale().toString(m_list.rowCount())));
}

void GuardPage::showDetail() {
    const auto current = m_table->currentIndex().siblingAtColumn(GuardList::NameColumn);
    m_detail->setText(current.data(Qt::AccessibleTextRole).toString());
}

void GuardPage::retranslate() {
    const QString shows[] = {tr("All"), tr("Not the adapted model's result")};
    for (int i = 0; i < 2; ++i)
        m_show->setItemText(i, shows[i]);
    m_show->setAccessibleName(tr("Which photographs are listed"));
    m_text->setPlaceholderText(tr("Find by name or reason"));
    m_text->setAccessibleName(tr("Find by name or reason"));
    m_export->setText(tr("Export\u2026"));
    m_export->setToolTip(tr("Write the list as a table (CSV)"));
    m_export->setAccessibleName(tr("Export the list"));
    m_table->setAccessibleName(tr("Whose result is shown for which photograph"));
    m_table->setToolTip(tr("Enter or a double click opens the photograph in the comparison"));
    m_list.retranslate();
    showRun();
}

} // namespace limpid
