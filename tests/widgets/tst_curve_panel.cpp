// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/qcustomplot_shim.h"
#include "dashboard/curve_panel.h"

#include <QSignalSpy>
#include <QTest>

#include <limits>
#include <memory>

using limpid::CurveAxis;
using limpid::CurvePanel;
using limpid::CurvePlot;
using limpid::CurveStyle;

class TestCurvePanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesThatStandStillDoNotStretchTheAxis();
    void aLogarithmicAxisStaysAboveZero();
    void alongTheTimeTheAxisEndsAtTheLastSecond();
    void theLegendNamesWhatHasPoints();
    void aCurveThatIsNotShownStretchesNothing();
    void aPlotWithoutPointsFillsItsPanel();
    void theBestMarkStandsAtTheLastBestCheckpoint();
    void theArrowKeysGoFromPointToPoint();
    void thePointerTellsWhereItIsAndWhenItLeaves();
    void theCrosshairLiesOnALayerOfItsOwn();
    void aHiddenPanelDoesNotReplot();
    void manyPointsAreOneReplot();
};

namespace {

/// A panel with one smoothed curve that is shown and has drawn itself.
std::unique_ptr<CurvePanel> shownPanel() {
    auto panel = std::make_unique<CurvePanel>();
    panel->curves().addCurve(QStringLiteral("loss"), CurveStyle::First, CurvePlot::Kind::Smoothed);
    panel->curves().setCurveName(0, QStringLiteral("Loss"));
    panel->resize(400, 250);
    panel->show();
    QCoreApplication::processEvents();
    // As the dashboard does.
    QObject::connect(panel.get(), &CurvePanel::pointed, panel.get(), &CurvePanel::pointAt);
    return panel;
}

QCustomPlot& plotOf(CurvePanel& panel) {
    return *panel.findChild<QCustomPlot*>();
}

QStringList legendOf(CurvePanel& panel) {
    QStringList names;
    for (int i = 0; i < plotOf(panel).legend->itemCount(); ++i)
        names << qobject_cast<QCPPlottableLegendItem*>(plotOf(panel).legend->item(i))->plottable()->name();
    return names;
}

} // namespace

void TestCurvePanel::valuesThatStandStillDoNotStretchTheAxis() {
    const auto panel = shownPanel();
    for (int i = 1; i <= 200; ++i)
        panel->curves().addPoint(0, i, i, i % 2 == 0 ? 0.3 : std::numeric_limits<double>::quiet_NaN());
    QTRY_VERIFY(plotOf(*panel).yAxis->range().size() < 0.1);
    QVERIFY(plotOf(*panel).yAxis->range().contains(0.3));
    QVERIFY(plotOf(*panel).yAxis->range().size() > 1e-3);
}

void TestCurvePanel::aCurveThatIsNotShownStretchesNothing() {
    const auto panel = shownPanel();
    auto& curves = panel->curves();
    const int beside = curves.addCurve(QStringLiteral("beside"), CurveStyle::Second, CurvePlot::Kind::Dots);
    curves.setCurveName(beside, QStringLiteral("Beside"));
    for (int i = 1; i <= 3; ++i) {
        curves.addPoint(0, i, i, 0.1 * i);
        curves.addPoint(beside, i, i, 40.0);
    }
    QTRY_VERIFY(plotOf(*panel).yAxis->range().contains(40.0));
    QVERIFY(legendOf(*panel).contains(QStringLiteral("Beside")));
    curves.setShown(beside, false);
    QTRY_VERIFY(plotOf(*panel).yAxis->range().upper < 1.0);
    QVERIFY(!legendOf(*panel).contains(QStringLiteral("Beside")));
    QCOMPARE(curves.data(beside).points().size(), std::size_t{3}); // it is measured all the same
    curves.setShown(beside, true);
    QTRY_VERIFY(plotOf(*panel).yAxis->range().contains(40.0));
}

void TestCurvePanel::aPlotWithoutPointsFillsItsPanel() {
    const auto panel = shownPanel();
    plotOf(*panel).replot();
    QVERIFY(plotOf(*panel).axisRect()->width() > panel->width() / 2);
}

void TestCurvePanel::aLogarithmicAxisStaysAboveZero() {
    const auto panel = shownPanel();
    for (const double value : {-1.0, 0.0, 0.01, 10.0})
        panel->curves().addPoint(0, static_cast<int>(panel->curves().data(0).points().size()), 0.0, value);
    panel->curves().setLogarithmic(true);
    QTRY_VERIFY(plotOf(*panel).yAxis->range().upper > 10.0);
    QVERIFY(plotOf(*panel).yAxis->range().lower > 0.0);
    QVERIFY(plotOf(*panel).yAxis->range().lower < 0.01);
}

void TestCurvePanel::alongTheTimeTheAxisEndsAtTheLastSecond() {
    const auto panel = shownPanel();
    panel->curves().addPoint(0, 10, 500.0, 1.0);
    panel->setAxis(CurveAxis::Time);
    QTRY_VERIFY(plotOf(*panel).xAxis->range().contains(500.0));
    panel->setAxis(CurveAxis::Step);
    QTRY_VERIFY(!plotOf(*panel).xAxis->range().contains(500.0));
    QVERIFY(plotOf(*panel).xAxis->range().contains(10.0));
}

