// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adaptation_forecaster.h"
#include "app/workstation_fakes.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace limpid;

class TestAdaptationForecaster : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { writeImages(m_folder.path(), 3); }

    void theFolderIsLookedAtAndThenTheRunIsMeasured();
    void whatIsCancelledIsNotReported();
    void theLatestMeasuringWins();
    void aFailureBecomesASentence();
    void theReleasedThreadEndsWhenItIsJoined();
    void theDestructorEndsWhatIsBeingMeasured();

private:
    AdaptationJob job() const { return {m_folder.path().toStdString(), "old.safetensors", {}, "North"}; }
    static std::shared_ptr<AdaptationEngine> engine(FakeAdaptation::Forecast forecast) {
        return std::make_shared<FakeAdaptation>(runShortly, std::move(forecast));
    }

    QTemporaryDir m_folder;
};

namespace {

constexpr int patienceMs = 10000;

} // namespace

void TestAdaptationForecaster::theFolderIsLookedAtAndThenTheRunIsMeasured() {
    std::string measuredClinic;
    AdaptationForecaster forecaster(engine([&](const AdaptationJob& what, const std::stop_token& stop) {
        measuredClinic = what.clinic;
        return FakeAdaptation::forecastQuickly(what, stop);
    }));
    QStringList order;
    FolderSurvey survey;
    AdaptationForecast forecast;
    connect(&forecaster, &AdaptationForecaster::surveyed, this, [&](const FolderSurvey& found) {
        order << QStringLiteral("surveyed");
        survey = found;
    });
    connect(&forecaster, &AdaptationForecaster::measured, this, [&](const AdaptationForecast& found) {
        order << QStringLiteral("measured");
        forecast = found;
    });
    forecaster.begin(job());
    QVERIFY(order.isEmpty()); // the window did not wait
    QTRY_COMPARE_WITH_TIMEOUT(order, (QStringList{QStringLiteral("surveyed"), QStringLiteral("measured")}), patienceMs);
    QCOMPARE(survey.readable, 3);
    QCOMPARE(survey.grey, 3);
    QCOMPARE(forecast.steps, std::int64_t{320});
    QCOMPARE(measuredClinic, std::string("North"));
}

void TestAdaptationForecaster::whatIsCancelledIsNotReported() {
    std::atomic<bool> begun = false;
    std::atomic<bool> ended = false;
    AdaptationForecaster forecaster(
        engine([&](const AdaptationJob& what, const std::stop_token& stop) -> Result<AdaptationForecast> {
            begun = true;
            waitForStop(stop);
            ended = true;
            return FakeAdaptation::forecastQuickly(what, stop); // too late
        }));
    const QSignalSpy measured(&forecaster, &AdaptationForecaster::measured);
    const QSignalSpy failed(&forecaster, &AdaptationForecaster::failed);
    forecaster.begin(job());
    QTRY_VERIFY_WITH_TIMEOUT(begun.load(), patienceMs);
    forecaster.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(ended.load(), patienceMs);
    forecaster.release().join();
    QCoreApplication::processEvents();
    QCOMPARE(measured.count(), 0);
    QCOMPARE(failed.count(), 0);
}

void TestAdaptationForecaster::theLatestMeasuringWins() {
    std::atomic<int> running = 0;
    std::atomic<int> atOnce = 0;
    AdaptationForecaster forecaster(
        engine([&](const AdaptationJob& what, const std::stop_token& stop) -> Result<AdaptationForecast> {
            atOnce = std::max(atOnce.load(), ++running);
            if (what.clinic == "first")
                waitForStop(stop);
            --running;
            auto forecast = FakeAdaptation::forecastQuickly(what, stop);
            forecast->images = what.clinic == "first" ? 1 : 2;
            return forecast;
        }));
    std::vector<int> images;
    connect(&forecaster, &AdaptationForecaster::measured, this,
            [&](const AdaptationForecast& forecast) { images.push_back(forecast.images); });
    auto first = job();
    first.clinic = "first";
    forecaster.begin(first);
    QTRY_COMPARE_WITH_TIMEOUT(running.load(), 1, patienceMs);
    forecaster.begin(job());
    QTRY_COMPARE_WITH_TIMEOUT(images, std::vector<int>{2}, patienceMs);
    QCOMPARE(atOnce.load(), 1); // never two at a time
}

void TestAdaptationForecaster::aFailureBecomesASentence() {
    AdaptationForecaster forecaster(
        engine([](const AdaptationJob&, const std::stop_token&) -> Result<AdaptationForecast> {
            return fail(ErrorCode::OutOfMemory, {"measuring"});
        }));
    const QSignalSpy failed(&forecaster, &AdaptationForecaster::failed);
    forecaster.begin(job());
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
    QVERIFY(failed.first().first().toString().startsWith(QStringLiteral("The memory ran out while measuring")));
}

void TestAdaptationForecaster::theReleasedThreadEndsWhenItIsJoined() {
    AdaptationForecaster forecaster(
        engine([](const AdaptationJob&, const std::stop_token& stop) -> Result<AdaptationForecast> {
            waitForStop(stop);
            return fail(ErrorCode::Cancelled);
        }));
    forecaster.begin(job());
    auto thread = forecaster.release();
    QVERIFY(thread.joinable());
    thread.join();
    QVERIFY(!forecaster.release().joinable());
}

void TestAdaptationForecaster::theDestructorEndsWhatIsBeingMeasured() {
    std::atomic<bool> begun = false;
    std::atomic<bool> ended = false;
    {
        AdaptationForecaster forecaster(
            engine([&](const AdaptationJob&, const std::stop_token& stop) -> Result<AdaptationForecast> {
                begun = true;
                waitForStop(stop);
                ended = true;
                return fail(ErrorCode::Cancelled);
            }));
        forecaster.begin(job());
        QTRY_VERIFY_WITH_TIMEOUT(begun.load(), patienceMs);
    }
    QVERIFY(ended);
}

QTEST_GUILESS_MAIN(TestAdaptationForecaster)
#include "tst_adaptation_forecaster.moc"
