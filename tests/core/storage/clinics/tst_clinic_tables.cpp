// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "made_store.h"

#include <QTest>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace limpid;

class TestClinicTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClinicIsFoundByNameUntilItIsDeleted() {
        const test::MadeStore made;
        auto store = made.open();
        const auto done = store.change([](StoreTables& tables) -> Result<void> {
            const auto id = tables.clinics.add("North", "North", "2026-01-01T00:00:00Z");
            if (tables.clinics.find("North").value().id != id || !tables.clinics.ownsFolder("North"))
                return fail(ErrorCode::Internal);
            tables.clinics.markDeleted(id, "2026-01-02T00:00:00Z");
            if (tables.clinics.find("North") || tables.clinics.nameOf(id) != "North")
                return fail(ErrorCode::Internal);
            // The name is free again, the folder not yet.
            tables.clinics.add("North", "North-2", "2026-01-03T00:00:00Z");
            if (tables.clinics.all().size() != 1 || tables.clinics.deletedWithFolder().size() != 1)
                return fail(ErrorCode::Internal);
            tables.clinics.releaseFolder(id);
            return tables.clinics.ownsFolder("North") ? fail(ErrorCode::Internal) : Result<void>();
        });
        QVERIFY(done.has_value());
    }

    void twoClinicsCannotHaveOneName() {
        const test::MadeStore made;
        auto store = made.open();
        const auto twice = store.change([](StoreTables& tables) -> Result<void> {
            tables.clinics.add("North", "a", "2026");
            tables.clinics.add("North", "b", "2026");
            return {};
        });
        QVERIFY(!twice);
        QVERIFY(store.clinics().value().empty());
    }

    void aModelComesBackAsItWasEntered() {
        const test::MadeStore made;
        auto store = made.open();
        const auto same = store.change([](StoreTables& tables) -> Result<bool> {
            const auto clinic = tables.clinics.add("North", "North", "2026");
            const auto run = tables.runs.add({0, clinic, "{}", 1, "2026", {}, {}, {}});
            const ClinicModel model{0,   clinic,    std::string(64, 'a'), "m.safetensors", std::string(64, 'b'),
                                    run, "2026-02", ModelState::Candidate};
            const auto id = tables.models.add(model);
            const auto found = tables.models.candidate(clinic).value();
            tables.models.setState(id, ModelState::Kept);
            return found.id == id && found.sha256 == model.sha256 && found.file == model.file &&
                   found.parent == model.parent && found.run == run && found.created == model.created &&
                   tables.models.find(id)->state == ModelState::Kept && !tables.models.candidate(clinic) &&
                   tables.models.clinicOf(model.sha256) == clinic && !tables.models.clinicOf("unknown");
        });
        QVERIFY(same.value());
    }

    void aModelOfNoClinicIsRefused() {
        const test::MadeStore made;
        auto store = made.open();
        const auto added = store.change([](StoreTables& tables) -> Result<void> {
            tables.models.add({0, 99, std::string(64, 'a'), "m", {}, std::nullopt, "2026", ModelState::Kept});
            return {};
        });
        QVERIFY(!added);
    }

    void aRunKeepsEverySeed() {
        const test::MadeStore made;
        auto store = made.open();
        const auto seed = store.change([](StoreTables& tables) -> Result<std::uint64_t> {
            const auto clinic = tables.clinics.add("North", "North", "2026");
            const auto run = tables.runs.add({0, clinic, "{}", UINT64_MAX, "2026", {}, {}, {}});
            if (tables.runs.open(clinic) != run)
                return fail(ErrorCode::Internal);
            auto record = tables.runs.find(run).value();
            record.ended = "2027";
            record.outcome = "adapted";
            tables.runs.end(record);
            return tables.runs.open(clinic) ? 0 : tables.runs.find(run)->seed;
        });
        QCOMPARE(seed.value(), UINT64_MAX);
    }

    void decisionsAreFoundByHashAndByName() {
        const test::MadeStore made;
        auto store = made.open();
        const auto found = store.change([](StoreTables& tables) -> Result<std::size_t> {
            const auto clinic = tables.clinics.add("North", "North", "2026");
            const auto run = tables.runs.add({0, clinic, "{}", 1, "2026", {}, {}, {}});
            tables.runs.addDecision(run, {"a.png", std::string(64, 'a'), true, "good", "{}"});
            tables.runs.addDecision(run, {"b.png", {}, false, "bad", "{}"});
            tables.runs.addOverride(run, {"b.png", {}, true});
            if (!tables.runs.overridesOn({}, "b.png").at(0).second.pick)
                return fail(ErrorCode::Internal);
            // An empty hash, of a photograph that could not be read, fits nothing.
            return tables.runs.decisionsOn(std::string(64, 'a'), {}).size() * 100 +
                   tables.runs.decisionsOn({}, "b.png").size() * 10 + tables.runs.decisionsOn({}, {}).size();
        });
        QCOMPARE(found.value(), std::size_t{110});
    }

    void writtenImagesAreNeverChanged() {
        const test::MadeStore made;
        auto store = made.open();
        QVERIFY(store
                    .change([](StoreTables& tables) -> Result<void> {
                        EnhancedFile file;
                        file.input = "a.png";
                        file.outputSha256 = std::string(64, 'd');
                        tables.enhancements.add(file);
                        return {};
                    })
                    .has_value());
        for (const auto* change : {"UPDATE enhancements SET input = 'b'", "DELETE FROM enhancements"}) {
            const auto done = store.change([&](StoreTables&) -> Result<void> {
                store.database().connection().exec(change);
                return {};
            });
            QVERIFY(!done);
        }
        const auto found = store.read([](StoreTables& tables) -> Result<std::vector<EnhancedFile>> {
            return tables.enhancements.ofImage(std::string(64, 'd'), {});
        });
        QCOMPARE(found->at(0).input, std::string("a.png"));
    }
};

QTEST_APPLESS_MAIN(TestClinicTables)
#include "tst_clinic_tables.moc"
