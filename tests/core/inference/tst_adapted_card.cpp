// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/adapted_card.h"

#include <QTest>

#include <algorithm>
#include <string>

using namespace limpid;

namespace {

FolderAdaptationRequest request() {
    FolderAdaptationRequest made;
    made.folder = "/data/patients";
    made.model = "source.safetensors";
    made.references = "/data/references";
    made.clinic = "Eye clinic";
    return made;
}

ReferenceRow rowOf(const std::string& name, double source, double adapted) {
    ReferenceRow row;
    row.name = name;
    row.reference = "/data/references/" + name;
    row.input = {15.0, 0.5};
    row.source = {source, 0.6};
    row.adapted = {adapted, 0.7};
    return row;
}

/// A run on three photographs with references, and one held out; every name of a photograph holds "Mustermann".
FolderAdaptationOutcome outcome() {
    FolderAdaptationOutcome made;
    made.parentSha256 = "abc123";
    made.workingSize = 256;
    made.folder = "/data/Mustermann";
    made.summary.choice = AdaptationChoice::Teacher;
    made.summary.images = 3;
    made.summary.probeImages = 2;
    made.summary.redegradation = "wide";
    made.summary.source = {20.0, 0.60};
    made.summary.kept = {21.0, 0.65};
    ReferenceScores scores;
    scores.rows = {rowOf("Mustermann_1.png", 20.0, 22.0), rowOf("Mustermann_2.png", 20.0, 19.0),
                   rowOf("Mustermann_3.png", 20.0, 20.5)};
    scores.input = {15.0, 0.5};
    scores.source = {20.0, 0.6};
    scores.adapted = {20.5, 0.7};
    scores.worseShare = 1.0 / 3.0;
    made.reference = scores;
    for (const double gain : {0.5, 1.5}) {
        ProbeComparison comparison;
        comparison.name = "Mustermann_held_out.png";
        comparison.sourceMeanPsnr = 20.0;
        comparison.adaptedMeanPsnr = 20.0 + gain;
        made.heldOut.push_back(comparison);
    }
    made.decisions.push_back({"Mustermann_4.png", {}});
    made.failures.push_back({"/data/Mustermann/5.png", Error{ErrorCode::NotAnImage, {"/data/Mustermann/5.png"}, {}}});
    RunPicture picture;
    picture.name = "Mustermann_1.png";
    made.pictures.push_back(picture);
    return made;
}

const ModelCard::Metric* find(const ModelCard& card, const std::string& name, const std::string& against) {
    const auto found = std::find_if(card.metrics.begin(), card.metrics.end(), [&](const auto& metric) {
        return metric.name == name && metric.measuredOn.find(against) == 0;
    });
    return found == card.metrics.end() ? nullptr : &*found;
}

} // namespace

class AdaptedCardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noPhotographIsNamed() {
        ModelCard parent;
        parent.name = "Source";
        const auto card = adaptedCard(parent.toJson(), request(), outcome());
        QVERIFY(card.has_value());
        for (const auto& text : {card->toJson(), card->toMarkdown()}) {
            QVERIFY(text.find("Eye clinic") != std::string::npos);
            QVERIFY2(text.find("Mustermann") == std::string::npos, text.c_str());
            QVERIFY2(text.find(".png") == std::string::npos, text.c_str());
            QVERIFY2(text.find("/data") == std::string::npos, text.c_str());
        }
    }

    void photographsAreCountedWhereTheyWereUsed() {
        const auto card = adaptedCard({}, request(), outcome());
        QVERIFY(card.has_value());
        QCOMPARE(card->trainingData.size(), std::size_t{1});
        QCOMPARE(card->trainingData[0].images, 3);
        QCOMPARE(card->heldOut.size(), std::size_t{1});
        QVERIFY(card->heldOut[0].starts_with("2 photographs"));
    }

    void figuresHaveIntervalsOverTheImages() {
        const auto card = adaptedCard({}, request(), outcome());
        QVERIFY(card.has_value());
        const auto* gain = find(*card, "PSNR gain (dB)", "references of 3");
        QVERIFY(gain != nullptr);
        QCOMPARE(gain->value, 0.5);
        QCOMPARE(gain->low.value(), -1.0); // all three draws are the worst, one in 27
        QCOMPARE(gain->high.value(), 2.0);
        const auto* probe = find(*card, "PSNR gain (dB)", "clinic probe: 2");
        QVERIFY(probe != nullptr);
        QCOMPARE(probe->value, 1.0);
        QCOMPARE(probe->low.value(), 0.5);
        QCOMPARE(probe->high.value(), 1.5);
        const auto* worse = find(*card, "share more than 0.1 dB worse than the source", "references");
        QVERIFY(worse != nullptr);
        QCOMPARE(worse->low.value(), 0.0);
    }

    void withoutReferencesOnlyTheProbeIsCited() {
        auto unmeasured = outcome();
        unmeasured.reference.reset();
        const auto card = adaptedCard({}, request(), unmeasured);
        QVERIFY(card.has_value());
        for (const auto& metric : card->metrics)
            QVERIFY(metric.measuredOn.starts_with("clinic probe"));
    }

    void everyParentStandsInTheLineageAndLimitsStandOnce() {
        auto first = adaptedCard({}, request(), outcome());
        QVERIFY(first.has_value());
        const auto limits = first->limits.size();
        QVERIFY(limits > 0);
        auto next = outcome();
        next.parentSha256 = "def456";
        const auto second = adaptedCard(first->toJson(), request(), next);
        QVERIFY(second.has_value());
        QCOMPARE(second->limits.size(), limits);
        QCOMPARE(second->lineage.size(), std::size_t{2});
        QVERIFY(second->lineage[0].find("abc123") != std::string::npos);
        QVERIFY(second->lineage[1].find("def456") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(AdaptedCardTest)
#include "tst_adapted_card.moc"
