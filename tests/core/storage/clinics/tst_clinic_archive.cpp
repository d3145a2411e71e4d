// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "made_store.h"

#include "storage/clinics/clinic_export.h"
#include "storage/clinics/clinic_import.h"
#include "storage/clinics/clinic_manifest.h"
#include "storage/clinics/image_history.h"
#include "storage/clinics/store_check.h"
#include "storage/sha256.h"

#include <QTest>

#include <archive.h>
#include <archive_entry.h>
#include <csignal>
#include <functional>
#include <span>
#include <sys/resource.h>
#include <sys/stat.h>
#include <vector>

using namespace limpid;

namespace fs = std::filesystem;

namespace {

/// One file of an archive made by hand.
struct Part {
    std::string name;
    std::string contents;
    unsigned type = AE_IFREG;
    std::string link = {};
};

void writeArchive(const fs::path& file, const std::vector<Part>& parts, bool gzip = false) {
    auto* archive = archive_write_new();
    archive_write_set_format_pax_restricted(archive);
    if (gzip)
        archive_write_add_filter_gzip(archive);
    archive_write_open_filename(archive, file.c_str());
    for (const auto& part : parts) {
        auto* entry = archive_entry_new();
        archive_entry_set_pathname(entry, part.name.c_str());
        archive_entry_set_filetype(entry, part.type);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(part.contents.size()));
        if (!part.link.empty())
            archive_entry_set_symlink(entry, part.link.c_str());
        archive_write_header(archive, entry);
        archive_write_data(archive, part.contents.data(), part.contents.size());
        archive_entry_free(entry);
    }
    archive_write_close(archive);
    archive_write_free(archive);
}

std::string sumOf(const std::string& text) {
    return sha256Of(std::as_bytes(std::span(text))).value();
}

/// A clinic with one model that holds "weights".
ClinicManifest manifest() {
    ClinicManifest made;
    made.name = "Away";
    made.inUse = sumOf("weights");
    made.models = {{made.inUse, {}, "2026-01-01T00:00:00Z", 7, std::nullopt}};
    return made;
}

Part list(const ClinicManifest& contents) {
    return {manifestName, contents.toJson()};
}

Part weights() {
    return {archivedModelName(sumOf("weights")), "weights"};
}

} // namespace

