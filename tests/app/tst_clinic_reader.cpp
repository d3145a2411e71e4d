// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinic_reader.h"

#include "clinics/clinic_words.h"
#include "core/storage/clinics/made_store.h"
#include "storage/clinics/clinic_changes.h"
#include "storage/clinics/image_history.h"
#include "storage/sha256.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace limpid;

class TestClinicReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_made = std::make_unique<test::MadeStore>();
        m_store.emplace(m_made->open());
    }
    void cleanup() { m_store.reset(); }

    void anEmptyStoreHasNoClinics() { QCOMPARE(readClinics(m_made->root())->size(), 0); }

    void aClinicIsListedWithWhatItHas() {
        QVERIFY(test::adapt(*m_store, "North", "one"));
        const auto model = test::adapt(*m_store, "North", "two");
        QVERIFY(test::adapt(*m_store, "South", "candidate", /*use=*/false));
        enhance("eye.png", *model);
        enhance("eye.png", *model); // once more, and counted once
        const auto clinics = readClinics(m_made->root()).value();
        QCOMPARE(clinics.size(), 2);
        QCOMPARE(clinics[0].name, QStringLiteral("North"));
        QCOMPARE(clinics[0].models, 2);
        QCOMPARE(clinics[0].photographs, 1);
        QVERIFY(clinics[0].modelMade.isValid() && clinics[0].lastRun.isValid());
        QVERIFY(!clinics[0].waits && !clinics[0].unfinished);
        QVERIFY(clinics[1].waits && !clinics[1].modelMade.isValid());
    }

    void whoHoldsAClinicIsTold() {
        QVERIFY(test::adapt(*m_store, "North", "one"));
        const auto folder = m_store->folderOf(*m_store->clinic("North"));
        {
            const auto lock = ClinicLock::take(folder, "North");
            QVERIFY(readClinics(m_made->root())->front().hold == ClinicHold::Here);
        }
        QVERIFY(readClinics(m_made->root())->front().hold == ClinicHold::Free);
        std::array<int, 2> ready{};
        QCOMPARE(::pipe(ready.data()), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto lock = ClinicLock::take(folder, "North");
            static_cast<void>(::write(ready[1], "x", 1) == 1);
            ::pause();
            ::_exit(0);
        }
        char said = 0;
        QCOMPARE(::read(ready[0], &said, 1), ssize_t{1});
        const auto held = readClinics(m_made->root())->front();
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QVERIFY(held.hold == ClinicHold::Elsewhere);
        QCOMPARE(held.holder.process, QString::number(child));
    }

    void anUnfinishedRunIsTold() {
        QVERIFY(test::adapt(*m_store, "North", "one"));
        const auto run = ClinicRun::begin(*m_store, {"North", R"({"form":"paper"})", 3, false});
        test::writeText(run->stateFile(), "state");
        QVERIFY(readClinics(m_made->root())->front().unfinished);
        const auto contents = readClinic(m_made->root(), QStringLiteral("North")).value();
        QVERIFY(contents.runs.front().end == ClinicRunEnd::Open);
        QVERIFY(!contents.runs.front().ended.isValid());
        QCOMPARE(contents.runs.front().form, QStringLiteral("paper"));
    }

    void modelsAndRunsStandWithTheirFigures() {
        auto run = ClinicRun::begin(*m_store, {"North", "{}", 7, false});
        test::writeText(run->modelFile(), "weights");
        auto ending = test::ending();
        ending.configuration = R"({"form":"limpid"})";
        ending.report = R"({"probe":{"source":{"psnr":24.0},"kept":{"psnr":25.5}},"epochs":[{},{},{}],"images":14,)"
                        R"("device":"Abacus","reason":"It is better."})";
        QVERIFY(run->finish(ending).has_value());
        const auto contents =
            readClinic(m_made->root(), QStringLiteral("North"), {std::string(64, 'c'), "fundus"}).value();
        QCOMPARE(contents.models.size(), 1);
        QVERIFY(contents.models.front().inUse);
        QCOMPARE(contents.models.front().probe->gain(), 1.5);
        QCOMPARE(contents.models.front().parentName, QStringLiteral("fundus"));
        const auto& listed = contents.runs.front();
        QVERIFY(listed.end == ClinicRunEnd::Adapted);
        QCOMPARE(listed.epochs, 2); // the first entry is the state before them
        QCOMPARE(listed.photographs, 14);
        QCOMPARE(listed.device, QStringLiteral("Abacus"));
        QCOMPARE(listed.reason, QStringLiteral("It is better."));
        QCOMPARE(listed.seed, QStringLiteral("7"));
    }

    void whatTheGuardDecidedStandsWithTheRun() {
        auto run = ClinicRun::begin(*m_store, {"North", "{}", 7, false});
        test::writeText(run->modelFile(), "weights");
        auto ending = test::ending();
        ending.report = R"({"guard":[{"name":"眼.png","used":"source","cause":"looks worse","reason":"It is worse.",)"
                        R"("forecast":0.75,"good_original":0.25,"good_source":0.5,"good_adapted":0.4},)"
                        R"({"name":"b.png","used":"adapted","reason":"As it was written.","forecast":null},)"
                        R"({"name":"c.png","used":"something newer"}, 5]})";
        QVERIFY(run->finish(ending).has_value());
        const auto guarded = readClinic(m_made->root(), QStringLiteral("North"))->runs.front().guarded;
        QCOMPARE(guarded.size(), 2);
        QCOMPARE(guarded[0].name, QStringLiteral("眼.png"));
        QVERIFY(guarded[0].verdict.choice == GuardChoice::Source);
        QVERIFY(guarded[0].verdict.reason == GuardReason::LooksWorse);
        QVERIFY(guarded[0].recorded.isEmpty()); // said in the window's own words
        QCOMPARE(guarded[0].verdict.forecast, 0.75);
        QCOMPARE(guarded[0].verdict.goodOriginal, 0.25);
        QCOMPARE(guarded[0].verdict.goodSource, 0.5);
        QCOMPARE(guarded[0].verdict.goodAdapted, 0.4);
        QCOMPARE(guarded[1].recorded, QStringLiteral("As it was written."));
        QVERIFY(std::isnan(guarded[1].verdict.forecast) && std::isnan(guarded[1].verdict.goodSource));
    }

    void aRunWithoutAGuardHasNoList() {
        auto run = ClinicRun::begin(*m_store, {"North", "{}", 7, false});
        test::writeText(run->modelFile(), "weights");
        auto ending = test::ending();
        ending.report = "{}";
        QVERIFY(run->finish(ending).has_value());
        QVERIFY(readClinic(m_made->root(), QStringLiteral("North"))->runs.front().guarded.isEmpty());
    }

    void aRunThatNeverReachedTheProbeHasNoGain() {
        QVERIFY(test::adapt(*m_store, "North", "one")); // its report has no figures
        const auto contents = readClinic(m_made->root(), QStringLiteral("North")).value();
        QVERIFY(!contents.models.front().probe);
        QVERIFY(!contents.runs.front().probe);
        QVERIFY(contents.models.front().parentName.isEmpty());
    }

    void theHistoryHasEverythingWithTheNewestFirst() {
        const auto model = test::adapt(*m_store, "North", "one");
        enhance("eye.png", *model);
        QVERIFY(renameClinic(*m_store, "North", "East").has_value());
        QVERIFY(test::adapt(*m_store, "South", "two"));
        const auto contents = readClinic(m_made->root(), QStringLiteral("East")).value();
        QStringList actions;
        for (const auto& event : contents.events)
            actions << event.action;
        for (const auto& action : {QStringLiteral("clinic created"), QStringLiteral("run started"),
                                   QStringLiteral("run ended"), QStringLiteral("clinic renamed")})
            QCOMPARE(actions.count(action), 1); // and not those of the other clinic
        QVERIFY(actions.indexOf(QStringLiteral("clinic renamed")) < actions.indexOf(QStringLiteral("run ended")));
        QVERIFY(actions.indexOf(QStringLiteral("run ended")) < actions.indexOf(QStringLiteral("run started")));
        QCOMPARE(actions.count(photograph_action::enhanced), 1);
        QCOMPARE(actions.count(QStringLiteral("image written")), 0); // that is the same
        QCOMPARE(actions.count(photograph_action::accepted), 1);
        QCOMPARE(actions.count(photograph_action::rejected), 1);
        QCOMPARE(actions.count(photograph_action::pickedByHand), 1);
        const auto& renamed = contents.events[actions.indexOf(QStringLiteral("clinic renamed"))];
        QCOMPARE(eventDetail(renamed), QStringLiteral("North became East"));
        const auto& rejected = contents.events[actions.indexOf(photograph_action::rejected)];
        QCOMPARE(rejected.photograph, QStringLiteral("b.png"));
        QVERIFY(eventDetail(rejected).contains(QStringLiteral("The structure judge refuses it.")));
    }

    void theHistoryOfAnImageNamesTheClinics() {
        const auto model = test::adapt(*m_store, "North", "one");
        enhance("b.png", *model);
        QVERIFY(test::adapt(*m_store, "South", "two"));
        const auto events = readImageHistory(m_made->root(), QStringLiteral("b.png")).value();
        QCOMPARE(events.size(), 5); // enhanced once; judged and decided by hand in each of two runs
        const auto of = [&events](const char* clinic) {
            return std::count_if(events.begin(), events.end(),
                                 [clinic](const ClinicEvent& event) { return event.clinic == QLatin1String(clinic); });
        };
        QCOMPARE(of("North"), 3);
        QCOMPARE(of("South"), 2);
        QVERIFY(readImageHistory(m_made->root(), QStringLiteral("nowhere.png"))->isEmpty());
    }

    void whatIsNotThereIsAnError() {
        QCOMPARE(readClinic(m_made->root(), QStringLiteral("Nowhere")).error().code, ErrorCode::ClinicNotFound);
        m_store.reset();
        test::writeText(m_made->database(), std::string(4096, 'x'));
        QCOMPARE(readClinics(m_made->root()).error().code, ErrorCode::StoreDamaged);
    }

private:
    void enhance(const char* name, const std::filesystem::path& model) {
        EnhancedFile file;
        file.input = name;
        file.inputSha256 = std::string(64, '1');
        file.output = std::string("enhanced ") + name;
        file.outputSha256 = std::string(64, '2');
        file.modelSha256 = sha256OfFile(model).value();
        file.written = "2026-01-01T00:00:00Z";
        QVERIFY(noteEnhanced(*m_store, file).has_value());
    }

    std::unique_ptr<test::MadeStore> m_made;
    std::optional<ClinicStore> m_store;
};

QTEST_GUILESS_MAIN(TestClinicReader)
#include "tst_clinic_reader.moc"