void TestCurvePanel::theLegendNamesWhatHasPoints() {
    const auto panel = shownPanel();
    panel->curves().addCurve(QStringLiteral("other"), CurveStyle::Second, CurvePlot::Kind::Dots);
    panel->curves().setCurveName(1, QStringLiteral("Other"));
    panel->curves().setMarkNames(QStringLiteral("Checkpoint"), QStringLiteral("Best"));
    QVERIFY(legendOf(*panel).isEmpty());
    panel->curves().addCheckpoint(1, 1.0, false);
    panel->curves().addPoint(1, 1, 1.0, 1.0);
    QCOMPARE(legendOf(*panel), (QStringList{QStringLiteral("Other"), QStringLiteral("Checkpoint")}));
    panel->curves().clear();
    QVERIFY(legendOf(*panel).isEmpty());
}

void TestCurvePanel::theBestMarkStandsAtTheLastBestCheckpoint() {
    const auto panel = shownPanel();
    panel->curves().setMarkNames(QStringLiteral("Checkpoint"), QStringLiteral("Best"));
    panel->curves().addCheckpoint(10, 1.0, true);
    panel->curves().addCheckpoint(20, 2.0, true);
    panel->curves().addCheckpoint(30, 3.0, false);
    const auto graphNamed = [&](const QString& name) {
        for (int i = 0; i < plotOf(*panel).graphCount(); ++i)
            if (plotOf(*panel).graph(i)->name() == name)
                return plotOf(*panel).graph(i);
        return static_cast<QCPGraph*>(nullptr);
    };
    QCOMPARE(graphNamed(QStringLiteral("Checkpoint"))->dataCount(), 3);
    QCOMPARE(graphNamed(QStringLiteral("Best"))->dataCount(), 1);
    QCOMPARE(graphNamed(QStringLiteral("Best"))->data()->at(0)->key, 20.0);
}

void TestCurvePanel::theArrowKeysGoFromPointToPoint() {
    const auto panel = shownPanel();
    for (int i = 1; i <= 3; ++i)
        panel->curves().addPoint(0, i, i, 0.125 * i);
    QVERIFY(panel->pointedWords().isEmpty());
    QTest::keyClick(panel.get(), Qt::Key_Left);
    QVERIFY(panel->pointedWords().startsWith(QStringLiteral("Step 2")));
    QVERIFY(panel->pointedWords().contains(QStringLiteral("Loss: 0.25")));
    QCOMPARE(panel->accessibleDescription(), panel->pointedWords());
    QTest::keyClick(panel.get(), Qt::Key_Left);
    QTest::keyClick(panel.get(), Qt::Key_Left);
    QVERIFY(panel->pointedWords().startsWith(QStringLiteral("Step 1")));
    QTest::keyClick(panel.get(), Qt::Key_Escape);
    QVERIFY(panel->pointedWords().isEmpty());
}

void TestCurvePanel::thePointerTellsWhereItIsAndWhenItLeaves() {
    const auto panel = shownPanel();
    panel->curves().addPoint(0, 1, 1.0, 0.5);
    panel->curves().addPoint(0, 100, 1.0, 0.5);
    auto& plot = plotOf(*panel);
    QTRY_VERIFY(plot.xAxis->range().contains(100.0));
    const QSignalSpy pointed(panel.get(), &CurvePanel::pointed);
    const QPoint place(qRound(plot.xAxis->coordToPixel(99.0)), plot.height() / 3);
    QTest::mouseMove(&plot, place);
    QTRY_VERIFY(panel->pointedWords().startsWith(QStringLiteral("Step 100")));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&plot, &leave);
    QVERIFY(panel->pointedWords().isEmpty());
    QVERIFY(pointed.count() >= 2);
}

void TestCurvePanel::theCrosshairLiesOnALayerOfItsOwn() {
    const auto panel = shownPanel();
    for (int i = 1; i <= 3; ++i)
        panel->curves().addPoint(0, i, i, 0.5);
    const QSignalSpy drawn(&plotOf(*panel), &QCustomPlot::afterReplot);
    QTRY_COMPARE(drawn.count(), 1);
    const QSignalSpy replots(&plotOf(*panel), &QCustomPlot::afterReplot);
    for (int i = 1; i <= 3; ++i)
        panel->pointAt(i);
    QCoreApplication::processEvents();
    QCOMPARE(replots.count(), 0);
    QVERIFY(!panel->pointedWords().isEmpty());
}

void TestCurvePanel::aHiddenPanelDoesNotReplot() {
    const auto panel = shownPanel();
    panel->hide();
    QCoreApplication::processEvents();
    const QSignalSpy replots(&plotOf(*panel), &QCustomPlot::afterReplot);
    for (int i = 1; i <= 50; ++i)
        panel->curves().addPoint(0, i, i, 7.0);
    QCoreApplication::processEvents();
    QCOMPARE(replots.count(), 0);
    panel->show();
    QTRY_VERIFY(replots.count() > 0);
    QVERIFY(plotOf(*panel).yAxis->range().contains(7.0));
}

void TestCurvePanel::manyPointsAreOneReplot() {
    const auto panel = shownPanel();
    QCoreApplication::processEvents();
    const QSignalSpy replots(&plotOf(*panel), &QCustomPlot::afterReplot);
    for (int i = 1; i <= 500; ++i)
        panel->curves().addPoint(0, i, i, 0.5);
    QTRY_COMPARE(replots.count(), 1);
}

QTEST_MAIN(TestCurvePanel)
#include "tst_curve_panel.moc"
