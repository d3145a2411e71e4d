// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interrupted_runs.h"

#include "app/made_folder.h"
#include "common/message_bar.h"
#include "storage/clinics/clinic_lock.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <fstream>
#include <map>
#include <memory>

using namespace limpid;

namespace fs = std::filesystem;

class TestInterruptedRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingLeftBehindSaysNothing();
    void anInterruptedRunCanBeGoneOnWith();
    void discardingARunRemovesWhatItLeft();
    void aModelThatWaitsCanBeUsed();
    void aModelThatWaitsCanBeDiscarded();
    void severalAreOfferedOneAfterTheOther();
    void whatWasPutOffIsOfferedAgainWithItsFolder();
    void aDamagedRunIsNotOffered();
    void aClinicThatIsWorkedOnIsNotOffered();
    void aNewRunTakesTheOfferAway();

private:
    fs::path file(const char* clinic, const char* name) const { return m_made->path() / "clinics" / clinic / name; }
    void write(const char* clinic, const char* name) const {
        fs::create_directories(file(clinic, name).parent_path());
        std::ofstream(file(clinic, name)) << clinic;
    }
    std::unique_ptr<InterruptedRuns> make();
    void click(const char* name) const {
        auto* button = m_bar->findChild<QPushButton*>(QLatin1String(name));
        QVERIFY(button != nullptr);
        button->click();
    }
    bool says(const char* text) const {
        return QTest::qWaitFor([&] { return m_bar->sentence().contains(QLatin1String(text)); }, 10'000);
    }

    std::unique_ptr<MadeFolder> m_made;
    std::unique_ptr<ModelCatalog> m_catalog;
    std::unique_ptr<MessageBar> m_bar;
};

namespace {

constexpr auto state = "unfinished.safetensors";
constexpr auto candidate = "candidate.safetensors";
constexpr auto model = "model.safetensors";

/// A state that holds nothing but its clinic's name; "damaged" is one that cannot be read.
Result<UnfinishedRun> readFake(const fs::path& path) {
    std::string clinic;
    std::ifstream(path) >> clinic;
    if (clinic == "Damaged")
        return fail(ErrorCode::CannotResume, {path.string(), "it is damaged"});
    return UnfinishedRun{clinic, "/photographs/" + clinic, "/models/fundus.safetensors", 3, 16};
}

} // namespace

void TestInterruptedRuns::init() {
    m_made = std::make_unique<MadeFolder>();
    m_catalog = std::make_unique<ModelCatalog>(fs::path("/models/fundus.safetensors"), m_made->path() / "clinics");
    m_bar = std::make_unique<MessageBar>();
}

std::unique_ptr<InterruptedRuns> TestInterruptedRuns::make() {
    auto runs = std::make_unique<InterruptedRuns>(*m_catalog, *m_bar, readFake);
    runs->look();
    return runs;
}

void TestInterruptedRuns::nothingLeftBehindSaysNothing() {
    write("North", model);
    write("South", state);
    const auto runs = make();
    QVERIFY(says("South")); // so it has looked
    click("decideLater");
    QVERIFY(m_bar->isHidden());
}

void TestInterruptedRuns::anInterruptedRunCanBeGoneOnWith() {
    write("North", state);
    const auto runs = make();
    UnfinishedRun resumed;
    connect(runs.get(), &InterruptedRuns::resumeRequested, this, [&](const UnfinishedRun& run) { resumed = run; });
    QVERIFY(says("The adaptation to North was interrupted after epoch 3 of 16."));
    click("goOnAdapting");
    QCOMPARE(resumed.clinic, std::string("North"));
    QCOMPARE(resumed.folder, fs::path("/photographs/North"));
    QVERIFY(fs::exists(file("North", state))); // the run needs it
    QVERIFY(m_bar->isHidden());
}

void TestInterruptedRuns::discardingARunRemovesWhatItLeft() {
    write("North", state);
    write("North", ".limpid-abc.part");
    write("South", state);
    write("South", model);
    const auto runs = make();
    QVERIFY(says("North"));
    click("discardLeft");
    QTRY_VERIFY(!fs::exists(file("North", state).parent_path()));
    QVERIFY(says("South"));
    click("discardLeft");
    QTRY_VERIFY(!fs::exists(file("South", state)));
    QVERIFY(fs::exists(file("South", model)));
}

void TestInterruptedRuns::aModelThatWaitsCanBeUsed() {
    write("North", candidate);
    const auto runs = make();
    const QSignalSpy accepted(runs.get(), &InterruptedRuns::modelAccepted);
    QVERIFY(says("A new model for North is ready"));
    click("useLeftModel");
    QTRY_COMPARE(accepted.count(), 1);
    QCOMPARE(accepted.first().first().toString(), toQString(file("North", candidate)));
    QVERIFY(m_catalog->entries().back().path == file("North", candidate));
    QVERIFY(m_catalog->leftBehind().empty());
}

void TestInterruptedRuns::aModelThatWaitsCanBeDiscarded() {
    write("North", candidate);
    write("North", model);
    const auto runs = make();
    QVERIFY(says("North"));
    click("discardLeft");
    QTRY_VERIFY(!fs::exists(file("North", candidate)));
    QVERIFY(fs::exists(file("North", model)));
}

void TestInterruptedRuns::severalAreOfferedOneAfterTheOther() {
    write("East", state);
    write("East", candidate);
    write("North", candidate);
    const auto runs = make();
    QVERIFY(says("interrupted"));
    click("discardLeft");
    QVERIFY(says("A new model for East"));
    click("useLeftModel");
    QVERIFY(says("A new model for North"));
    click("discardLeft");
    QVERIFY(m_bar->isHidden());
}

void TestInterruptedRuns::whatWasPutOffIsOfferedAgainWithItsFolder() {
    write("North", state);
    write("South", state);
    const auto runs = make();
    QVERIFY(says("North"));
    click("decideLater");
    QVERIFY(says("South"));
    click("decideLater");
    QVERIFY(m_bar->isHidden());
    runs->folderOpened("/photographs/South");
    QVERIFY(says("South"));
    click("discardLeft");
    QVERIFY(m_bar->isHidden()); // North is still put off
    QVERIFY(fs::exists(file("North", state)));
}

void TestInterruptedRuns::aDamagedRunIsNotOffered() {
    write("Damaged", state);
    write("North", candidate);
    const auto runs = make();
    QVERIFY(says("A new model for North"));
}

void TestInterruptedRuns::aClinicThatIsWorkedOnIsNotOffered() {
    write("North", state);
    write("South", candidate);
    const auto lock = ClinicLock::take(file("North", state).parent_path(), "North");
    QVERIFY(lock.has_value());
    const auto runs = make();
    QVERIFY(says("A new model for South"));
    click("discardLeft");
    QVERIFY(m_bar->isHidden());
}

void TestInterruptedRuns::aNewRunTakesTheOfferAway() {
    write("North", state);
    const auto runs = make();
    QVERIFY(says("North"));
    runs->runBegins();
    QVERIFY(m_bar->isHidden());
    QVERIFY(fs::exists(file("North", state)));
}

QTEST_MAIN(TestInterruptedRuns)
#include "tst_interrupted_runs.moc"
