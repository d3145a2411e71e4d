// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "status_line.h"

#include "common/research_chip.h"

#include <QLabel>
#include <QStatusBar>

#include <cmath>

namespace limpid {

StatusLine::StatusLine(QStatusBar& bar)
    : QObject(&bar)
    , m_note(new QLabel(&bar))
    , m_pixel(new QLabel(&bar))
    , m_zoom(new QLabel(&bar))
    , m_model(new QLabel(&bar))
    , m_device(new QLabel(&bar)) {
    for (auto* label : {m_note, m_pixel, m_zoom, m_model, m_device})
        label->setTextFormat(Qt::PlainText);
    m_note->setObjectName(QStringLiteral("note"));
    m_device->setObjectName(QStringLiteral("device"));
    m_model->setObjectName(QStringLiteral("modelName"));
    bar.addWidget(m_note, 1);
    for (QWidget* part : std::initializer_list<QWidget*>{m_pixel, m_zoom, m_model, m_device, new ResearchChip(&bar)})
        bar.addPermanentWidget(part);
}

void StatusLine::setNote(const QString& text) {
    m_note->setText(text);
}

void StatusLine::setPixel(const QString& text) {
    m_pixel->setText(text);
}

void StatusLine::setZoom(double zoom, bool fit, bool hasImage) {
    m_zoomNow = zoom;
    m_fit = fit;
    m_hasImage = hasImage;
    showZoom();
}

void StatusLine::setModel(const QString& name) {
    m_modelName = name;
    showModel();
}

void StatusLine::setDevice(const QString& words) {
    m_device->setText(words);
}

QString StatusLine::device() const {
    return m_device->text();
}

void StatusLine::retranslate() {
    showModel();
    showZoom();
}

void StatusLine::showModel() {
    m_model->setText(m_modelName.isEmpty() ? tr("No model") : tr("Model %1").arg(m_modelName));
}

void StatusLine::showZoom() {
    const auto percent = tr("%1 %").arg(std::lround(m_zoomNow * 100));
    m_zoom->setText(!m_hasImage ? QString() : m_fit ? tr("Fit \u00b7 %1").arg(percent) : percent);
}

} // namespace limpid