class TestClinicArchive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_here = std::make_unique<test::MadeStore>();
        m_there = std::make_unique<test::MadeStore>();
    }

    void aClinicComesBackWhole() {
        exportNorth({true, false});
        auto there = m_there->open();
        QCOMPARE(importClinic(there, archive()).value(), std::string("North"));
        QCOMPARE(test::textIn(there.modelInUse("North").value()), std::string("first")); // the one in use
        const auto clinic = there.clinic("North").value();
        const auto whole = there.read([&](StoreTables& tables) -> Result<bool> {
            const auto models = tables.models.of(clinic.id);
            const auto runs = tables.runs.of(clinic.id);
            return models.size() == 2 && models[0].parent == std::string(64, 'c') && models[0].run == runs[0].id &&
                   runs.size() == 2 && runs[0].seed == 7 && tables.runs.decisions(runs[0].id).size() == 2 &&
                   tables.runs.decisions(runs[0].id)[0].image == "Jane Doe.png" &&
                   tables.runs.overrides(runs[1].id).at(0).pick && tables.enhancements.of(clinic.id).size() == 1;
        });
        QVERIFY(whole.value());
        QVERIFY(checkStore(there)->problems.empty());
        QVERIFY(fs::exists(m_there->root() / "North"));
    }

    void namesOfImagesStayAtHomeUnlessAskedFor() {
        exportNorth({});
        const auto bytes = test::textIn(archive());
        for (const auto* name : {"Jane", "b.png", "eye.png", "/home/eye"})
            QVERIFY2(bytes.find(name) == std::string::npos, name);
        auto there = m_there->open();
        QVERIFY(importClinic(there, archive()).has_value());
        QCOMPARE(historyOf(there, std::string(64, 'a'))->decisions.size(), std::size_t{2}); // by their hashes
        // What the guard decided goes along under the same names as the picker's decisions.
        const auto guard = there.read([&](StoreTables& tables) -> Result<std::string> {
            return tables.runs.of(tables.clinics.find("North")->id).front().report;
        });
        QVERIFY(guard->find(R"("name":")" + std::string(16, 'b') + R"(","used":"adapted")") != std::string::npos);
        QVERIFY(checkStore(there)->problems.empty());
    }

    void itIsNotWrittenOverAFileUnlessAsked() {
        exportNorth({});
        auto here = m_here->open();
        QVERIFY(exportClinic(here, "North", archive()).error().code == ErrorCode::OutputExists);
        QVERIFY(exportClinic(here, "North", archive(), {false, true}).has_value());
        QVERIFY(exportClinic(here, "East", archive()).error().code == ErrorCode::ClinicNotFound);
    }

    void aDamagedModelIsNotExported() {
        auto here = m_here->open();
        test::writeText(test::adapt(here, "North", "weights").value(), "tampered");
        QVERIFY(exportClinic(here, "North", archive()).error().code == ErrorCode::ModelCorrupt);
        QVERIFY(!fs::exists(archive()));
    }

    void aNameThatIsTakenNeedsAnother() {
        exportNorth({});
        auto here = m_here->open();
        QVERIFY(importClinic(here, archive()).error().code == ErrorCode::ClinicExists);
        QCOMPARE(importClinic(here, archive(), "North again").value(), std::string("North again"));
        QVERIFY(importClinic(here, archive(), "../up").error().code == ErrorCode::InvalidArgument);
    }

    void hostileFilesAreRefusedAndLeaveNothing_data() {
        QTest::addColumn<std::function<void(const fs::path&)>>("write");
        const auto row = [](const char* name, std::vector<Part> parts) {
            QTest::newRow(name) << std::function<void(const fs::path&)>(
                [parts = std::move(parts)](const fs::path& file) { writeArchive(file, parts); });
        };
        const auto changed = [](const std::function<void(ClinicManifest&)>& change) {
            auto contents = manifest();
            change(contents);
            return std::vector<Part>{list(contents), weights()};
        };
        QTest::newRow("noise") << std::function<void(const fs::path&)>(
            [](const fs::path& file) { test::writeText(file, std::string(4096, '\x5a')); });
        QTest::newRow("empty") << std::function<void(const fs::path&)>(
            [](const fs::path& file) { test::writeText(file, ""); });
        QTest::newRow("compressed") << std::function<void(const fs::path&)>([](const fs::path& file) {
            writeArchive(file, {list(manifest()), weights()}, true);
        });
        row("no list of contents", {weights()});
        row("a list that is no JSON", {{manifestName, "{"}});
        row("a list of another format", {{manifestName, R"({"format":"other","version":1})"}});
        row("a model missing", {list(manifest())});
        row("a file more", {list(manifest()), weights(), {"more", "x"}});
        row("a model twice", {list(manifest()), weights(), weights()});
        row("a path upwards", {list(manifest()), {"../../" + weights().name, "weights"}});
        row("an absolute path", {list(manifest()), {"/tmp/" + weights().name, "weights"}});
        row("a link", {list(manifest()), {weights().name, "", AE_IFLNK, "/etc/passwd"}});
        row("a folder", {list(manifest()), {"models/", "", AE_IFDIR, ""}, weights()});
        row("other contents", {list(manifest()), {weights().name, "Weights"}});
        row("another size", {list(manifest()), {weights().name, "weights and more"}});
        row("a size that overflows", changed([](ClinicManifest& c) { c.models[0].bytes = UINT64_MAX; }));
        row("a checksum with a path in it",
            changed([](ClinicManifest& c) { c.models[0].sha256 = "../" + std::string(61, 'a'); }));
        row("an unknown model in use", changed([](ClinicManifest& c) { c.inUse = std::string(64, 'a'); }));
        row("a run that is not there", changed([](ClinicManifest& c) { c.models[0].run = 3; }));
        row("an image decided twice", changed([](ClinicManifest& c) {
                c.runs.push_back({{0, 0, "{}", 1, "2026", "2026", "adapted", "{}"},
                                  {{"a", {}, true, "r", "{}"}, {"a", {}, true, "r", "{}"}},
                                  {}});
            }));
        row("a name that cannot be", changed([](ClinicManifest& c) { c.name = "../../etc"; }));
    }

    void hostileFilesAreRefusedAndLeaveNothing() {
        QFETCH(std::function<void(const fs::path&)>, write);
        auto there = m_there->open();
        write(archive());
        const auto name = importClinic(there, archive());
        QVERIFY(!name);
        const auto code = name.error().code;
        QVERIFY2(code == ErrorCode::ArchiveUnusable || code == ErrorCode::InvalidArgument,
                 englishSentence(name.error()).c_str());
        requireNothing(there);
    }

    void anArchiveCutOffAnywhereIsRefused() {
        exportNorth({});
        const auto whole = test::textIn(archive());
        auto there = m_there->open();
        // The last two blocks of 512 bytes and what pads them only say that the archive ends.
        for (std::size_t length = 0; length + 10240 < whole.size(); length += 512) {
            test::writeText(archive(), whole.substr(0, length));
            QVERIFY2(!importClinic(there, archive()), std::to_string(length).c_str());
        }
        requireNothing(there);
    }

    void aChangedByteNeverComesInUnseen() {
        exportNorth({});
        const auto whole = test::textIn(archive());
        auto there = m_there->open();
        int refused = 0;
        for (std::size_t place = 0; place < whole.size(); place += 97) {
            auto bytes = whole;
            bytes[place] = static_cast<char>(bytes[place] ^ 0x20);
            test::writeText(archive(), bytes);
            const auto name = importClinic(there, archive(), "N" + std::to_string(place));
            if (!name) {
                ++refused;
                continue;
            }
            // What is let in holds the models as they were.
            const auto text = test::textIn(there.modelInUse(*name).value());
            QVERIFY(text == "first" || text == "second");
        }
        QVERIFY(refused > 0);
        QVERIFY(checkStore(there)->problems.empty());
    }

    void aFullDiskLeavesNothing() {
        auto here = m_here->open();
        QVERIFY(test::adapt(here, "North", std::string(1 << 20, 'w')));
        QVERIFY(exportClinic(here, "North", archive()).has_value());
        auto there = m_there->open();
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{512 * 1024, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        const auto name = importClinic(there, archive());
        const auto again = exportClinic(here, "North", m_here->beside("second.tar"));
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY(name.error().code == ErrorCode::DiskFull);
        QVERIFY(again.error().code == ErrorCode::DiskFull);
        QVERIFY(!fs::exists(m_here->beside("second.tar")));
        requireNothing(there);
        QVERIFY(importClinic(there, archive()).has_value());
    }

    void whatIsNoFileIsRefused() {
        auto there = m_there->open();
        QVERIFY(importClinic(there, m_there->beside("gone")).error().code == ErrorCode::FileNotFound);
        QVERIFY(importClinic(there, m_there->root()).error().code == ErrorCode::ArchiveUnusable);
        QCOMPARE(::mkfifo(m_there->beside("pipe").c_str(), 0644), 0);
        QVERIFY(importClinic(there, m_there->beside("pipe")).error().code == ErrorCode::ArchiveUnusable);
    }

private:
    fs::path archive() const { return m_here->beside("north.tar"); }

    /// Two models, the first in use, and an image made with it.
    void exportNorth(const ClinicExportOptions& options) {
        auto here = m_here->open();
        const auto first = test::adapt(here, "North", "first").value();
        QVERIFY(test::adapt(here, "North", "second"));
        const auto used = here.change([](StoreTables& tables) -> Result<void> {
            const auto clinic = tables.clinics.find("North").value();
            tables.clinics.use(clinic.id, tables.models.of(clinic.id).front().id);
            return {};
        });
        QVERIFY(used.has_value());
        EnhancedFile file;
        file.input = "eye.png";
        file.output = "eye.png";
        file.inputSha256 = std::string(64, '1');
        file.outputSha256 = std::string(64, '2');
        file.modelSha256 = sha256OfFile(first).value();
        QVERIFY(noteEnhanced(here, file).has_value());
        const auto written = exportClinic(here, "North", archive(), options);
        QVERIFY(written.has_value());
    }

    void requireNothing(ClinicStore& store) {
        QVERIFY(store.clinics()->empty());
        for (const auto& entry : fs::directory_iterator(m_there->root()))
            QVERIFY2(entry.path().filename().string().starts_with(ClinicFolders::databaseFile), entry.path().c_str());
    }

    std::unique_ptr<test::MadeStore> m_here;
    std::unique_ptr<test::MadeStore> m_there;
};

Q_DECLARE_METATYPE(std::function<void(const fs::path&)>)

QTEST_APPLESS_MAIN(TestClinicArchive)
#include "tst_clinic_archive.moc"
