// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/data_preparation.h"

#include "imaging/image_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgproc.hpp>

#include <fstream>

using namespace limpid;

namespace fs = std::filesystem;

namespace {

constexpr int side = 256;

/// A bright disc on black with a dark bar across its middle row, and the bar as mask.
Image madePhotograph() {
    cv::Mat pixels(side, side, CV_8UC3, cv::Scalar(2, 2, 2));
    cv::circle(pixels, {side / 2, side / 2}, 110, cv::Scalar(200, 110, 60), cv::FILLED);
    cv::rectangle(pixels, cv::Rect(60, 120, 136, 16), cv::Scalar(120, 40, 20), cv::FILLED);
    return {pixels, {}};
}

Image madeMask(int width, int height, uchar structure) {
    cv::Mat mask(side, side, CV_8UC1, cv::Scalar(0));
    cv::rectangle(mask, cv::Rect(60, 120, 136, 16), cv::Scalar(structure), cv::FILLED);
    cv::resize(mask, mask, {width, height}, 0, 0, cv::INTER_NEAREST);
    return {mask, {}};
}

} // namespace

class DataPreparationTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    fs::path m_root;

    PreparationRequest request(int size = 64) const {
        return {{{m_root / "images", m_root / "masks", "made"}}, size, std::nullopt, {}, "fundus"};
    }

    PreparationRequest requestWithoutMasks() const {
        return {{{m_root / "images", std::nullopt, "made"}}, 32, std::nullopt, {}, "fundus"};
    }

private Q_SLOTS:
    void init() {
        m_root = fs::path(m_temporary.path().toStdString()) / QTest::currentTestFunction();
        fs::create_directories(m_root / "images");
        fs::create_directories(m_root / "masks");
    }

    void masksAreCutAndResizedWithTheirPhotographs() {
        QVERIFY(writeImage(madePhotograph(), m_root / "images" / "eye.png").has_value());
        QVERIFY(writeImage(madeMask(side, side, 255), m_root / "masks" / "eye.png").has_value());
        const auto outcome = prepareData(request());
        QVERIFY(outcome.has_value());
        QVERIFY(outcome->failures.empty());
        const auto& data = outcome->data;
        QCOMPARE(data.images.size(0), std::int64_t{1});
        QVERIFY(data.images.sizes() == torch::IntArrayRef({1, 3, 64, 64}));
        QVERIFY(data.hasStructure[0].item<bool>());
        QCOMPARE(data.names.front(), std::string("eye.png"));
        QCOMPARE(data.groups.front(), std::string("made"));
        // The bar is the darkest thing inside the field of view: mask and picture must agree where it is.
        const auto inside = data.fieldOfView[0][0].to(torch::kBool);
        const auto dark = data.images[0][1].lt(75).logical_and(inside);
        const auto bar = data.structures[0][0].to(torch::kBool);
        const auto both = dark.logical_and(bar).sum().item<double>();
        const auto either = dark.logical_or(bar).sum().item<double>();
        QVERIFY2(both / either > 0.8, qPrintable(QString::number(both / either)));
        // 136 x 16 of 220 x 220 native pixels.
        const double share = bar.sum().item<double>() / (64.0 * 64.0);
        QVERIFY2(std::abs(share - 136.0 * 16.0 / (220.0 * 220.0)) < 0.01, qPrintable(QString::number(share)));
    }

    void aMaskOfAnotherSizeAndOfOnesIsUnderstood() {
        QVERIFY(writeImage(madePhotograph(), m_root / "images" / "eye.png").has_value());
        QVERIFY(writeImage(madeMask(side / 2, side / 2, 1), m_root / "masks" / "eye.png").has_value());
        const auto outcome = prepareData(request());
        QVERIFY(outcome.has_value());
        const double share = outcome->data.structures.sum().item<double>() / (64.0 * 64.0);
        QVERIFY2(std::abs(share - 136.0 * 16.0 / (220.0 * 220.0)) < 0.01, qPrintable(QString::number(share)));
    }

    void aMaskOfOtherProportionsCostsOnlyItsImage() {
        for (const auto* stem : {"a", "b"})
            QVERIFY(writeImage(madePhotograph(), m_root / "images" / (std::string(stem) + ".png")).has_value());
        QVERIFY(writeImage(madeMask(side, side, 255), m_root / "masks" / "a.png").has_value());
        QVERIFY(writeImage(madeMask(side, side / 2, 255), m_root / "masks" / "b.png").has_value());
        const auto outcome = prepareData(request());
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->data.images.size(0), std::int64_t{1});
        QCOMPARE(outcome->failures.size(), std::size_t{1});
        QCOMPARE(outcome->failures.front().path.filename().string(), std::string("b.png"));
        QCOMPARE(outcome->failures.front().error.code, ErrorCode::InvalidArgument);
    }

    void whatIsNoImageIsNamedAndTheRestIsPrepared() {
        QVERIFY(writeImage(madePhotograph(), m_root / "images" / "eye.png").has_value());
        std::ofstream(m_root / "images" / "notes.jpg") << "not a photograph";
        const auto outcome = prepareData(requestWithoutMasks());
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->data.images.size(0), std::int64_t{1});
        QCOMPARE(outcome->failures.size(), std::size_t{1});
        QCOMPARE(outcome->failures.front().error.code, ErrorCode::NotAnImage);
    }

    void anImageWithoutMaskCountsAsOneWithoutStructure() {
        QVERIFY(writeImage(madePhotograph(), m_root / "images" / "eye.png").has_value());
        QVERIFY(writeImage(madeMask(side, side, 255), m_root / "masks" / "other.png").has_value());
        const auto outcome = prepareData(request());
        QVERIFY(outcome.has_value());
        QVERIFY(!outcome->data.hasStructure[0].item<bool>());
        QCOMPARE(outcome->data.structures.sum().item<int>(), 0);
        QCOMPARE(outcome->withoutMask.size(), std::size_t{1});
    }

    void listsOfNamesRestrictAndLeaveOut() {
        for (const auto* stem : {"a", "b", "c"})
            QVERIFY(writeImage(madePhotograph(), m_root / "images" / (std::string(stem) + ".png")).has_value());
        PreparationRequest chosen{{{m_root / "images", std::nullopt, "made"}}, 32, {{"a", "made/b"}}, {"a"}, "fundus"};
        const auto outcome = prepareData(chosen);
        QVERIFY(outcome.has_value());
        QVERIFY(outcome->data.names == std::vector<std::string>{"b.png"});
    }

    void nothingUsableIsAnErrorOfTheWhole() {
        std::ofstream(m_root / "images" / "notes.jpg") << "not a photograph";
        const auto outcome = prepareData(requestWithoutMasks());
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().code, ErrorCode::TooFewImages);
    }

    void aStopRequestEndsIt() {
        QVERIFY(writeImage(madePhotograph(), m_root / "images" / "eye.png").has_value());
        std::stop_source source;
        source.request_stop();
        const auto outcome = prepareData(requestWithoutMasks(), {}, source.get_token());
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(DataPreparationTest)
#include "tst_data_preparation.moc"
