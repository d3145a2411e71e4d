// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/clean_text.h"

#include <QTest>

using namespace limpid;

class CleanTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textOfEveryScriptStaysAsItIs() {
        const std::string text = "Kinderklinik 儿童医院 \u00fc \u0645\u0633\u062a\u0634\u0641\u0649 \U0001F441 \uFFFD";
        QCOMPARE(cleanText(text), text);
        QCOMPARE(escapedText(text), text);
    }

    void whatIsNoTextIsReplaced_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray no = "\xEF\xBF\xBD";
        QTest::newRow("a lone byte") << QByteArray("a\xFFz") << "a" + no + "z";
        QTest::newRow("a sequence cut off") << QByteArray("a\xE5\x84") << "a" + no + no;
        QTest::newRow("a sequence broken off") << QByteArray("\xE5(z") << no + "(z";
        QTest::newRow("an overlong slash") << QByteArray("\xC0\xAF") << no + no;
        QTest::newRow("a surrogate") << QByteArray("\xED\xA0\x80") << no + no + no;
        QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << no + no + no + no;
        QTest::newRow("a null") << QByteArray("a\0z", 3) << "a" + no + "z";
        QTest::newRow("a terminal's escape") << QByteArray("\x1B[31m") << no + "[31m";
        QTest::newRow("a turned direction") << QByteArray("\xE2\x80\xAEgpj.exe") << no + "gpj.exe";
        QTest::newRow("lines") << QByteArray("a\nb\tc\r") << QByteArray("a b c ");
    }

    void whatIsNoTextIsReplaced() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(cleanText(bytes.toStdString())), expected);
    }

    void markupIsWrittenOut() {
        QCOMPARE(escapedText("<b onclick=\"x('1')\">A & B</b>"),
                 std::string("&lt;b onclick=&quot;x(&#39;1&#39;)&quot;&gt;A &amp; B&lt;/b&gt;"));
    }
};

QTEST_APPLESS_MAIN(CleanTextTest)
#include "tst_clean_text.moc"
