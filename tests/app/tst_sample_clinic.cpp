// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sample_clinic.h"

#include "app/made_folder.h"
#include "app/workstation_fakes.h"
#include "imaging/image_folder.h"
#include "inference/sample_clinic.h"

#include <QSignalSpy>
#include <QTest>

#include <fstream>
#include <memory>

using namespace limpid;

namespace fs = std::filesystem;

class TestSampleClinic : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itIsMadeOnceAndThenOpened();
    void cancellingLeavesNothing();
    void theEndLeavesNothing();
    void aFailureIsASentenceAndLeavesNothing();
    void whatAnInterruptedProgramLeftIsNoClinic();
    void withoutAPlaceNoneIsOffered();
    void theRealOneIsAFolderOfPhotographsWithReferences();

private:
    fs::path place() const { return m_made->path(QStringLiteral("own/sample-clinic")); }
    bool isEmpty() const {
        return !fs::exists(place()) && (!fs::exists(place().parent_path()) || fs::is_empty(place().parent_path()));
    }

    std::unique_ptr<MadeFolder> m_made;
};

namespace {

constexpr int patienceMs = 30'000;

void writeOne(const fs::path& folder) {
    fs::create_directories(folder / "images");
    std::ofstream(folder / "images" / "a.png") << "eye";
}

/// Writes half a clinic, and then nothing until somebody asks to stop.
Result<void> makeHalf(const fs::path& folder, Progress progress, const std::stop_token& stop) {
    writeOne(folder);
    progress.set(0.5);
    waitForStop(stop);
    return fail(ErrorCode::Cancelled);
}

} // namespace

void TestSampleClinic::init() {
    m_made = std::make_unique<MadeFolder>();
}

void TestSampleClinic::itIsMadeOnceAndThenOpened() {
    int made = 0;
    SampleClinic clinic(place(), [&made](const fs::path& folder, Progress progress, const std::stop_token&) {
        ++made;
        writeOne(folder);
        progress.set(1.0);
        return Result<void>();
    });
    QVERIFY(clinic.isOffered());
    const QSignalSpy ready(&clinic, &SampleClinic::ready);
    const QSignalSpy progressed(&clinic, &SampleClinic::progressed);
    clinic.open();
    clinic.open(); // it is being made
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patienceMs);
    QCOMPARE(ready.first().first().toString(), toQString(place() / "images"));
    QVERIFY(fs::exists(place() / "images" / "a.png"));
    QCOMPARE(progressed.last().first().toDouble(), 1.0);
    clinic.open();
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 2, patienceMs);
    QCOMPARE(made, 1);
}

void TestSampleClinic::cancellingLeavesNothing() {
    SampleClinic clinic(place(), makeHalf);
    const QSignalSpy ready(&clinic, &SampleClinic::ready);
    const QSignalSpy failed(&clinic, &SampleClinic::failed);
    const QSignalSpy ended(&clinic, &SampleClinic::ended);
    const QSignalSpy progressed(&clinic, &SampleClinic::progressed);
    clinic.open();
    QTRY_VERIFY_WITH_TIMEOUT(progressed.count() >= 2, patienceMs);
    clinic.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patienceMs);
    QCOMPARE(ready.count() + failed.count(), 0);
    QVERIFY(isEmpty());
    clinic.open(); // it can be tried again
    clinic.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 2, patienceMs);
}

void TestSampleClinic::theEndLeavesNothing() {
    {
        SampleClinic clinic(place(), makeHalf);
        const QSignalSpy progressed(&clinic, &SampleClinic::progressed);
        clinic.open();
        QTRY_VERIFY_WITH_TIMEOUT(progressed.count() >= 2, patienceMs);
    }
    QVERIFY(isEmpty());
}

void TestSampleClinic::aFailureIsASentenceAndLeavesNothing() {
    SampleClinic clinic(place(), [](const fs::path& folder, Progress, const std::stop_token&) -> Result<void> {
        writeOne(folder);
        return fail(ErrorCode::DiskFull, {folder.string()});
    });
    const QSignalSpy failed(&clinic, &SampleClinic::failed);
    const QSignalSpy ended(&clinic, &SampleClinic::ended);
    clinic.open();
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
    QCOMPARE(ended.count(), 1);
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("disk")));
    QVERIFY(isEmpty());
}

void TestSampleClinic::whatAnInterruptedProgramLeftIsNoClinic() {
    auto unfinished = place();
    unfinished += ".unfinished";
    writeOne(unfinished);
    std::ofstream(unfinished / "images" / "half.png") << "ha";
    SampleClinic clinic(place(), [](const fs::path& folder, Progress, const std::stop_token&) {
        writeOne(folder);
        return Result<void>();
    });
    const QSignalSpy ready(&clinic, &SampleClinic::ready);
    clinic.open();
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patienceMs);
    QVERIFY(!fs::exists(place() / "images" / "half.png"));
    QVERIFY(!fs::exists(unfinished));
}

void TestSampleClinic::withoutAPlaceNoneIsOffered() {
    SampleClinic clinic({});
    const QSignalSpy ended(&clinic, &SampleClinic::ended);
    QVERIFY(!clinic.isOffered());
    clinic.open();
    QCoreApplication::processEvents();
    QCOMPARE(ended.count(), 0);
}

void TestSampleClinic::theRealOneIsAFolderOfPhotographsWithReferences() {
    SampleClinicOptions options;
    options.photographs = 2;
    options.size = 128;
    std::vector<double> told;
    Progress progress([&told](const ProgressUpdate& update) { told.push_back(update.fraction); });
    const auto made = makeSampleClinic(m_made->path(), options, progress, {});
    QVERIFY2(made.has_value(), made ? "" : englishSentence(made.error()).c_str());
    for (const auto* part : {"images", "references/images", "references/masks"})
        QCOMPARE(listImages(m_made->path() / part)->size(), 2U);
    QCOMPARE(told.back(), 1.0);
    std::stop_source stop;
    stop.request_stop();
    QDir().mkpath(m_made->at(QStringLiteral("second")));
    QCOMPARE(makeSampleClinic(m_made->path(QStringLiteral("second")), options, {}, stop.get_token()).error().code,
             ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestSampleClinic)
#include "tst_sample_clinic.moc"
