// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "task/result.h"

#include <QtTest>

using namespace limpid;

class TestError : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasASentenceThatEndsWithAFullStop();
    void argumentsTakeTheirPlacesInTheSentence();
    void aMissingArgumentIsNamedRatherThanLeftOut();
    void aFailureTravelsThroughAResultOfAnotherType();
};

void TestError::everyCodeHasASentenceThatEndsWithAFullStop() {
    QSet<QString> names;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const Error error{static_cast<ErrorCode>(code), {"a", "b", "c", "d", "e"}, {}};
        const auto sentence = QString::fromStdString(englishSentence(error));
        QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
        QVERIFY(!sentence.contains(QLatin1Char('%')));
        const auto name = codeName(error.code);
        names.insert(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    }
    // Every code has wording of its own: none fell through to the last row of the table.
    QCOMPARE(names.size(), static_cast<qsizetype>(ErrorCode::Internal) + 1);
}

void TestError::argumentsTakeTheirPlacesInTheSentence() {
    const auto sentence = englishSentence({ErrorCode::TooFewImages, {"3", "8"}, {}});
    QCOMPARE(sentence, std::string("Only 3 readable images were found and adapting needs at least 8; add more "
                                   "photographs to the folder."));
}

void TestError::aMissingArgumentIsNamedRatherThanLeftOut() {
    QVERIFY(englishSentence({ErrorCode::FileNotFound, {}, {}}).find("(unknown)") != std::string::npos);
}

void TestError::aFailureTravelsThroughAResultOfAnotherType() {
    const Result<int> first = fail(ErrorCode::FileNotFound, {"eye.png"}, "errno 2");
    const Result<std::string> second = fail(first.error());
    QVERIFY(!second);
    QVERIFY(second.error().code == ErrorCode::FileNotFound);
    QCOMPARE(second.error().detail, std::string("errno 2"));
}

QTEST_APPLESS_MAIN(TestError)
#include "tst_error.moc"
