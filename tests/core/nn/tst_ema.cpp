// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/ema.h"

#include <torch/torch.h>

#include <QtTest>

using namespace limpid;

class TestEma : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTeacherFollowsTheStudentByTheRecursion();
    void floatingBuffersAreAveragedAndIntegersCopied();
    void aFrozenNetworkAsksForNoGradient();
    void aNetworkThatGrewKeepsWhatItHad();
    void parametersAreCountedByElement();
};

void TestEma::theTeacherFollowsTheStudentByTheRecursion() {
    torch::nn::Linear teacher(1, 1);
    torch::nn::Linear student(1, 1);
    {
        torch::NoGradGuard noGrad;
        teacher->weight.fill_(1.0);
        student->weight.fill_(3.0);
    }
    updateTeacher(*teacher, *student, 0.9);
    QVERIFY(qFuzzyCompare(teacher->weight.item<float>(), 0.9F * 1.0F + 0.1F * 3.0F));
    updateTeacher(*teacher, *student, 0.9);
    QVERIFY(std::abs(teacher->weight.item<float>() - (0.9F * 1.2F + 0.3F)) < 1e-6F);
}

void TestEma::floatingBuffersAreAveragedAndIntegersCopied() {
    torch::nn::BatchNorm2d teacher(1);
    torch::nn::BatchNorm2d student(1);
    student->running_mean.fill_(2.0);
    student->num_batches_tracked.fill_(7);
    updateTeacher(*teacher, *student, 0.75);
    QVERIFY(qFuzzyCompare(teacher->running_mean.item<float>(), 0.5F));
    QCOMPARE(teacher->num_batches_tracked.item<int64_t>(), int64_t{7});
}

void TestEma::aFrozenNetworkAsksForNoGradient() {
    torch::nn::Linear network(2, 2);
    freeze(*network);
    QVERIFY(!network->is_training());
    QVERIFY(!network->forward(torch::ones({1, 2})).requires_grad());
}

void TestEma::aNetworkThatGrewKeepsWhatItHad() {
    torch::nn::Sequential before(torch::nn::Linear(2, 3), torch::nn::Linear(3, 1));
    torch::nn::Sequential after(torch::nn::Linear(2, 3), torch::nn::Linear(3, 2), torch::nn::Linear(2, 1));
    QCOMPARE(copyMatchingState(*after, *before), int64_t{4}); // the last two layers' weights and biases
    QVERIFY(torch::equal(after->parameters()[0], before->parameters()[0]));
    QVERIFY(torch::equal(after->parameters()[1], before->parameters()[1]));
}

void TestEma::parametersAreCountedByElement() {
    QCOMPARE(parameterCount(*torch::nn::Linear(3, 4)), int64_t{16});
}

QTEST_APPLESS_MAIN(TestEma)
#include "tst_ema.moc"
