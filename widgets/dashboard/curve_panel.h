// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>

class QCPGraph;
class QCustomPlot;

namespace limpid {

/// One small plot over the step number: a title, up to a few curves and a legend. Follows the palette; replots at most
/// once per pass of the event loop.
class CurvePanel : public QWidget {
    Q_OBJECT

public:
    /// How a curve is drawn. The colours are told apart by the colour-blind, the dashes by everyone.
    enum class Style { Faint, First, Second };

    explicit CurvePanel(const QString& title, QWidget* parent = nullptr);

    /// With dots every point is marked, for curves of few points. Returns the curve's number for addPoint.
    int addCurve(const QString& name, Style style, bool dots);
    /// Values that are not finite leave a gap.
    void addPoint(int curve, double step, double value);
    void clearPoints();

    int pointCount(int curve) const;
    QString legendText(int curve) const;
    /// The value at a point, by its index.
    double valueAt(int curve, int point) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();
    void fitAxes();
    QCPGraph* graph(int curve) const;

    QCustomPlot* m_plot;
};

} // namespace limpid
