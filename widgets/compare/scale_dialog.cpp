// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/scale_dialog.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace limpid {

ScaleDialog::ScaleDialog(const Ruler& ruler, const QSize& image, QWidget* parent)
    : QDialog(parent)
    , m_ruler(ruler)
    , m_image(image)
    , m_question(new QLabel(this))
    , m_length(new QDoubleSpinBox(this))
    , m_result(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    setObjectName(QStringLiteral("scaleDialog"));
    m_length->setObjectName(QStringLiteral("scaleLength"));
    m_length->setRange(1.0, 1e6);
    m_length->setDecimals(1);
    m_length->setSingleStep(10.0);
    m_length->setGroupSeparatorShown(true);
    m_length->setValue(ruler.spacing > 0.0 ? ruler.micrometres() : discHeight);
    m_length->selectAll();
    m_question->setBuddy(m_length);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    for (auto* text : {m_question, m_result, m_hint}) {
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
    }
    m_hint->setMinimumWidth(420);
    column->addWidget(m_question);
    column->addWidget(m_length, 0, Qt::AlignLeading);
    column->addWidget(m_result);
    column->addWidget(m_hint);
    column->addStretch(1);
    column->addWidget(m_buttons);
    connect(m_length, &QDoubleSpinBox::valueChanged, this, &ScaleDialog::showSpacing);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
}

double ScaleDialog::spacing() const {
    return m_length->value() / m_ruler.pixels();
}

void ScaleDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ScaleDialog::showSpacing() {
    const auto text = tr("One pixel is then %1 \u00b5m wide, in every image of %2 \u00d7 %3 pixels in this folder.")
                          .arg(QLocale().toString(spacing(), 'g', 4))
                          .arg(m_image.width())
                          .arg(m_image.height());
    m_result->setText(text);
    m_length->setAccessibleDescription(text);
}

void ScaleDialog::retranslate() {
    setWindowTitle(tr("Set scale"));
    m_question->setText(tr("&How long is the measured line of %1 pixels in reality?")
                            .arg(QLocale().toString(m_ruler.pixels(), 'f', 1)));
    m_length->setSuffix(tr(" \u00b5m"));
    m_length->setAccessibleName(tr("Length of the line in micrometres"));
    m_hint->setText(
        tr("If no length in the image is known, measure the optic disc from its upper to its lower edge: it "
           "is about 1800 \u00b5m tall on average. Eyes differ, so lengths measured with it are estimates, "
           "and they hold for one camera at one angle of view."));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Set scale"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    showSpacing();
}

} // namespace limpid
