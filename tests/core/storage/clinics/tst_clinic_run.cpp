// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "made_store.h"

#include "storage/clinics/store_check.h"
#include "storage/sha256.h"

#include <QTest>

using namespace limpid;

namespace fs = std::filesystem;

class TestClinicRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_made = std::make_unique<test::MadeStore>(); }

    void aRunEntersItsModelWithEverythingAboutIt() {
        auto store = m_made->open();
        const auto file = test::adapt(store, "North", "new weights");
        QVERIFY(file && fs::exists(*file));
        QVERIFY(store.modelInUse("North").value() == *file);
        const auto clinic = store.clinic("North").value();
        const auto whole = store.read([&](StoreTables& tables) -> Result<bool> {
            const auto model = tables.models.find(*clinic.model).value();
            const auto run = tables.runs.find(*model.run).value();
            return model.sha256 == sha256OfFile(*file).value() && model.parent == std::string(64, 'c') &&
                   run.configuration == R"({"epochs":2})" && run.seed == 7 && run.outcome == "adapted" &&
                   !run.ended.empty() && !run.report.empty() && tables.runs.decisions(run.id).size() == 2 &&
                   tables.runs.overrides(run.id).at(0).pick;
        });
        QVERIFY(whole.value());
        QVERIFY(checkStore(store)->problems.empty());
        QVERIFY(!ClinicLock::holder(store.folderOf(clinic)));
    }

    void aSecondModelIsPutBesideTheFirst() {
        auto store = m_made->open();
        const auto first = test::adapt(store, "North", "first");
        const auto second = test::adapt(store, "North", "second");
        QVERIFY(*first != *second);
        QCOMPARE(test::textIn(*first), std::string("first"));
        QVERIFY(store.modelInUse("North").value() == *second);
    }

    void aCandidateIsNotUsedYet() {
        auto store = m_made->open();
        const auto first = test::adapt(store, "North", "first");
        const auto second = test::adapt(store, "North", "second", /*use=*/false);
        QVERIFY(store.modelInUse("North").value() == *first);
        const auto candidate = store.read([&](StoreTables& tables) -> Result<std::string> {
            return tables.models.candidate(tables.clinics.find("North")->id)->file;
        });
        QCOMPARE(candidate.value(), second->filename().string());
    }

    void whileOneRunsNoOtherBegins() {
        auto store = m_made->open();
        const auto run = ClinicRun::begin(store, {"North", "{}", 1, false});
        QVERIFY(run.has_value());
        auto other = m_made->open();
        const auto second = ClinicRun::begin(other, {"North", "{}", 1, false});
        QVERIFY(!second);
        QVERIFY(second.error().code == ErrorCode::ClinicBusy);
        QVERIFY(ClinicRun::begin(other, {"South", "{}", 1, false}).has_value());
        QCOMPARE(other.clinics()->size(), std::size_t{2}); // looking is always possible
    }

    void aModelWithoutItsEntryGoesAndTheRunGoesOn() {
        fs::path file;
        {
            auto store = m_made->open();
            auto run = ClinicRun::begin(store, {"North", "{}", 7, false});
            file = run->modelFile();
            test::writeText(run->stateFile(), "last epoch");
            test::writeText(file, "half a run's model");
        } // the program dies here
        auto store = m_made->open();
        QVERIFY(!fs::exists(file));
        QVERIFY(store.modelInUse("North").error().code == ErrorCode::ModelNotFound);
        auto resumed = ClinicRun::begin(store, {"North", "{}", 99, true});
        QVERIFY(resumed.has_value());
        QVERIFY(resumed->modelFile() == file); // the same run
        test::writeText(file, "the model");
        QVERIFY(resumed->finish(test::ending()).has_value());
        const auto runs = store.read([&](StoreTables& tables) -> Result<std::vector<RunRecord>> {
            return tables.runs.of(tables.clinics.find("North")->id);
        });
        QCOMPARE(runs->size(), std::size_t{1});
        QVERIFY(checkStore(store)->problems.empty());
    }

    void theStateOfARunThatHasEndedGoes() {
        fs::path state;
        {
            auto store = m_made->open();
            auto run = ClinicRun::begin(store, {"North", "{}", 7, false});
            state = run->stateFile();
            test::writeText(state, "last epoch");
            test::writeText(run->modelFile(), "the model");
            static_cast<void>(m_made->open());
            QVERIFY(fs::exists(state)); // it is still running
            QVERIFY(run->finish(test::ending()).has_value());
        } // the program dies before it has removed the state
        auto store = m_made->open();
        QVERIFY(!fs::exists(state));
        QVERIFY(store.modelInUse("North").has_value());
    }

    void theModelOfARunningAdaptationIsLeftAlone() {
        auto store = m_made->open();
        auto run = ClinicRun::begin(store, {"North", "{}", 7, false});
        test::writeText(run->modelFile(), "being entered");
        static_cast<void>(m_made->open()); // another program looks
        QVERIFY(fs::exists(run->modelFile()));
    }

    void aNewRunEndsAnOlderOneThatWasCutOff() {
        {
            auto store = m_made->open();
            const auto run = ClinicRun::begin(store, {"North", "{}", 7, false});
            test::writeText(run->stateFile(), "last epoch");
        }
        auto store = m_made->open();
        QVERIFY(test::adapt(store, "North", "new"));
        const auto runs = store.read([&](StoreTables& tables) -> Result<std::vector<RunRecord>> {
            return tables.runs.of(tables.clinics.find("North")->id);
        });
        QCOMPARE(runs->at(0).outcome, std::string("interrupted"));
        QCOMPARE(runs->at(1).outcome, std::string("adapted"));
    }

    void whatFailsWithoutAnythingToKeepLeavesNoClinic() {
        auto store = m_made->open();
        auto run = ClinicRun::begin(store, {"North", "{}", 7, false});
        QVERIFY(run->giveUp(false, "Only 3 readable images were found.").has_value());
        QVERIFY(store.clinics()->empty());
        QVERIFY(!fs::exists(m_made->root() / "North"));
        QVERIFY(test::adapt(store, "North", "new")); // the name is free again
    }

    void whatFailsWithAStateStaysOpen() {
        auto store = m_made->open();
        auto run = ClinicRun::begin(store, {"North", "{}", 7, false});
        test::writeText(run->stateFile(), "last epoch");
        QVERIFY(run->giveUp(false, "The disk is full.").has_value());
        const auto open = store.read([&](StoreTables& tables) -> Result<bool> {
            return tables.runs.open(tables.clinics.find("North")->id).has_value();
        });
        QVERIFY(open.value());
    }

    void anEntryThatFailsLeavesTheOldModelInUse() {
        auto store = m_made->open();
        const auto first = test::adapt(store, "North", "first");
        auto run = ClinicRun::begin(store, {"North", "{}", 7, false});
        test::writeText(run->modelFile(), "second");
        auto twice = test::ending();
        twice.decisions.push_back(twice.decisions.front()); // two decisions on one image cannot be
        QVERIFY(!run->finish(twice));
        QVERIFY(store.modelInUse("North").value() == *first);
        const auto entered = store.read([&](StoreTables& tables) -> Result<std::size_t> {
            return tables.models.of(tables.clinics.find("North")->id).size();
        });
        QCOMPARE(entered.value(), std::size_t{1});
        QVERIFY(run->finish(test::ending()).has_value()); // it is still open
    }

    void resumingAClinicThatIsNotThereIsRefused() {
        auto store = m_made->open();
        QVERIFY(ClinicRun::begin(store, {"Nroth", "{}", 7, true}).error().code == ErrorCode::ClinicNotFound);
        QVERIFY(store.clinics()->empty());
        QVERIFY(ClinicRun::begin(store, {"../x", "{}", 7, false}).error().code == ErrorCode::InvalidArgument);
    }

private:
    std::unique_ptr<test::MadeStore> m_made;
};

QTEST_APPLESS_MAIN(TestClinicRun)
#include "tst_clinic_run.moc"
