// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/theme.h"

#include <QApplication>
#include <QStyle>
#include <QTest>
#include <QWidget>

#include <algorithm>
#include <cmath>

using limpid::Theme;
using limpid::ThemeChoice;

namespace {

/// Contrast by WCAG 2.1: 1 for equal colours, 21 for black on white.
double contrast(const QColor& one, const QColor& other) {
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double value) {
            return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theChosenLookIsInUseAtOnce();
    void aSystemThatSaysNothingIsLight();
    void followingTheSystemLeavesAnotherChoiceAlone();
    void everyTextCanBeRead_data();
    void everyTextCanBeRead();
    void theSurroundingsOfAPhotographHaveNoTint();
};

void TestTheme::theChosenLookIsInUseAtOnce() {
    Theme theme(*qApp);
    QCOMPARE(QApplication::style()->name(), QStringLiteral("fusion"));
    QWidget widget;
    theme.choose(ThemeChoice::Dark);
    QVERIFY(theme.isDark());
    QCOMPARE(theme.choice(), ThemeChoice::Dark);
    QTRY_COMPARE(widget.palette().color(QPalette::Window), Theme::darkPalette().color(QPalette::Window));
    theme.choose(ThemeChoice::Light);
    QVERIFY(!theme.isDark());
    QTRY_COMPARE(widget.palette().color(QPalette::Window), Theme::lightPalette().color(QPalette::Window));
}

void TestTheme::aSystemThatSaysNothingIsLight() {
    Theme theme(*qApp);
    theme.choose(ThemeChoice::Dark);
    theme.choose(ThemeChoice::System);
    QVERIFY(!theme.isDark());
    QVERIFY(!Theme::isDark(QApplication::palette()));
}

void TestTheme::followingTheSystemLeavesAnotherChoiceAlone() {
    Theme theme(*qApp);
    theme.choose(ThemeChoice::Dark);
    theme.followSystem();
    QVERIFY(theme.isDark());
}

void TestTheme::everyTextCanBeRead_data() {
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << Theme::lightPalette();
    QTest::newRow("dark") << Theme::darkPalette();
}

void TestTheme::everyTextCanBeRead() {
    QFETCH(QPalette, palette);
    const std::initializer_list<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs{
        {QPalette::WindowText, QPalette::Window},
        {QPalette::Text, QPalette::Base},
        {QPalette::Text, QPalette::AlternateBase},
        {QPalette::ButtonText, QPalette::Button},
        {QPalette::PlaceholderText, QPalette::Base},
        {QPalette::PlaceholderText, QPalette::Window},
        {QPalette::ToolTipText, QPalette::ToolTipBase},
        {QPalette::HighlightedText, QPalette::Highlight},
        {QPalette::Link, QPalette::Window},
        {QPalette::LinkVisited, QPalette::Window}};
    for (const auto& [text, ground] : pairs) {
        const double found = contrast(palette.color(text), palette.color(ground));
        QVERIFY2(found >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3").arg(text).arg(ground).arg(found)));
    }
}

void TestTheme::theSurroundingsOfAPhotographHaveNoTint() {
    for (const auto& palette : {Theme::lightPalette(), Theme::darkPalette()}) {
        for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Button, QPalette::AlternateBase})
            QCOMPARE(palette.color(role).saturation(), 0);
    }
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
