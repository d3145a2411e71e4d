// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/adapting_program.h"

#include <QJsonArray>
#include <QtTest>

using namespace limpid;

/// The real limpid-cli adapt with the shipped model and judges.
class TestCliResume : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunThatWasKilledGivesTheModelOfOneThatWasNot() {
        // The form whose model no guard refuses on so few and small photographs.
        const AdaptingProgram program(
            {QStringLiteral("--form"), QStringLiteral("paper"), QStringLiteral("--epochs"), QStringLiteral("2")});
        QVERIFY(program.makeClinic());
        const auto whole = QStringLiteral("whole");
        const auto end = program.run(whole);
        QVERIFY2(end.status == 0, end.err.constData());
        QVERIFY(!program.model(whole).isEmpty());
        const auto epochs = program.report(whole)[QStringLiteral("epochs")].toArray();
        QVERIFY(epochs.last()[QStringLiteral("loss")].toDouble() > 0.0); // It did learn.

        const auto cut = QStringLiteral("cut off");
        const auto process = program.start(cut);
        // In the middle of the second epoch: the first one's state has just been kept.
        QVERIFY(QTest::qWaitFor([&] { return !program.unfinished(cut).isEmpty(); }, 120'000));
        QVERIFY(AdaptingProgram::finish(*process, 0).killed);
        QVERIFY(!program.isDone(cut));
        const auto resumed = program.run(cut);
        QVERIFY2(resumed.status == 0, resumed.err.constData());
        QVERIFY(resumed.err.contains("Going on with the unfinished run"));
        QVERIFY(program.isDone(cut));
        QCOMPARE(program.model(cut), program.model(whole));
        QCOMPARE(program.report(cut), program.report(whole));
        QCOMPARE(program.report(cut)[QStringLiteral("epochs")].toArray().size(), 3);
        QCOMPARE(program.leftovers(cut), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestCliResume)
#include "tst_cli_resume.moc"
