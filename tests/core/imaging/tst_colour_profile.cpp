// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/colour_profile.h"

#include "made_profiles.h"

#include <opencv2/core.hpp>

#include <QtTest>

#include <array>
#include <vector>

using namespace limpid;

namespace {

std::span<const std::uint8_t> bytesOf(const QByteArray& bytes) {
    return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

double furthest(const cv::Mat& left, const cv::Mat& right) {
    return cv::norm(left, right, cv::NORM_INF);
}

// Adobe RGB (1998) to sRGB, by the matrices of the primaries and the two tone curves alone. Made with numpy:
//   def m(p, w=(.3127,.3290)):
//       P = np.array([[x/y, 1, (1-x-y)/y] for x, y in p]).T
//       return P * np.linalg.solve(P, np.array([w[0]/w[1], 1, (1-w[0]-w[1])/w[1]]))
//   l = np.linalg.solve(m([(.64,.33),(.30,.60),(.15,.06)]), m([(.64,.33),(.21,.71),(.15,.06)]) @ (c/255)**(563/256))
//   np.where(l <= .0031308, 12.92*l, 1.055*l.clip(0,1)**(1/2.4) - .055) * 65535
struct Golden {
    std::array<int, 3> wide;
    std::array<int, 3> srgb16;
};
constexpr std::array<Golden, 7> goldens{{
    {{100, 150, 200}, {16957, 38912, 52197}},
    {{180, 120, 60}, {51263, 31050, 13519}},
    {{30, 60, 40}, {0, 14757, 8727}},
    {{128, 128, 128}, {33161, 33161, 33161}},
    {{255, 255, 255}, {65535, 65535, 65535}},
    {{200, 90, 80}, {58710, 23019, 20168}},
    {{150, 140, 100}, {39890, 36307, 25135}},
}};

} // namespace

class TestColourProfile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWideProfileGivesTheColoursOfTheFormula8Bit() {
        cv::Mat pixels(1, static_cast<int>(goldens.size()), CV_8UC3);
        cv::Mat expected = pixels.clone();
        for (int i = 0; i < pixels.cols; ++i) {
            const auto& golden = goldens[static_cast<std::size_t>(i)];
            for (int c = 0; c < 3; ++c) {
                const auto channel = static_cast<std::size_t>(c);
                pixels.at<cv::Vec3b>(0, i)[c] = static_cast<uchar>(golden.wide[channel]);
                expected.at<cv::Vec3b>(0, i)[c] = cv::saturate_cast<uchar>(golden.srgb16[channel] / 257.0);
            }
        }
        const auto result = convertToSrgb(pixels, bytesOf(made::wideProfile()));
        QVERIFY(result.converted);
        QCOMPARE(result.warning, std::string());
        QVERIFY2(furthest(pixels, expected) <= 1, qPrintable(QString::number(furthest(pixels, expected))));
    }

    void aWideProfileGivesTheColoursOfTheFormula16Bit() {
        cv::Mat pixels(1, static_cast<int>(goldens.size()), CV_16UC3);
        cv::Mat expected = pixels.clone();
        for (int i = 0; i < pixels.cols; ++i) {
            const auto& golden = goldens[static_cast<std::size_t>(i)];
            for (int c = 0; c < 3; ++c) {
                const auto channel = static_cast<std::size_t>(c);
                pixels.at<cv::Vec3w>(0, i)[c] = static_cast<ushort>(golden.wide[channel] * 257);
                expected.at<cv::Vec3w>(0, i)[c] = static_cast<ushort>(golden.srgb16[channel]);
            }
        }
        QVERIFY(convertToSrgb(pixels, bytesOf(made::wideProfile())).converted);
        // A quarter of an 8-bit step.
        QVERIFY2(furthest(pixels, expected) <= 64, qPrintable(QString::number(furthest(pixels, expected))));
    }

    void everyRowIsConvertedAlike() {
        cv::Mat pixels(301, 203, CV_8UC3, cv::Scalar(200, 90, 30));
        QVERIFY(convertToSrgb(pixels, bytesOf(made::swappedProfile())).converted);
        const cv::Mat expected(pixels.size(), CV_8UC3, cv::Scalar(30, 90, 200));
        QVERIFY(furthest(pixels, expected) <= 1);
    }

