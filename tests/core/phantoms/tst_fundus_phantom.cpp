// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/fundus_phantom.h"

#include <QtTest>

#include <vector>

#include <opencv2/imgproc.hpp>

using namespace limpid;

namespace {

bool same(const cv::Mat& a, const cv::Mat& b) {
    return a.size() == b.size() && a.type() == b.type() && cv::norm(a, b, cv::NORM_INF) == 0.0;
}

cv::Mat grown(const cv::Mat& mask, int pixels) {
    cv::Mat result;
    cv::dilate(mask, result, cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * pixels + 1, 2 * pixels + 1}));
    return result;
}

double vesselShare(const PhantomImage& phantom) {
    return static_cast<double>(cv::countNonZero(phantom.structure)) / cv::countNonZero(phantom.fieldOfView);
}

} // namespace

class TestFundusPhantom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSameSeedGivesTheSamePicture();
    void anotherSeedGivesAnotherPicture();
    void sizesAreHonoured();
    void vesselsStayInsideTheFieldAndOutsideItAllIsBlack();
    void vesselsCoverAsMuchAsInRealMasks();
    void vesselsAreDarkerThanTheirSurroundingsInGreen();
    void everyTintLiesWithinTheMeasuredColours_data();
    void everyTintLiesWithinTheMeasuredColours();
    void aCutCircleEndsStraightAboveAndBelow();
    void lesionsLeaveTheVesselMaskAlone();
    void askingForATintLeavesTheAnatomyAlone();

private:
    std::vector<PhantomImage> m_fullSize;
};

void TestFundusPhantom::initTestCase() {
    for (std::uint64_t seed = 100; seed < 106; ++seed) {
        m_fullSize.push_back(makeFundusPhantom({}, seed));
    }
}

void TestFundusPhantom::theSameSeedGivesTheSamePicture() {
    const FundusPhantomOptions options{.size = 192};
    const PhantomImage first = makeFundusPhantom(options, 77);
    const PhantomImage second = makeFundusPhantom(options, 77);
    QVERIFY(same(first.rgb, second.rgb));
    QVERIFY(same(first.structure, second.structure));
    QVERIFY(same(first.fieldOfView, second.fieldOfView));
}

void TestFundusPhantom::anotherSeedGivesAnotherPicture() {
    const FundusPhantomOptions options{.size = 192};
    const PhantomImage first = makeFundusPhantom(options, 1);
    const PhantomImage second = makeFundusPhantom(options, 2);
    QVERIFY(cv::norm(first.structure, second.structure, cv::NORM_L1) / 255.0 > 1000.0);
    QVERIFY(cv::norm(first.rgb, second.rgb, cv::NORM_L1) / static_cast<double>(first.rgb.total()) > 10.0);
}

void TestFundusPhantom::sizesAreHonoured() {
    for (const int size : {64, 192, 513, 1024}) {
        const PhantomImage phantom = makeFundusPhantom({.size = size}, 5);
        for (const cv::Mat& part : {phantom.rgb, phantom.structure, phantom.fieldOfView}) {
            QCOMPARE(part.cols, size);
            QCOMPARE(part.rows, size);
        }
        QCOMPARE(phantom.rgb.type(), CV_8UC3);
        QCOMPARE(phantom.structure.type(), CV_8UC1);
        QCOMPARE(phantom.fieldOfView.type(), CV_8UC1);
    }
    QCOMPARE(makeFundusPhantom({.size = 3}, 5).rgb.cols, 64);
}

void TestFundusPhantom::vesselsStayInsideTheFieldAndOutsideItAllIsBlack() {
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        const PhantomImage phantom = makeFundusPhantom({.size = 192}, seed);
        const cv::Mat outside = ~phantom.fieldOfView;
        QCOMPARE(cv::countNonZero(phantom.structure & outside), 0);
        cv::Mat grey;
        cv::cvtColor(phantom.rgb, grey, cv::COLOR_RGB2GRAY);
        QCOMPARE(cv::countNonZero(grey & outside), 0);
        QVERIFY(cv::countNonZero((phantom.structure != 0) & (phantom.structure != 255)) == 0);
        const double shown =
            static_cast<double>(cv::countNonZero(phantom.fieldOfView)) / static_cast<double>(grey.total());
        QVERIFY2(shown > 0.5 && shown < 0.8, qPrintable(QString::number(shown)));
    }
}

