// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/degradation_words.h"

#include <QSet>
#include <QTest>

#include <utility>

using namespace limpid;

class TestDegradationWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDamageHasANameAndASentence();
    void everyGradeHasItsWord();
    void everyReadingHasItsOwnSentence();
    void whatIsNotGradedHasNoWords();
    void everyStateOfAFindingSaysSomethingElse();
    void aFailureIsSaidWithItsReason();
};

namespace {

/// A reading in which this kind is the strongest.
DegradationReading readingOf(DegradationKind kind, double severity) {
    DegradationReading reading;
    auto& all = reading.severities;
    if (kind == DegradationKind::Cast)
        all.logGains = {0.6 * severity, -0.6 * severity, 0.0};
    for (const auto& [other, value] :
         {std::pair{DegradationKind::Haze, &all.haze}, std::pair{DegradationKind::Illumination, &all.illumination},
          std::pair{DegradationKind::Spots, &all.spots}, std::pair{DegradationKind::Blur, &all.blur},
          std::pair{DegradationKind::Veil, &all.veil}, std::pair{DegradationKind::Noise, &all.noise}})
        *value = other == kind ? severity : 0.0;
    return reading;
}

} // namespace

void TestDegradationWords::everyDamageHasANameAndASentence() {
    QSet<QString> names;
    QSet<QString> hints;
    for (const auto kind : gradedKinds) {
        names.insert(damageName(kind));
        hints.insert(damageHint(kind));
        QVERIFY(damageHint(kind).endsWith(QLatin1Char('.')));
    }
    QCOMPARE(names.size(), static_cast<qsizetype>(gradedKinds.size()));
    QCOMPARE(hints.size(), static_cast<qsizetype>(gradedKinds.size()));
}

void TestDegradationWords::everyGradeHasItsWord() {
    QCOMPARE(gradeWords(SeverityGrade::None), QStringLiteral("none"));
    QCOMPARE(gradeWords(SeverityGrade::Slight), QStringLiteral("slight"));
    QCOMPARE(gradeWords(SeverityGrade::Moderate), QStringLiteral("moderate"));
    QCOMPARE(gradeWords(SeverityGrade::Strong), QStringLiteral("strong"));
}

void TestDegradationWords::everyReadingHasItsOwnSentence() {
    QSet<QString> sentences{readingSentence({})};
    for (const auto kind : gradedKinds) {
        for (const double severity : {0.5, 0.9}) {
            const auto sentence = readingSentence(readingOf(kind, severity));
            QVERIFY2(!sentence.isEmpty(), readingOf(kind, severity).sentenceKey().c_str());
            sentences.insert(sentence);
        }
        QCOMPARE(readingSentence(readingOf(kind, 0.3)), readingSentence({}));
    }
    QCOMPARE(sentences.size(), static_cast<qsizetype>(2 * gradedKinds.size() + 1));
    QCOMPARE(readingSentence(readingOf(DegradationKind::Haze, 0.9)),
             QStringLiteral("Strong haze is the main reason why this photograph is poor."));
}

void TestDegradationWords::whatIsNotGradedHasNoWords() {
    QCOMPARE(damageName(DegradationKind::Shadow), QString());
    QCOMPARE(damageHint(DegradationKind::Shadow), QString());
}

void TestDegradationWords::everyStateOfAFindingSaysSomethingElse() {
    using State = DegradationFinding::State;
    QSet<QString> sentences;
    for (const auto state : {State::NoImage, State::Reading, State::Waiting, State::Read, State::NoModel,
                             State::OtherImage, State::Failed}) {
        const auto sentence = findingSentence({state, {}, QStringLiteral("The memory ran out.")});
        QVERIFY(!sentence.isEmpty());
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), 7);
    QVERIFY(findingSentence({State::Reading}).contains(QStringLiteral("is being read")));
}

void TestDegradationWords::aFailureIsSaidWithItsReason() {
    const auto sentence =
        findingSentence({DegradationFinding::State::Failed, {}, QStringLiteral("The file ends too early.")});
    QVERIFY(sentence.endsWith(QStringLiteral(" The file ends too early.")));
}

QTEST_APPLESS_MAIN(TestDegradationWords)
#include "tst_degradation_words.moc"
