// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adaptation_page.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace limpid {

namespace {

QLabel* wrapped(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

AdaptationPage::AdaptationPage(const AdaptationPlan& plan, QWidget* parent)
    : QDialog(parent)
    , m_plan(plan)
    , m_clinic(new QLineEdit(plan.clinic, this))
    , m_place(wrapped(QString(), this))
    , m_problem(wrapped(QString(), this)) {
    setWindowTitle(tr("Adapt to this clinic"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(540);

    auto* text =
        wrapped(tr("Limpid learns from the photographs of this folder how this clinic's camera sees, and makes "
                   "a new model. Nobody has to annotate anything, the photographs are only read, and the "
                   "present model stays as it is."),
                this);
    m_clinic->setObjectName(QStringLiteral("clinicName"));
    m_problem->setObjectName(QStringLiteral("pageProblem"));
    m_problem->hide();

    auto* form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->addRow(tr("&Clinic"), m_clinic);
    form->addRow(tr("Photographs"), wrapped(tr("%n in %1", nullptr, plan.images).arg(plan.folder), this));
    form->addRow(tr("Starts from"), wrapped(plan.model, this));
    form->addRow(tr("New model"), m_place);
    form->addRow(tr("Computes on"), wrapped(plan.device, this));

    auto* after = wrapped(tr("Meanwhile you can go on working with the present model, and stop whenever you like. "
                             "At the end you choose whether the new model is used."),
                          this);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* start = buttons->addButton(tr("Start"), QDialogButtonBox::AcceptRole);
    start->setObjectName(QStringLiteral("startAdaptation"));
    start->setDefault(true);

    auto* column = new QVBoxLayout(this);
    column->setSpacing(14);
    column->addWidget(text);
    column->addLayout(form);
    column->addWidget(after);
    column->addWidget(m_problem);
    column->addWidget(buttons);

    connect(m_clinic, &QLineEdit::textChanged, this, &AdaptationPage::showPlace);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(start, &QPushButton::clicked, this, [this] { Q_EMIT startRequested(m_clinic->text().trimmed()); });
    showPlace();
}

void AdaptationPage::showProblem(const QString& sentence) {
    m_problem->setText(sentence);
    m_problem->show();
    m_clinic->setFocus();
}

void AdaptationPage::showPlace() {
    m_problem->hide();
    m_place->setText(m_plan.modelPlace ? m_plan.modelPlace(m_clinic->text().trimmed()) : QString());
}

} // namespace limpid
