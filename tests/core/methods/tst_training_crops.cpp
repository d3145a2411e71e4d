// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/training_crops.h"

#include <torch/torch.h>

#include <QtTest>

using namespace limpid;

namespace {

/// One image whose red channel is the column, green the row; the structure is the left half.
CropSource ramp() {
    const auto line = torch::arange(64, torch::kUInt8);
    const auto columns = line.view({1, 64}).expand({64, 64});
    const auto rows = line.view({64, 1}).expand({64, 64});
    CropSource source;
    source.images = torch::stack({columns, rows, columns}).unsqueeze(0).contiguous();
    source.fieldOfView = torch::ones({1, 1, 64, 64}, torch::kUInt8);
    source.structures = (columns < 32).to(torch::kUInt8).view({1, 1, 64, 64});
    source.hasStructure = torch::ones({1}, torch::kBool);
    return source;
}

} // namespace

class TestTrainingCrops : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void imageAndStructureAreCutAlike();
    void theWholeImageIsNeitherCutNorTurned();
    void theSameSeedDrawsTheSameCrops();
    void aRestoredStateGoesOnAsIfNothingHadHappened();
    void anImageWithoutStructureSaysSo();
    void balancedKindsAreDrawnEquallyOften();
    void oneKindAloneIsDrawnAsWithoutBalance();
};

void TestTrainingCrops::imageAndStructureAreCutAlike() {
    TrainingCrops crops(ramp(), 32, 32, 7);
    for (int i = 0; i < 20; ++i) {
        const auto batch = crops.draw(2);
        const auto columns = batch.images.slice(1, 0, 1) * 255.0;
        // Away from the edge of the structure, where interpolation blurs both.
        const auto inside = (columns < 30.5).to(torch::kFloat) * (1.0 - batch.structures);
        const auto outside = (columns > 32.5).to(torch::kFloat) * batch.structures;
        QVERIFY(inside.sum().item<double>() < 1e-3);
        QVERIFY(outside.sum().item<double>() < 1e-3);
    }
}

void TestTrainingCrops::theWholeImageIsNeitherCutNorTurned() {
    const TrainingCrops crops(ramp(), 64, 32, 7);
    const auto batch = crops.whole({0});
    QVERIFY(torch::allclose(batch.images[0] * 255.0, ramp().images[0].to(torch::kFloat), 1e-4, 1e-3));
}

void TestTrainingCrops::theSameSeedDrawsTheSameCrops() {
    TrainingCrops first(ramp(), 32, 40, 9);
    TrainingCrops second(ramp(), 32, 40, 9);
    TrainingCrops other(ramp(), 32, 40, 10);
    const auto a = first.draw(4).images;
    QVERIFY(torch::equal(a, second.draw(4).images));
    QVERIFY(!torch::equal(a, other.draw(4).images));
}

void TestTrainingCrops::aRestoredStateGoesOnAsIfNothingHadHappened() {
    TrainingCrops crops(ramp(), 32, 40, 9);
    crops.draw(3);
    const auto state = crops.saveState();
    const auto next = crops.draw(3).images;
    TrainingCrops resumed(ramp(), 32, 40, 1);
    resumed.restoreState(state);
    QVERIFY(torch::equal(resumed.draw(3).images, next));
}

void TestTrainingCrops::anImageWithoutStructureSaysSo() {
    auto source = ramp();
    source.hasStructure.fill_(false);
    TrainingCrops crops(source, 32, 40, 9);
    const auto batch = crops.draw(2);
    QCOMPARE(batch.hasStructure.sum().item<double>(), 0.0);
    QCOMPARE(batch.structures.sum().item<double>(), 0.0);
}

void TestTrainingCrops::balancedKindsAreDrawnEquallyOften() {
    auto source = ramp();
    source.images = source.images.repeat({10, 1, 1, 1});
    source.fieldOfView = source.fieldOfView.repeat({10, 1, 1, 1});
    source.structures = source.structures.repeat({10, 1, 1, 1});
    source.hasStructure = source.hasStructure.repeat({10});
    TrainingCrops crops(source, 16, 64, 3);
    const auto ofTheFew = [&] {
        int drawn = 0;
        for (const auto index : crops.draw(1000).indices)
            drawn += index == 4 || index == 7 ? 1 : 0;
        return drawn;
    };
    const auto before = ofTheFew(); // 2 of 10 images: 200 of 1000, standard deviation 13
    QVERIFY2(before > 140 && before < 260, qPrintable(QString::number(before)));
    crops.balance({0, 0, 0, 0, 1, 0, 0, 1, 0, 0});
    const auto after = ofTheFew(); // every other one: 500 of 1000, standard deviation 16
    QVERIFY2(after > 430 && after < 570, qPrintable(QString::number(after)));
}

void TestTrainingCrops::oneKindAloneIsDrawnAsWithoutBalance() {
    TrainingCrops crops(ramp(), 32, 40, 9);
    crops.balance({0});
    const std::vector<int64_t> only{0, 0, 0};
    QCOMPARE(crops.draw(3).indices, only);
}

QTEST_APPLESS_MAIN(TestTrainingCrops)
#include "tst_training_crops.moc"
