// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "made_store.h"

#include <QTest>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace limpid;

class TestAuditTrail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_made = std::make_unique<test::MadeStore>();
        auto store = m_made->open();
        for (const auto* action : {"first", "second", "third"}) {
            const auto noted = store.change(
                [&](StoreTables& tables) { return tables.trail.note(action, std::nullopt, R"({"why":"a test"})"); });
            QVERIFY(noted.has_value());
        }
    }

    void anUntouchedTrailIsSound() {
        QCOMPARE(check().entries, std::int64_t{3});
        QVERIFY(check().problem.empty());
    }

    void entriesComeBackInTheirOrder() {
        auto store = m_made->open();
        const auto entries =
            store.read([](StoreTables& tables) -> Result<std::vector<TrailEntry>> { return tables.trail.entries(); });
        QCOMPARE(entries->size(), std::size_t{3});
        QCOMPARE(entries->at(1).action, std::string("second"));
        QCOMPARE(entries->at(2).id, std::int64_t{3});
    }

    void noEntryCanBeChangedRemovedOrReplaced_data() {
        QTest::addColumn<QString>("change");
        QTest::newRow("update") << QStringLiteral("UPDATE trail SET action = 'nothing' WHERE id = 2");
        QTest::newRow("delete") << QStringLiteral("DELETE FROM trail WHERE id = 3");
        QTest::newRow("replace") << QStringLiteral(
            "INSERT OR REPLACE INTO trail SELECT id, time, 'nothing', clinic, content, before, sha256 FROM trail");
    }

    void noEntryCanBeChangedRemovedOrReplaced() {
        QFETCH(QString, change);
        // By a connection that knows nothing of Limpid.
        SQLite::Database raw(m_made->database().string(), SQLite::OPEN_READWRITE);
        QVERIFY_THROWS_EXCEPTION(SQLite::Exception, raw.exec(change.toStdString()));
        QVERIFY(check().problem.empty());
    }

    void tamperingByForceIsFound_data() {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("word");
        QTest::newRow("an action") << QStringLiteral("UPDATE trail SET action = 'nothing' WHERE id = 2")
                                   << QStringLiteral("entry 2 of the audit trail was changed");
        QTest::newRow("contents") << QStringLiteral("UPDATE trail SET content = '{}' WHERE id = 1")
                                  << QStringLiteral("entry 1");
        QTest::newRow("a time") << QStringLiteral("UPDATE trail SET time = '1999' WHERE id = 3")
                                << QStringLiteral("entry 3");
        QTest::newRow("one removed") << QStringLiteral("DELETE FROM trail WHERE id = 2")
                                     << QStringLiteral("entry 2 of the audit trail is missing");
        QTest::newRow("the first removed")
            << QStringLiteral("DELETE FROM trail WHERE id = 1") << QStringLiteral("missing");
        QTest::newRow("the last removed")
            << QStringLiteral("DELETE FROM trail WHERE id = 3") << QStringLiteral("the last entries");
        QTest::newRow("renumbered") << QStringLiteral("DELETE FROM trail WHERE id = 1; UPDATE trail SET id = id - 1")
                                    << QStringLiteral("entry 1 of the audit trail was changed");
    }

    void tamperingByForceIsFound() {
        QFETCH(QString, change);
        QFETCH(QString, word);
        {
            SQLite::Database raw(m_made->database().string(), SQLite::OPEN_READWRITE);
            raw.exec("DROP TRIGGER trail_is_never_changed; DROP TRIGGER trail_is_never_deleted;" +
                     change.toStdString());
        }
        QVERIFY2(QString::fromStdString(check().problem).contains(word), check().problem.c_str());
    }

    void missingGuardsAreFound() {
        {
            SQLite::Database raw(m_made->database().string(), SQLite::OPEN_READWRITE);
            raw.exec("DROP TRIGGER trail_is_never_changed");
        }
        QVERIFY(!check().problem.empty());
    }

private:
    TrailCheck check() const {
        auto store = m_made->open();
        return store.read([](StoreTables& tables) { return tables.trail.check(); }).value();
    }

    std::unique_ptr<test::MadeStore> m_made;
};

QTEST_APPLESS_MAIN(TestAuditTrail)
#include "tst_audit_trail.moc"
