// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/held_out_strip.h"

#include "dashboard/held_out_pictures.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStringList>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace limpid {

HeldOutStrip::HeldOutStrip(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_scroll(new QScrollArea(this))
    , m_pictures(new HeldOutPictures(m_scroll)) {
    m_title->setObjectName(QStringLiteral("heldOutTitle"));
    m_title->setWordWrap(true);
    m_scroll->setObjectName(QStringLiteral("heldOutImages"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The bar that holds the strip has a colour of its own.
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_pictures);
    m_pictures->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_scroll);
    retranslate();
}

void HeldOutStrip::setRecords(std::vector<HeldOutRecord> records) {
    m_records = std::move(records);
    retranslate();
}

void HeldOutStrip::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

void HeldOutStrip::retranslate() {
    const auto decibels = [](double value) {
        return QLocale().toString(value, 'f', 1);
    };
    const auto better = std::count_if(m_records.begin(), m_records.end(),
                                      [](const auto& record) { return record.afterPsnr > record.beforePsnr; });
    m_title->setText(tr("Held-out images of the clinic probe, degraded and then restored by both models; PSNR in dB. "
                        "The new model is better on %1 of %2.")
                         .arg(better)
                         .arg(m_records.size()));
    QStringList spoken;
    std::vector<HeldOutPictures::Group> groups;
    for (const auto& record : m_records) {
        HeldOutPictures::Group group;
        group.name = record.name;
        group.images = {record.input, record.before, record.after, record.reference};
        group.captions = {tr("Input %1").arg(decibels(record.inputPsnr)),
                          tr("Old model %1").arg(decibels(record.beforePsnr)),
                          tr("New model %1").arg(decibels(record.afterPsnr)), tr("As it should be")};
        group.marked = record.afterPsnr > record.beforePsnr ? 2 : 1;
        spoken << record.name + QStringLiteral(": ") +
                      QStringList(group.captions.begin(), group.captions.begin() + 3).join(QStringLiteral(", "));
        groups.push_back(std::move(group));
    }
    m_pictures->setGroups(std::move(groups));
    m_scroll->setAccessibleName(tr("Held-out images before and after"));
    m_scroll->setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    m_scroll->setFixedHeight(m_pictures->sizeHint().height() + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
}

} // namespace limpid
