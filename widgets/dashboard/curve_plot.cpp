// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/curve_plot.h"

#include "common/qcustomplot_shim.h"

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

QCPGraph* addMarks(QCustomPlot& plot) {
    auto* marks = plot.addGraph(plot.xAxis, plot.yAxis2);
    marks->setAntialiased(false);
    marks->removeFromLegend();
    return marks;
}

} // namespace

CurvePlot::CurvePlot(QCustomPlot& plot)
    : QObject(&plot)
    , m_plot(plot)
    , m_checkpointMarks(addMarks(plot))
    , m_bestMark(addMarks(plot)) {
    m_plot.xAxis->ticker()->setTickCount(4);
    m_plot.yAxis->ticker()->setTickCount(4);
    m_plot.yAxis2->setRange(0.0, 1.0);
    m_bestMark->setLineStyle(QCPGraph::lsImpulse);
    m_checkpointMarks->setLineStyle(QCPGraph::lsNone);
    // Below the curves and never over them.
    m_plot.plotLayout()->addElement(1, 0, m_plot.legend);
    m_plot.plotLayout()->setRowStretchFactor(1, 0.001);
    m_plot.plotLayout()->setRowSpacing(0);
    m_plot.legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    m_plot.legend->setMargins({8, 0, 4, 2});
    m_plot.legend->setRowSpacing(0);
    m_plot.legend->setColumnSpacing(8);
    m_plot.legend->setIconSize(18, 8);
    m_plot.legend->setVisible(true);
    // Otherwise an empty legend, which wants no width, would leave none to the plot above it.
    m_plot.legend->setMaximumSize(QWIDGETSIZE_MAX / 2, QWIDGETSIZE_MAX);
}

int CurvePlot::addCurve(const QString& id, CurveStyle style, Kind kind) {
    Curve curve{id, style, kind, {}, nullptr};
    if (kind == Kind::Smoothed) {
        curve.raw = m_plot.addGraph();
        curve.raw->setAntialiased(false);
        curve.raw->removeFromLegend();
    }
    curve.line = m_plot.addGraph();
    curve.line->setAntialiased(false);
    curve.line->removeFromLegend(); // until it has points
    if (kind == Kind::Dots)
        curve.line->setScatterStyle({static_cast<QCPScatterStyle::ScatterShape>(pointShape(style)), 5});
    m_curves.push_back(std::move(curve));
    dress(m_palette, m_font);
    return curveCount() - 1;
}

void CurvePlot::setCurveName(int curve, const QString& name) {
    m_curves[static_cast<std::size_t>(curve)].line->setName(name);
    Q_EMIT changed();
}

void CurvePlot::setShown(int curve, bool shown) {
    auto& own = m_curves[static_cast<std::size_t>(curve)];
    own.shown = shown;
    for (auto* graph : {own.line, own.raw}) {
        if (graph != nullptr)
            graph->setVisible(shown);
    }
    fillLegend();
    Q_EMIT changed();
}

bool CurvePlot::isShown(int curve) const {
    return m_curves[static_cast<std::size_t>(curve)].shown;
}

void CurvePlot::addPoint(int curve, std::int64_t step, double seconds, double value) {
    auto& own = m_curves[static_cast<std::size_t>(curve)];
    drawPoint(own, own.data.add(step, seconds, value));
    if (own.data.points().size() == 1)
        fillLegend();
    Q_EMIT changed();
}

void CurvePlot::addCheckpoint(std::int64_t step, double seconds, bool best) {
    m_checkpoints.add(step, seconds, best ? 1.0 : 0.0);
    fillMarks();
    Q_EMIT changed();
}

void CurvePlot::setMarkNames(const QString& checkpoint, const QString& best) {
    m_checkpointMarks->setName(checkpoint);
    m_bestMark->setName(best);
    Q_EMIT changed();
}

void CurvePlot::clear() {
    for (auto& curve : m_curves)
        curve.data.clear();
    m_checkpoints.clear();
    drawAgain();
}

void CurvePlot::setAxis(CurveAxis axis) {
    m_axis = axis;
    if (axis == CurveAxis::Time)
        m_plot.xAxis->setTicker(QSharedPointer<QCPAxisTickerTime>::create());
    else
        m_plot.xAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
    m_plot.xAxis->ticker()->setTickCount(4);
    drawAgain();
}

void CurvePlot::setLogarithmic(bool logarithmic) {
    m_logarithmic = logarithmic;
    m_plot.yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (logarithmic)
        m_plot.yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    else
        m_plot.yAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
    m_plot.yAxis->ticker()->setTickCount(4);
    Q_EMIT changed();
}

QString CurvePlot::curveId(int curve) const {
    return m_curves[static_cast<std::size_t>(curve)].id;
}

bool CurvePlot::isSmoothed(int curve) const {
    return m_curves[static_cast<std::size_t>(curve)].kind == Kind::Smoothed;
}

