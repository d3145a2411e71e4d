// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "system_info.h"

#include <QDir>
#include <QTest>

using namespace limpid;

class TestSystemInfo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLineHasANameAndAValue();
    void whatIsNotKnownIsLeftOut();
    void itNamesNoPersonAndNoFolder();
};

void TestSystemInfo::everyLineHasANameAndAValue() {
    const auto text = systemInformation({QStringLiteral("the processor"), QStringLiteral("Mesa")});
    for (const auto* name : {"Limpid", "Qt", "OpenCV", "Operating system", "Processor", "Memory", "Device", "OpenGL",
                             "Display", "Locale"}) {
        const auto start = QStringLiteral("%1: ").arg(QLatin1String(name));
        QVERIFY2(text.startsWith(start) || text.contains(QLatin1Char('\n') + start), name);
    }
    for (const auto& line : text.trimmed().split(QLatin1Char('\n')))
        QVERIFY2(line.section(QStringLiteral(": "), 1).size() > 1, qPrintable(line));
    QVERIFY(text.contains(QLatin1String(qVersion())));
    QVERIFY(text.contains(QStringLiteral("Display: offscreen, 800 x 800 at scale 1")));
}

void TestSystemInfo::whatIsNotKnownIsLeftOut() {
    QVERIFY(!systemInformation().contains(QStringLiteral("OpenGL")));
    QVERIFY(!systemInformation().contains(QStringLiteral("Device")));
}

void TestSystemInfo::itNamesNoPersonAndNoFolder() {
    const auto text = systemInformation();
    QVERIFY(!text.contains(QDir::homePath() + QLatin1Char('/')));
    QVERIFY(!text.contains(QDir::currentPath()));
}

QTEST_MAIN(TestSystemInfo)
#include "tst_system_info.moc"
