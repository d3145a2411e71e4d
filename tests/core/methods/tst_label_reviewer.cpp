// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "constant_assessor.h"
#include "methods/same/label_reviewer.h"
#include "methods/same/network_range.h"
#include "tiny_clinic.h"

#include <QtTest>

using namespace limpid;

class TestLabelReviewer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyChosenImageIsShownWithItsLabelAndItsVerdict();
    void largeImagesAreShownSmall();
};

namespace {

TrainingCrops crops(int64_t count, int64_t side) {
    auto clinic = tinyClinic(count, side);
    return {CropSource{clinic.images, clinic.fieldOfView, {}, {}}, side, side, 1};
}

PseudoLabeller labeller() {
    auto picker =
        PseudoLabelPicker::create(constantAssessor(0.9, 0.1, 0.1), StructureDetector(nullptr), {0.8, true, false});
    return {std::move(*picker), ComputeFormat{}, false};
}

} // namespace

void TestLabelReviewer::everyChosenImageIsShownWithItsLabelAndItsVerdict() {
    StructurePreservingUnet network(tinyUnet());
    auto judges = labeller();
    const auto reviews = reviewLabels(judges, network, crops(6, 32), {0, 1, 2, 3, 5});
    QCOMPARE(reviews.size(), std::size_t{5});
    const auto& last = reviews.back();
    QVERIFY(last.decision.accepted);
    QCOMPARE(last.structure.channels, 1);
    const auto clinic = tinyClinic(6, 32);
    const auto unit = clinic.images.slice(0, 5, 6).to(torch::kFloat) / 255.0;
    const torch::NoGradGuard noGrad;
    const auto made = (restore(network, {}, unit, torch::ones({1, 1, 32, 32})).image[0] * 255.0).round();
    for (const auto& [preview, pixels] :
         {std::pair(&last.input, clinic.images[5].to(torch::kFloat)), std::pair(&last.output, made)}) {
        QCOMPARE(preview->width, 32);
        QCOMPARE(preview->height, 32);
        QCOMPARE(preview->channels, 3);
        // The green value in row 2, column 7.
        QCOMPARE(static_cast<int>(preview->pixels[(2 * 32 + 7) * 3 + 1]), pixels[1][2][7].item<int>());
    }
}

void TestLabelReviewer::largeImagesAreShownSmall() {
    StructurePreservingUnet network(tinyUnet());
    auto judges = labeller();
    const auto reviews = reviewLabels(judges, network, crops(1, 160), {0});
    QCOMPARE(reviews.front().input.width, 128);
    QCOMPARE(reviews.front().input.pixels.size(), std::size_t{128 * 128 * 3});
}

QTEST_APPLESS_MAIN(TestLabelReviewer)
#include "tst_label_reviewer.moc"
