// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/clinic_store.h"

#include "made_store.h"
#include "storage/clinics/new_clinic.h"

#include <QTest>

#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace limpid;

namespace fs = std::filesystem;

class TestClinicStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyStoreHasNoClinics() {
        const test::MadeStore made;
        auto store = made.open();
        QVERIFY(store.clinics()->empty());
        QVERIFY(store.clinic("North").error().code == ErrorCode::ClinicNotFound);
        QVERIFY(store.modelInUse("North").error().code == ErrorCode::ClinicNotFound);
    }

    void clinicsComeByName() {
        const test::MadeStore made;
        auto store = made.open();
        QVERIFY(test::adapt(store, "眼科", "a") && test::adapt(store, "East", "b"));
        const auto clinics = store.clinics().value();
        QCOMPARE(clinics.at(0).name, std::string("East"));
        QCOMPARE(clinics.at(1).name, std::string("眼科"));
    }

    void aDamagedDatabaseIsRefusedAndTheModelsAreFoundAgainWithoutIt() {
        const test::MadeStore made;
        {
            auto store = made.open();
            QVERIFY(test::adapt(store, "North", "first") && test::adapt(store, "North", "second"));
        }
        test::writeText(made.database(), std::string(8192, '?'));
        const auto refused = ClinicStore::open(made.root());
        QVERIFY(refused.error().code == ErrorCode::StoreDamaged);
        QVERIFY(ClinicStore::openToRead(made.root()).error().code == ErrorCode::StoreDamaged);
        fs::rename(made.database(), made.beside("damaged"));
        auto store = made.open();
        const auto models = store.read([](StoreTables& tables) -> Result<std::size_t> {
            return tables.models.of(tables.clinics.find("North")->id).size();
        });
        QCOMPARE(models.value(), std::size_t{2});
        QVERIFY(test::adapt(store, "North", "third")); // its file does not meet an older one's name
        QVERIFY(made.open().modelInUse("North").has_value());
    }

    void aFolderThatCannotBeMadeIsAnError() {
        const test::MadeStore made;
        test::writeText(made.beside("file"), "in the way");
        QVERIFY(ClinicStore::open(made.beside("file") / "clinics").error().code == ErrorCode::WriteFailed);
        QVERIFY(!ClinicStore::openToRead(made.beside("file") / "clinics"));
    }

    void aStoreThatCannotBeWrittenToIsShown() {
        const test::MadeStore made;
        {
            auto store = made.open();
            QVERIFY(test::adapt(store, "North", "weights"));
        }
        ::chmod(made.root().c_str(), 0555);
        ::chmod(made.database().c_str(), 0444);
        ::chmod(made.root().parent_path().c_str(), 0755);
        const bool root = ::geteuid() == 0; // whom permissions do not stop
        if (root)
            QCOMPARE(::seteuid(65534), 0);
        auto store = ClinicStore::openToRead(made.root());
        const bool shown = store && store->modelInUse("North").has_value();
        const bool changed = store && ClinicRun::begin(*store, {"South", "{}", 1, false}).has_value();
        if (root)
            QCOMPARE(::seteuid(0), 0);
        ::chmod(made.root().c_str(), 0755);
        QVERIFY(shown);
        QVERIFY(!changed);
    }

    void aClinicThatIsBeingPutTogetherIsNotThereYet() {
        const test::MadeStore made;
        auto store = made.open();
        {
            auto fresh = NewClinic::begin(store, "New");
            QVERIFY(fresh.has_value());
            test::writeText(fresh->staging() / "m.safetensors", "weights");
            auto other = made.open();
            QVERIFY(other.clinics()->empty());
            QVERIFY(fs::exists(fresh->staging())); // somebody is at work there
        }
        QVERIFY(!fs::exists(made.root() / ".staging-New"));
        QVERIFY(store.clinics()->empty());
    }

    void whatADeadProgramWasPuttingTogetherGoes() {
        const test::MadeStore made;
        test::writeText(made.root() / ".staging-New" / "m.safetensors", "half");
        QVERIFY(made.open().clinics()->empty());
        QVERIFY(!fs::exists(made.root() / ".staging-New"));
    }

    void aClinicThatWasEnteredGetsItsFolderAtTheNextOpening() {
        const test::MadeStore made;
        {
            auto store = made.open();
            auto fresh = NewClinic::begin(store, "New");
            test::writeText(fresh->staging() / "m.safetensors", "weights");
            QVERIFY(fresh
                        ->enter([](StoreTables& tables, std::int64_t clinic) -> Result<void> {
                            tables.clinics.use(clinic, tables.models.add({0,
                                                                          clinic,
                                                                          std::string(64, 'a'),
                                                                          "m.safetensors",
                                                                          {},
                                                                          std::nullopt,
                                                                          "2026",
                                                                          ModelState::Kept}));
                            return {};
                        })
                        .has_value());
        }
        // As if the program had died between the transaction and the folder's name.
        fs::rename(made.root() / "New", made.root() / ".staging-New");
        auto store = made.open();
        QCOMPARE(test::textIn(store.modelInUse("New").value()), std::string("weights"));
    }

    void aClinicWhoseEntryFailsLeavesNothing() {
        const test::MadeStore made;
        auto store = made.open();
        {
            auto fresh = NewClinic::begin(store, "New");
            const auto entered =
                fresh->enter([](StoreTables&, std::int64_t) -> Result<void> { return fail(ErrorCode::Cancelled); });
            QVERIFY(entered.error().code == ErrorCode::Cancelled);
        }
        QVERIFY(store.clinics()->empty());
        QVERIFY(ClinicFolders::list(made.root()).empty());
    }
};

QTEST_APPLESS_MAIN(TestClinicStore)
#include "tst_clinic_store.moc"
