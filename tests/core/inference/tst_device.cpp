// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/device.h"
#include "inference/peak_memory.h"

#include <QtTest>

using namespace limpid;

class TestDevice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCpuIsAlwaysThere();
    void autoFindsADeviceThatComputes();
    void aGpuThatIsNotThereIsNeverReplacedSilently();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();
    void memoryIsCountedInMegabytes();
};

void TestDevice::theCpuIsAlwaysThere() {
    const auto device = chooseDevice("cpu", "float32");
    QVERIFY(device.has_value());
    QCOMPARE(device->name, std::string("cpu"));
    QCOMPARE(device->precision, std::string("float32"));
    QVERIFY(device->words.find("CPU") == 0);
}

void TestDevice::autoFindsADeviceThatComputes() {
    QVERIFY(chooseDevice("auto").has_value());
}

void TestDevice::aGpuThatIsNotThereIsNeverReplacedSilently() {
    const auto device = chooseDevice("cuda:63");
    QVERIFY(!device);
    QVERIFY(device.error().code == ErrorCode::DeviceUnavailable);
}

void TestDevice::nonsenseIsRefused_data() {
    QTest::addColumn<QString>("name");
    for (const auto* name : {"", "gpu", "cuda", "cuda:", "cuda:x", "cpu:0"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestDevice::nonsenseIsRefused() {
    QFETCH(QString, name);
    const auto device = chooseDevice(name.toStdString());
    QVERIFY(!device);
    QVERIFY(device.error().code == ErrorCode::InvalidArgument);
}

void TestDevice::memoryIsCountedInMegabytes() {
    // A process with LibTorch in it takes tens of megabytes, and not terabytes.
    QVERIFY(peakMemoryMb() > 10.0);
    QVERIFY(peakMemoryMb() < 1e6);
}

QTEST_APPLESS_MAIN(TestDevice)
#include "tst_device.moc"
