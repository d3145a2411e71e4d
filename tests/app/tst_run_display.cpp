// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workstation_fakes.h"
#include "dashboard/curve_panel.h"
#include "dashboard/training_dashboard.h"
#include "picker/picker_page.h"
#include "picker/pseudo_label_model.h"
#include "picker/score_histogram.h"
#include "run_display.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cmath>

using namespace limpid;

class TestRunDisplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReviewBecomesARecordWithItsPictures();
    void theReviewsOfARunStandOnThePage();
    void aDecisionOnThePageReachesTheRun();
    void thresholdsOfThePageReachTheRun();
    void whatWasMeasuredAgainstReferencesIsACurve();
    void aHeldOutImageBecomesARecordWithItsPictures();
    void anotherRunBeginsWithAnEmptyPage();
};

namespace {

constexpr int patienceMs = 10000;

struct Stage {
    explicit Stage(FakeAdaptation::Script script)
        : controller(std::make_unique<FakeAdaptation>(std::move(script)))
        , page(labels)
        , display(controller, dashboard, labels, page) {}

    void start() { controller.start({{}, {}, folder.filePath(QStringLiteral("clinics")).toStdString(), "North"}); }

    QTemporaryDir folder; ///< Of the clinics.
    AdaptationController controller;
    TrainingDashboard dashboard;
    PseudoLabelModel labels;
    PickerPage page;
    RunDisplay display;
};

} // namespace

void TestRunDisplay::aReviewBecomesARecordWithItsPictures() {
    auto review = reviewOf("a.png", 4);
    review.epoch = 3;
    review.byHand = PickOverride::Reject;
    const auto record = recordOf(review);
    QCOMPARE(record.name, QStringLiteral("a.png"));
    QCOMPARE(record.epoch, 3);
    QCOMPARE(record.byHand, PickOverride::Reject);
    QCOMPARE(record.good, 0.9);
    QCOMPARE(record.reason, QStringLiteral("Both judges accept it."));
    QCOMPARE(record.input.size(), QSize(2, 1));
    QCOMPARE(record.output.pixelColor(1, 0), QColor(41, 51, 61));
    QCOMPARE(qGray(record.structure.pixel(0, 0)), 7);
}

void TestRunDisplay::theReviewsOfARunStandOnThePage() {
    Stage stage(runShortly);
    const QSignalSpy finished(&stage.controller, &AdaptationController::finished);
    stage.display.begin(QStringLiteral("Abacus"));
    stage.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patienceMs);
    QCOMPARE(stage.labels.epochs(), std::vector<int>{0});
    QCOMPARE(stage.labels.records().front().name, QStringLiteral("image 3.png"));
    QCOMPARE(stage.dashboard.findChild<QLabel*>(QStringLiteral("runState"))->text(), QStringLiteral("Done"));
}

void TestRunDisplay::aDecisionOnThePageReachesTheRun() {
    std::atomic<bool> rejected = false;
    Stage stage(
        [&](const AdaptationJob& job, Progress, const AdaptationListener& listener, const std::stop_token& stop) {
            listener.onReview({reviewOf("image 3.png", 2)});
            while (!stop.stop_requested() && !rejected) {
                rejected = job.control->overrideOf(2) == PickOverride::Reject;
                std::this_thread::yield();
            }
            return writeFakeModel(job, "new");
        });
    stage.display.begin(QStringLiteral("Abacus"));
    stage.start();
    QTRY_COMPARE_WITH_TIMEOUT(stage.labels.epochs().size(), std::size_t{1}, patienceMs);
    Q_EMIT stage.page.overrideRequested({QStringLiteral("unknown.png"), QStringLiteral("image 3.png")},
                                        PickOverride::Reject);
    QTRY_VERIFY_WITH_TIMEOUT(rejected.load(), patienceMs);
}

void TestRunDisplay::thresholdsOfThePageReachTheRun() {
    std::atomic<bool> handed = false;
    Stage stage(
        [&](const AdaptationJob& job, Progress, const AdaptationListener& listener, const std::stop_token& stop) {
            listener.onReview({reviewOf("image 3.png", 2)});
            while (!stop.stop_requested() && !handed) {
                const auto thresholds = job.control->thresholds();
                handed = thresholds && std::abs(thresholds->quality - 0.7) < 1e-9;
                std::this_thread::yield();
            }
            return writeFakeModel(job, "new");
        });
    const QSignalSpy finished(&stage.controller, &AdaptationController::finished);
    auto* use = stage.page.findChild<QPushButton*>(QStringLiteral("useThresholds"));
    QVERIFY(!use->isEnabled());
    stage.display.begin(QStringLiteral("Abacus"));
    stage.start();
    QTRY_COMPARE_WITH_TIMEOUT(stage.labels.epochs().size(), std::size_t{1}, patienceMs);
    QVERIFY(!use->isEnabled()); // these are in force
    QTest::keyClick(stage.page.findChildren<ScoreHistogram*>().front(), Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(use->isEnabled());
    use->click();
    QTRY_VERIFY_WITH_TIMEOUT(handed.load(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patienceMs);
    QVERIFY(!use->isEnabled());
}

void TestRunDisplay::aHeldOutImageBecomesARecordWithItsPictures() {
    const auto record = recordOf(comparisonOf("a.png"));
    QCOMPARE(record.name, QStringLiteral("a.png"));
    QCOMPARE(record.input.pixelColor(0, 0), QColor(10, 11, 12));
    QCOMPARE(record.before.pixelColor(0, 0), QColor(20, 21, 22));
    QCOMPARE(record.after.pixelColor(0, 0), QColor(30, 31, 32));
    QCOMPARE(record.reference.pixelColor(0, 0), QColor(40, 41, 42));
    QCOMPARE(record.inputPsnr, 18.0);
    QCOMPARE(record.beforePsnr, 24.0);
    QCOMPARE(record.afterPsnr, 25.5);
}

void TestRunDisplay::whatWasMeasuredAgainstReferencesIsACurve() {
    Stage stage([](const AdaptationJob& job, Progress progress, const AdaptationListener& listener,
                   const std::stop_token& stop) {
        auto outcome = runShortly(job, std::move(progress), listener, stop);
        outcome->reference.emplace();
        outcome->reference->source = {21.5, 0.7};
        outcome->reference->adapted = {22.5, 0.75};
        return outcome;
    });
    const QSignalSpy finished(&stage.controller, &AdaptationController::finished);
    stage.display.begin(QStringLiteral("Abacus"));
    stage.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patienceMs);
    constexpr int modelOnReference = 2;
    const auto& points =
        stage.dashboard.curves(TrainingDashboard::Measure::Psnr).curves().data(modelOnReference).points();
    QCOMPARE(points.size(), std::size_t{2});
    QCOMPARE(points[0].value, 21.5);
    QCOMPARE(points[1].value, 22.5);
    QCOMPARE(points[1].step, std::int64_t{2}); // at the run's last step
}

void TestRunDisplay::anotherRunBeginsWithAnEmptyPage() {
    Stage stage(runShortly);
    stage.labels.setEpoch(1, {recordOf(reviewOf("old.png", 0))});
    stage.display.begin(QStringLiteral("Abacus"));
    QVERIFY(stage.labels.epochs().empty());
}

QTEST_MAIN(TestRunDisplay)
#include "tst_run_display.moc"
