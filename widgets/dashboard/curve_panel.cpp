// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/curve_panel.h"

#include "common/duration_text.h"
#include "common/qcustomplot_shim.h"
#include "dashboard/curve_crosshair.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

constexpr int frame = 2; ///< Width of the focus frame.

QFont smallerThan(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.85);
    return font;
}

} // namespace

CurvePanel::CurvePanel(QWidget* parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_plot(new QCustomPlot(this))
    , m_curves(new CurvePlot(*m_plot))
    , m_crosshair(new CurveCrosshair(*m_plot)) {
    auto bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMouseTracking(true);
    m_plot->installEventFilter(this);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(frame, frame, frame, frame);
    column->setSpacing(2);
    column->addWidget(m_heading);
    column->addWidget(m_plot, 1);
    connect(m_curves, &CurvePlot::changed, this, &CurvePanel::scheduleRefresh);
    dress();
}

void CurvePanel::setTitle(const QString& title) {
    m_heading->setText(title);
    setAccessibleName(title);
    m_plot->setAccessibleName(title);
}

QString CurvePanel::title() const {
    return m_heading->text();
}

void CurvePanel::setAxis(CurveAxis axis) {
    pointAt(std::nullopt);
    m_curves->setAxis(axis);
}

void CurvePanel::pointAt(std::optional<double> key) {
    m_key = key;
    const auto leader = m_curves->leading();
    if (!key || !leader) {
        m_key.reset();
        m_crosshair->hide();
        setAccessibleDescription({});
        return;
    }
    const auto* point = m_curves->data(*leader).nearest(m_curves->axis(), *key);
    const auto words = wordsAt(*key);
    m_crosshair->show(CurveData::keyOf(*point, m_curves->axis()),
                      m_curves->isSmoothed(*leader) ? point->smoothed : point->value, words);
    setAccessibleDescription(words);
}

QString CurvePanel::pointedWords() const {
    return m_crosshair->words();
}

void CurvePanel::paint(QCPPainter& painter, QSize size) {
    const auto key = m_key;
    pointAt(std::nullopt);
    m_curves->dress(paperPalette(), smallerThan(font()));
    m_curves->fitAxes();
    m_curves->fitLegend(size.width());
    const int head = 2 * m_heading->sizeHint().height();
    painter.save();
    painter.setFont(m_heading->font());
    painter.setPen(QPen(Qt::black));
    painter.drawText(QRect(8, 0, size.width() - 8, head), Qt::AlignVCenter, title());
    painter.translate(0, head);
    m_plot->toPainter(&painter, size.width(), size.height() - head);
    painter.restore();
    m_curves->fitLegend(m_plot->width());
    dress();
    pointAt(key);
}

void CurvePanel::dress() {
    const auto small = smallerThan(font());
    m_curves->dress(palette(), small);
    m_crosshair->dress(palette(), small);
}

void CurvePanel::refresh() {
    m_refreshing = false;
    if (!isVisible())
        return;
    m_curves->fitAxes();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    if (m_key)
        pointAt(m_key);
}

void CurvePanel::scheduleRefresh() {
    // Hidden panels wait for showEvent.
    if (m_refreshing || !isVisible())
        return;
    m_refreshing = true;
    QMetaObject::invokeMethod(this, &CurvePanel::refresh, Qt::QueuedConnection);
}

QString CurvePanel::wordsAt(double key) const {
    const QLocale locale;
    const auto* point = m_curves->data(*m_curves->leading()).nearest(m_curves->axis(), key);
    QStringList lines{tr("Step %1 \u00b7 %2")
                          .arg(locale.toString(static_cast<qlonglong>(point->step)), durationText(point->seconds))};
    for (int i = 0; i < m_curves->curveCount(); ++i) {
        const auto* own = m_curves->data(i).nearest(m_curves->axis(), key);
        if (own == nullptr || !m_curves->isShown(i))
            continue;
        const auto name = m_curves->legendText(i);
        const auto value = std::isnan(own->value) ? tr("none") : locale.toString(own->value, 'g', 4);
        if (m_curves->isSmoothed(i) && !std::isnan(own->smoothed))
            lines << tr("%1: %2 (smoothed %3)").arg(name, value, locale.toString(own->smoothed, 'g', 4));
        else
            lines << tr("%1: %2").arg(name, value);
    }
    return lines.join(QLatin1Char('\n'));
}

void CurvePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        dress();
}

bool CurvePanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove)
        Q_EMIT pointed(m_plot->xAxis->pixelToCoord(static_cast<QMouseEvent*>(event)->position().x()));
    else if (event->type() == QEvent::Leave)
        Q_EMIT pointed(std::nullopt);
    return QWidget::eventFilter(watched, event);
}

void CurvePanel::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void CurvePanel::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
    Q_EMIT pointed(std::nullopt);
}

void CurvePanel::keyPressEvent(QKeyEvent* event) {
    const auto leader = m_curves->leading();
    const bool along = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (event->key() == Qt::Key_Escape && m_key) {
        Q_EMIT pointed(std::nullopt);
    } else if (along && leader) {
        const auto& curve = m_curves->data(*leader);
        const auto& points = curve.points();
        const auto* here = m_key ? curve.nearest(m_curves->axis(), *m_key) : &points.back();
        const auto last = static_cast<std::ptrdiff_t>(points.size()) - 1;
        const auto next = here - points.data() + (event->key() == Qt::Key_Right ? 1 : -1);
        const auto& point = points[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(next, 0, last))];
        Q_EMIT pointed(CurveData::keyOf(point, m_curves->axis()));
    } else {
        QWidget::keyPressEvent(event);
    }
}

void CurvePanel::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(QPen(palette().color(QPalette::Highlight), frame));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void CurvePanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_curves->fitLegend(m_plot->width());
}

void CurvePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_curves->fitLegend(m_plot->width());
    refresh();
}

} // namespace limpid
