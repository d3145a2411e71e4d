// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/folder_adaptation.h"

#include "core/methods/tiny_clinic.h"
#include "imaging/image_writer.h"
#include "inference/tensor_image.h"
#include "inference/unfinished_run.h"
#include "methods/same/adaptation_state.h"
#include "methods/same/same_model.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

using namespace limpid;

namespace fs = std::filesystem;

/// On ten photographs and a network of few weights, without judges.
class FolderAdaptationTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    fs::path m_root;

    void makeClinic() const {
        const auto clinic = tinyClinic(10, 64);
        for (int i = 0; i < 10; ++i) {
            const auto planes = clinic.images[i].permute({1, 2, 0}).contiguous();
            const cv::Mat square(64, 64, CV_8UC3, planes.data_ptr());
            cv::Mat round(64, 64, CV_8UC3, cv::Scalar::all(0));
            cv::Mat disc(64, 64, CV_8UC1, cv::Scalar(0));
            cv::circle(disc, {32, 32}, 30, cv::Scalar(255), cv::FILLED);
            square.copyTo(round, disc);
            QVERIFY(writeImage({round, {}}, m_root / "clinic" / (std::to_string(i) + ".png")).has_value());
        }
    }

    FolderAdaptationRequest request() const {
        FolderAdaptationRequest request;
        request.folder = m_root / "clinic";
        request.model = m_root / "source.safetensors";
        request.output = m_root / "adapted.safetensors";
        request.state = m_root / "state.safetensors";
        request.clinic = "Eye clinic";
        request.workingSize = 32;
        request.device = *chooseDevice("cpu");
        request.config = configurationWithoutJudges();
        request.config.guardByProbe = false;
        request.config.epochs = 3;
        request.config.stepsPerEpoch = 2;
        return request;
    }

