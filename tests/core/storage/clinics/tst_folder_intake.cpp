// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "made_store.h"

#include "storage/clinics/clinic_changes.h"
#include "storage/clinics/store_check.h"
#include "storage/sha256.h"

#include <QTest>

using namespace limpid;

namespace fs = std::filesystem;

namespace {

/// A file with the head of a checkpoint and nothing behind it.
std::string modelWithParent(const std::string& parent) {
    const auto header = R"({"__metadata__":{"parent_sha256":")" + parent + R"("}})";
    std::string bytes;
    for (std::uint64_t length = header.size(), i = 0; i < 8; ++i)
        bytes += static_cast<char>((length >> (8 * i)) & 0xFFU);
    return bytes + header;
}

} // namespace

class TestFolderIntake : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_made = std::make_unique<test::MadeStore>(); }

    void anOldClinicIsTakenInWithItsModelItsRecordAndItsState() {
        const auto folder = m_made->root() / "North";
        test::writeText(folder / "model.safetensors", modelWithParent(std::string(64, 'e')));
        test::writeText(folder / "report.json", R"({"seed": 5, "used": "teacher"})");
        test::writeText(folder / "unfinished.safetensors", "state");
        auto store = m_made->open();
        QVERIFY(store.modelInUse("North").value() == folder / "model.safetensors");
        const auto clinic = store.clinic("North").value();
        const auto whole = store.read([&](StoreTables& tables) -> Result<bool> {
            const auto models = tables.models.of(clinic.id);
            const auto runs = tables.runs.of(clinic.id);
            return models.size() == 1 && models[0].parent == std::string(64, 'e') &&
                   models[0].sha256 == sha256OfFile(folder / "model.safetensors").value() && runs.size() == 1 &&
                   runs[0].seed == 5 && runs[0].outcome == "adapted";
        });
        QVERIFY(whole.value());
        QVERIFY(fs::exists(folder / "unfinished.safetensors"));
        QVERIFY(ClinicRun::begin(store, {"North", "{}", 5, true})->stateFile() == folder / "unfinished.safetensors");
        QVERIFY(checkStore(store)->problems.empty());
    }

    void itIsTakenInOnce() {
        test::writeText(m_made->root() / "North" / "model.safetensors", "weights");
        for (int i = 0; i < 3; ++i)
            static_cast<void>(m_made->open());
        auto store = m_made->open();
        const auto counts = store.read([](StoreTables& tables) -> Result<std::size_t> {
            return tables.clinics.all().size() * 10 + tables.trail.entries().size();
        });
        QCOMPARE(counts.value(), std::size_t{11});
    }

    void aModelThatWaitedGoesOnWaiting() {
        test::writeText(m_made->root() / "North" / "model.safetensors", "old");
        test::writeText(m_made->root() / "North" / "candidate.safetensors", "new");
        auto store = m_made->open();
        QCOMPARE(test::textIn(store.modelInUse("North").value()), std::string("old"));
        QCOMPARE(test::textIn(acceptCandidate(store, "North").value()), std::string("new"));
    }

    void foldersWithoutAnythingOfAClinicAreLeftAlone() {
        fs::create_directories(m_made->root() / "empty");
        test::writeText(m_made->root() / "other" / "notes.txt", "hello");
        QVERIFY(m_made->open().clinics()->empty());
        QVERIFY(fs::exists(m_made->root() / "other" / "notes.txt"));
    }

    void aFolderWithTheNameOfARenamedClinicGetsAnother() {
        {
            auto store = m_made->open();
            QVERIFY(test::adapt(store, "North", "a"));
            QVERIFY(renameClinic(store, "North", "South").has_value());
        }
        test::writeText(m_made->root() / "South" / "model.safetensors", "b");
        auto store = m_made->open();
        QCOMPARE(test::textIn(store.modelInUse("South (2)").value()), std::string("b"));
        QCOMPARE(test::textIn(store.modelInUse("South").value()), std::string("a"));
    }

    void oddFilesDoNoHarm() {
        test::writeText(m_made->root() / "North" / "model.safetensors", std::string(8, '\xff') + "{");
        test::writeText(m_made->root() / "North" / "report.json", "[1, 2");
        auto store = m_made->open();
        QVERIFY(store.modelInUse("North").has_value());
        const auto runs = store.read([](StoreTables& tables) -> Result<std::size_t> {
            return tables.runs.of(tables.clinics.find("North")->id).size();
        });
        QCOMPARE(runs.value(), std::size_t{0});
    }

private:
    std::unique_ptr<test::MadeStore> m_made;
};

QTEST_APPLESS_MAIN(TestFolderIntake)
#include "tst_folder_intake.moc"
