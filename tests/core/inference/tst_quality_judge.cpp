// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/model_library.h"
#include "inference/quality_judge.h"
#include "phantoms/fundus_phantom.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>

using namespace limpid;

class TestQualityJudge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aClearPhotographIsBetterThanItsDamagedCopy();
    void whatShowsNoFieldOfViewHasNoModality();
    void sixteenBitsAndGreyAreJudgedToo();
    void aModelThatIsNoJudgeIsRefused();

private:
    Image m_photograph;
    std::optional<QualityJudge> m_judge;
};

void TestQualityJudge::initTestCase() {
    FundusPhantomOptions options;
    options.size = 384;
    m_photograph.pixels = makeFundusPhantom(options, 5).rgb;
    const auto device = chooseDevice("cpu");
    QVERIFY(device);
    auto judge = QualityJudge::load(*ModelLibrary(ModelLibrary::shippedFolder()).qualityJudge("fundus"), *device);
    QVERIFY(judge);
    m_judge.emplace(std::move(*judge));
}

void TestQualityJudge::aClearPhotographIsBetterThanItsDamagedCopy() {
    Image damaged;
    cv::GaussianBlur(m_photograph.pixels, damaged.pixels, {}, 9);
    damaged.pixels = damaged.pixels * 0.4 + cv::Scalar::all(70);
    const auto clear = m_judge->judge(m_photograph);
    const auto poor = m_judge->judge(damaged);
    QVERIFY(clear && poor);
    for (const double value : {clear->good, clear->usable, clear->reject, poor->good, poor->usable, poor->reject})
        QVERIFY(value >= 0.0 && value <= 1.0);
    QVERIFY2(clear->good > poor->good + 0.3, qPrintable(QStringLiteral("%1 %2").arg(clear->good).arg(poor->good)));
    QCOMPARE(clear->modality, std::string("fundus"));
    const auto again = m_judge->judge(m_photograph);
    QCOMPARE(again->good, clear->good);
}

void TestQualityJudge::whatShowsNoFieldOfViewHasNoModality() {
    const auto text = m_judge->judge({cv::Mat(300, 400, CV_8UC3, cv::Scalar(250, 240, 230)), {}});
    QVERIFY(text);
    QCOMPARE(text->modality, std::string());
}

void TestQualityJudge::sixteenBitsAndGreyAreJudgedToo() {
    Image deep;
    m_photograph.pixels.convertTo(deep.pixels, CV_16U, 257.0);
    Image grey;
    cv::cvtColor(m_photograph.pixels, grey.pixels, cv::COLOR_RGB2GRAY);
    const auto eight = m_judge->judge(m_photograph);
    const auto sixteen = m_judge->judge(deep);
    QVERIFY(eight && sixteen && m_judge->judge(grey));
    QVERIFY(std::abs(eight->good - sixteen->good) < 0.02);
}

void TestQualityJudge::aModelThatIsNoJudgeIsRefused() {
    const auto device = chooseDevice("cpu");
    const auto wrong = QualityJudge::load(*ModelLibrary(ModelLibrary::shippedFolder()).find("fundus"), *device);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::UnknownArchitecture);
}

QTEST_GUILESS_MAIN(TestQualityJudge)
#include "tst_quality_judge.moc"