private Q_SLOTS:
    void initTestCase() {
        torch::set_num_threads(1);
        m_root = fs::path(m_temporary.path().toStdString());
        fs::create_directories(m_root / "clinic");
        makeClinic();
        torch::manual_seed(1);
        SameModel source;
        source.network = StructurePreservingUnet(tinyUnet());
        source.modality = "fundus";
        QVERIFY(saveSameModel(m_root / "source.safetensors", source).has_value());
    }

    void theAdaptedModelIsWrittenAndTheUnfinishedRunIsForgotten() {
        const auto outcome = adaptToFolder(request(), {}, {}, {});
        QVERIFY2(outcome.has_value(), outcome ? "" : englishSentence(outcome.error()).c_str());
        QVERIFY(outcome->modelWritten);
        QVERIFY(outcome->parent == request().model);
        QCOMPARE(outcome->workingSize, 32);
        QVERIFY(!fs::exists(request().state));
        const auto model = loadSameModel(request().output);
        QVERIFY(model.has_value());
        QCOMPARE(model->parentSha256, outcome->parentSha256);
        QCOMPARE(model->cardJson, outcome->card.toJson());
        QVERIFY(model->cardJson.find(".png") == std::string::npos);
    }

    void whatAReportNeedsIsKept() {
        auto measured = request();
        measured.references = measured.folder; // the photographs themselves are good enough
        const auto outcome = adaptToFolder(measured, {}, {}, {});
        QVERIFY2(outcome.has_value(), outcome ? "" : englishSentence(outcome.error()).c_str());
        QCOMPARE(outcome->steps.size(), std::size_t{6});
        QCOMPARE(outcome->device, measured.device.words);
        QVERIFY(!outcome->heldOut.empty());
        double mean = 0.0;
        for (const auto& comparison : outcome->heldOut)
            mean += comparison.sourceMeanPsnr / static_cast<double>(outcome->heldOut.size());
        QVERIFY(std::abs(mean - outcome->summary.source.psnr) < 1e-3);
        QCOMPARE(outcome->pictures.size(), std::size_t{6}); // nothing was rejected
        for (const auto& picture : outcome->pictures)
            QCOMPARE(picture.reference.width, 32);
    }

    void aRunIsGoneOnWithAtItsOwnSizeAndWithItsOwnModelAndConfiguration() {
        const auto crashed = m_root / "crashed.safetensors";
        AdaptationListener listener;
        listener.onEpoch = [&](const AdaptationEpoch& epoch) {
            if (epoch.epoch == 1)
                fs::copy_file(request().state, crashed);
        };
        const auto whole = adaptToFolder(request(), {}, listener, {});
        QVERIFY(whole.has_value());

        const auto unfinished = readUnfinishedRun(crashed);
        QVERIFY2(unfinished.has_value(), unfinished ? "" : englishSentence(unfinished.error()).c_str());
        QCOMPARE(unfinished->clinic, std::string("Eye clinic"));
        QVERIFY(unfinished->folder == request().folder);
        QVERIFY(unfinished->model == request().model);
        QCOMPARE(unfinished->finishedEpochs, 1);
        QCOMPARE(unfinished->epochs, 3);

        FolderAdaptationRequest rest = request();
        rest.model = "a model that is not there";
        rest.workingSize = 64;
        rest.config = {};
        rest.config.useQualityJudge = false;
        rest.config.useStructureJudge = false;
        rest.state = crashed;
        rest.resume = true;
        const auto resumed = adaptToFolder(rest, {}, {}, {});
        QVERIFY2(resumed.has_value(), resumed ? "" : englishSentence(resumed.error()).c_str());
        QVERIFY(resumed->parent == request().model);
        QCOMPARE(resumed->workingSize, 32);
        QCOMPARE(resumed->config.epochs, 3);
        QCOMPARE(resumed->summary.epochs.size(), whole->summary.epochs.size());
        QVERIFY(resumed->summary.epochs.back().loss == whole->summary.epochs.back().loss);
        QVERIFY(!fs::exists(crashed));
    }

    void whatARunBelowLeftBehindIsClearedAwayAndNothingElse() {
        const auto folder = m_root / "with leftovers";
        fs::create_directories(folder);
        for (const auto* name : {".limpid-abcdefghijkl.part", "a person's.part", "model.safetensors"})
            std::ofstream(folder / name) << "half a file";
        auto next = request();
        next.output = folder / "adapted.safetensors";
        next.state = folder / "state.safetensors";
        QVERIFY(adaptToFolder(next, {}, {}, {}).has_value());
        QVERIFY(!fs::exists(folder / ".limpid-abcdefghijkl.part"));
        QVERIFY(fs::exists(folder / "a person's.part"));
        QVERIFY(fs::exists(folder / "model.safetensors"));
    }

    void theRecordOfARunIsKeptBeforeTheRunIsForgotten() {
        auto recorded = request();
        recorded.output = m_root / "recorded.safetensors";
        int calls = 0;
        recorded.keepOutcome = [&](const FolderAdaptationOutcome& outcome) -> Result<void> {
            ++calls;
            const bool stillThere = fs::exists(recorded.state) && fs::exists(recorded.output) && outcome.modelWritten;
            return stillThere ? Result<void>() : fail(ErrorCode::Internal, {"recording"});
        };
        QVERIFY(adaptToFolder(recorded, {}, {}, {}).has_value());
        QCOMPARE(calls, 1);
        QVERIFY(!fs::exists(recorded.state));

        recorded.keepOutcome = [](const FolderAdaptationOutcome&) -> Result<void> {
            return fail(ErrorCode::DiskFull, {"report.json"});
        };
        const auto outcome = adaptToFolder(recorded, {}, {}, {});
        QVERIFY(!outcome);
        QVERIFY(outcome.error().code == ErrorCode::DiskFull);
        QVERIFY(fs::exists(recorded.state)); // It can be gone on with once there is room.
        fs::remove(recorded.state);
    }

    void whatWasDecidedByHandIsKeptBetweenTwoEpochs() {
        auto decided = request();
        AdaptationControl control;
        decided.control = &control;
        decided.output = m_root / "decided.safetensors";
        const auto crashed = m_root / "decided state.safetensors";
        AdaptationListener listener;
        listener.onStep = [&](const AdaptationStep& step) {
            if (step.step == 1)
                control.setOverride(7, PickOverride::Reject); // nothing to keep it in yet
            if (step.step == 3)
                control.setOverride(5, PickOverride::Pick);
            if (step.step == 4)
                fs::copy_file(decided.state, crashed); // in the middle of an epoch, as a crash would find it
        };
        QVERIFY(adaptToFolder(decided, {}, listener, {}).has_value());
        const auto state = loadAdaptationRecord(crashed);
        QVERIFY(state.has_value());
        QCOMPARE(state->epochs.back().epoch, 1);
        QCOMPARE(state->byHand.overrides.size(), std::size_t{2});

        AdaptationControl later;
        auto rest = request();
        rest.control = &later;
        rest.state = crashed;
        rest.resume = true;
        QVERIFY(adaptToFolder(rest, {}, {}, {}).has_value());
        QCOMPARE(later.overrideOf(5), PickOverride::Pick);
        QCOMPARE(later.overrideOf(7), PickOverride::Reject);
    }

    void aRefusedRunStillTellsWhatItFound() {
        auto refused = request();
        refused.config.mostUnlike = 0.0;
        refused.output = m_root / "refused.safetensors";
        const auto outcome = adaptToFolder(refused, {}, {}, {});
        QVERIFY2(outcome.has_value(), outcome ? "" : englishSentence(outcome.error()).c_str());
        QVERIFY(!outcome->modelWritten);
        QVERIFY(!fs::exists(refused.output));
        QVERIFY(outcome->summary.choice == AdaptationChoice::SourceKept);
        QVERIFY(outcome->summary.unlikeness > 0.0);
        QVERIFY(outcome->summary.seconds > 0.0);
        QCOMPARE(outcome->summary.images, 10);
        QVERIFY(QString::fromStdString(outcome->summary.reason).contains(QStringLiteral("unlikeness")));
    }

    void withoutAnUnfinishedRunThereIsNothingToGoOnWith() {
        auto rest = request();
        rest.resume = true;
        const auto outcome = adaptToFolder(rest, {}, {}, {});
        QVERIFY(!outcome);
        QVERIFY(outcome.error().code == ErrorCode::NothingToResume);
        QVERIFY(readUnfinishedRun(rest.state).error().code == ErrorCode::ModelNotFound);
        QVERIFY(readUnfinishedRun(rest.model).error().code == ErrorCode::CannotResume); // a model is no run
    }
};

QTEST_GUILESS_MAIN(FolderAdaptationTest)
#include "tst_folder_adaptation.moc"
