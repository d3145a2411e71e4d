// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/plot_style.h"
#include "dashboard/curve_data.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

class QCPGraph;
class QCustomPlot;

namespace limpid {

/// The curves of a run in a plot, with marks at its checkpoints and at the best one. Keeps what was measured, so that
/// the same curves can go along the steps or along the time.
class CurvePlot : public QObject {
    Q_OBJECT

public:
    /// Smoothed: every value faint, their exponential mean strong; for values of every step. Dots: every value marked;
    /// for values of every epoch.
    enum class Kind { Smoothed, Dots };

    /// Belongs to `plot`, which has no other curves.
    explicit CurvePlot(QCustomPlot& plot);

    /// Adds a curve; `id` names it in exported tables. Returns its number, from 0.
    int addCurve(const QString& id, CurveStyle style, Kind kind);
    void setCurveName(int curve, const QString& name);
    /// A curve that is not shown is measured and exported all the same, but the axes are not fitted to it.
    void setShown(int curve, bool shown);
    bool isShown(int curve) const;
    /// Values that are not finite leave a gap. `step` and `seconds` never run backwards.
    void addPoint(int curve, std::int64_t step, double seconds, double value);
    /// Marks where a checkpoint was written, and whether it is the best so far.
    void addCheckpoint(std::int64_t step, double seconds, bool best);
    void setMarkNames(const QString& checkpoint, const QString& best);
    /// Takes all points and marks away; the curves stay.
    void clear();

    void setAxis(CurveAxis axis);
    CurveAxis axis() const { return m_axis; }
    /// In a logarithmic plot values that are not above 0 are not drawn.
    void setLogarithmic(bool logarithmic);

    int curveCount() const { return static_cast<int>(m_curves.size()); }
    QString curveId(int curve) const;
    bool isSmoothed(int curve) const;
    QString legendText(int curve) const;
    const CurveData& data(int curve) const;
    /// Where the checkpoints are; the value is 1 where one was the best so far, else 0.
    const CurveData& checkpoints() const { return m_checkpoints; }
    /// The first curve that has points.
    std::optional<int> leading() const;

    void dress(const QPalette& palette, const QFont& font);
    /// Fits the axes to the points.
    void fitAxes();
    /// Gives the legend as many columns as there is room for in a width of pixels.
    void fitLegend(int width);

Q_SIGNALS:
    /// Something is to be drawn again.
    void changed();

private:
    struct Curve {
        QString id;
        CurveStyle style;
        Kind kind;
        CurveData data;
        QCPGraph* line;          ///< The mean, or the dots.
        QCPGraph* raw = nullptr; ///< Only of smoothed curves.
        bool shown = true;
    };

    void drawPoint(Curve& curve, const CurvePoint& point);
    void drawAgain();
    void fillMarks();
    void fillLegend();

    QCustomPlot& m_plot;
    QCPGraph* m_checkpointMarks;
    QCPGraph* m_bestMark;
    std::vector<Curve> m_curves;
    CurveData m_checkpoints;
    CurveAxis m_axis = CurveAxis::Step;
    bool m_logarithmic = false;
    QPalette m_palette;
    QFont m_font;
};

} // namespace limpid
