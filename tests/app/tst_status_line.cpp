// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/research_chip.h"
#include "language_switch.h"
#include "status_line.h"

#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QStatusBar>
#include <QTest>

using namespace limpid;

class TestStatusLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingKnownStandsInTheLine();
    void theZoomIsSaidOnlyWhereThereIsAnImage();
    void aMissingModelIsSaid();
    void namesAreNoMarkup();
    void theReminderIsAlwaysThere();
    void theLanguageChangesWhileItIsShown();
};

namespace {

QStringList words(const QStatusBar& bar) {
    QStringList texts;
    for (const auto* label : bar.findChildren<QLabel*>())
        texts << label->text();
    return texts;
}

} // namespace

void TestStatusLine::everythingKnownStandsInTheLine() {
    QStatusBar bar;
    StatusLine line(bar);
    line.setNote(QStringLiteral("800 \u00d7 600 pixels"));
    line.setPixel(QStringLiteral("x 3, y 4"));
    line.setZoom(1.5, false, true);
    line.setModel(QStringLiteral("fundus"));
    line.setDevice(QStringLiteral("CPU, 2 threads"));
    for (const auto& text : {QStringLiteral("800 \u00d7 600 pixels"), QStringLiteral("x 3, y 4"),
                             QStringLiteral("150 %"), QStringLiteral("Model fundus"), QStringLiteral("CPU, 2 threads")})
        QVERIFY2(words(bar).contains(text), qPrintable(text));
    QCOMPARE(line.device(), QStringLiteral("CPU, 2 threads"));
    line.setNote({});
    QVERIFY(!words(bar).contains(QStringLiteral("800 \u00d7 600 pixels")));
}

void TestStatusLine::theZoomIsSaidOnlyWhereThereIsAnImage() {
    QStatusBar bar;
    StatusLine line(bar);
    line.setZoom(0.504, true, true);
    QVERIFY(words(bar).contains(QStringLiteral("Fit \u00b7 50 %")));
    line.setZoom(0.504, true, false);
    QVERIFY(words(bar).filter(QStringLiteral("%")).isEmpty());
}

void TestStatusLine::aMissingModelIsSaid() {
    QStatusBar bar;
    StatusLine line(bar);
    line.setModel({});
    QVERIFY(words(bar).contains(QStringLiteral("No model")));
}

void TestStatusLine::namesAreNoMarkup() {
    QStatusBar bar;
    StatusLine line(bar);
    const auto nasty = QStringLiteral("<b>North</b>");
    line.setModel(nasty);
    line.setNote(nasty);
    line.setPixel(nasty);
    line.setDevice(nasty);
    for (const auto* label : bar.findChildren<QLabel*>()) {
        if (label->text().contains(nasty))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void TestStatusLine::theReminderIsAlwaysThere() {
    QStatusBar bar;
    const StatusLine line(bar);
    bar.show();
    const auto* chip = bar.findChild<ResearchChip*>();
    QVERIFY(chip != nullptr && chip->isVisible());
    bar.showMessage(QStringLiteral("passing")); // which covers what is not permanent
    QVERIFY(chip->isVisible());
}

void TestStatusLine::theLanguageChangesWhileItIsShown() {
    LanguageSwitch language(*qApp);
    language.choose(QStringLiteral("en"));
    QStatusBar bar;
    StatusLine line(bar);
    line.setZoom(0.5, true, true);
    line.setModel(QStringLiteral("fundus"));
    language.choose(QStringLiteral("zh_CN"));
    line.retranslate();
    QVERIFY(!words(bar).contains(QStringLiteral("Fit \u00b7 50 %")));
    QVERIFY(!words(bar).contains(QStringLiteral("Model fundus")));
    QCOMPARE(words(bar).join(QLatin1Char(' ')).count(QStringLiteral("50 %")), 1);
    language.choose(QStringLiteral("en"));
    line.retranslate();
    QVERIFY(words(bar).contains(QStringLiteral("Fit \u00b7 50 %")));
    QVERIFY(words(bar).contains(QStringLiteral("Model fundus")));
}

QTEST_MAIN(TestStatusLine)
#include "tst_status_line.moc"
