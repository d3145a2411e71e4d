// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/research_chip.h"
#include "common/settings.h"
#include "error_sentence.h"
#include "language_switch.h"

#include <QApplication>
#include <QLocale>
#include <QTest>

using namespace limpid;

namespace {

bool isChinese(const QString& text) {
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() >= 0x4e00 && c.unicode() <= 0x9fff; });
}

} // namespace

class TestLanguageSwitch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void widgetsThatAreThereChangeTheirLanguageAndChangeBack();
    void qtsOwnWordsFollow();
    void numbersAreWrittenAsTheLanguageDoes();
    void everyErrorHasAChineseSentenceWithItsArguments();
    void englishHasItsPluralForms();
    void theSystemsWishDecidesWhereNothingIsChosen_data();
    void theSystemsWishDecidesWhereNothingIsChosen();
};

void TestLanguageSwitch::widgetsThatAreThereChangeTheirLanguageAndChangeBack() {
    LanguageSwitch languages(*qApp);
    languages.choose(QStringLiteral("en"));
    const ResearchChip chip;
    const auto english = chip.text();
    QVERIFY(!isChinese(english));
    languages.choose(QStringLiteral("zh_CN"));
    QCOMPARE(languages.language(), QStringLiteral("zh_CN"));
    QTRY_VERIFY(isChinese(chip.text()));
    languages.choose(QStringLiteral("en"));
    QTRY_COMPARE(chip.text(), english);
}

void TestLanguageSwitch::qtsOwnWordsFollow() {
    LanguageSwitch languages(*qApp);
    languages.choose(QStringLiteral("zh_CN"));
    const auto word = QCoreApplication::translate("QPlatformTheme", "Cancel");
    if (!isChinese(word))
        QSKIP("Qt's own translations are not installed");
    languages.choose(QStringLiteral("en"));
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
}

void TestLanguageSwitch::numbersAreWrittenAsTheLanguageDoes() {
    LanguageSwitch languages(*qApp);
    languages.choose(QStringLiteral("zh_CN"));
    QCOMPARE(QLocale().language(), QLocale::Chinese);
    languages.choose(QStringLiteral("en"));
    QVERIFY(QLocale().language() != QLocale::Chinese);
}

void TestLanguageSwitch::everyErrorHasAChineseSentenceWithItsArguments() {
    const std::vector<std::string> arguments{"<one>", "<two>", "<three>", "<four>"};
    LanguageSwitch languages(*qApp);
    for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
        const Error error{ErrorCode(code), arguments, {}};
        languages.choose(QStringLiteral("en"));
        const auto english = errorSentence(error);
        languages.choose(QStringLiteral("zh_CN"));
        const auto chinese = errorSentence(error);
        QVERIFY2(isChinese(chinese), qPrintable(english));
        for (const auto& argument : arguments) {
            const auto words = QString::fromStdString(argument);
            QVERIFY2(english.count(words) == chinese.count(words), qPrintable(chinese));
        }
    }
}

void TestLanguageSwitch::englishHasItsPluralForms() {
    LanguageSwitch languages(*qApp);
    languages.choose(QStringLiteral("en"));
    const auto written = [](int count) {
        return QCoreApplication::translate("limpid::ExportProgress", "%n image(s) written.", nullptr, count);
    };
    QCOMPARE(written(1), QStringLiteral("1 image written."));
    QCOMPARE(written(2), QStringLiteral("2 images written."));
}

void TestLanguageSwitch::theSystemsWishDecidesWhereNothingIsChosen_data() {
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("language");
    QTest::newRow("Chinese") << QStringList{QStringLiteral("zh-Hans-CN"), QStringLiteral("en-US")}
                             << QStringLiteral("zh_CN");
    QTest::newRow("the first that Limpid speaks")
        << QStringList{QStringLiteral("de-DE"), QStringLiteral("zh-CN")} << QStringLiteral("zh_CN");
    QTest::newRow("none of them") << QStringList{QStringLiteral("de-DE")} << QStringLiteral("en");
    QTest::newRow("nothing known") << QStringList{} << QStringLiteral("en");
}

void TestLanguageSwitch::theSystemsWishDecidesWhereNothingIsChosen() {
    QFETCH(QStringList, wanted);
    QFETCH(QString, language);
    QCOMPARE(bestLanguage(wanted), language);
}

QTEST_MAIN(TestLanguageSwitch)
#include "tst_language_switch.moc"
