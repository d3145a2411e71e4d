// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picker/pick_detail.h"

#include "picker/captioned_image.h"
#include "picker/pick_reason.h"
#include "picker/pseudo_label_model.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace limpid {

PickDetail::PickDetail(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_decision(new QLabel(this))
    , m_reason(new QLabel(this))
    , m_input(new CaptionedImage(this))
    , m_output(new CaptionedImage(this))
    , m_structure(new CaptionedImage(this))
    , m_scores(new QLabel(this))
    , m_pick(addButton("pickByHand", PickOverride::Pick))
    , m_reject(addButton("rejectByHand", PickOverride::Reject))
    , m_unflag(addButton("unflag", PickOverride::None)) {
    auto large = m_decision->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    m_decision->setFont(large);
    m_decision->setObjectName(QStringLiteral("detailDecision"));
    m_reason->setObjectName(QStringLiteral("detailReason"));
    m_scores->setObjectName(QStringLiteral("detailScores"));
    for (auto* label : {m_name, m_reason, m_scores}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto* images = new QHBoxLayout;
    for (auto* image : {m_input, m_output, m_structure})
        images->addWidget(image, 1);
    auto* buttons = new QHBoxLayout;
    for (auto* button : {m_pick, m_reject, m_unflag})
        buttons->addWidget(button);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_name);
    column->addLayout(images);
    column->addWidget(m_decision);
    column->addWidget(m_reason);
    column->addWidget(m_scores);
    column->addLayout(buttons);
    column->addStretch(1);
    retranslate();
}

void PickDetail::setRecord(const std::optional<PseudoLabelRecord>& record) {
    m_record = record;
    showRecord();
}

void PickDetail::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QPushButton* PickDetail::addButton(const char* name, PickOverride decision) {
    auto* button = new QPushButton(this);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, decision] { Q_EMIT overrideChosen(decision); });
    return button;
}

void PickDetail::retranslate() {
    m_input->setCaption(tr("Input"));
    m_output->setCaption(tr("Teacher's output"));
    m_structure->setCaption(tr("Structure map"));
    m_pick->setText(tr("Accept (P)"));
    m_pick->setToolTip(tr("Learn from the selected pseudo-labels whatever the picker says, from the next step"));
    m_reject->setText(tr("Reject (X)"));
    m_reject->setToolTip(tr("Never learn from the selected pseudo-labels, from the next step"));
    m_unflag->setText(tr("Leave to the picker (U)"));
    m_unflag->setToolTip(tr("Take the decision by hand back"));
    showRecord();
}

void PickDetail::showRecord() {
    for (auto* button : {m_pick, m_reject, m_unflag})
        button->setEnabled(m_record.has_value());
    const auto record = m_record.value_or(PseudoLabelRecord{});
    m_input->setImage(record.input);
    m_output->setImage(record.output);
    m_structure->setImage(record.structure);
    if (!m_record) {
        m_name->setText(tr("Choose a pseudo-label to see why it was accepted or rejected."));
        for (auto* label : {m_decision, m_reason, m_scores})
            label->clear();
        return;
    }
    const auto number = [](double value) {
        return QLocale().toString(value, 'f', 2);
    };
    m_name->setText(tr("%1 \u00b7 epoch %2").arg(record.name).arg(record.epoch));
    m_decision->setText(PseudoLabelModel::decisionText(record));
    m_reason->setText(pickReason(record));
    QStringList lines{tr("p(good) %1: accepted above %2, if it is the strongest")
                          .arg(number(record.good), number(record.qualityThreshold)),
                      tr("p(usable) %1, p(reject) %2").arg(number(record.usable), number(record.reject)),
                      tr("Structure score %1: accepted up to %2")
                          .arg(number(record.structureScore), number(record.structureThreshold))};
    if (record.damage > 0.0)
        lines.insert(1, tr("Damage of the photograph %1: counted in p(good)").arg(number(record.damage)));
    m_scores->setText(lines.join(QLatin1Char('\n')));
}

} // namespace limpid
