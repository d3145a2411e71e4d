// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "made_store.h"

#include "storage/clinics/clinic_changes.h"
#include "storage/clinics/clinic_copy.h"
#include "storage/clinics/clinic_export.h"
#include "storage/clinics/clinic_import.h"
#include "storage/clinics/image_history.h"
#include "storage/clinics/store_check.h"

#include <QTest>

#include <csignal>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace limpid;

namespace fs = std::filesystem;

namespace {

/// Everything that writes, over and over, until somebody kills the process.
[[noreturn]] void workForEver(const test::MadeStore& made) {
    auto store = ClinicStore::open(made.root());
    for (int i = 0; store; ++i) {
        test::adapt(*store, "North", "weights " + std::to_string(i), i % 3 != 0);
        EnhancedFile file;
        file.input = std::to_string(i) + ".png";
        file.outputSha256 = std::string(64, 'f');
        static_cast<void>(noteEnhanced(*store, file));
        if (i % 3 == 0)
            static_cast<void>(i % 2 == 0 ? discardCandidate(*store, "North")
                                         : Result<void>(acceptCandidate(*store, "North").map([](auto&&) {})));
        static_cast<void>(duplicateClinic(*store, "North", "Copy"));
        static_cast<void>(exportClinic(*store, "Copy", made.beside("copy.tar"), {true, true}));
        static_cast<void>(removeClinic(*store, "Copy"));
        static_cast<void>(importClinic(*store, made.beside("copy.tar"), "Imported"));
        static_cast<void>(renameClinic(*store, "Imported", "Renamed"));
        static_cast<void>(removeClinic(*store, "Renamed"));
        store = ClinicStore::open(made.root());
    }
    ::_exit(1);
}

} // namespace

class TestStoreKill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aProgramKilledAnywhereLeavesASoundStore();
};

void TestStoreKill::aProgramKilledAnywhereLeavesASoundStore() {
    const test::MadeStore made;
    std::mt19937 random(20260301); // NOLINT(cert-msc51-cpp): the same moments each time
    std::uniform_int_distribution<int> moment(1, 120'000);
    std::int64_t entries = 0;
    std::size_t models = 0;
    for (int kill = 0; kill < 50; ++kill) {
        const pid_t child = ::fork();
        if (child == 0)
            workForEver(made);
        ::usleep(static_cast<useconds_t>(moment(random))); // the moment is what is tested
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));

        auto store = made.open();
        const auto check = checkStore(store).value();
        QVERIFY2(check.problems.empty(), check.problems.empty() ? "" : check.problems.front().c_str());
        QVERIFY(check.trailEntries >= entries); // nothing that was noted is lost
        entries = check.trailEntries;
        models = check.models;
        // Nothing lies about that no clinic owns.
        std::size_t files = 0;
        for (const auto& entry : fs::recursive_directory_iterator(made.root())) {
            const auto name = entry.path().filename().string();
            QVERIFY2(!name.starts_with(ClinicFolders::stagingPrefix), entry.path().c_str());
            files += name.ends_with(".safetensors") ? 1 : 0;
        }
        QCOMPARE(files, models);
        const auto clinics = store.clinics().value();
        for (const auto& clinic : clinics)
            if (clinic.model)
                QVERIFY(fs::exists(store.modelInUse(clinic.name).value()));
    }
    QVERIFY(entries > 50);
}

QTEST_APPLESS_MAIN(TestStoreKill)
#include "tst_store_kill.moc"
