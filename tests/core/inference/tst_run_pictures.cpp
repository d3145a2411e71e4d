// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/run_pictures.h"

#include "core/methods/tiny_clinic.h"

#include <QTest>

#include <set>
#include <string>

using namespace limpid;

namespace {

TrainingData clinicOf(int images) {
    const auto tiny = tinyClinic(images, 32);
    TrainingData data;
    data.images = tiny.images;
    data.fieldOfView = tiny.fieldOfView;
    for (int i = 0; i < images; ++i)
        data.names.push_back(std::to_string(i) + ".png");
    return data;
}

/// Photograph i gains i dB; `rejected` of them were refused, the later the less good.
FolderAdaptationOutcome outcomeOf(int rows, int rejected) {
    FolderAdaptationOutcome outcome;
    outcome.summary.choice = AdaptationChoice::Teacher;
    outcome.reference.emplace();
    for (int i = 0; i < rows; ++i) {
        ReferenceRow row;
        row.name = std::to_string(i) + ".png";
        row.adapted.psnr = i;
        outcome.reference->rows.push_back(row);
    }
    for (int i = 0; i < rejected; ++i) {
        PickDecision decision;
        decision.accepted = false;
        decision.good = 0.5 - 0.1 * i;
        decision.reason = "It is hazy.";
        outcome.decisions.push_back({std::to_string(i) + ".png", decision});
    }
    outcome.decisions.push_back({"7.png", {}});
    return outcome;
}

std::string namesOf(const std::vector<RunPicture>& pictures, RunPicture::Kind kind) {
    std::string names;
    for (const auto& picture : pictures) {
        if (picture.kind == kind)
            names += picture.name + " ";
    }
    return names;
}

} // namespace

class RunPicturesTest : public QObject {
    Q_OBJECT

private:
    StructurePreservingUnet m_source{nullptr};
    StructurePreservingUnet m_adapted{nullptr};

    std::vector<RunPicture> picturesOf(const FolderAdaptationOutcome& outcome) {
        return runPictures(outcome, clinicOf(8), m_source, m_adapted, {});
    }

private Q_SLOTS:
    void initTestCase() {
        torch::set_num_threads(1);
        torch::manual_seed(1);
        m_source = StructurePreservingUnet(tinyUnet());
        m_adapted = StructurePreservingUnet(tinyUnet());
    }

    void theBestAndTheWorstAreShownAndThenTheLeastGoodOfTheRejected() {
        const auto pictures = picturesOf(outcomeOf(8, 4));
        QCOMPARE(namesOf(pictures, RunPicture::Kind::MostGained), std::string("7.png 6.png 5.png "));
        QCOMPARE(namesOf(pictures, RunPicture::Kind::LeastGained), std::string("0.png 1.png 2.png "));
        QCOMPARE(namesOf(pictures, RunPicture::Kind::Rejected), std::string("3.png 2.png 1.png "));
        QCOMPARE(pictures.back().reason, std::string("It is hazy."));
        for (const auto& picture : pictures) {
            QCOMPARE(picture.input.width, 32);
            QCOMPARE(picture.input.pixels.size(), std::size_t{32 * 32 * 3});
            QVERIFY(picture.source.pixels != picture.input.pixels);
            QVERIFY(picture.adapted.pixels != picture.source.pixels);
            QVERIFY(picture.reference.pixels.empty()); // no such file
        }
    }

    void withFewPhotographsNoneIsBothBestAndWorst() {
        for (int rows = 1; rows <= 6; ++rows) {
            const auto pictures = picturesOf(outcomeOf(rows, 0));
            std::set<std::string> names;
            for (const auto& picture : pictures)
                names.insert(picture.name);
            QCOMPARE(names.size(), static_cast<std::size_t>(rows));
            QCOMPARE(pictures.size(), static_cast<std::size_t>(rows));
        }
    }

    void whereTheSourceModelStaysOnlyTheRejectedAreShown() {
        auto outcome = outcomeOf(8, 1);
        outcome.summary.choice = AdaptationChoice::SourceKept;
        const auto pictures = picturesOf(outcome);
        QCOMPARE(pictures.size(), std::size_t{1});
        QVERIFY(pictures[0].kind == RunPicture::Kind::Rejected);
        QVERIFY(pictures[0].adapted.pixels.empty());
    }
};

QTEST_APPLESS_MAIN(RunPicturesTest)
#include "tst_run_pictures.moc"
