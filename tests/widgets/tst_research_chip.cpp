// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/research_chip.h"

#include <QTest>

class TestResearchChip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatLimpidIsNot();
};

void TestResearchChip::itSaysWhatLimpidIsNot() {
    const limpid::ResearchChip chip;
    QVERIFY(chip.text().contains(QStringLiteral("not a medical device")));
    QCOMPARE(chip.accessibleName(), chip.text());
    QVERIFY(chip.sizeHint().width() > chip.fontMetrics().horizontalAdvance(chip.text()));
}

QTEST_MAIN(TestResearchChip)
#include "tst_research_chip.moc"
