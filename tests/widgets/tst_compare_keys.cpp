// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_keys.h"

#include "compare/compare_keyboard.h"

#include <QKeySequence>
#include <QSet>
#include <QTest>

using namespace limpid;

class TestCompareKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLineSaysSomething();
    void everyKeyOnTheSheetDoesSomething();
    void everyLetterThatDoesSomethingIsOnTheSheet();
};

namespace {

/// The single letters and digits, with Shift before them or not.
QSet<QString> caps() {
    QSet<QString> all;
    for (const auto& entry : compareKeys()) {
        for (const auto& cap : entry.keys.split(QLatin1Char(' '))) {
            if (cap.size() == 1 || cap.startsWith(QStringLiteral("Shift+")))
                all.insert(cap);
        }
    }
    return all;
}

} // namespace

void TestCompareKeys::everyLineSaysSomething() {
    QSet<QString> texts;
    for (const auto& entry : compareKeys()) {
        QVERIFY(!entry.keys.isEmpty() && !entry.text.isEmpty() && !entry.group.isEmpty());
        texts.insert(entry.text);
    }
    QCOMPARE(texts.size(), compareKeys().size());
}

void TestCompareKeys::everyKeyOnTheSheetDoesSomething() {
    for (const auto& cap : caps()) {
        if (cap.back().unicode() > 127) // arrows and the minus sign
            continue;
        const auto keys = QKeySequence::fromString(cap)[0];
        QVERIFY2(compareCommandOf(keys.key(), keys.keyboardModifiers()), qPrintable(cap));
    }
}

void TestCompareKeys::everyLetterThatDoesSomethingIsOnTheSheet() {
    const auto known = caps();
    for (int key = Qt::Key_0; key <= Qt::Key_Z; ++key) {
        const auto plain = compareCommandOf(key, {});
        const auto shifted = compareCommandOf(key, Qt::ShiftModifier);
        const auto name = QKeySequence(key).toString();
        if (plain && key != Qt::Key_Equal)
            QVERIFY2(known.contains(name), qPrintable(name));
        if (shifted && shifted != plain)
            QVERIFY2(known.contains(QStringLiteral("Shift+") + name), qPrintable(name));
    }
}

QTEST_MAIN(TestCompareKeys)
#include "tst_compare_keys.moc"
