// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/seccomp_filter.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/socket.h>

using namespace limpid;

/// The programs run under a filter that ends them when they open a socket of the internet. The window's whole job runs
/// under it in tst_workstation_end_to_end.
class TestNoInternet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSocketOfTheInternetWouldBeNoticed_data();
    void aSocketOfTheInternetWouldBeNoticed();
    void theCommandLineOpensNone_data();
    void theCommandLineOpensNone();
    void theWindowsProgramOpensNone();

private:
    struct End {
        bool killed = true;
        int status = -1;
        QByteArray err;
    };
    End runUnderTheFilter(const QString& program, const QStringList& arguments) const;
    QString at(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
};

TestNoInternet::End TestNoInternet::runUnderTheFilter(const QString& program, const QStringList& arguments) const {
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto* variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        environment.insert(QString::fromLatin1(variable), at("home"));
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier([filter = SeccompFilter::noInternet()] { filter.install(); });
    process.start(program, arguments);
    constexpr int longestMs = 240'000;
    if (!process.waitForFinished(longestMs))
        return {};
    return {process.exitStatus() == QProcess::CrashExit, process.exitCode(), process.readAllStandardError()};
}

void TestNoInternet::initTestCase() {
    if (!SeccompFilter::isAvailable())
        QSKIP("this kernel or its rules allow no seccomp filter, which would notice a socket");
}

void TestNoInternet::aSocketOfTheInternetWouldBeNoticed_data() {
    QTest::addColumn<int>("family");
    QTest::addColumn<bool>("killed");
    QTest::newRow("IPv4") << AF_INET << true;
    QTest::newRow("IPv6") << AF_INET6 << true;
    QTest::newRow("the network card") << AF_PACKET << true;
    QTest::newRow("this machine alone") << AF_UNIX << false;
}

void TestNoInternet::aSocketOfTheInternetWouldBeNoticed() {
    QFETCH(int, family);
    QFETCH(bool, killed);
    const auto end = runUnderTheFilter(QStringLiteral(LIMPID_SOCKET_OPENER), {QString::number(family)});
    QCOMPARE(end.killed, killed);
    if (!killed)
        QCOMPARE(end.status, 0);
}

void TestNoInternet::theCommandLineOpensNone_data() {
    QTest::addColumn<QStringList>("arguments");
    const auto images = at("good/images");
    const auto clinic = at("clinic");
    const QStringList small{QStringLiteral("--working-size"), QStringLiteral("64")};
    QTest::newRow("phantom") << QStringList{
        QStringLiteral("phantom"), QStringLiteral("--count"), QStringLiteral("8"), QStringLiteral("--size"),
        QStringLiteral("128"),     QStringLiteral("--out"),   at("good")};
    QTest::newRow("degrade") << QStringList{QStringLiteral("degrade"), images, QStringLiteral("--out"), clinic};
    QTest::newRow("models") << QStringList{QStringLiteral("models")};
    QTest::newRow("adapt") << QStringList{QStringLiteral("adapt"),    clinic,
                                          QStringLiteral("--clinic"), QStringLiteral("North"),
                                          QStringLiteral("--form"),   QStringLiteral("as-released"),
                                          QStringLiteral("--epochs"), QStringLiteral("1"),
                                          QStringLiteral("--report"), at("report.json")} +
                                  small;
    QTest::newRow("clinics") << QStringList{QStringLiteral("clinics")};
    QTest::newRow("enhance") << QStringList{QStringLiteral("enhance"),  clinic,
                                            QStringLiteral("--clinic"), QStringLiteral("North"),
                                            QStringLiteral("--out"),    at("enhanced")} +
                                    small;
    QTest::newRow("evaluate") << QStringList{QStringLiteral("evaluate"), at("enhanced"), images};
    QTest::newRow("pick") << QStringList{QStringLiteral("pick"), clinic} + small;
}

void TestNoInternet::theCommandLineOpensNone() {
    QFETCH(QStringList, arguments);
    const auto end = runUnderTheFilter(QStringLiteral(LIMPID_BINARY_DIR "/bin/limpid-cli"), arguments);
    QVERIFY(!end.killed);
    QVERIFY2(end.status == 0, end.err.constData());
}

void TestNoInternet::theWindowsProgramOpensNone() {
    const auto program = QStringLiteral(LIMPID_BINARY_DIR "/bin/limpid");
    if (!QFile::exists(program))
        QSKIP("this build has no window");
    const auto end = runUnderTheFilter(program, {QStringLiteral("--system-info")});
    QVERIFY(!end.killed);
    QVERIFY2(end.status == 0, end.err.constData());
}

QTEST_GUILESS_MAIN(TestNoInternet)
#include "tst_no_internet.moc"
