// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/appearance_groups.h"

#include <torch/torch.h>

#include <QTest>

using namespace limpid;

class TestAppearanceGroups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { torch::manual_seed(7); }
    void twoCamerasAreToldApart();
    void oneCloudIsNotMixed();
    void everyShadeBetweenDarkAndBrightIsOneClinic();
    void foldersWithoutKindsComeApartByChance();
    void theSameFolderIsPartedTheSameWay();
    void twoOddImagesAreNoGroup();
    void whatIsEqualIsOneGroup();
    void theSilhouetteOfAHandComputedCase();
    void otherStatisticsDoNotMatter();
};

namespace {

/// Mean colours about a centre, [count, 3].
torch::Tensor cloud(std::int64_t count, double centre, double spread) {
    return torch::randn({count, 3}, torch::kDouble) * spread + centre;
}

} // namespace

void TestAppearanceGroups::twoCamerasAreToldApart() {
    const auto dark = cloud(12, 0.2, 0.02);
    const auto bright = cloud(5, 0.7, 0.02);
    const auto groups = findAppearanceGroups(torch::cat({bright.slice(0, 0, 2), dark, bright.slice(0, 2)}));
    std::vector<int> expected(17, 0);
    for (const std::size_t odd : {0, 1, 14, 15, 16})
        expected[odd] = 1;
    QVERIFY(groups.group == expected);
    QCOMPARE(groups.smaller, std::int64_t{5});
    QVERIFY(groups.silhouette > 0.8);
    QVERIFY(groups.chance < 0.02);
    QVERIFY(groups.isMixed());
}

void TestAppearanceGroups::oneCloudIsNotMixed() {
    for (int draw = 0; draw < 20; ++draw) {
        const auto groups = findAppearanceGroups(cloud(40, 0.4, 0.1));
        QVERIFY2(!groups.isMixed(), qPrintable(QString::number(groups.silhouette)));
        QVERIFY(groups.silhouette < 0.5);
    }
}

void TestAppearanceGroups::everyShadeBetweenDarkAndBrightIsOneClinic() {
    const auto shades = torch::linspace(0.1, 0.9, 60, torch::kDouble).unsqueeze(1).expand({60, 3});
    const auto groups = findAppearanceGroups(shades);
    QCOMPARE(groups.smaller, std::int64_t{30});
    QVERIFY(std::abs(groups.silhouette - 0.62) < 0.02);
    QVERIFY(!groups.isMixed());
}

void TestAppearanceGroups::foldersWithoutKindsComeApartByChance() {
    // Correlated colours, as brightness makes them, in a small folder: two-means parts them rather clearly, but so it
    // does most folders like them. By the limits of silhouette and size alone some would be mixed.
    int clear = 0;
    int mixed = 0;
    for (int draw = 0; draw < 60; ++draw) {
        const auto groups = findAppearanceGroups(cloud(14, 0.4, 0.1).select(1, 0).unsqueeze(1) + cloud(14, 0.0, 0.02));
        clear += groups.silhouette >= 0.5 && groups.smaller >= 3 ? 1 : 0;
        mixed += groups.isMixed() ? 1 : 0;
        QVERIFY(groups.silhouette >= 0.5 || groups.chance == 1.0);
    }
    QVERIFY2(clear > 30, qPrintable(QString::number(clear)));
    QVERIFY2(mixed <= 4, qPrintable(QString::number(mixed)));
}

void TestAppearanceGroups::theSameFolderIsPartedTheSameWay() {
    const auto colours = torch::cat({cloud(12, 0.2, 0.06), cloud(6, 0.5, 0.06)});
    const auto once = findAppearanceGroups(colours);
    torch::manual_seed(8);
    const auto again = findAppearanceGroups(colours);
    QVERIFY(again.group == once.group);
    QCOMPARE(again.silhouette, once.silhouette);
    QCOMPARE(again.chance, once.chance);
}

void TestAppearanceGroups::twoOddImagesAreNoGroup() {
    const auto groups = findAppearanceGroups(torch::cat({cloud(12, 0.2, 0.01), cloud(2, 0.9, 0.01)}));
    QCOMPARE(groups.smaller, std::int64_t{2});
    QVERIFY(groups.silhouette > 0.8);
    QVERIFY(!groups.isMixed());
}

void TestAppearanceGroups::whatIsEqualIsOneGroup() {
    for (const std::int64_t count : {0, 1, 3, 30}) {
        const auto groups = findAppearanceGroups(torch::full({count, 3}, 0.5));
        QCOMPARE(groups.group.size(), static_cast<std::size_t>(count));
        QCOMPARE(groups.smaller, std::int64_t{0});
        QVERIFY(!groups.isMixed());
    }
}

void TestAppearanceGroups::theSilhouetteOfAHandComputedCase() {
    // On a line 0, 1, 9, 10: inside a pair the distance is 1; to the other pair 9.5 or 8.5 on average. (Units of the
    // spread cancel.) The mean of 1 - 1/9.5 and 1 - 1/8.5 is 0.88854.
    auto statistics = torch::zeros({4, 3}, torch::kDouble);
    statistics.select(1, 1).copy_(torch::tensor({0.0, 1.0, 9.0, 10.0}, torch::kDouble));
    const auto groups = findAppearanceGroups(statistics);
    QCOMPARE(groups.smaller, std::int64_t{2});
    QVERIFY(std::abs(groups.silhouette - 0.88854) < 1e-5);
}

void TestAppearanceGroups::otherStatisticsDoNotMatter() {
    const auto colours = torch::cat({cloud(12, 0.2, 0.02), cloud(6, 0.7, 0.02)});
    const auto more = torch::cat({colours, torch::randn({18, 6}, torch::kDouble) * 100}, 1);
    QVERIFY(findAppearanceGroups(more).group == findAppearanceGroups(colours).group);
}

QTEST_APPLESS_MAIN(TestAppearanceGroups)
#include "tst_appearance_groups.moc"
