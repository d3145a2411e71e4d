// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/scale_dialog.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QLocale>
#include <QTest>

using namespace limpid;

class TestScaleDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void theLengthGivesTheSpacing();
    void theKnownLengthIsOffered();
    void theEffectIsSaidInWords();
};

namespace {

QDoubleSpinBox& length(ScaleDialog& dialog) {
    return *dialog.findChild<QDoubleSpinBox*>(QStringLiteral("scaleLength"));
}

} // namespace

void TestScaleDialog::theLengthGivesTheSpacing() {
    ScaleDialog dialog({{0, 0, 0, 250}, 0.0}, {3504, 2336});
    QCOMPARE(length(dialog).value(), ScaleDialog::discHeight); // what most people can measure
    QCOMPARE(dialog.spacing(), 7.2);
    length(dialog).setValue(2000);
    QCOMPARE(dialog.spacing(), 8.0);
    length(dialog).setValue(-3);
    QVERIFY(dialog.spacing() > 0.0);
}

void TestScaleDialog::theKnownLengthIsOffered() {
    ScaleDialog dialog({{0, 0, 30, 40}, 10.0}, {3504, 2336});
    QCOMPARE(length(dialog).value(), 500.0);
}

void TestScaleDialog::theEffectIsSaidInWords() {
    ScaleDialog dialog({{0, 0, 0, 250}, 0.0}, {3504, 2336});
    const auto said = [&](const char* words) {
        for (const auto* label : dialog.findChildren<QLabel*>()) {
            if (label->text().contains(QString::fromUtf8(words)))
                return true;
        }
        return false;
    };
    QVERIFY(said("250.0 pixels"));
    QVERIFY(said("7.2 \u00b5m"));
    QVERIFY(said("3504 \u00d7 2336"));
    QVERIFY(said("about 1800 \u00b5m tall on average"));
    length(dialog).setValue(2000);
    QVERIFY(said("8 \u00b5m"));
    QVERIFY(!length(dialog).accessibleName().isEmpty());
}

QTEST_MAIN(TestScaleDialog)
#include "tst_scale_dialog.moc"
