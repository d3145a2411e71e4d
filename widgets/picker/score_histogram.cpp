// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picker/score_histogram.h"

#include "common/plot_style.h"
#include "common/qcustomplot_shim.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

constexpr int bins = 25;
constexpr int grip = 7;  ///< Pixels beside the line at which the pointer still takes it.
constexpr int frame = 2; ///< Width of the focus frame.

} // namespace

ScoreHistogram::ScoreHistogram(PickJudge judge, QWidget* parent)
    : QWidget(parent)
    , m_judge(judge)
    , m_heading(new QLabel(this))
    , m_plot(new QCustomPlot(this))
    , m_accepted(new QCPBars(m_plot->xAxis, m_plot->yAxis))
    , m_rejected(new QCPBars(m_plot->xAxis, m_plot->yAxis))
    , m_line(new QCPItemStraightLine(m_plot))
    , m_words(new QLabel(this)) {
    auto bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_words->setObjectName(QStringLiteral("thresholdEffect"));
    m_words->setWordWrap(true);
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMouseTracking(true);
    m_plot->installEventFilter(this);
    m_plot->setMinimumSize(150, 90);
    m_plot->xAxis->ticker()->setTickCount(5);
    m_plot->yAxis->ticker()->setTickCount(3);
    m_plot->legend->setVisible(true);
    m_plot->legend->setIconSize(14, 8);
    m_plot->legend->setRowSpacing(0);
    m_plot->axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | Qt::AlignLeft);
    m_rejected->moveAbove(m_accepted);
    // The line moves often and the bars do not.
    m_plot->addLayer(QStringLiteral("threshold"));
    m_plot->layer(QStringLiteral("threshold"))->setMode(QCPLayer::lmBuffered);
    m_line->setLayer(QStringLiteral("threshold"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(frame, frame, frame, frame);
    column->setSpacing(2);
    column->addWidget(m_heading);
    column->addWidget(m_plot, 1);
    column->addWidget(m_words);
    dress();
    retranslate();
}

void ScoreHistogram::setRecords(const std::vector<PseudoLabelRecord>& records, const PickThresholds& inForce) {
    m_records = records;
    const bool same = inForce == m_inForce;
    m_inForce = inForce;
    // A line that is held just now stays in the hand, and one that was let go stays until the picker follows.
    if (!same && !m_moving) {
        m_tried = inForce;
        m_settled = threshold();
    }
    countScores();
    showThreshold();
}

void ScoreHistogram::setOtherThreshold(double value) {
    m_tried.set(m_judge == PickJudge::Quality ? PickJudge::Structure : PickJudge::Quality, value);
    showThreshold();
}

QString ScoreHistogram::effectWords() const {
    const ThresholdEffect effect(m_records, m_tried);
    const int more = effect.newlyAccepted();
    const int fewer = effect.newlyRejected();
    if (more == 0 && fewer == 0)
        return tr("Nothing would change.");
    if (fewer == 0)
        return tr("%n more would be accepted.", nullptr, more);
    if (more == 0)
        return tr("%n fewer would be accepted.", nullptr, fewer);
    return tr("%1 more would be accepted, %2 fewer.").arg(more).arg(fewer);
}

double ScoreHistogram::scoreOf(const PseudoLabelRecord& record) const {
    return m_judge == PickJudge::Quality ? record.good : record.structureScore;
}

void ScoreHistogram::countScores() {
    m_largest = 1.0;
    if (m_judge == PickJudge::Structure) {
        m_largest = 1.25 * m_inForce.structure;
        for (const auto& record : m_records)
            if (std::isfinite(record.structureScore))
                m_largest = std::max(m_largest, 1.02 * record.structureScore);
        m_largest = std::max(m_largest, 1e-3);
    }
    std::vector<int> accepted(bins), rejected(bins);
    const double width = m_largest / bins;
    for (const auto& record : m_records) {
        const double score = scoreOf(record);
        if (!std::isfinite(score))
            continue;
        const auto bin = static_cast<std::size_t>(std::clamp(static_cast<int>(score / width), 0, bins - 1));
        ++(record.accepted ? accepted : rejected)[bin];
    }
    m_accepted->data()->clear();
    m_rejected->data()->clear();
    int highest = 1;
    for (std::size_t i = 0; i < bins; ++i) {
        const double key = (static_cast<double>(i) + 0.5) * width;
        // Empty bars would be drawn as lines.
        if (accepted[i] > 0)
            m_accepted->addData(key, accepted[i]);
        if (rejected[i] > 0)
            m_rejected->addData(key, rejected[i]);
        highest = std::max(highest, accepted[i] + rejected[i]);
    }
    m_accepted->setWidth(width);
    m_rejected->setWidth(width);
    m_plot->xAxis->setRange(0.0, m_largest);
    m_plot->yAxis->setRange(0.0, 1.3 * highest);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ScoreHistogram::moveTo(double value) {
    m_moving = true;
    m_tried.set(m_judge, std::clamp(value, 0.0, m_largest));
    showThreshold();
    Q_EMIT thresholdMoved(threshold());
}

void ScoreHistogram::letGo() {
    m_moving = false;
    if (std::exchange(m_settled, threshold()) != threshold())
        Q_EMIT thresholdChanged(threshold());
}

void ScoreHistogram::showThreshold() {
    m_line->point1->setCoords(threshold(), 0.0);
    m_line->point2->setCoords(threshold(), 1.0);
    m_line->layer()->replot();
    m_words->setText(tr("Threshold %1. %2").arg(QLocale().toString(threshold(), 'f', 2), effectWords()));
    setAccessibleDescription(m_words->text());
}

void ScoreHistogram::dress() {
    auto small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    dressPlot(*m_plot, palette(), small);
    m_accepted->setPen(strongPen(CurveStyle::First, palette()));
    m_accepted->setBrush(faintPen(CurveStyle::First, palette()).color());
    auto outline = strongPen(CurveStyle::Second, palette());
    outline.setStyle(Qt::SolidLine);
    m_rejected->setPen(outline);
    m_rejected->setBrush(QBrush(outline.color(), Qt::BDiagPattern));
    m_line->setPen(QPen(palette().color(QPalette::Text), 1, Qt::DashLine));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ScoreHistogram::retranslate() {
    const auto title = m_judge == PickJudge::Quality ? tr("Quality, p(good)") : tr("Structure score");
    m_heading->setText(title);
    setAccessibleName(tr("Threshold of: %1").arg(title));
    setToolTip(tr("Drag the line, or move it with the arrow keys, to see what another threshold would change."));
    m_accepted->setName(tr("Accepted"));
    m_rejected->setName(tr("Rejected"));
    showThreshold();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

bool ScoreHistogram::isNearLine(double x) const {
    return std::abs(x - m_plot->xAxis->coordToPixel(threshold())) <= grip;
}

void ScoreHistogram::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        dress();
}

bool ScoreHistogram::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseMove &&
        event->type() != QEvent::MouseButtonRelease)
        return QWidget::eventFilter(watched, event);
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const double x = mouse->position().x();
    if (event->type() == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton) {
        setFocus(Qt::MouseFocusReason);
        m_moving = isNearLine(x);
    } else if (event->type() == QEvent::MouseMove) {
        if (m_moving && (mouse->buttons() & Qt::LeftButton) != 0)
            moveTo(m_plot->xAxis->pixelToCoord(x));
        m_plot->setCursor(m_moving || isNearLine(x) ? Qt::SplitHCursor : Qt::ArrowCursor);
    } else if (event->type() == QEvent::MouseButtonRelease && m_moving) {
        letGo();
    }
    return QWidget::eventFilter(watched, event);
}

void ScoreHistogram::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void ScoreHistogram::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
    if (m_moving)
        letGo();
}

void ScoreHistogram::keyPressEvent(QKeyEvent* event) {
    const double step = m_largest * ((event->modifiers() & Qt::ShiftModifier) != 0 ? 0.1 : 0.01);
    if (event->key() == Qt::Key_Left)
        moveTo(threshold() - step);
    else if (event->key() == Qt::Key_Right)
        moveTo(threshold() + step);
    else if (event->key() == Qt::Key_Escape && threshold() != m_inForce.of(m_judge)) {
        moveTo(m_inForce.of(m_judge));
        letGo();
    } else
        QWidget::keyPressEvent(event);
}

void ScoreHistogram::keyReleaseEvent(QKeyEvent* event) {
    const bool moved = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (moved && !event->isAutoRepeat())
        letGo();
    else
        QWidget::keyReleaseEvent(event);
}

void ScoreHistogram::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(QPen(palette().color(QPalette::Highlight), frame));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace limpid
