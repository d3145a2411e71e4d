// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/folder_survey.h"

#include "core/imaging/drawn_disc.h"
#include "imaging/image_writer.h"

#include <QTemporaryDir>
#include <QtTest>

#include <opencv2/imgproc.hpp>

#include <fstream>

using namespace limpid;

namespace fs = std::filesystem;

class TestFolderSurvey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->path().toStdString();
    }

    void photographsOfTheFundusAreKnownByTheirRoundWarmField() {
        write(5, fundus());
        write(1, landscape());
        const auto survey = surveyFolder(m_path, {});
        QCOMPARE(survey->readable, 6);
        QCOMPARE(survey->fundus, 5);
        QCOMPARE(survey->grey, 0);
        QVERIFY(survey->isFundus() && !survey->isGrey());
    }

    void aRoundFieldInColdColoursIsNoFundus() {
        DrawnDisc disc;
        disc.colour = {0.2, 0.4, 0.7};
        write(2, disc.image());
        QVERIFY(!surveyFolder(m_path, {})->isFundus());
    }

    void greyImagesAreNoPhotographsOfTheFundus() {
        cv::Mat grey;
        cv::cvtColor(fundus().pixels, grey, cv::COLOR_RGB2GRAY);
        write(2, Image{grey, {}});
        cv::cvtColor(grey, grey, cv::COLOR_GRAY2RGB);
        write(2, Image{grey, {}});
        const auto survey = surveyFolder(m_path, {});
        QCOMPARE(survey->grey, 4);
        QVERIFY(survey->isGrey() && !survey->isFundus());
    }

    void otherPhotographsAreNeither() {
        write(4, landscape());
        const auto survey = surveyFolder(m_path, {});
        QVERIFY(!survey->isFundus() && !survey->isGrey());
    }

    void whatCannotBeReadIsCounted() {
        write(1, fundus());
        std::ofstream(m_path / "broken.png") << "no image";
        const auto survey = surveyFolder(m_path, {});
        QCOMPARE(survey->readable, 1);
        QCOMPARE(survey->unreadable, 1);
        QVERIFY(survey->isFundus());
    }

    void ofALargeFolderSomeAreLookedAt() {
        write(6, fundus());
        write(6, landscape());
        const auto survey = surveyFolder(m_path, {}, 4);
        QCOMPARE(survey->readable, 4);
        QCOMPARE(survey->fundus, 2); // from both halves of the folder
    }

    void itEndsWhenItIsAskedTo() {
        write(1, fundus());
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(surveyFolder(m_path, stop.get_token()).error().code, ErrorCode::Cancelled);
    }

    void aFolderThatIsNotThereIsAnError() {
        QCOMPARE(surveyFolder(m_path / "nowhere", {}).error().code, ErrorCode::FolderNotFound);
    }

private:
    static Image fundus() { return DrawnDisc().image(); }

    static Image landscape() {
        cv::Mat pixels(300, 400, CV_8UC3, cv::Scalar(120, 170, 220));
        cv::rectangle(pixels, cv::Rect(0, 180, 400, 120), cv::Scalar(60, 140, 50), cv::FILLED);
        return {pixels, {}};
    }

    void write(int count, const Image& image) {
        for (int i = 0; i < count; ++i)
            QVERIFY(writeImage(image, m_path / (std::to_string(m_written++) + ".png")).has_value());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_path;
    int m_written = 0;
};

QTEST_APPLESS_MAIN(TestFolderSurvey)
#include "tst_folder_survey.moc"
