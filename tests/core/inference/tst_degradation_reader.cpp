// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/degradation_reader.h"
#include "inference/image_degradation.h"
#include "inference/model_library.h"
#include "phantoms/fundus_phantom.h"

#include <QtTest>

using namespace limpid;

/// The shipped estimator on a generated photograph.
class TestDegradationReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void severitiesLieOnTheirScale();
    void eachDamageIsReadAsItself_data();
    void eachDamageIsReadAsItself();
    void aModelThatIsNoEstimatorIsRefused();

private:
    DegradationSeverities read(const cv::Mat& rgb);

    cv::Mat m_photograph;
    std::vector<cv::Mat> m_eyes; ///< of different tints, since a cast is told by what is usual
    std::optional<DegradationReader> m_reader;
};

void TestDegradationReader::initTestCase() {
    FundusPhantomOptions options;
    options.size = 384;
    m_photograph = makeFundusPhantom(options, 5).rgb;
    for (std::uint64_t seed = 5; seed < 9; ++seed)
        m_eyes.push_back(makeFundusPhantom(options, seed).rgb);
    const auto device = chooseDevice("cpu");
    QVERIFY(device);
    auto reader =
        DegradationReader::load(*ModelLibrary(ModelLibrary::shippedFolder()).degradationEstimator("fundus"), *device);
    QVERIFY(reader);
    m_reader.emplace(std::move(*reader));
}

DegradationSeverities TestDegradationReader::read(const cv::Mat& rgb) {
    return m_reader->read({rgb, {}}).value().severities;
}

void TestDegradationReader::severitiesLieOnTheirScale() {
    cv::Mat white(300, 400, CV_8UC3, cv::Scalar::all(255));
    for (const cv::Mat& image : {m_photograph, white, cv::Mat(m_photograph * 0.05)}) {
        const auto severities = read(image);
        for (const auto kind : gradedKinds)
            QVERIFY2(severities.of(kind) >= 0.0 && severities.of(kind) <= 1.0 + 1e-6, kindName(kind).data());
    }
}

void TestDegradationReader::eachDamageIsReadAsItself_data() {
    QTest::addColumn<int>("which");
    for (std::size_t i = 0; i < gradedKinds.size(); ++i)
        QTest::newRow(kindName(gradedKinds[i]).data()) << static_cast<int>(i);
}

void TestDegradationReader::eachDamageIsReadAsItself() {
    QFETCH(int, which);
    const auto kind = gradedKinds[static_cast<std::size_t>(which)];
    const auto seen = [&](double strength) {
        double sum = 0.0;
        auto ranges = DegradationRanges::ofKinds({kind}, {strength, strength});
        // Blue is nearly dark in a fundus, so that what became of it can hardly be read; red against green can.
        const double red = 1.0 + 0.4 * strength, green = 1.0 - 0.3 * strength;
        ranges.cast = {{red, red}, {green, green}, {1.0, 1.0}};
        for (std::size_t i = 0; i < m_eyes.size(); ++i)
            sum += read(degradeImage({m_eyes[i], {}}, ranges, i + 1).value().image.pixels).of(kind);
        return sum / static_cast<double>(m_eyes.size());
    };
    const double mild = seen(0.1), strong = seen(0.8);
    QVERIFY2(strong > mild + 0.1, qPrintable(QStringLiteral("%1 %2").arg(mild).arg(strong)));
}

void TestDegradationReader::aModelThatIsNoEstimatorIsRefused() {
    const auto device = chooseDevice("cpu");
    const auto wrong =
        DegradationReader::load(*ModelLibrary(ModelLibrary::shippedFolder()).qualityJudge("fundus"), *device);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::UnknownArchitecture);
}

QTEST_GUILESS_MAIN(TestDegradationReader)
#include "tst_degradation_reader.moc"
