// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "task/atomic_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace limpid;
using namespace Qt::StringLiterals;

namespace {

std::span<const std::byte> bytesOf(std::string_view text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

std::filesystem::path pathOf(const QString& path) {
    return path.toStdString();
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

QStringList everythingIn(const QString& folder) {
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

/// No file of this process may grow beyond `bytes` while it lives.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
};

} // namespace

class TestAtomicFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesTheBytesAndNothingElse() {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"眼底 №1 ö.bin"_s);
        const auto result = writeFileAtomically(pathOf(path), bytesOf(std::string_view("a\0b", 3)));
        QVERIFY(result.has_value());
        QCOMPARE(contentOf(path), QByteArray("a\0b", 3));
        QCOMPARE(everythingIn(folder.path()), QStringList{u"眼底 №1 ö.bin"_s});
    }

    void writesAnEmptyFile() {
        const QTemporaryDir folder;
        QVERIFY(writeFileAtomically(pathOf(folder.filePath(u"empty"_s)), bytesOf("")).has_value());
        QCOMPARE(contentOf(folder.filePath(u"empty"_s)), QByteArray());
        QVERIFY(QFileInfo::exists(folder.filePath(u"empty"_s)));
    }

    void joinsThePiecesOfASource() {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"pieces"_s);
        const auto result = writeFileAtomically(pathOf(path), [](const ByteSink& sink) -> Result<void> {
            for (const auto* piece : {"one ", "", "two ", "three"}) {
                if (auto taken = sink(bytesOf(piece)); !taken)
                    return taken;
            }
            return {};
        });
        QVERIFY(result.has_value());
        QCOMPARE(contentOf(path), QByteArray("one two three"));
    }

    void anExistingFileIsLeftAloneUnlessAsked() {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"there.txt"_s);
        QVERIFY(writeFileAtomically(pathOf(path), bytesOf("old")).has_value());

        bool asked = false;
        const auto refused = writeFileAtomically(pathOf(path), [&asked](const ByteSink&) -> Result<void> {
            asked = true;
            return {};
        });
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::OutputExists);
        QVERIFY2(!asked, "no work should be done for a file that cannot be written");
        QCOMPARE(contentOf(path), QByteArray("old"));

        QVERIFY(writeFileAtomically(pathOf(path), bytesOf("new"), true).has_value());
        QCOMPARE(contentOf(path), QByteArray("new"));
        QCOMPARE(everythingIn(folder.path()).size(), 1);
    }

    void aFileThatAppearsMeanwhileIsNotReplaced() {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"race.txt"_s);
        const auto result = writeFileAtomically(pathOf(path), [&path](const ByteSink& sink) -> Result<void> {
            QFile other(path);
            if (other.open(QIODevice::WriteOnly))
                other.write("other's");
            return sink(bytesOf("ours"));
        });
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::OutputExists);
        QCOMPARE(contentOf(path), QByteArray("other's"));
        QCOMPARE(everythingIn(folder.path()).size(), 1);
    }

    void ofManyWritersExactlyOneWins() {
        const QTemporaryDir folder;
        const auto path = pathOf(folder.filePath(u"one.txt"_s));
        std::atomic<int> winners = 0;
        std::atomic<int> refused = 0;
        {
            std::vector<std::jthread> writers;
            for (int i = 0; i < 8; ++i) {
                writers.emplace_back([&] {
                    const auto result = writeFileAtomically(path, bytesOf("content"));
                    if (result)
                        ++winners;
                    else if (result.error().code == ErrorCode::OutputExists)
                        ++refused;
                });
            }
        }
        QCOMPARE(winners.load(), 1);
        QCOMPARE(refused.load(), 7);
        QCOMPARE(everythingIn(folder.path()), QStringList{u"one.txt"_s});
    }

    void whatTheSourceReportsIsPassedOnAndNothingIsLeft() {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"kept.txt"_s);
        QVERIFY(writeFileAtomically(pathOf(path), bytesOf("old")).has_value());
        const auto result = writeFileAtomically(
            pathOf(path),
            [](const ByteSink& sink) -> Result<void> {
                if (auto taken = sink(bytesOf("half")); !taken)
                    return taken;
                return fail(ErrorCode::Cancelled);
            },
            true);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QCOMPARE(contentOf(path), QByteArray("old"));
        QCOMPARE(everythingIn(folder.path()).size(), 1);
    }

    void anExceptionOfTheSourceLeavesNothing() {
        const QTemporaryDir folder;
        const auto path = pathOf(folder.filePath(u"never.txt"_s));
        const ByteSource throwing = [](const ByteSink&) -> Result<void> {
            throw std::runtime_error("of the source");
        };
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, (void)writeFileAtomically(path, throwing));
        QCOMPARE(everythingIn(folder.path()), QStringList());
    }

    void outOfSpaceIsReportedAsAFullDiskAndNothingIsLeft() {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"large.bin"_s);
        QVERIFY(writeFileAtomically(pathOf(path), bytesOf("old")).has_value());
        const std::vector<std::byte> large(100000, std::byte{7});
        Result<void> result;
        {
            const FileSizeLimit limit(4096);
            result = writeFileAtomically(pathOf(path), large, true);
        }
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::DiskFull);
        QCOMPARE(contentOf(path), QByteArray("old"));
        QCOMPARE(everythingIn(folder.path()).size(), 1);
        // The signal that came with it was consumed: writing goes on as usual.
        QVERIFY(writeFileAtomically(pathOf(path), large, true).has_value());
    }

    void missingFoldersAndFilesInTheirPlaceAreNamed() {
        const QTemporaryDir folder;
        const auto missing = writeFileAtomically(pathOf(folder.filePath(u"no/such.txt"_s)), bytesOf("x"));
        QVERIFY(!missing.has_value());
        QCOMPARE(missing.error().code, ErrorCode::FolderNotFound);
        QCOMPARE(missing.error().arguments.at(0), folder.filePath(u"no"_s).toStdString());

        QVERIFY(writeFileAtomically(pathOf(folder.filePath(u"file"_s)), bytesOf("x")).has_value());
        const auto inFile = writeFileAtomically(pathOf(folder.filePath(u"file/such.txt"_s)), bytesOf("x"));
        QVERIFY(!inFile.has_value());
        QCOMPARE(inFile.error().code, ErrorCode::NotAFolder);
    }

    void aFolderIsNeverReplaced() {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"taken"_s));
        const auto result = writeFileAtomically(pathOf(folder.filePath(u"taken"_s)), bytesOf("x"), true);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::WriteFailed);
        QCOMPARE(everythingIn(folder.path()), QStringList{u"taken"_s});
    }

    void aLinkIsReplacedAndItsTargetUntouched() {
        const QTemporaryDir folder;
        QVERIFY(writeFileAtomically(pathOf(folder.filePath(u"original"_s)), bytesOf("precious")).has_value());
        QVERIFY(QFile::link(folder.filePath(u"original"_s), folder.filePath(u"link"_s)));
        QVERIFY(writeFileAtomically(pathOf(folder.filePath(u"link"_s)), bytesOf("new"), true).has_value());
        QCOMPARE(contentOf(folder.filePath(u"original"_s)), QByteArray("precious"));
        QCOMPARE(contentOf(folder.filePath(u"link"_s)), QByteArray("new"));
        QVERIFY(!QFileInfo(folder.filePath(u"link"_s)).isSymLink());
    }

    void aNewFileFollowsTheUmaskAndAReplacedOneKeepsItsPermissions() {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"mode.txt"_s);
        const auto before = umask(027);
        const auto written = writeFileAtomically(pathOf(path), bytesOf("x"));
        umask(before);
        QVERIFY(written.has_value());
        struct stat status {};
        QCOMPARE(stat(path.toUtf8().constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0640U);

        QCOMPARE(chmod(path.toUtf8().constData(), 0600), 0);
        QVERIFY(writeFileAtomically(pathOf(path), bytesOf("y"), true).has_value());
        QCOMPARE(stat(path.toUtf8().constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
    }

    void aLongNameIsNoProblem() {
        const QTemporaryDir folder;
        const QString name(250, QLatin1Char('n'));
        QVERIFY(writeFileAtomically(pathOf(folder.filePath(name)), bytesOf("x")).has_value());
        QCOMPARE(contentOf(folder.filePath(name)), QByteArray("x"));
    }

    void whatAKilledProgramLeftIsRemovedAndNothingElse() {
        const QTemporaryDir folder;
        const auto write = [&](const QString& name) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("half");
        };
        write(u".limpid-0123456789ab.part"_s);
        write(u".limpid-cdefghijklmn.part"_s);
        write(u".limpid-settings"_s);
        write(u"report.part"_s);
        write(u"model.safetensors"_s);
        QVERIFY(QDir(folder.path()).mkdir(u".limpid-afolder.part"_s));
        QCOMPARE(removeLeftovers(pathOf(folder.path())), 2);
        QCOMPARE(everythingIn(folder.path()), (QStringList{u".limpid-afolder.part"_s, u".limpid-settings"_s,
                                                           u"model.safetensors"_s, u"report.part"_s}));
        QCOMPARE(removeLeftovers(pathOf(folder.path())), 0);
        QCOMPARE(removeLeftovers(pathOf(folder.filePath(u"nowhere"_s))), 0);
    }

    void whatIsBeingWrittenIsNoLeftover() {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"a.bin"_s);
        int removed = -1;
        const auto written = writeFileAtomically(pathOf(path), [&](const ByteSink& sink) {
            auto first = sink(bytesOf("a"));
            removed = removeLeftovers(pathOf(folder.path()));
            return first ? sink(bytesOf("b")) : first;
        });
        QVERIFY(written.has_value());
        QCOMPARE(removed, 0);
        QCOMPARE(contentOf(path), QByteArray("ab"));
    }
};

QTEST_APPLESS_MAIN(TestAtomicFile)
#include "tst_atomic_file.moc"
