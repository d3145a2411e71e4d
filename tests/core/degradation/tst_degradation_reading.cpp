// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/degradation_reading.h"

#include <QTest>

using namespace limpid;

class TestDegradationReading : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gradesHaveTheDocumentedBounds();
    void theSentenceNamesTheStrongestDamage();
};

void TestDegradationReading::gradesHaveTheDocumentedBounds() {
    QCOMPARE(gradeOf(0.0), SeverityGrade::None);
    QCOMPARE(gradeOf(0.15), SeverityGrade::Slight);
    QCOMPARE(gradeOf(0.35), SeverityGrade::Moderate);
    QCOMPARE(gradeOf(0.6), SeverityGrade::Strong);
}

void TestDegradationReading::theSentenceNamesTheStrongestDamage() {
    DegradationReading reading;
    QCOMPARE(reading.sentenceKey(), std::string("sound"));
    reading.severities.haze = 0.3;
    QCOMPARE(reading.sentenceKey(), std::string("sound"));
    reading.severities.blur = 0.5;
    QCOMPARE(reading.sentenceKey(), std::string("blur.moderate"));
    reading.severities.haze = 0.9;
    QCOMPARE(reading.sentenceKey(), std::string("haze.strong"));
}

QTEST_APPLESS_MAIN(TestDegradationReading)
#include "tst_degradation_reading.moc"
