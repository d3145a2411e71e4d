// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli_run.h"

class CliFrameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void helpGoesToStandardOutput() {
        const auto run = runCli({QStringLiteral("--help")});
        QCOMPARE(run.status, 0);
        QVERIFY(run.out.contains("--json"));
        QVERIFY(run.err.isEmpty());
    }

    void theVersionIsTheProjects() {
        const auto run = runCli({QStringLiteral("--version")});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.out.trimmed(), QByteArray("limpid-cli " LIMPID_VERSION));
    }

    void wrongUseIsStatusTwoAndSaysWhatIsWrongOnStandardError_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no command") << QStringList();
        QTest::newRow("unknown command") << QStringList{QStringLiteral("enhanse")};
        QTest::newRow("unknown option") << QStringList{QStringLiteral("--oct")};
        QTest::newRow("number out of range") << QStringList{QStringLiteral("--threads"), QStringLiteral("-1")};
        QTest::newRow("no number") << QStringList{QStringLiteral("--threads"), QStringLiteral("many")};
    }

    void wrongUseIsStatusTwoAndSaysWhatIsWrongOnStandardError() {
        QFETCH(QStringList, arguments);
        const auto run = runCli(arguments);
        QCOMPARE(run.status, 2);
        QVERIFY(run.out.isEmpty());
        QVERIFY(!run.err.isEmpty());
    }
};

QTEST_GUILESS_MAIN(CliFrameTest)
#include "tst_cli_frame.moc"
