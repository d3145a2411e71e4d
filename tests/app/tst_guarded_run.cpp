// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guarded_run.h"

#include <QTest>

using namespace limpid;

class TestGuardedRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDecisionIsTakenOverInItsOrder() {
        FolderAdaptationOutcome outcome;
        outcome.guarded = {{"眼 2.png", {GuardChoice::Source, GuardReason::LooksWorse, 0.75, 0.1, 0.2, 0.15}},
                           {"eye.png", {GuardChoice::Adapted, GuardReason::Gains, 1.5}}};
        const auto run = guardedRunOf("Nord", "/clinic/eyes", outcome);
        QCOMPARE(run.clinic, QStringLiteral("Nord"));
        QCOMPARE(run.folder, QStringLiteral("/clinic/eyes"));
        QVERIFY(run.ended.secsTo(QDateTime::currentDateTimeUtc()) < 60);
        QCOMPARE(run.photographs.size(), 2);
        QCOMPARE(run.photographs[0].name, QStringLiteral("眼 2.png"));
        QVERIFY(run.photographs[0].verdict.reason == GuardReason::LooksWorse);
        QCOMPARE(run.photographs[0].verdict.goodAdapted, 0.15);
        QVERIFY(run.photographs[0].recorded.isEmpty());
        QVERIFY(run.photographs[1].verdict.choice == GuardChoice::Adapted);
    }

    void withoutAGuardThereAreNone() { QVERIFY(guardedRunOf("Nord", {}, {}).photographs.isEmpty()); }
};

QTEST_APPLESS_MAIN(TestGuardedRun)
#include "tst_guarded_run.moc"
