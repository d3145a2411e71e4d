// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/curve_plot.h"

#include <QString>
#include <QWidget>

#include <optional>

class QCPPainter;
class QCustomPlot;
class QLabel;

namespace limpid {

class CurveCrosshair;

/// A small plot of a run: a title, its curves and a crosshair with their values that the pointer or the arrow keys
/// move. Follows the palette; replots at most once per pass of the event loop and not at all while it is hidden.
class CurvePanel : public QWidget {
    Q_OBJECT

public:
    explicit CurvePanel(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QString title() const;
    CurvePlot& curves() { return *m_curves; }
    const CurvePlot& curves() const { return *m_curves; }
    void setAxis(CurveAxis axis);

    /// Shows the values nearest to a step or second of the axis; hides the crosshair without one.
    void pointAt(std::optional<double> key);
    /// The words beside the crosshair; empty while it is hidden.
    QString pointedWords() const;

    /// Draws title, curves, marks and legend, black on white and without the crosshair, from the painter's origin.
    void paint(QCPPainter& painter, QSize size);

    QSize minimumSizeHint() const override { return {200, 200}; }

Q_SIGNALS:
    /// The pointer or a key went to a step or second; to none when it left. The panel does not follow by itself, so
    /// that panels side by side can be pointed at together.
    void pointed(std::optional<double> key);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void dress();
    void refresh();
    void scheduleRefresh();
    QString wordsAt(double key) const;

    QLabel* m_heading;
    QCustomPlot* m_plot;
    CurvePlot* m_curves;
    CurveCrosshair* m_crosshair;
    bool m_refreshing = false; ///< A refresh waits for the event loop.
    std::optional<double> m_key;
};

} // namespace limpid
