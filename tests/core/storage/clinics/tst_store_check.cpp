// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/store_check.h"

#include "made_store.h"
#include "storage/clinics/image_history.h"

#include <QTest>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace limpid;

class TestStoreCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_made = std::make_unique<test::MadeStore>();
        auto store = m_made->open();
        m_model = test::adapt(store, "North", "weights").value();
        EnhancedFile file;
        file.inputSha256 = std::string(64, '1');
        file.outputSha256 = std::string(64, '2');
        file.modelSha256 = std::string(64, '3');
        file.written = "2026-01-01T00:00:00Z";
        QVERIFY(noteEnhanced(store, file).has_value());
    }

    void aSoundStoreHasNoProblems() {
        const auto check = checked();
        QVERIFY(check.problems.empty());
        QCOMPARE(check.models, std::size_t{1});
        QCOMPARE(check.runs, std::size_t{1});
        QVERIFY(check.trailEntries >= 4);
    }

    void aChangedOrMissingModelIsFound() {
        test::writeText(m_model, "other");
        QCOMPARE(checked().problems.size(), std::size_t{1});
        std::filesystem::remove(m_model);
        QVERIFY(checked().problems.at(0).find("cannot be read") != std::string::npos);
    }

    void whatTheTrailVouchesForCannotBeChangedUnseen_data() {
        QTest::addColumn<QString>("change");
        QTest::newRow("a decision") << QStringLiteral("UPDATE decisions SET accepted = 1 - accepted");
        QTest::newRow("a decision gone") << QStringLiteral("DELETE FROM decisions WHERE image = 'b.png'");
        QTest::newRow("an override") << QStringLiteral("UPDATE overrides SET decision = 'reject'");
        QTest::newRow("a report") << QStringLiteral("UPDATE runs SET report = '{}'");
        QTest::newRow("a seed") << QStringLiteral("UPDATE runs SET seed = '8'");
        QTest::newRow("an image") << QStringLiteral(
            "DROP TRIGGER enhancements_are_never_deleted; DELETE FROM enhancements");
        QTest::newRow("an image's model")
            << QStringLiteral("DROP TRIGGER enhancements_are_never_changed; UPDATE enhancements SET model_sha256 = ''");
    }

    void whatTheTrailVouchesForCannotBeChangedUnseen() {
        QFETCH(QString, change);
        {
            SQLite::Database raw(m_made->database().string(), SQLite::OPEN_READWRITE);
            raw.exec(change.toStdString());
        }
        QCOMPARE(checked().problems.size(), std::size_t{1});
    }

private:
    StoreCheck checked() const {
        auto store = m_made->open();
        return checkStore(store).value();
    }

    std::unique_ptr<test::MadeStore> m_made;
    std::filesystem::path m_model;
};

QTEST_APPLESS_MAIN(TestStoreCheck)
#include "tst_store_check.moc"
