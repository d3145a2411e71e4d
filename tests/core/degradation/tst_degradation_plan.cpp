// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/degradation_plan.h"

#include <QtTest>

#include <cmath>
#include <map>

using namespace limpid;

namespace {

using Kind = DegradationKind;
constexpr int draws4000 = 4000;

std::vector<DegradationPlan> drawMany(const DegradationRanges& ranges) {
    RandomDraws draws(2021);
    std::vector<DegradationPlan> plans;
    for (int index = 0; index < draws4000; ++index)
        plans.push_back(drawPlan(ranges, draws));
    return plans;
}

/// Whether a share of 4,000 draws lies within four standard errors of its probability.
bool isShareOf(int count, double probability) {
    const double error = std::sqrt(probability * (1.0 - probability) / draws4000);
    return std::abs(count / double(draws4000) - probability) < 4.0 * error;
}

template <typename Predicate>
int countOf(const std::vector<DegradationPlan>& plans, Predicate predicate) {
    return static_cast<int>(std::count_if(plans.begin(), plans.end(), predicate));
}

bool within(double value, double low, double high) {
    return value >= low - 1e-12 && value <= high + 1e-12;
}

} // namespace

class TestDegradationPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gfeDrawsCataractTwiceAsOftenAsEachOfSevenCombinations() {
        std::map<std::string, int> counts;
        for (const DegradationPlan& plan : drawMany(DegradationRanges::gfe()))
            ++counts[plan.kinds().describe()];
        QCOMPARE(counts.size(), std::size_t{8});
        QVERIFY(isShareOf(counts["haze"], 2.0 / 9.0));
        for (const char* kinds : {"illumination", "spots", "blur", "illumination+spots", "illumination+blur",
                                  "spots+blur", "illumination+spots+blur"})
            QVERIFY2(isShareOf(counts[kinds], 1.0 / 9.0), kinds);
    }

    void cofeDrawsItsSevenCombinationsEquallyOften() {
        std::map<std::string, int> counts;
        for (const DegradationPlan& plan : drawMany(DegradationRanges::cofe()))
            ++counts[plan.kinds().describe()];
        QCOMPARE(counts.size(), std::size_t{7});
        for (const auto& [kinds, count] : counts)
            QVERIFY2(isShareOf(count, 1.0 / 7.0), kinds.c_str());
    }

    void wideAddsExtrasAndLeavesOneImageInTwentyAlone() {
        const auto plans = drawMany(DegradationRanges::wide());
        const auto has = [](Kind kind) {
            return [kind](const DegradationPlan& plan) {
                return plan.kinds().has(kind);
            };
        };
        QVERIFY(isShareOf(countOf(plans, [](const auto& plan) { return plan.kinds().empty(); }), 0.05));
        QVERIFY(isShareOf(countOf(plans, has(Kind::Noise)), 0.95 * 0.5));
        QVERIFY(isShareOf(countOf(plans, has(Kind::Cast)), 0.95 * 0.4));
        QVERIFY(isShareOf(countOf(plans, has(Kind::Gamma)), 0.95 * 0.2));
        QVERIFY(isShareOf(countOf(plans, has(Kind::Veil)), 0.95 * 0.4));
        QVERIFY(isShareOf(countOf(plans, has(Kind::Haze)), 0.95 * 2.0 / 9.0));
        for (const DegradationPlan& plan : plans) {
            if (plan.gamma)
                QVERIFY(within(*plan.gamma, 0.75, 1.4));
            if (plan.veil)
                QVERIFY(within(plan.veil->level, 0.0, 0.25));
            const auto gains = recordOf(plan).gains;
            QVERIFY(within(gains[0], 0.7, 1.3) && within(gains[1], 0.78, 1.2) && within(gains[2], 0.65, 1.5));
        }
    }

    /// The constants of ArcNet's cataract simulation.
    void hazeStaysInThePapersRanges() {
        std::map<int, int> windows;
        for (const DegradationPlan& plan : drawMany(DegradationRanges::gfe())) {
            if (!plan.haze)
                continue;
            const HazeParameters& haze = *plan.haze;
            ++windows[haze.windowPx];
            QVERIFY(within(haze.centreX, 0.2, 0.8) && within(haze.centreY, 0.2, 0.8));
            QVERIFY(within(haze.sigmaPx, 10.0, 30.0) && haze.sigmaPx == std::round(haze.sigmaPx));
            QCOMPARE(haze.alpha, 0.8);
            QVERIFY(within(haze.beta, 0.6, 0.8));
            QVERIFY(within(haze.contrast, 0.9, 1.3) && within(haze.brightness, 0.9, 1.0));
        }
        QCOMPARE(windows.size(), std::size_t{4}); // 1, 3, 5, 7
        QVERIFY(windows.contains(1) && windows.contains(3) && windows.contains(5) && windows.contains(7));
    }

    /// cofe-Net's constants, with the colour ranges of GFE-Net.
    void illuminationSpotsAndBlurStayInThePapersRanges() {
        double largestWindow = 0.0;
        for (const DegradationPlan& plan : drawMany(DegradationRanges::gfe())) {
            if (plan.illumination) {
                const IlluminationParameters& light = *plan.illumination;
                QVERIFY(within(light.brightness, 0.5, 1.4) && within(light.contrast, 0.5, 1.5));
                QVERIFY(within(light.hole.diameter, 0.4, 0.7));
                QVERIFY(within(light.hole.windowX, 0.55 * light.hole.diameter, 0.75 * light.hole.diameter));
                QVERIFY(within(light.hole.depth, 0.26, 0.262));
                QVERIFY(within(light.halo.innerDiameter, 0.75, 1.0));
                QVERIFY(light.halo.outerDiameter > light.halo.innerDiameter);
                QVERIFY(within(light.halo.window, 0.0, 0.5));
            }
            if (!plan.spots.empty())
                QVERIFY(within(static_cast<double>(plan.spots.size()), 5.0, 10.0));
            for (const Spot& spot : plan.spots)
                QVERIFY(within(spot.radius, 0.005, 0.025) && spot.light > 0.0 && spot.light < 0.3);
            if (plan.blur) {
                QCOMPARE(plan.blur->windowXPx % 2, 1);
                QVERIFY(within(plan.blur->windowXPx, 1.0, 7.0));
                largestWindow = std::max(largestWindow, recordOf(plan).blurWindowPx);
            }
        }
        QVERIFY(largestWindow >= 6.0);
    }

    void theIntendedRangesReachFurtherThanTheEffectiveOnes() {
        double widestHole = 0.0;
        int widestWindow = 0;
        for (const DegradationPlan& plan : drawMany(DegradationRanges::gfeIntended())) {
            if (plan.illumination)
                widestHole = std::max(widestHole, plan.illumination->hole.diameter);
            if (plan.blur)
                widestWindow = std::max(widestWindow, plan.blur->windowXPx);
        }
        QVERIFY(within(widestHole, 0.75, 0.8));
        QVERIFY(widestWindow >= 15 && widestWindow <= 17);
    }

    void theEvaluationClinicsLieOutsideOfTheTrainingRanges() {
        const DegradationRanges training = DegradationRanges::wide();
        const DegradationRanges clinic = DegradationRanges::clinicOtherStrengths();
        QVERIFY(clinic.haze.beta.low >= training.haze.beta.high);
        QVERIFY(clinic.illumination.holeDiameter.high <= training.illumination.holeDiameter.low);
        QVERIFY(clinic.blur.sigmaPx.high > training.blur.sigmaPx.high);
        const DegradationRanges beyond = DegradationRanges::beyondReach();
        QVERIFY(beyond.cast.blue.high > training.cast.blue.high);
    }

    void everyPresetHasItsNameAndAnUnknownOneIsRefusedWithTheList() {
        QCOMPARE(degradationPresetNames().size(), std::size_t{8});
        for (const std::string& name : degradationPresetNames()) {
            const auto preset = degradationPreset(name);
            QVERIFY(preset.has_value());
            QCOMPARE(preset->name, name);
        }
        const auto unknown = degradationPreset("wdie");
        QVERIFY(!unknown.has_value());
        QCOMPARE(unknown.error().code, ErrorCode::InvalidArgument);
        QVERIFY(unknown.error().arguments.at(1).find("beyond-reach") != std::string::npos);
    }

    void aListOfKindsIsReadAndMistakesAreNamed() {
        const auto kinds = parseDegradationKinds("haze,blur");
        QVERIFY(kinds.has_value());
        QCOMPARE(*kinds, (DegradationKinds{Kind::Haze, Kind::Blur}));
        QVERIFY(!parseDegradationKinds("").has_value());
        QVERIFY(!parseDegradationKinds("haze,,blur").has_value());
        QVERIFY(!parseDegradationKinds("shadow").has_value());
        const auto mistake = parseDegradationKinds("haze,blurr");
        QVERIFY(!mistake.has_value());
        QVERIFY(mistake.error().arguments.at(1).find("'blurr'") != std::string::npos);
    }

    void kindsOnDemandAreAllDrawnForEveryImage() {
        const DegradationKinds kinds{Kind::Haze, Kind::Noise, Kind::Gamma};
        for (const DegradationPlan& plan : drawMany(DegradationRanges::ofKinds(kinds, {0.2, 0.4}))) {
            QCOMPARE(plan.kinds(), kinds);
            QVERIFY(within(plan.haze->beta, 0.2 * 0.95, 0.4 * 0.95));
        }
        QCOMPARE(kinds.describe(), std::string("haze+noise+gamma"));
    }

    void theRecordTellsWhatThePlanHolds() {
        DegradationPlan plan;
        QVERIFY(recordOf(plan).kinds.empty());
        QCOMPARE(recordOf(plan).gamma, 1.0);
        plan.noise = NoiseParameters{0.03, 0.04 * std::sqrt(2.0), 0.0, 1};
        plan.blur = BlurParameters{9.0, 3, 7};
        plan.spots.resize(4);
        const DegradationRecord record = recordOf(plan);
        QVERIFY(std::abs(record.noiseSigma - 0.05) < 1e-12); // 3-4-5 at mid grey
        QCOMPARE(record.blurWindowPx, 5.0);
        QCOMPARE(record.spots, 4);
        QCOMPARE(record.kinds, (DegradationKinds{Kind::Spots, Kind::Blur, Kind::Noise}));
    }
};

QTEST_APPLESS_MAIN(TestDegradationPlan)
#include "tst_degradation_plan.moc"
