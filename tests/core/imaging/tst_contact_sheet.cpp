// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/contact_sheet.h"

#include "imaging/image_reader.h"

#include <QtTest>

#include <QTemporaryDir>

using namespace limpid;

namespace {

const cv::Scalar red(220, 10, 10);

std::vector<ContactSheetRow> sampleRows() {
    const cv::Mat wide(40, 80, CV_8UC3, red);
    const cv::Mat grey(50, 50, CV_8UC1, cv::Scalar(128));
    return {{"first.jpg", {{"before", wide}, {"after", grey}}}, {"", {{"", wide}}}};
}

} // namespace

class TestContactSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picturesAreScaledToTheirCellsAndCentred() {
        ContactSheetOptions options;
        options.cellSize = 64;
        const cv::Mat sheet = drawContactSheet(sampleRows(), options);
        // 8 + (30 label + 64 + 22 caption + 8) + (64 + 8); 8 + 2 * (64 + 8).
        QCOMPARE(sheet.size(), cv::Size(152, 204));
        const auto at = [&](int x, int y) {
            return sheet.at<cv::Vec3b>(y, x);
        };
        const int top = 38;
        QCOMPARE(at(8 + 32, top + 32), cv::Vec3b(220, 10, 10)); // the wide picture's middle
        QCOMPARE(at(8, top + 16), cv::Vec3b(220, 10, 10));      // its first pixel: 64 x 32, centred
        QCOMPARE(at(8, top + 15), cv::Vec3b(24, 24, 24));
        QCOMPARE(at(80 + 32, top + 1), cv::Vec3b(128, 128, 128));
        QCOMPARE(at(2, 2), cv::Vec3b(38, 38, 38));
    }

    void labelsAndCaptionsAreWritten() {
        ContactSheetOptions options;
        options.cellSize = 64;
        const cv::Mat sheet = drawContactSheet(sampleRows(), options);
        QVERIFY(hasInk(sheet(cv::Rect(8, 8, 136, 30))));
        QVERIFY(hasInk(sheet(cv::Rect(8, 102, 64, 22))));
        QVERIFY(hasInk(sheet(cv::Rect(80, 102, 64, 22))));
    }

    void longTextStaysInItsPlace() {
        const cv::Mat picture(20, 20, CV_8UC3, red);
        const std::string longText(200, 'W');
        ContactSheetOptions options;
        options.cellSize = 100;
        const cv::Mat sheet = drawContactSheet({{longText, {{longText, picture}, {"", picture}}}}, options);
        QVERIFY(hasInk(sheet(cv::Rect(8, 138, 100, 22))));
        QVERIFY(!hasInk(sheet(cv::Rect(109, 138, 107, 22)))); // under the second picture
        QVERIFY(!hasInk(sheet(cv::Rect(217, 8, 7, 30))));     // the right margin
    }

    void lettersBeyondAsciiBecomeOneQuestionMark() {
        const cv::Mat picture(20, 20, CV_8UC3, red);
        const cv::Mat accented = drawContactSheet({{"caf\xC3\xA9", {{"", picture}}}});
        const cv::Mat plain = drawContactSheet({{"caf?", {{"", picture}}}});
        QCOMPARE(cv::norm(accented, plain, cv::NORM_INF), 0.0);
    }

    void theFileHoldsWhatWasDrawn() {
        const QTemporaryDir folder;
        const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "sheet.png";
        QVERIFY(writeContactSheet(sampleRows(), path));
        const Result<Image> read = readImage(path);
        QVERIFY(read);
        QCOMPARE(cv::norm(read->pixels, drawContactSheet(sampleRows()), cv::NORM_INF), 0.0);
        const Result<void> again = writeContactSheet(sampleRows(), path);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::OutputExists);
        ContactSheetOptions replacing;
        replacing.overwrite = true;
        QVERIFY(writeContactSheet(sampleRows(), path, replacing));
    }

    void nothingToDrawIsRefused() {
        const QTemporaryDir folder;
        const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "sheet.png";
        expectRefusal(writeContactSheet({}, path));
        expectRefusal(writeContactSheet({{"label", {{"caption", cv::Mat()}}}}, path));
        expectRefusal(writeContactSheet({{"", {{"", cv::Mat(8, 8, CV_16UC3, red)}}}}, path));
        QVERIFY(!std::filesystem::exists(path));
    }

private:
    static bool hasInk(const cv::Mat& place) {
        double brightest = 0;
        cv::minMaxLoc(place.reshape(1), nullptr, &brightest);
        return brightest > 100;
    }

    static void expectRefusal(const Result<void>& result) {
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestContactSheet)
#include "tst_contact_sheet.moc"
