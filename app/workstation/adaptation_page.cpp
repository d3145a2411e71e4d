// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adaptation_page.h"

#include "adaptation_words.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cstddef>

namespace limpid {

namespace {

QLabel* wrapped(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

AdaptationPage::AdaptationPage(const AdaptationPlan& plan, QWidget* parent)
    : QDialog(parent)
    , m_plan(plan)
    , m_text(wrapped(this))
    , m_form(new QFormLayout)
    , m_clinic(new QLineEdit(plan.clinic, this))
    , m_clinicName(new QLabel(this))
    , m_images(addRow("planImages"))
    , m_modality(addRow("planModality"))
    , m_warning(wrapped(this))
    , m_heldOut(addRow("planHeldOut"))
    , m_model(addRow("planModel"))
    , m_place(addRow("planPlace"))
    , m_device(addRow("planDevice"))
    , m_cost(addRow("planCost"))
    , m_after(wrapped(this))
    , m_problem(wrapped(this))
    , m_cancel(new QPushButton(this))
    , m_start(new QPushButton(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(600);
    m_clinic->setObjectName(QStringLiteral("clinicName"));
    m_clinicName->setBuddy(m_clinic);
    m_warning->setObjectName(QStringLiteral("planWarning"));
    m_warning->hide();
    m_problem->setObjectName(QStringLiteral("pageProblem"));
    m_problem->hide();
    m_start->setObjectName(QStringLiteral("startAdaptation"));
    m_start->setDefault(true);
    m_cancel->setAutoDefault(false);
    arrange();
    connect(m_clinic, &QLineEdit::textChanged, this, &AdaptationPage::showPlace);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_start, &QPushButton::clicked, this, [this] { Q_EMIT startRequested(m_clinic->text().trimmed()); });
    retranslate();
}

void AdaptationPage::setSurvey(const FolderSurvey& survey) {
    m_survey = survey;
    showFindings();
}

void AdaptationPage::setForecast(const AdaptationForecast& forecast) {
    m_forecast = forecast;
    showFindings();
}

void AdaptationPage::setForecastProblem(const QString& sentence) {
    m_forecastProblem = sentence;
    showFindings();
}

void AdaptationPage::showProblem(const QString& sentence) {
    m_problem->setText(sentence);
    m_problem->show();
    makeRoom();
    m_clinic->setFocus();
}

void AdaptationPage::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QLabel* AdaptationPage::addRow(const char* name) {
    auto* value = wrapped(this);
    value->setObjectName(QLatin1String(name));
    m_names.push_back(new QLabel(this));
    m_names.back()->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_form->addRow(m_names.back(), value);
    return value;
}

void AdaptationPage::arrange() {
    m_form->setVerticalSpacing(8);
    m_form->setHorizontalSpacing(14);
    m_form->insertRow(0, m_clinicName, m_clinic);
    // What is wrong with the images stands below what they are.
    int row = 0;
    m_form->getWidgetPosition(m_modality, &row, nullptr);
    m_form->insertRow(row + 1, QString(), m_warning);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_start, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(14);
    column->addWidget(m_text);
    column->addLayout(m_form);
    column->addWidget(m_after);
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addWidget(buttons);
}

void AdaptationPage::retranslate() {
    setWindowTitle(tr("Adapt to this clinic"));
    m_text->setText(tr("Limpid learns from the photographs of this folder how this clinic's camera sees, and makes "
                       "a new model. Nobody has to annotate anything, the photographs are only read, and the "
                       "present model stays as it is."));
    m_clinicName->setText(tr("&Clinic"));
    const QString names[] = {tr("Photographs"), tr("Modality"),    tr("Held out"),       tr("Starts from"),
                             tr("New model"),   tr("Computes on"), tr("Time and memory")};
    for (std::size_t i = 0; i < m_names.size(); ++i)
        m_names[i]->setText(names[i]);
    m_images->setText(tr("%n in %1", nullptr, m_plan.images).arg(m_plan.folder));
    m_heldOut->setText(heldOutWords(m_plan.heldOut));
    m_model->setText(m_plan.model);
    m_device->setText(m_plan.device);
    m_after->setText(tr("Meanwhile you can go on working with the present model, and stop whenever you like. "
                        "At the end you choose whether the new model is used."));
    m_cancel->setText(tr("Cancel"));
    m_start->setText(tr("Start"));
    m_start->setToolTip(tr("Start now; nothing has to be waited for"));
    showPlace();
    showFindings();
}

void AdaptationPage::makeRoom() {
    const int wanted = layout()->totalHeightForWidth(std::max(width(), minimumWidth()));
    if (!isVisible() || height() < wanted)
        resize(std::max(width(), minimumWidth()), wanted);
}

void AdaptationPage::showPlace() {
    m_problem->hide();
    m_place->setText(m_plan.modelPlace ? m_plan.modelPlace(m_clinic->text().trimmed()) : QString());
}

void AdaptationPage::showFindings() {
    m_modality->setText(m_survey ? surveyWords(*m_survey) : tr("Looking at them\u2026"));
    const auto warning = m_survey ? surveyWarning(*m_survey) : QString();
    m_warning->setText(QStringLiteral("\u26a0 ") + warning);
    m_warning->setVisible(!warning.isEmpty());
    if (m_forecast)
        m_cost->setText(forecastWords(*m_forecast));
    else if (!m_forecastProblem.isEmpty())
        m_cost->setText(tr("Not known: %1").arg(m_forecastProblem));
    else
        m_cost->setText(tr("Measuring three steps on this machine\u2026"));
    makeRoom();
}

} // namespace limpid
