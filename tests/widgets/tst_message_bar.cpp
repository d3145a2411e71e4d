// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/message_bar.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using limpid::MessageBar;

class TestMessageBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsHiddenUntilSomethingIsSaid();
    void anActionIsReportedAndEndsTheMessage();
    void anotherMessageHasNoneOfTheOldActions();
    void whatIsAttachedGoesWithTheNextMessage();
    void theCrossHidesAMessageThatAsksNothing();
};

void TestMessageBar::itIsHiddenUntilSomethingIsSaid() {
    MessageBar bar;
    QVERIFY(bar.isHidden());
    QVERIFY(bar.sentence().isEmpty());
    bar.say(MessageBar::Kind::Problem, QStringLiteral("The disk is full."));
    QVERIFY(!bar.isHidden());
    QCOMPARE(bar.sentence(), QStringLiteral("The disk is full."));
    QCOMPARE(bar.accessibleName(), QStringLiteral("The disk is full."));
}

void TestMessageBar::anActionIsReportedAndEndsTheMessage() {
    MessageBar bar;
    bar.say(MessageBar::Kind::Success, QStringLiteral("Which one?"));
    bar.offer(QStringLiteral("new"), QStringLiteral("The new one"));
    bar.offer(QStringLiteral("old"), QStringLiteral("The old one"));
    const QSignalSpy chosen(&bar, &MessageBar::actionChosen);
    bar.findChild<QPushButton*>(QStringLiteral("old"))->click();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("old"));
    QVERIFY(bar.isHidden());
}

void TestMessageBar::anotherMessageHasNoneOfTheOldActions() {
    MessageBar bar;
    bar.say(MessageBar::Kind::Success, QStringLiteral("Which one?"));
    bar.offer(QStringLiteral("new"), QStringLiteral("The new one"));
    bar.say(MessageBar::Kind::Problem, QStringLiteral("Something else."));
    QVERIFY(bar.findChild<QPushButton*>(QStringLiteral("new")) == nullptr);
    bar.offer(QStringLiteral("new"), QStringLiteral("The new one again"));
    QCOMPARE(bar.findChild<QPushButton*>(QStringLiteral("new"))->text(), QStringLiteral("The new one again"));
}

void TestMessageBar::whatIsAttachedGoesWithTheNextMessage() {
    MessageBar bar;
    bar.say(MessageBar::Kind::Success, QStringLiteral("Which one?"));
    const QPointer<QLabel> detail = new QLabel(QStringLiteral("This one."), &bar);
    bar.attach(detail);
    QVERIFY(detail->isVisible());
    bar.offer(QStringLiteral("new"), QStringLiteral("The new one"));
    QVERIFY(detail->isVisible());
    bar.say(MessageBar::Kind::Problem, QStringLiteral("Something else."));
    QVERIFY(!detail || !detail->isVisible());
    QTRY_VERIFY(detail.isNull());
    bar.attach(nullptr);
    QVERIFY(bar.isVisible());
}

void TestMessageBar::theCrossHidesAMessageThatAsksNothing() {
    MessageBar bar;
    bar.say(MessageBar::Kind::Information, QStringLiteral("By the way."));
    auto* cross = bar.findChild<QToolButton*>();
    QVERIFY(!cross->isHidden());
    const QSignalSpy dismissed(&bar, &MessageBar::dismissed);
    cross->click();
    QCOMPARE(dismissed.count(), 1);
    QVERIFY(bar.isHidden());
    bar.say(MessageBar::Kind::Success, QStringLiteral("Which one?"));
    bar.offer(QStringLiteral("new"), QStringLiteral("The new one"));
    QVERIFY(cross->isHidden());
}

QTEST_MAIN(TestMessageBar)
#include "tst_message_bar.moc"
