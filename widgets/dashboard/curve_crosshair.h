// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPalette>
#include <QString>

class QCPItemStraightLine;
class QCPItemText;
class QCPLayer;
class QCustomPlot;

namespace limpid {

/// The two hairs over a plot and the values where they meet. They lie on a buffered layer of their own, so that moving
/// them draws no curve again.
class CurveCrosshair : public QObject {
    Q_OBJECT

public:
    /// Belongs to `plot`.
    explicit CurveCrosshair(QCustomPlot& plot);

    /// Puts the hairs to a place on the axes and the words beside them, on the side where there is room.
    void show(double key, double value, const QString& words);
    void hide();
    bool isShown() const;
    QString words() const;
    void dress(const QPalette& palette, const QFont& font);

private:
    void setShown(bool shown);

    QCustomPlot& m_plot;
    QCPLayer* m_layer;
    QCPItemStraightLine* m_upright;
    QCPItemStraightLine* m_level;
    QCPItemText* m_words;
};

} // namespace limpid
