// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/research_chip.h"

#include <QEvent>
#include <QPainter>
#include <QPalette>

namespace limpid {

ResearchChip::ResearchChip(QWidget* parent)
    : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setContentsMargins(10, 2, 10, 2);
    setForegroundRole(QPalette::PlaceholderText);
    retranslate();
}

void ResearchChip::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ResearchChip::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto line = palette().color(QPalette::PlaceholderText);
    line.setAlphaF(0.5F);
    painter.setPen(line);
    const auto frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);
    painter.end();
    QLabel::paintEvent(event);
}

void ResearchChip::retranslate() {
    setText(tr("Research use only \u00b7 not a medical device"));
    setToolTip(tr("No diagnosis may rest on an image that Limpid has made. Look at the original as well."));
    setAccessibleName(text());
}

} // namespace limpid
