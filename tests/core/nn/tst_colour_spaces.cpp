// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/colour_spaces.h"

#include <torch/torch.h>

#include <QtTest>

#include <array>

using namespace limpid;

namespace {

struct Colour {
    std::array<float, 3> rgb;
    std::array<float, 3> hsv;
    std::array<float, 3> lab;
};

// Printed by golden_colour_spaces.py (scikit-image 0.19.3).
const std::array<Colour, 11> golden{{
    {{0.000000F, 0.000000F, 0.000000F}, {0.000000F, 0.000000F, 0.000000F}, {0.000000F, 0.501961F, 0.501961F}},
    {{1.000000F, 1.000000F, 1.000000F}, {0.000000F, 0.000000F, 1.000000F}, {1.000000F, 0.501951F, 0.501979F}},
    {{0.500000F, 0.500000F, 0.500000F}, {0.000000F, 0.000000F, 0.500000F}, {0.533890F, 0.501955F, 0.501972F}},
    {{1.000000F, 0.000000F, 0.000000F}, {0.000000F, 1.000000F, 1.000000F}, {0.532406F, 0.816048F, 0.765501F}},
    {{0.000000F, 1.000000F, 0.000000F}, {0.333333F, 1.000000F, 1.000000F}, {0.877351F, 0.163988F, 0.828156F}},
    {{0.000000F, 0.000000F, 1.000000F}, {0.666667F, 1.000000F, 1.000000F}, {0.322957F, 0.812493F, 0.078991F}},
    {{0.700000F, 0.350000F, 0.100000F}, {0.069444F, 0.857143F, 0.700000F}, {0.479890F, 0.628803F, 0.697297F}},
    {{0.020000F, 0.010000F, 0.030000F}, {0.750000F, 0.666667F, 0.030000F}, {0.009487F, 0.507356F, 0.495314F}},
    {{0.200000F, 0.900000F, 0.600000F}, {0.428571F, 0.777778F, 0.900000F}, {0.814647F, 0.263496F, 0.600548F}},
    {{0.900000F, 0.200000F, 0.900000F}, {0.833333F, 0.777778F, 0.900000F}, {0.568763F, 0.830132F, 0.296723F}},
    {{0.300000F, 0.800000F, 0.800000F}, {0.500000F, 0.625000F, 0.800000F}, {0.755127F, 0.367266F, 0.461270F}},
}};

/// The chosen member of every golden colour as an image [1,3,1,N].
torch::Tensor row(std::array<float, 3> Colour::*member) {
    auto image = torch::empty({1, 3, 1, static_cast<std::int64_t>(golden.size())});
    for (std::size_t i = 0; i < golden.size(); ++i) {
        for (std::size_t c = 0; c < 3; ++c) {
            image[0][static_cast<std::int64_t>(c)][0][static_cast<std::int64_t>(i)] = (golden[i].*member)[c];
        }
    }
    return image;
}

double largestDifference(const torch::Tensor& a, const torch::Tensor& b) {
    return (a - b).abs().max().item<double>();
}

} // namespace

class TestColourSpaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hsvAgreesWithScikitImage();
    void labAgreesWithScikitImage();
    void gradientsAreFiniteAtBlackGreyAndWhite();
};

void TestColourSpaces::hsvAgreesWithScikitImage() {
    QVERIFY(largestDifference(rgbToHsv(row(&Colour::rgb)), row(&Colour::hsv)) < 1e-5);
}

void TestColourSpaces::labAgreesWithScikitImage() {
    // scikit-image's cube root starts at 0.008856, as ours; its D65 white is the same to six digits.
    QVERIFY(largestDifference(rgbToLab(row(&Colour::rgb)), row(&Colour::lab)) < 2e-5);
}

void TestColourSpaces::gradientsAreFiniteAtBlackGreyAndWhite() {
    for (const double level : {0.0, 0.5, 1.0}) {
        const auto image = torch::full({1, 3, 2, 2}, level).requires_grad_(true);
        (rgbToHsv(image).sum() + rgbToLab(image).sum()).backward();
        QVERIFY(torch::isfinite(image.grad()).all().item<bool>());
    }
}

QTEST_APPLESS_MAIN(TestColourSpaces)
#include "tst_colour_spaces.moc"
