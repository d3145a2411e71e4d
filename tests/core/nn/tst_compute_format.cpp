// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/compute_format.h"

#include <torch/torch.h>

#include <QtTest>

using namespace limpid;

class TestComputeFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namedFormatsAreTakenAsNamed();
    void autoTakesOneOfTheTwo();
    void anUnknownNameIsRefused();
    void aTensorIsBroughtIntoTheFormat();
};

void TestComputeFormat::namedFormatsAreTakenAsNamed() {
    QVERIFY(formatByName("float32", torch::kCPU)->dtype == torch::kFloat);
    QVERIFY(formatByName("bfloat16", torch::kCPU)->dtype == torch::kBFloat16);
    QVERIFY(formatByName("bfloat16", torch::kCPU)->name() == "bfloat16");
}

void TestComputeFormat::autoTakesOneOfTheTwo() {
    const auto format = formatByName("auto", torch::kCPU);
    QVERIFY(format.has_value());
    QVERIFY(format->name() == "float32" || format->name() == "bfloat16");
}

void TestComputeFormat::anUnknownNameIsRefused() {
    const auto format = formatByName("int8", torch::kCPU);
    QVERIFY(!format);
    QVERIFY(format.error().code == ErrorCode::InvalidArgument);
}

void TestComputeFormat::aTensorIsBroughtIntoTheFormat() {
    const auto x = ComputeFormat{torch::kBFloat16, true}.apply(torch::ones({1, 3, 4, 4}));
    QVERIFY(x.scalar_type() == torch::kBFloat16);
    QVERIFY(x.is_contiguous(at::MemoryFormat::ChannelsLast));
}

QTEST_APPLESS_MAIN(TestComputeFormat)
#include "tst_compute_format.moc"
