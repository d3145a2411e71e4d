// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "constant_assessor.h"
#include "methods/same/network_range.h"
#include "methods/same/pseudo_labeller.h"
#include "tiny_clinic.h"

#include <QtTest>

using namespace limpid;

namespace {

PseudoLabeller labeller(double good, bool trustGoodOriginals) {
    auto picker =
        PseudoLabelPicker::create(constantAssessor(good, 0.1, 0.1), StructureDetector(nullptr), {0.8, true, false});
    return {std::move(*picker), ComputeFormat{}, trustGoodOriginals};
}

torch::Tensor images() {
    return tinyClinic(2, 32).images.to(torch::kFloat) / 255.0;
}

} // namespace

class TestPseudoLabeller : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itProposesWhatTheNetworkMakes();
    void whatTheJudgesRefuseIsNotAmongTheAccepted();
    void aGoodPhotographIsItsOwnLabelWhereThatIsTrusted();
    void aPoorPhotographIsNeverItsOwnLabel();
};

void TestPseudoLabeller::itProposesWhatTheNetworkMakes() {
    StructurePreservingUnet network(tinyUnet());
    const auto mask = torch::ones({2, 1, 32, 32});
    const auto labels = labeller(0.9, false).propose(network, images(), mask);
    torch::NoGradGuard noGrad;
    QVERIFY(torch::equal(labels.images, restore(network, ComputeFormat{}, images(), mask).image));
    QVERIFY(torch::equal(labels.accepted(), torch::arange(2)));
    QVERIFY(!labels.images.requires_grad());
}

void TestPseudoLabeller::whatTheJudgesRefuseIsNotAmongTheAccepted() {
    StructurePreservingUnet network(tinyUnet());
    const auto labels = labeller(0.5, false).propose(network, images(), torch::ones({2, 1, 32, 32}));
    QCOMPARE(labels.accepted().size(0), int64_t{0});
    QCOMPARE(labels.decisions.size(), std::size_t{2});
}

void TestPseudoLabeller::aGoodPhotographIsItsOwnLabelWhereThatIsTrusted() {
    // The judge finds photograph and restoration equally good, so the photograph wins.
    StructurePreservingUnet network(tinyUnet());
    const auto labels = labeller(0.9, true).propose(network, images(), torch::ones({2, 1, 32, 32}));
    QVERIFY(torch::equal(labels.images, images()));
    QVERIFY(labels.decisions.front().original);
    QVERIFY(
        QString::fromStdString(labels.decisions.front().reason).startsWith(QStringLiteral("The photograph itself")));
}

void TestPseudoLabeller::aPoorPhotographIsNeverItsOwnLabel() {
    StructurePreservingUnet network(tinyUnet());
    const auto labels = labeller(0.5, true).propose(network, images(), torch::ones({2, 1, 32, 32}));
    QVERIFY(!torch::equal(labels.images, images()));
    QVERIFY(!labels.decisions.front().original);
}

QTEST_APPLESS_MAIN(TestPseudoLabeller)
#include "tst_pseudo_labeller.moc"
