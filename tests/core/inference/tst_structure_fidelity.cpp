// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/structure_fidelity.h"
#include "phantoms/fundus_phantom.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>

using namespace limpid;

namespace {

Image phantom(std::uint64_t seed) {
    FundusPhantomOptions options;
    options.size = 512;
    Image image;
    image.pixels = makeFundusPhantom(options, seed).rgb;
    return image;
}

/// A veil over the whole picture.
Image veiled(const Image& image) {
    Image result;
    image.pixels.convertTo(result.pixels, -1, 0.5, 70.0);
    result.pixels.setTo(cv::Scalar::all(0), image.pixels == 0);
    return result;
}

} // namespace

class TestStructureFidelity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPhotographIsFaithfulToItself();
    void takingAVeilAwayKeepsVesselsAndRaisesTheirContrast();
    void anotherEyesVesselsAreNotSupported();
    void blurringLosesVessels();
    void anotherSizeIsRefused();
};

void TestStructureFidelity::aPhotographIsFaithfulToItself() {
    const auto image = phantom(5);
    const auto fidelity = structureFidelity(image, image);
    QVERIFY(fidelity.has_value());
    QVERIFY(fidelity->precision > 0.999);
    QVERIFY(fidelity->recall > 0.999);
    QCOMPARE(fidelity->contrastBefore, fidelity->contrastAfter);
}

void TestStructureFidelity::takingAVeilAwayKeepsVesselsAndRaisesTheirContrast() {
    const auto clear = phantom(5);
    const auto fidelity = structureFidelity(clear, veiled(clear));
    QVERIFY(fidelity.has_value());
    QVERIFY(fidelity->precision > 0.9);
    QVERIFY(fidelity->recall > 0.9);
    QVERIFY(fidelity->contrastAfter > 1.3 * fidelity->contrastBefore);
}

void TestStructureFidelity::anotherEyesVesselsAreNotSupported() {
    const auto image = phantom(5);
    const auto own = structureFidelity(image, image);
    Image other = phantom(6);
    const auto fidelity = structureFidelity(other, image);
    QVERIFY(fidelity.has_value());
    QVERIFY(fidelity->precision < own->precision - 0.2);
    QVERIFY(fidelity->recall < own->recall - 0.2);
}

void TestStructureFidelity::blurringLosesVessels() {
    const auto image = phantom(5);
    Image blurred;
    cv::GaussianBlur(image.pixels, blurred.pixels, {}, 3.0);
    const auto fidelity = structureFidelity(blurred, image);
    QVERIFY(fidelity.has_value());
    QVERIFY(fidelity->recall < 0.9);
    QVERIFY(fidelity->contrastAfter < fidelity->contrastBefore);
}

void TestStructureFidelity::anotherSizeIsRefused() {
    Image half;
    cv::resize(phantom(5).pixels, half.pixels, {256, 256});
    const auto fidelity = structureFidelity(half, phantom(5));
    QVERIFY(!fidelity);
    QCOMPARE(fidelity.error().code, ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(TestStructureFidelity)
#include "tst_structure_fidelity.moc"