void TestFundusPhantom::vesselsCoverAsMuchAsInRealMasks() {
    // Share of the field of view that experts marked as vessel in 68 photographs of HRF, FIVES and CHASE_DB1 at
    // 768 pixels: 0.049 to 0.151, mean 0.102.
    double sum = 0.0;
    for (const PhantomImage& phantom : m_fullSize) {
        const double share = vesselShare(phantom);
        QVERIFY2(share >= 0.049 && share <= 0.151, qPrintable(QString::number(share)));
        sum += share / static_cast<double>(m_fullSize.size());
    }
    QVERIFY2(sum > 0.075 && sum < 0.13, qPrintable(QString::number(sum)));
}

void TestFundusPhantom::vesselsAreDarkerThanTheirSurroundingsInGreen() {
    // Green in the vessels by green 2 to 6 pixels beside them; real photographs: 0.79 to 0.94.
    for (const PhantomImage& phantom : m_fullSize) {
        cv::Mat green;
        cv::extractChannel(phantom.rgb, green, 1);
        const cv::Mat beside = grown(phantom.structure, 6) & ~grown(phantom.structure, 2) & phantom.fieldOfView;
        const double ratio = cv::mean(green, phantom.structure)[0] / cv::mean(green, beside)[0];
        QVERIFY2(ratio > 0.76 && ratio < 0.95, qPrintable(QString::number(ratio)));
    }
}

void TestFundusPhantom::everyTintLiesWithinTheMeasuredColours_data() {
    QTest::addColumn<int>("tint");
    QTest::newRow("scarlet") << static_cast<int>(FundusTint::Scarlet);
    QTest::newRow("umber") << static_cast<int>(FundusTint::Umber);
    QTest::newRow("vermilion") << static_cast<int>(FundusTint::Vermilion);
    QTest::newRow("amber") << static_cast<int>(FundusTint::Amber);
    QTest::newRow("straw") << static_cast<int>(FundusTint::Straw);
}

void TestFundusPhantom::everyTintLiesWithinTheMeasuredColours() {
    QFETCH(int, tint);
    const auto wanted = static_cast<FundusTint>(tint);
    const TintStatistics& measured = tintStatistics(wanted);
    for (std::uint64_t seed = 300; seed < 304; ++seed) {
        const PhantomImage phantom = makeFundusPhantom({.size = 192, .tint = wanted}, seed);
        cv::Mat inner;
        cv::erode(phantom.fieldOfView, inner, cv::Mat(), {-1, -1}, 2);
        const cv::Scalar mean = cv::mean(phantom.rgb, inner);
        for (int channel = 0; channel < 3; ++channel) {
            const QString found = QStringLiteral("seed %1 channel %2: %3").arg(seed).arg(channel).arg(mean[channel]);
            // Two grey levels for the rim left out and for rounding.
            QVERIFY2(mean[channel] >= measured.lowest[channel] - 2.0, qPrintable(found));
            QVERIFY2(mean[channel] <= measured.highest[channel] + 2.0, qPrintable(found));
        }
    }
}

void TestFundusPhantom::aCutCircleEndsStraightAboveAndBelow() {
    const PhantomImage cut = makeFundusPhantom({.size = 192, .frame = FundusFrame::CutCircle}, 9);
    const PhantomImage whole = makeFundusPhantom({.size = 192, .frame = FundusFrame::Circle}, 9);
    const cv::Rect cutBox = cv::boundingRect(cut.fieldOfView);
    const cv::Rect wholeBox = cv::boundingRect(whole.fieldOfView);
    QCOMPARE(cutBox.width, wholeBox.width);
    QVERIFY(cutBox.height < 0.92 * wholeBox.height);
    QVERIFY(std::abs(wholeBox.height - wholeBox.width) <= 1);
    QVERIFY(cv::countNonZero(cut.fieldOfView.row(cutBox.y)) > cutBox.width / 3);
}

void TestFundusPhantom::lesionsLeaveTheVesselMaskAlone() {
    const FundusLesions all{
        .microaneurysms = true, .haemorrhages = true, .hardExudates = true, .cottonWool = true, .drusen = true};
    const PhantomImage ill = makeFundusPhantom({.size = 192, .lesions = all}, 11);
    const PhantomImage healthy = makeFundusPhantom({.size = 192, .lesions = FundusLesions{}}, 11);
    QVERIFY(same(ill.structure, healthy.structure));
    QVERIFY(!same(ill.rgb, healthy.rgb));
}

void TestFundusPhantom::askingForATintLeavesTheAnatomyAlone() {
    const PhantomImage amber = makeFundusPhantom({.size = 192, .tint = FundusTint::Amber}, 12);
    const PhantomImage straw = makeFundusPhantom({.size = 192, .tint = FundusTint::Straw}, 12);
    QVERIFY(same(amber.structure, straw.structure));
    QVERIFY(!same(amber.rgb, straw.rgb));
}

QTEST_APPLESS_MAIN(TestFundusPhantom)
#include "tst_fundus_phantom.moc"
