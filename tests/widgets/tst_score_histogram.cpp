// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/qcustomplot_shim.h"
#include "picker/score_histogram.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using limpid::PickJudge;
using limpid::PickThresholds;
using limpid::PseudoLabelRecord;
using limpid::ScoreHistogram;

class TestScoreHistogram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLineStandsAtTheThresholdInForce();
    void draggingTellsWhatWouldChangeAndLettingGoTellsTheThreshold();
    void aPressBesideTheLineMovesNothing();
    void theArrowKeysMoveTheLine();
    void escapePutsTheLineBack();
    void theOtherJudgesTrialCountsToo();
    void aNewEpochWithTheSameThresholdsLeavesTheLineWhereItWasLetGo();
};

namespace {

constexpr PickThresholds inForce{0.8, 4.0};

std::vector<PseudoLabelRecord> records() {
    std::vector<PseudoLabelRecord> made;
    for (const double good : {0.95, 0.9, 0.78, 0.75, 0.72, 0.3}) {
        PseudoLabelRecord record;
        record.good = good;
        record.usable = 0.99 - good;
        record.structureScore = 3.0;
        record.accepted = good > 0.8;
        made.push_back(record);
    }
    return made;
}

std::unique_ptr<ScoreHistogram> shown() {
    auto histogram = std::make_unique<ScoreHistogram>(PickJudge::Quality);
    histogram->setRecords(records(), inForce);
    histogram->resize(520, 240);
    histogram->show();
    const QSignalSpy drawn(histogram->findChild<QCustomPlot*>(), &QCustomPlot::afterReplot);
    (void)QTest::qWaitFor([&] { return drawn.count() > 0; });
    return histogram;
}

QPoint placeOf(const ScoreHistogram& histogram, double value) {
    const auto* plot = histogram.findChild<QCustomPlot*>();
    return {qRound(plot->xAxis->coordToPixel(value)), plot->height() / 2};
}

} // namespace

void TestScoreHistogram::theLineStandsAtTheThresholdInForce() {
    const auto histogram = shown();
    QCOMPARE(histogram->threshold(), 0.8);
    QCOMPARE(histogram->effectWords(), QStringLiteral("Nothing would change."));
}

void TestScoreHistogram::draggingTellsWhatWouldChangeAndLettingGoTellsTheThreshold() {
    const auto histogram = shown();
    auto* plot = histogram->findChild<QCustomPlot*>();
    const QSignalSpy moved(histogram.get(), &ScoreHistogram::thresholdMoved);
    const QSignalSpy changed(histogram.get(), &ScoreHistogram::thresholdChanged);
    QTest::mousePress(plot, Qt::LeftButton, {}, placeOf(*histogram, 0.8));
    const auto drag = [&](double value) {
        const QPointF place = placeOf(*histogram, value);
        QMouseEvent event(QEvent::MouseMove, place, plot->mapToGlobal(place), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(plot, &event);
    };
    drag(0.7);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(changed.count(), 0);
    QVERIFY(histogram->effectWords().startsWith(QStringLiteral("3 ")));
    QVERIFY(histogram->accessibleDescription().contains(histogram->effectWords()));
    drag(0.92);
    QVERIFY(histogram->effectWords().startsWith(QStringLiteral("1 fewer")));
    QTest::mouseRelease(plot, Qt::LeftButton, {}, placeOf(*histogram, 0.92));
    QCOMPARE(changed.count(), 1);
    QVERIFY(std::abs(changed.first().at(0).toDouble() - 0.92) < 0.01);
}

void TestScoreHistogram::aPressBesideTheLineMovesNothing() {
    const auto histogram = shown();
    auto* plot = histogram->findChild<QCustomPlot*>();
    const QSignalSpy changed(histogram.get(), &ScoreHistogram::thresholdChanged);
    QTest::mouseClick(plot, Qt::LeftButton, {}, placeOf(*histogram, 0.3));
    QCOMPARE(histogram->threshold(), 0.8);
    QCOMPARE(changed.count(), 0);
}

void TestScoreHistogram::theArrowKeysMoveTheLine() {
    const auto histogram = shown();
    const QSignalSpy moved(histogram.get(), &ScoreHistogram::thresholdMoved);
    const QSignalSpy changed(histogram.get(), &ScoreHistogram::thresholdChanged);
    QTest::keyPress(histogram.get(), Qt::Key_Left);
    QTest::keyPress(histogram.get(), Qt::Key_Left);
    QVERIFY(std::abs(histogram->threshold() - 0.78) < 1e-9);
    QCOMPARE(moved.count(), 2);
    QCOMPARE(changed.count(), 0);
    QTest::keyRelease(histogram.get(), Qt::Key_Left);
    QCOMPARE(changed.count(), 1);
    QTest::keyClick(histogram.get(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(std::abs(histogram->threshold() - 0.88) < 1e-9);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(histogram.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(histogram->threshold(), 1.0);
}

void TestScoreHistogram::escapePutsTheLineBack() {
    const auto histogram = shown();
    QTest::keyClick(histogram.get(), Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(histogram->threshold() < 0.75);
    const QSignalSpy changed(histogram.get(), &ScoreHistogram::thresholdChanged);
    QTest::keyClick(histogram.get(), Qt::Key_Escape);
    QCOMPARE(histogram->threshold(), 0.8);
    QCOMPARE(changed.count(), 1);
}

void TestScoreHistogram::theOtherJudgesTrialCountsToo() {
    const auto histogram = shown();
    histogram->setOtherThreshold(2.0);
    QVERIFY(histogram->effectWords().startsWith(QStringLiteral("2 fewer")));
}

void TestScoreHistogram::aNewEpochWithTheSameThresholdsLeavesTheLineWhereItWasLetGo() {
    const auto histogram = shown();
    QTest::keyClick(histogram.get(), Qt::Key_Left);
    histogram->setRecords(records(), inForce);
    QVERIFY(std::abs(histogram->threshold() - 0.79) < 1e-9);
    histogram->setRecords(records(), {0.6, 4.0});
    QCOMPARE(histogram->threshold(), 0.6);
}

QTEST_MAIN(TestScoreHistogram)
#include "tst_score_histogram.moc"
