// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/run_facts.h"

#include "common/duration_text.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <cmath>

namespace limpid {

namespace {

QString unknownText() {
    return QStringLiteral("\u2013");
}

QString countText(std::int64_t number) {
    return QLocale().toString(static_cast<qlonglong>(number));
}

QString bytesText(double bytes) {
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace

RunFacts::RunFacts(QWidget* parent)
    : ReflowGrid(145, 4, parent)
    , m_step(addCell("runStep"))
    , m_elapsed(addCell("runElapsed"))
    , m_remaining(addCell("runRemaining"))
    , m_accepted(addCell("runAccepted"))
    , m_quality(addCell("runQuality"))
    , m_device(addCell("runDevice"))
    , m_memory(addCell("runMemory")) {
    setSpacing(12, 4);
    retranslate();
}

void RunFacts::setFigures(const RunFigures& figures) {
    m_figures = figures;
    showFigures();
}

void RunFacts::changeEvent(QEvent* event) {
    ReflowGrid::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

RunFacts::Cell RunFacts::addCell(const char* name) {
    auto* cell = new QWidget(this);
    const Cell made{new QLabel(cell), new QLabel(cell)};
    made.name->setForegroundRole(QPalette::PlaceholderText);
    auto small = made.name->font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    made.name->setFont(small);
    made.value->setObjectName(QLatin1String(name));
    made.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    made.value->setTextFormat(Qt::PlainText);
    made.value->setWordWrap(true);
    made.value->setMinimumWidth(60);
    auto* column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(made.name);
    column->addWidget(made.value);
    column->addStretch();
    add(cell);
    return made;
}

void RunFacts::retranslate() {
    m_step.name->setText(tr("Step"));
    m_elapsed.name->setText(tr("Elapsed"));
    m_remaining.name->setText(tr("Remaining"));
    m_accepted.name->setText(tr("Accepted"));
    m_quality.name->setText(tr("Mean quality"));
    m_quality.value->setToolTip(tr("Mean probability that a pseudo-label is good, by the quality assessor"));
    m_device.name->setText(tr("Device"));
    m_memory.name->setText(tr("Memory"));
    for (const auto& cell : {m_step, m_elapsed, m_remaining, m_accepted, m_quality, m_device, m_memory})
        cell.value->setAccessibleName(cell.name->text());
    showFigures();
}

void RunFacts::showFigures() {
    const auto& f = m_figures;
    m_step.value->setText(f.step > 0 ? tr("%1 of %2").arg(countText(f.step), countText(f.totalSteps)) : unknownText());
    m_elapsed.value->setText(f.elapsed ? durationText(*f.elapsed) : unknownText());
    if (f.remaining)
        m_remaining.value->setText(tr("about %1").arg(durationText(*f.remaining)));
    else
        m_remaining.value->setText(!f.over && f.step > 0 && f.step < f.totalSteps ? tr("known after a few steps")
                                                                                  : unknownText());
    const double share = f.judged > 0 ? static_cast<double>(f.accepted) / static_cast<double>(f.judged) : 0.0;
    m_accepted.value->setText(
        f.judged > 0 ? tr("%1 % of %2 pseudo-labels").arg(std::lround(100.0 * share)).arg(countText(f.judged))
                     : unknownText());
    m_quality.value->setText(f.quality ? QLocale().toString(*f.quality, 'f', 2) : unknownText());
    m_device.value->setText(f.device.isEmpty() ? unknownText() : f.device);
    if (!f.memory)
        m_memory.value->setText(unknownText());
    else if (f.memoryTotal)
        m_memory.value->setText(tr("%1 of %2").arg(bytesText(*f.memory), bytesText(*f.memoryTotal)));
    else
        m_memory.value->setText(bytesText(*f.memory));
}

} // namespace limpid
