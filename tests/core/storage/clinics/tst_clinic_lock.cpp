// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/clinic_lock.h"

#include "storage/clinics/clinic_folders.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fstream>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

using namespace limpid;

namespace fs = std::filesystem;

class TestClinicLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aSecondIsRefusedAndToldWhoHasIt() {
        const auto first = ClinicLock::take(folder(), "North");
        QVERIFY(first.has_value());
        const auto second = ClinicLock::take(folder(), "North");
        QVERIFY(!second);
        QVERIFY(second.error().code == ErrorCode::ClinicBusy);
        const auto sentence = QString::fromStdString(englishSentence(second.error()));
        QVERIFY2(
            sentence.contains(QStringLiteral("The clinic North is in use by the program tst_clinic_lock (process ") +
                              QString::number(::getpid())),
            qPrintable(sentence));
        QCOMPARE(ClinicLock::holder(folder())->process, std::to_string(::getpid()));
    }

    void itIsFreeAgainAfterwards() {
        { QVERIFY(ClinicLock::take(folder(), "North").has_value()); }
        QVERIFY(!ClinicLock::holder(folder()));
        QVERIFY(ClinicLock::take(folder(), "North").has_value());
    }

    void lookingDoesNotTakeIt() {
        { QVERIFY(ClinicLock::take(folder(), "North").has_value()); }
        for (int i = 0; i < 100; ++i) {
            QVERIFY(!ClinicLock::holder(folder()));
            QVERIFY(ClinicLock::take(folder(), "North").has_value());
        }
    }

    void theKernelTakesItFromAProgramThatIsKilled() {
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto lock = ClinicLock::take(folder(), "North");
            const char said = lock ? 'y' : 'n';
            static_cast<void>(::write(ready[1], &said, 1) == 1);
            ::pause();
            ::_exit(0);
        }
        char said = 0;
        QCOMPARE(::read(ready[0], &said, 1), ssize_t{1});
        QCOMPARE(said, 'y');
        const auto refused = ClinicLock::take(folder(), "North");
        QVERIFY(!refused);
        QCOMPARE(refused.error().arguments.at(2), std::to_string(child));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QVERIFY(ClinicLock::take(folder(), "North").has_value());
        ::close(ready[0]);
        ::close(ready[1]);
    }

    void anOddLockFileIsShownWithoutItsControlCharacters() {
        const auto lock = ClinicLock::take(folder(), "North");
        std::ofstream(folder() / ClinicFolders::lockFile) << "evil\033[2J\n\n";
        const auto holder = ClinicLock::holder(folder());
        QCOMPARE(holder->program, std::string("evil [2J"));
        QCOMPARE(holder->process, std::string("?"));
    }

    void aFolderThatIsGoneIsNamed() {
        const auto lock = ClinicLock::take(folder() / "gone", "North");
        QVERIFY(!lock);
        QVERIFY(lock.error().code == ErrorCode::FolderNotFound);
    }

    void aFileThatWasRemovedMeanwhileHoldsNothing() {
        const auto first = ClinicLock::take(folder(), "North");
        fs::remove(folder() / ClinicFolders::lockFile);
        QVERIFY(ClinicLock::take(folder(), "North").has_value());
    }

private:
    fs::path folder() const { return m_folder->path().toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(TestClinicLock)
#include "tst_clinic_lock.moc"
