// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "picker/threshold_effect.h"

#include <QWidget>

#include <vector>

class QCPBars;
class QCPItemStraightLine;
class QCustomPlot;
class QLabel;

namespace limpid {

/// How the scores of one judge are spread over an epoch, accepted and rejected apart, with the judge's threshold as a
/// line that the pointer or the arrow keys move, and words on what another threshold would change. Escape puts the
/// line back.
class ScoreHistogram : public QWidget {
    Q_OBJECT

public:
    explicit ScoreHistogram(PickJudge judge, QWidget* parent = nullptr);

    /// The epoch's records and the thresholds in force. The line goes where they are, unless they are the same as
    /// before or the line is held.
    void setRecords(const std::vector<PseudoLabelRecord>& records, const PickThresholds& inForce);
    /// Where the other judge's threshold is being tried, so that the words count both.
    void setOtherThreshold(double value);

    /// Where the line stands.
    double threshold() const { return m_tried.of(m_judge); }
    /// "3 more would be accepted, 1 fewer."
    QString effectWords() const;

Q_SIGNALS:
    /// The line is being moved.
    void thresholdMoved(double value);
    /// The line was let go somewhere else than before.
    void thresholdChanged(double value);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    double scoreOf(const PseudoLabelRecord& record) const;
    void countScores();
    void moveTo(double value);
    void letGo();
    void showThreshold();
    void dress();
    void retranslate();
    bool isNearLine(double x) const;

    PickJudge m_judge;
    std::vector<PseudoLabelRecord> m_records;
    PickThresholds m_inForce;
    PickThresholds m_tried;
    double m_settled = 0.0; ///< Where the line was let go last.
    bool m_moving = false;
    double m_largest = 1.0; ///< End of the axis.
    QLabel* m_heading;
    QCustomPlot* m_plot;
    QCPBars* m_accepted;
    QCPBars* m_rejected;
    QCPItemStraightLine* m_line;
    QLabel* m_words;
};

} // namespace limpid