QString CurvePlot::legendText(int curve) const {
    return m_curves[static_cast<std::size_t>(curve)].line->name();
}

const CurveData& CurvePlot::data(int curve) const {
    return m_curves[static_cast<std::size_t>(curve)].data;
}

std::optional<int> CurvePlot::leading() const {
    for (int i = 0; i < curveCount(); ++i)
        if (isShown(i) && !data(i).points().empty())
            return i;
    return std::nullopt;
}

void CurvePlot::dress(const QPalette& palette, const QFont& font) {
    m_palette = palette;
    m_font = font;
    dressPlot(m_plot, palette, font);
    for (auto& curve : m_curves) {
        curve.line->setPen(strongPen(curve.style, palette));
        if (curve.raw != nullptr)
            curve.raw->setPen(faintPen(curve.style, palette));
    }
    const QPen mark(palette.color(QPalette::Text), 1);
    m_checkpointMarks->setPen(mark);
    m_checkpointMarks->setScatterStyle({QCPScatterStyle::ssTriangle, mark.color(), 6});
    m_bestMark->setPen(QPen(mark.color(), 1, Qt::DotLine));
    m_bestMark->setScatterStyle({QCPScatterStyle::ssStar, mark.color(), 8});
    Q_EMIT changed();
}

void CurvePlot::fitAxes() {
    double last = 1.0;
    QCPRange values;
    bool known = false;
    for (const auto& curve : m_curves) {
        for (auto* graph : {curve.line, curve.raw}) {
            bool found = false;
            if (graph == nullptr || !curve.shown || graph->data()->isEmpty())
                continue;
            last = std::max(last, graph->data()->at(graph->dataCount() - 1)->key);
            const auto own = graph->getValueRange(found, m_logarithmic ? QCP::sdPositive : QCP::sdBoth);
            if (!found)
                continue;
            if (known)
                values.expand(own);
            else
                values = own;
            known = true;
        }
    }
    m_plot.xAxis->setRange(0.0, 1.02 * last);
    if (!known)
        return;
    // A little air, so that no curve lies on the frame. Values that differ by no more than rounding are one height.
    if (m_logarithmic) {
        m_plot.yAxis->setRange(values.lower / 1.2, values.upper * 1.2);
        return;
    }
    const double level = std::max(std::abs(values.center()), 1e-3);
    const bool flat = values.size() < 1e-6 * level;
    const double air = flat ? 0.05 * level : 0.075 * values.size();
    m_plot.yAxis->setRange(values.lower - air, values.upper + air);
}

void CurvePlot::fitLegend(int width) {
    const QFontMetrics metrics(m_font);
    int widest = 60;
    for (int i = 0; i < m_plot.legend->itemCount(); ++i)
        if (auto* item = qobject_cast<QCPPlottableLegendItem*>(m_plot.legend->item(i)))
            widest = std::max(widest, metrics.horizontalAdvance(item->plottable()->name()));
    m_plot.legend->setWrap(std::max(1, (width - 16) / (widest + 40)));
    m_plot.legend->setFillOrder(QCPLayoutGrid::foColumnsFirst, true);
}

void CurvePlot::fillLegend() {
    m_plot.legend->clearItems();
    // Curves without points have no place in it; the marks come last.
    for (const auto& curve : m_curves)
        if (curve.shown && !curve.data.points().empty())
            curve.line->addToLegend();
    for (auto* marks : {m_checkpointMarks, m_bestMark})
        if (!marks->data()->isEmpty())
            marks->addToLegend();
    fitLegend(m_plot.width());
}

void CurvePlot::drawPoint(Curve& curve, const CurvePoint& point) {
    const double key = CurveData::keyOf(point, m_axis);
    if (curve.raw == nullptr) {
        curve.line->addData(key, point.value);
        return;
    }
    curve.raw->addData(key, point.value);
    // The mean goes on over a gap.
    if (!std::isnan(point.smoothed))
        curve.line->addData(key, point.smoothed);
}

void CurvePlot::drawAgain() {
    for (auto& curve : m_curves) {
        curve.line->data()->clear();
        if (curve.raw != nullptr)
            curve.raw->data()->clear();
        for (const auto& point : curve.data.points())
            drawPoint(curve, point);
    }
    fillMarks();
    Q_EMIT changed();
}

void CurvePlot::fillMarks() {
    m_checkpointMarks->data()->clear();
    m_bestMark->data()->clear();
    for (const auto& point : m_checkpoints.points()) {
        const double key = CurveData::keyOf(point, m_axis);
        m_checkpointMarks->addData(key, 0.03);
        if (point.value > 0.5) {
            m_bestMark->data()->clear();
            m_bestMark->addData(key, 0.97);
        }
    }
    fillLegend();
}

} // namespace limpid
