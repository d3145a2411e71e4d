// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/image_writer.h"
#include "imaging/working_frame.h"
#include "inference/pick_evaluation.h"
#include "phantoms/fundus_phantom.h"

#include <QtTest>

#include <cmath>

using namespace limpid;

namespace {

constexpr int workingSize = 128;

Image phantom() {
    FundusPhantomOptions options;
    options.size = 256;
    Image image;
    image.pixels = makeFundusPhantom(options, 3).rgb;
    return image;
}

/// What an enhancer that gave `picture` for `photograph` would have returned.
Enhancement given(const Image& photograph, const Image& picture) {
    Enhancement enhancement;
    enhancement.fieldOfView = findFieldOfView(photograph);
    enhancement.working = toWorkingFrame(picture, enhancement.fieldOfView, workingSize).pixels;
    return enhancement;
}

} // namespace

class TestPickEvaluation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTallyWorkedOutByHand();
    void aTallyOfNothingHasNoShares();
    void aPerfectRestorationIsGoodAndADarkOneIsNot();
    void aReferenceOfAnotherSizeIsRefused();

private:
    QTemporaryDir m_folder;
};

void TestPickEvaluation::aTallyWorkedOutByHand() {
    JudgeTally tally;
    tally.add(true, true);
    tally.add(true, false);
    tally.add(false, true);
    tally.add(true, true);
    QCOMPARE(tally.total(), 4);
    QCOMPARE(tally.precision(), 2.0 / 3.0);
    QCOMPARE(tally.recall(), 2.0 / 3.0);
}

void TestPickEvaluation::aTallyOfNothingHasNoShares() {
    QVERIFY(std::isnan(JudgeTally{}.precision()));
    QVERIFY(std::isnan(JudgeTally{}.recall()));
}

void TestPickEvaluation::aPerfectRestorationIsGoodAndADarkOneIsNot() {
    const auto photograph = phantom();
    const auto file = m_folder.filePath(QStringLiteral("reference.png")).toStdString();
    QVERIFY(writeImage(photograph, file).has_value());
    const auto perfect = measurePick(given(photograph, photograph), photograph, file, workingSize);
    QVERIFY(perfect.has_value());
    QVERIFY(perfect->severity < 0.02);
    QVERIFY(perfect->good);
    Image dark = photograph;
    dark.pixels = photograph.pixels * 0.2;
    const auto poor = measurePick(given(photograph, dark), photograph, file, workingSize);
    QVERIFY(poor.has_value());
    QVERIFY(poor->severity > 0.5);
    QVERIFY(!poor->good);
}

void TestPickEvaluation::aReferenceOfAnotherSizeIsRefused() {
    const auto photograph = phantom();
    Image half = photograph;
    half.pixels = photograph.pixels(cv::Rect(0, 0, 128, 256)).clone();
    const auto file = m_folder.filePath(QStringLiteral("half.png")).toStdString();
    QVERIFY(writeImage(half, file).has_value());
    const auto measured = measurePick(given(photograph, photograph), photograph, file, workingSize);
    QVERIFY(!measured);
    QCOMPARE(measured.error().code, ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(TestPickEvaluation)
#include "tst_pick_evaluation.moc"