    void partOfAnImageLeavesTheRestAlone() {
        cv::Mat whole(8, 8, CV_8UC3, cv::Scalar(200, 90, 30));
        cv::Mat part = whole(cv::Rect(2, 2, 4, 4));
        QVERIFY(convertToSrgb(part, bytesOf(made::swappedProfile())).converted);
        QCOMPARE(whole.at<cv::Vec3b>(2, 1), cv::Vec3b(200, 90, 30));
        QCOMPARE(whole.at<cv::Vec3b>(2, 6), cv::Vec3b(200, 90, 30));
        QVERIFY(whole.at<cv::Vec3b>(3, 3)[2] >= 199);
    }

    void srgbLeavesEveryPixelExactlyAsItIs() {
        cv::Mat pixels(64, 64, CV_16UC3);
        cv::randu(pixels, 0, 65536);
        const cv::Mat before = pixels.clone();
        const auto result = convertToSrgb(pixels, bytesOf(made::srgbProfile()));
        QVERIFY(!result.converted);
        QCOMPARE(result.warning, std::string());
        QCOMPARE(furthest(pixels, before), 0.0);
    }

    void aGreyProfileKeepsOneChannelAndChangesTheCurve() {
        // x = 10, 64, 128, 200 of 255, linear light, by sRGB's curve: np.where(...)(x/255) * 255 as above.
        cv::Mat pixels = (cv::Mat_<uchar>(1, 4) << 10, 64, 128, 200);
        const cv::Mat expected = (cv::Mat_<uchar>(1, 4) << 56, 137, 188, 229);
        QVERIFY(convertToSrgb(pixels, bytesOf(made::greyProfile(1.0))).converted);
        QCOMPARE(pixels.type(), CV_8UC1);
        QVERIFY2(furthest(pixels, expected) <= 1, qPrintable(QString::number(furthest(pixels, expected))));
    }

    void aGreyProfileWorksOn16Bit() {
        cv::Mat pixels = (cv::Mat_<ushort>(1, 4) << 2570, 16448, 32896, 51400);
        const cv::Mat expected = (cv::Mat_<ushort>(1, 4) << 2489, 20912, 37627, 54018);
        QVERIFY(convertToSrgb(pixels, bytesOf(made::greyProfile(1.8))).converted);
        QVERIFY2(furthest(pixels, expected) <= 64, qPrintable(QString::number(furthest(pixels, expected))));
    }

    void whatCannotBeUsedIsSaidAndChangesNothing_data() {
        QTest::addColumn<QByteArray>("profile");
        QTest::addColumn<int>("type");
        const auto wide = made::wideProfile();
        auto scrambled = wide;
        for (qsizetype i = 128; i < scrambled.size(); ++i)
            scrambled[i] = static_cast<char>(i * 7);
        auto header = wide.left(128);
        QTest::newRow("nothing") << QByteArray() << CV_8UC3;
        QTest::newRow("text") << QByteArray("this is not a profile at all, only some text of some length") << CV_8UC3;
        QTest::newRow("cut in half") << wide.left(wide.size() / 2) << CV_8UC3;
        QTest::newRow("header only") << header << CV_8UC3;
        QTest::newRow("scrambled") << scrambled << CV_16UC3;
        QTest::newRow("grey for colours") << made::greyProfile(2.2) << CV_8UC3;
        QTest::newRow("colours for grey") << wide << CV_8UC1;
    }
    void whatCannotBeUsedIsSaidAndChangesNothing() {
        QFETCH(QByteArray, profile);
        QFETCH(int, type);
        cv::Mat pixels(20, 20, type);
        cv::randu(pixels, 0, 256);
        const cv::Mat before = pixels.clone();
        const auto result = convertToSrgb(pixels, bytesOf(profile));
        QVERIFY(!result.converted);
        QVERIFY2(result.warning.ends_with("off."), result.warning.c_str());
        QCOMPARE(furthest(pixels, before), 0.0);
    }
};

QTEST_APPLESS_MAIN(TestColourProfile)
#include "tst_colour_profile.moc"
