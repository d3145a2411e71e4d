// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/clinic_changes.h"

#include "made_store.h"
#include "storage/clinics/clinic_copy.h"
#include "storage/clinics/store_check.h"

#include <QTest>

using namespace limpid;

namespace fs = std::filesystem;

class TestClinicChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_made = std::make_unique<test::MadeStore>();
        m_store.emplace(m_made->open());
        m_first = test::adapt(*m_store, "North", "first").value();
        m_second = test::adapt(*m_store, "North", "second").value();
    }
    void cleanup() {
        QVERIFY(checkStore(*m_store)->problems.empty());
        m_store.reset();
    }

    void aRenamedClinicKeepsItsModels() {
        QVERIFY(renameClinic(*m_store, "North", "Nord").has_value());
        QVERIFY(m_store->modelInUse("Nord").value() == m_second);
        QVERIFY(m_store->modelInUse("North").error().code == ErrorCode::ClinicNotFound);
        // A new clinic of the old name has a folder of its own.
        const auto other = test::adapt(*m_store, "North", "other").value();
        QVERIFY(other.parent_path() != m_second.parent_path());
        QCOMPARE(test::textIn(m_second), std::string("second"));
    }

    void aNameThatIsTakenOrCannotBeIsRefused() {
        QVERIFY(test::adapt(*m_store, "South", "s"));
        QVERIFY(renameClinic(*m_store, "North", "South").error().code == ErrorCode::ClinicExists);
        QVERIFY(renameClinic(*m_store, "North", "a/b").error().code == ErrorCode::InvalidArgument);
        QVERIFY(renameClinic(*m_store, "East", "West").error().code == ErrorCode::ClinicNotFound);
        QVERIFY(duplicateClinic(*m_store, "North", "South").error().code == ErrorCode::ClinicExists);
    }

    void aDeletedClinicTakesItsFilesAndLeavesItsRecords() {
        QVERIFY(removeClinic(*m_store, "North").has_value());
        QVERIFY(m_store->clinics()->empty());
        QVERIFY(!fs::exists(m_first.parent_path()));
        const auto decisions = m_store->read([](StoreTables& tables) -> Result<std::size_t> {
            return tables.runs.decisionsOn({}, "Jane Doe.png").size();
        });
        QCOMPARE(decisions.value(), std::size_t{2});
        QVERIFY(m_made->open().clinics()->empty()); // and does not come back
        QVERIFY(test::adapt(*m_store, "North", "again"));
    }

    void aFolderThatOutlivedItsClinicGoesAtTheNextOpening() {
        const auto folder = m_first.parent_path();
        const auto marked = m_store->change([](StoreTables& tables) -> Result<void> {
            const auto clinic = tables.clinics.find("North").value();
            for (const auto& model : tables.models.of(clinic.id))
                tables.models.setState(model.id, ModelState::Discarded);
            tables.clinics.markDeleted(clinic.id, "2026-01-01T00:00:00Z");
            return {};
        });
        QVERIFY(marked.has_value()); // the program dies here
        QVERIFY(fs::exists(folder));
        QVERIFY(m_made->open().clinics()->empty());
        QVERIFY(!fs::exists(folder));
    }

    void nobodyDeletesOrRenamesAClinicThatIsWorkedOn() {
        auto run = ClinicRun::begin(*m_store, {"North", "{}", 1, false});
        auto other = m_made->open();
        QVERIFY(removeClinic(other, "North").error().code == ErrorCode::ClinicBusy);
        QVERIFY(renameClinic(other, "North", "Nord").error().code == ErrorCode::ClinicBusy);
        QVERIFY(discardUnfinished(other, "North").error().code == ErrorCode::ClinicBusy);
        QVERIFY(fs::exists(m_first));
    }

    void rollingBackPutsAnEarlierModelToUse() {
        const auto first = findModel(*m_store, "North", "1").value();
        const auto back = rollBack(*m_store, "North", first.sha256.substr(0, 8));
        QCOMPARE(back->id, first.id);
        QVERIFY(m_store->modelInUse("North").value() == m_first);
        QVERIFY(rollBack(*m_store, "North", "2").has_value()); // and forward again
        QVERIFY(m_store->modelInUse("North").value() == m_second);
    }

    void rollingBackToWhatIsNotThereIsRefused() {
        QVERIFY(rollBack(*m_store, "North", "99").error().code == ErrorCode::InvalidArgument);
        QVERIFY(rollBack(*m_store, "North", "abc").error().code == ErrorCode::InvalidArgument);
        QVERIFY(rollBack(*m_store, "East", "1").error().code == ErrorCode::ClinicNotFound);
        test::writeText(m_first, "tampered");
        QVERIFY(rollBack(*m_store, "North", "1").error().code == ErrorCode::ModelCorrupt);
        QVERIFY(m_store->modelInUse("North").value() == m_second);
        test::writeText(m_first, "first");
    }

    void aCandidateCanBeAccepted() {
        const auto third = test::adapt(*m_store, "North", "third", false).value();
        QVERIFY(acceptCandidate(*m_store, "North").value() == third);
        QVERIFY(m_store->modelInUse("North").value() == third);
        QVERIFY(acceptCandidate(*m_store, "North").error().code == ErrorCode::ModelNotFound);
    }

    void aCandidateCanBeTurnedDown() {
        const auto third = test::adapt(*m_store, "North", "third", false).value();
        QVERIFY(discardCandidate(*m_store, "North").has_value());
        QVERIFY(!fs::exists(third));
        QVERIFY(m_store->modelInUse("North").value() == m_second);
        QVERIFY(discardCandidate(*m_store, "North").has_value()); // nothing happens
        const auto only = test::adapt(*m_store, "South", "only", false).value();
        QVERIFY(discardCandidate(*m_store, "South").has_value());
        QVERIFY(!fs::exists(only.parent_path()));
        QVERIFY(m_store->clinic("South").error().code == ErrorCode::ClinicNotFound);
    }

    void aNewerRunReplacesACandidate() {
        const auto third = test::adapt(*m_store, "North", "third", false).value();
        const auto fourth = test::adapt(*m_store, "North", "fourth", false).value();
        QVERIFY(!fs::exists(third) || m_made->open().root() == m_made->root());
        QVERIFY(!fs::exists(third));
        QVERIFY(acceptCandidate(*m_store, "North").value() == fourth);
    }

    void anUnfinishedRunCanBeThrownAway() {
        {
            auto run = ClinicRun::begin(*m_store, {"East", "{}", 1, false});
            test::writeText(run->stateFile(), "state");
            test::writeText(run->stateFile().parent_path() / ".limpid-abc.part", "half a file");
        }
        QVERIFY(discardUnfinished(*m_store, "East").has_value());
        QVERIFY(!fs::exists(m_made->root() / "East"));
        QVERIFY(m_store->clinic("East").error().code == ErrorCode::ClinicNotFound);
    }

    void aDuplicateHasModelsOfItsOwn() {
        QVERIFY(rollBack(*m_store, "North", "1").has_value());
        QVERIFY(duplicateClinic(*m_store, "North", "Copy").has_value());
        const auto copied = m_store->modelInUse("Copy").value();
        QVERIFY(copied.parent_path() != m_first.parent_path());
        QCOMPARE(test::textIn(copied), std::string("first"));
        QVERIFY(removeClinic(*m_store, "North").has_value());
        QCOMPARE(test::textIn(copied), std::string("first"));
        const auto models = m_store->read([](StoreTables& tables) -> Result<std::size_t> {
            return tables.models.of(tables.clinics.find("Copy")->id).size();
        });
        QCOMPARE(models.value(), std::size_t{2});
    }

    void aDuplicateOfADamagedModelIsNotMade() {
        test::writeText(m_first, "tampered");
        QVERIFY(duplicateClinic(*m_store, "North", "Copy").error().code == ErrorCode::ModelCorrupt);
        QCOMPARE(m_store->clinics()->size(), std::size_t{1});
        QCOMPARE(ClinicFolders::list(m_made->root()).size(), std::size_t{1});
        QVERIFY(!fs::exists(m_made->root() / ".staging-Copy"));
        test::writeText(m_first, "first");
    }

private:
    std::unique_ptr<test::MadeStore> m_made;
    std::optional<ClinicStore> m_store;
    fs::path m_first;
    fs::path m_second;
};

QTEST_APPLESS_MAIN(TestClinicChanges)
#include "tst_clinic_changes.moc"
