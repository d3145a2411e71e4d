// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/store_database.h"

#include "storage/clinics/store_schema.h"

#include <QTemporaryDir>
#include <QTest>
#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace limpid;

namespace fs = std::filesystem;

namespace {

constexpr auto one = std::to_array<std::string_view>({"CREATE TABLE notes (text TEXT NOT NULL) STRICT"});
constexpr auto two = std::to_array<std::string_view>(
    {one.front(), "CREATE TABLE more (text TEXT); INSERT INTO more SELECT text FROM notes"});
constexpr auto broken =
    std::to_array<std::string_view>({one.front(), "CREATE TABLE half (text TEXT); INSERT INTO nowhere VALUES (1)"});

Result<void> write(StoreDatabase& database, const std::string& text) {
    return database.change([&]() -> Result<void> {
        SQLite::Statement statement(database.connection(), "INSERT INTO notes VALUES (?)");
        statement.bind(1, text);
        statement.exec();
        return {};
    });
}

int count(StoreDatabase& database, const std::string& table) {
    return database.connection().execAndGet("SELECT count(*) FROM " + table).getInt();
}

} // namespace

class TestStoreDatabase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void itIsMadeAsItShouldBe() {
        auto database = StoreDatabase::open(file(), one);
        QVERIFY(database.has_value());
        auto& connection = database->connection();
        QCOMPARE(connection.execAndGet("PRAGMA journal_mode").getString(), std::string("wal"));
        QCOMPARE(connection.execAndGet("PRAGMA foreign_keys").getInt(), 1);
        QCOMPARE(connection.execAndGet("PRAGMA synchronous").getInt(), 2); // FULL
        QCOMPARE(connection.execAndGet("PRAGMA user_version").getInt(), 1);
    }

    void theLayoutOfThisVersionIsSound() {
        auto database = StoreDatabase::open(file(), storeMigrations());
        QVERIFY(database.has_value());
        QCOMPARE(database->connection().execAndGet("PRAGMA integrity_check").getString(), std::string("ok"));
        QVERIFY(StoreDatabase::open(file(), storeMigrations()).has_value());
    }

    void anOlderLayoutIsBroughtUpAndKeepsItsRows() {
        {
            auto old = StoreDatabase::open(file(), one);
            QVERIFY(write(*old, "kept").has_value());
        }
        auto database = StoreDatabase::open(file(), two);
        QVERIFY(database.has_value());
        QCOMPARE(database->connection().execAndGet("SELECT text FROM more").getString(), std::string("kept"));
    }

    void aMigrationThatFailsChangesNothing() {
        QVERIFY(StoreDatabase::open(file(), one).has_value());
        QVERIFY(!StoreDatabase::open(file(), broken));
        auto database = StoreDatabase::open(file(), one); // still of its old version
        QVERIFY(database.has_value());
        QCOMPARE(database->connection().execAndGet("SELECT count(*) FROM sqlite_schema").getInt(), 1);
    }

    void aNewerLayoutIsRefusedInASentence() {
        QVERIFY(StoreDatabase::open(file(), two).has_value());
        const auto database = StoreDatabase::open(file(), one);
        QVERIFY(!database);
        QVERIFY(database.error().code == ErrorCode::StoreTooNew);
        QVERIFY(englishSentence(database.error()).find("update Limpid") != std::string::npos);
    }

    void aDamagedOrForeignFileIsRefusedInASentence_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("noise") << QByteArray(8192, '\x5a');
        QTest::newRow("short text") << QByteArray(
            "no database, but long enough to have a header of its own. ..........."
            "............................................................");
    }

    void aDamagedOrForeignFileIsRefusedInASentence() {
        QFETCH(QByteArray, bytes);
        std::ofstream(file(), std::ios::binary) << bytes.toStdString();
        const auto database = StoreDatabase::open(file(), one);
        QVERIFY(!database);
        QVERIFY(database.error().code == ErrorCode::StoreDamaged);
    }

    void anotherProgramsDatabaseIsLeftAlone() {
        { SQLite::Database(file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE a (b)"); }
        const auto database = StoreDatabase::open(file(), one);
        QVERIFY(!database);
        QVERIFY(database.error().code == ErrorCode::StoreDamaged);
    }

    void pagesOverwrittenInsideAreFoundWhenTheyAreUsed() {
        {
            auto database = StoreDatabase::open(file(), one);
            for (int i = 0; i < 200; ++i)
                QVERIFY(write(*database, std::string(200, 'x')).has_value());
        }
        {
            std::fstream stream(file(), std::ios::binary | std::ios::in | std::ios::out);
            stream.seekp(4096);
            stream << std::string(8192, '\x5a');
        }
        auto database = StoreDatabase::open(file(), one);
        QVERIFY(database.has_value());
        const auto read = database->read([&]() -> Result<int> { return count(*database, "notes"); });
        QVERIFY(!read);
        QVERIFY(read.error().code == ErrorCode::StoreDamaged);
    }

    void whatFailsHalfWayLeavesNothing() {
        auto database = StoreDatabase::open(file(), one);
        const auto failed = database->change([&]() -> Result<void> {
            database->connection().exec("INSERT INTO notes VALUES ('half')");
            return fail(ErrorCode::Cancelled);
        });
        QVERIFY(failed.error().code == ErrorCode::Cancelled);
        const auto thrown = database->change([&]() -> Result<void> {
            database->connection().exec("INSERT INTO notes VALUES ('half')");
            database->connection().exec("INSERT INTO notes VALUES (NULL)");
            return {};
        });
        QVERIFY(!thrown);
        QCOMPARE(count(*database, "notes"), 0);
    }

    void twoConnectionsWaitForEachOther() {
        QVERIFY(StoreDatabase::open(file(), one).has_value());
        constexpr int writers = 4;
        constexpr int each = 20;
        std::array<int, writers> written{};
        {
            std::vector<std::jthread> threads;
            for (int writer = 0; writer < writers; ++writer)
                threads.emplace_back([this, &written, writer] {
                    auto database = StoreDatabase::open(file(), one);
                    for (int i = 0; database && i < each; ++i)
                        written[static_cast<std::size_t>(writer)] += write(*database, "line") ? 1 : 0;
                });
        }
        for (const int lines : written)
            QCOMPARE(lines, each);
        auto database = StoreDatabase::open(file(), one);
        QCOMPARE(count(*database, "notes"), writers * each);
    }

    void severalMayMakeItAtOnce() {
        std::array<bool, 4> opened{};
        {
            std::vector<std::jthread> threads;
            for (auto& done : opened)
                threads.emplace_back([this, &done] { done = StoreDatabase::open(file(), two).has_value(); });
        }
        for (const bool done : opened)
            QVERIFY(done);
    }

    void aFullDiskIsAnErrorAndTheRowsBeforeItStay() {
        auto database = StoreDatabase::open(file(), one);
        QVERIFY(write(*database, "before").has_value());
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{64 * 1024, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        const auto written = write(*database, std::string(1 << 20, 'x'));
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!written);
        QVERIFY(written.error().code == ErrorCode::DiskFull || written.error().code == ErrorCode::WriteFailed);
        QCOMPARE(count(*database, "notes"), 1);
        QVERIFY(write(*database, "after").has_value());
    }

    void aStoreInAReadOnlyFolderCanBeLookedAt() {
        {
            auto database = StoreDatabase::open(file(), one);
            QVERIFY(write(*database, "line").has_value());
        }
        const auto folder = file().parent_path();
        ::chmod(folder.c_str(), 0555);
        ::chmod(file().c_str(), 0444);
        const bool root = ::geteuid() == 0; // whom permissions do not stop
        if (root)
            QCOMPARE(::seteuid(65534), 0);
        ::chmod(folder.parent_path().c_str(), 0755);
        const auto opened = StoreDatabase::open(file(), one);
        auto database = StoreDatabase::openToRead(file(), one);
        const int lines = database ? count(*database, "notes") : -1;
        if (root)
            QCOMPARE(::seteuid(0), 0);
        ::chmod(folder.c_str(), 0755);
        QVERIFY(!opened || !write(const_cast<StoreDatabase&>(*opened), "no"));
        QCOMPARE(lines, 1);
    }

private:
    fs::path file() const {
        const auto folder = fs::path(m_folder->path().toStdString()) / "a folder with 100 % ?#";
        fs::create_directories(folder);
        ::chmod(m_folder->path().toStdString().c_str(), 0755);
        return folder / "store.sqlite";
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(TestStoreDatabase)
#include "tst_store_database.moc"
