// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/browser_keys.h"
#include "common/key_sheet.h"

#include <QLabel>
#include <QTest>

using namespace limpid;

class TestKeySheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKeyStandsWithItsWordsUnderItsGroup();
    void newLinesReplaceTheOld();
    void theKeyThatOpenedItClosesIt();
    void theBrowserTellsEveryKeyOfItsOwn();
};

namespace {

QStringList labels(const KeySheet& sheet) {
    QStringList texts;
    for (const auto* label : sheet.findChildren<QLabel*>())
        texts << label->text();
    return texts;
}

QString text(const char* words) {
    return QString::fromUtf8(words);
}

} // namespace

void TestKeySheet::everyKeyStandsWithItsWordsUnderItsGroup() {
    KeySheet sheet;
    sheet.setEntries({{text("P"), text("Pick"), text("Flags")},
                      {text("G E"), text("Views"), text("View")},
                      {text("X"), text("Reject"), text("Flags")}});
    const auto shown = labels(sheet);
    for (const auto* word : {"P", "Pick", "G", "E", "Views", "X", "Reject"})
        QVERIFY2(shown.contains(QLatin1String(word)), word);
    QCOMPARE(shown.count(text("Flags")), 1); // one heading for both
}

void TestKeySheet::newLinesReplaceTheOld() {
    KeySheet sheet;
    sheet.setEntries({{text("P"), text("Pick"), text("Flags")}});
    sheet.setEntries({{text("P"), text("选取"), text("标记")}});
    QVERIFY(!labels(sheet).contains(text("Pick")));
    QVERIFY(labels(sheet).contains(text("选取")));
}

void TestKeySheet::theKeyThatOpenedItClosesIt() {
    KeySheet sheet;
    sheet.show();
    QTest::keyClick(&sheet, Qt::Key_Question, Qt::ShiftModifier);
    QVERIFY(!sheet.isVisible());
    sheet.show();
    QTest::keyClick(&sheet, Qt::Key_Escape);
    QVERIFY(!sheet.isVisible());
}

void TestKeySheet::theBrowserTellsEveryKeyOfItsOwn() {
    QStringList keys;
    for (const auto& entry : browserKeys()) {
        QVERIFY(!entry.text.isEmpty());
        QVERIFY(!entry.group.isEmpty());
        keys << entry.keys.split(QLatin1Char(' '));
    }
    for (const auto* key : {"P", "X", "U", "0", "5", "G", "E", "Enter", "C", "?"})
        QVERIFY2(keys.contains(QLatin1String(key)), key);
}

QTEST_MAIN(TestKeySheet)
#include "tst_key_sheet.moc"
