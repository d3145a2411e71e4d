// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/tensor_image.h"

#include <QTest>

#include <opencv2/core.hpp>

#include <cmath>

using namespace limpid;

class TensorImageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void channelsRowsAndColumnsGoWhereTheyBelong() {
        cv::Mat picture(2, 3, CV_32FC3, cv::Scalar(0, 0, 0));
        picture.at<cv::Vec3f>(1, 2) = {0.25F, 0.5F, 0.75F};
        const auto tensor = toTensor(picture);
        QVERIFY(tensor.sizes() == torch::IntArrayRef({3, 2, 3}));
        QCOMPARE(tensor.scalar_type(), torch::kFloat32);
        QCOMPARE(tensor[0][1][2].item<float>(), 0.25F);
        QCOMPARE(tensor[1][1][2].item<float>(), 0.5F);
        QCOMPARE(tensor[2][1][2].item<float>(), 0.75F);
        QCOMPARE(tensor.sum().item<float>(), 1.5F);
    }

    void bytesBecomeSharesOfFullScale() {
        const cv::Mat picture(1, 1, CV_8UC3, cv::Scalar(255, 51, 0));
        const auto tensor = toTensor(picture);
        QCOMPARE(tensor[0][0][0].item<float>(), 1.0F);
        QCOMPARE(tensor[1][0][0].item<float>(), 0.2F);
        QCOMPARE(tensor[2][0][0].item<float>(), 0.0F);
    }

    void sixteenBitGreyKeepsItsLevelsInThreeChannels() {
        Image image;
        image.pixels = cv::Mat(1, 1, CV_16UC1, cv::Scalar(13107));
        const auto tensor = toTensor(image);
        QVERIFY(tensor.sizes() == torch::IntArrayRef({3, 1, 1}));
        for (const int channel : {0, 1, 2})
            QVERIFY(std::abs(tensor[channel][0][0].item<double>() - 0.2) < 1e-6);
    }

    void aCutOutOfALargerPictureIsReadRowByRow() {
        cv::Mat large(4, 6, CV_8UC3, cv::Scalar(0, 0, 0));
        const cv::Mat part = large(cv::Rect(1, 1, 2, 2));
        large.at<cv::Vec3b>(2, 2) = {255, 255, 255};
        const auto tensor = toTensor(part);
        QCOMPARE(tensor[0][1][1].item<float>(), 1.0F);
        QCOMPARE(tensor.sum().item<float>(), 3.0F);
    }

    void aPictureSurvivesTheRoundTripAndSharesNoMemory() {
        cv::Mat picture(5, 7, CV_32FC3);
        cv::randu(picture, 0.0, 1.0);
        const cv::Mat before = picture.clone();
        const auto tensor = toTensor(picture);
        picture.setTo(0);
        const auto back = toMat(tensor.unsqueeze(0).contiguous(at::MemoryFormat::ChannelsLast).squeeze(0));
        QCOMPARE(cv::norm(back, before, cv::NORM_INF), 0.0);
    }

    void aMaskIsCutAtTheThreshold() {
        cv::Mat mask(1, 3, CV_8UC1);
        mask.at<uchar>(0, 0) = 101; // 0.396
        mask.at<uchar>(0, 1) = 103; // 0.404
        mask.at<uchar>(0, 2) = 255;
        const auto tensor = maskToTensor(mask, 0.4);
        QVERIFY(tensor.sizes() == torch::IntArrayRef({1, 1, 3}));
        QVERIFY(torch::equal(tensor, torch::tensor({0.0F, 1.0F, 1.0F}).view({1, 1, 3})));
        const auto back = maskToMat(tensor);
        QCOMPARE(back.type(), CV_8UC1);
        QCOMPARE(back.at<uchar>(0, 0), uchar{0});
        QCOMPARE(back.at<uchar>(0, 1), uchar{255});
    }

    void otherKindsOfMatrixAreRefused() {
        QVERIFY_THROWS_EXCEPTION(cv::Exception, toTensor(cv::Mat(2, 2, CV_8UC1)));
        QVERIFY_THROWS_EXCEPTION(cv::Exception, toTensor(cv::Mat(2, 2, CV_16UC3)));
        QVERIFY_THROWS_EXCEPTION(c10::Error, toMat(torch::zeros({1, 2, 2})));
    }
};

QTEST_APPLESS_MAIN(TensorImageTest)
#include "tst_tensor_image.moc"
