// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/adapting_program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QtTest>

#include <random>

using namespace limpid;

/// Whatever happens to limpid-cli adapt while it runs, no file is damaged, and the run goes on to the same end.
class TestCliKill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fiftyKillsAtAnyMomentChangeNothing();
    void aRunKilledWhileItEndsEndsTheSame();
    void aFullDiskLosesNothing();
    void photographsThatAreGoneLoseNothing();

private:
    /// Compares what a run that has ended left with what the undisturbed one did.
    void compareWithUndisturbed(const QString& clinic) const;
    /// What must hold after every kill.
    void requireNothingBroken(const QString& clinic) const;

    AdaptingProgram m_program{{QStringLiteral("--form"), QStringLiteral("as-released"), QStringLiteral("--epochs"),
                               QStringLiteral("3"), QStringLiteral("--most-unlike"), QStringLiteral("1e9")}};
    QMap<QString, QByteArray> m_photographs;
    QMap<QString, QByteArray> m_model;
    QJsonObject m_report;
    int m_wholeMs = 0;
};

namespace {

bool hasEnded(QProcess& process) {
    return process.state() == QProcess::NotRunning;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestCliKill::initTestCase() {
    QVERIFY(m_program.makeClinic());
    QVERIFY(m_program.makeSmallModel());
    m_photographs = m_program.sums();
    QElapsedTimer clock;
    clock.start();
    const auto clinic = QStringLiteral("undisturbed");
    const auto end = m_program.run(clinic);
    m_wholeMs = static_cast<int>(clock.elapsed());
    QVERIFY2(end.status == 0, end.err.constData());
    m_model = m_program.model(clinic);
    m_report = m_program.report(clinic);
    QVERIFY(m_model.size() > 10);
    QVERIFY(m_program.isDone(clinic));
    qInfo("a whole run takes %d ms", m_wholeMs);
}

void TestCliKill::compareWithUndisturbed(const QString& clinic) const {
    QVERIFY(m_program.isDone(clinic));
    QVERIFY(!m_program.model(clinic).isEmpty());
    QCOMPARE(m_program.model(clinic), m_model);
    QCOMPARE(m_program.report(clinic), m_report);
    QCOMPARE(m_program.leftovers(clinic), QStringList());
}

void TestCliKill::requireNothingBroken(const QString& clinic) const {
    QVERIFY2(m_program.settles(clinic), "the store is damaged");
    const auto damage = m_program.damage(clinic);
    QVERIFY2(damage.isEmpty(), qPrintable(damage));
    QCOMPARE(m_program.sums(), m_photographs);
    // A run clears away what the one before it left, unless it is killed before it comes to that.
    QVERIFY(m_program.leftovers(clinic).size() <= 2);
}

void TestCliKill::fiftyKillsAtAnyMomentChangeNothing() {
    constexpr int wanted = 50;
    // The moments are spread over a whole run; one that is gone on with is shorter.
    std::mt19937 random(20'260'101);
    int kills = 0;
    int chain = 0;
    int resumed = 0;
    auto clinic = QStringLiteral("chain 0");
    while (kills < wanted) {
        const bool fresh = m_program.unfinished(clinic).isEmpty();
        std::uniform_int_distribution<int> moment(0, fresh ? m_wholeMs : m_wholeMs * 2 / 3);
        resumed += fresh ? 0 : 1;
        const auto process = m_program.start(clinic);
        const auto end = AdaptingProgram::finish(*process, moment(random));
        QVERIFY2(end.killed || end.status == 0, end.err.constData());
        kills += end.killed ? 1 : 0;
        requireNothingBroken(clinic);
        if (QTest::currentTestFailed())
            return;
        if (!m_program.isDone(clinic))
            continue;
        compareWithUndisturbed(clinic);
        if (QTest::currentTestFailed())
            return;
        clinic = QStringLiteral("chain %1").arg(++chain);
    }
    // The last chain is let come to its end.
    const auto end = m_program.run(clinic);
    QVERIFY2(end.status == 0, end.err.constData());
    compareWithUndisturbed(clinic);
    qInfo("%d kills in %d chains, %d runs were resumed", kills, chain + 1, resumed);
    QVERIFY(resumed > 5);
}

void TestCliKill::aRunKilledWhileItEndsEndsTheSame() {
    // Between the model's appearance and the end of the run: reports, the store's entry, and the state's removal.
    for (int delayMs = 0; delayMs < 60; delayMs += 6) {
        const auto clinic = QStringLiteral("killed %1 ms after its model").arg(delayMs);
        const auto process = m_program.start(clinic);
        QVERIFY(QTest::qWaitFor([&] { return !m_program.models(clinic).isEmpty() || hasEnded(*process); }, 60'000));
        AdaptingProgram::finish(*process, delayMs);
        requireNothingBroken(clinic);
        if (!m_program.isDone(clinic)) {
            const auto end = m_program.run(clinic);
            QVERIFY2(end.status == 0, end.err.constData());
        }
        compareWithUndisturbed(clinic);
        QCOMPARE(m_program.models(clinic).size(), 1);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestCliKill::aFullDiskLosesNothing() {
    const auto clinic = QStringLiteral("full disk");
    // Enough for the clinic's records, too little for a state or a model.
    constexpr std::size_t little = 200'000;
    auto end = m_program.run(clinic, AdaptingProgram::fileSizeLimit(little));
    QCOMPARE(end.status, 3);
    QVERIFY2(end.err.contains("The disk is full"), end.err.constData());
    requireNothingBroken(clinic);
    QVERIFY(m_program.unfinished(clinic).isEmpty());
    QVERIFY(m_program.leftovers(clinic).isEmpty());

    // Something is learnt, and then there is too little for what follows.
    const auto process = m_program.start(clinic);
    QVERIFY(QTest::qWaitFor([&] { return !m_program.unfinished(clinic).isEmpty(); }, 60'000));
    QVERIFY(AdaptingProgram::finish(*process, 0).killed);
    const auto state = contentOf(m_program.unfinished(clinic));
    QVERIFY(!state.isEmpty());
    end = m_program.run(clinic, AdaptingProgram::fileSizeLimit(little));
    QCOMPARE(end.status, 3);
    QVERIFY2(end.err.contains("The disk is full"), end.err.constData());
    requireNothingBroken(clinic);
    QVERIFY(m_program.leftovers(clinic).isEmpty());
    QCOMPARE(contentOf(m_program.unfinished(clinic)), state);
    end = m_program.run(clinic);
    QVERIFY2(end.status == 0, end.err.constData());
    compareWithUndisturbed(clinic);
}

void TestCliKill::photographsThatAreGoneLoseNothing() {
    const auto clinic = QStringLiteral("no drive");
    const auto away = m_program.photographs() + QStringLiteral(" away");
    const auto process = m_program.start(clinic);
    QVERIFY(QTest::qWaitFor([&] { return !m_program.unfinished(clinic).isEmpty(); }, 60'000));
    QVERIFY(QDir().rename(m_program.photographs(), away));
    const auto killed = AdaptingProgram::finish(*process, 0);
    // It had read them all, so it may have come to its end meanwhile; else it goes on when they are there again.
    if (killed.killed && !m_program.isDone(clinic)) {
        const auto state = contentOf(m_program.unfinished(clinic));
        const auto end = m_program.run(clinic);
        QCOMPARE(end.status, 3);
        QVERIFY2(end.err.contains("There is no folder"), end.err.constData());
        QCOMPARE(contentOf(m_program.unfinished(clinic)), state);
    }
    QVERIFY(QDir().rename(away, m_program.photographs()));
    requireNothingBroken(clinic);
    if (!m_program.isDone(clinic)) {
        const auto end = m_program.run(clinic);
        QVERIFY2(end.status == 0, end.err.constData());
    }
    compareWithUndisturbed(clinic);
}

QTEST_GUILESS_MAIN(TestCliKill)
#include "tst_cli_kill.moc"
