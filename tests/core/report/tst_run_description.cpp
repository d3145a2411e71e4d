// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/run_description.h"

#include "core/report/made_report.h"

#include <QTest>

#include <algorithm>

using namespace limpid;

namespace {

bool has(const ReportDocument& document, const std::string& heading) {
    return std::any_of(document.sections.begin(), document.sections.end(),
                       [&](const auto& section) { return section.heading == heading; });
}

std::string wordsOf(const ReportDocument& document) {
    std::string words;
    for (const auto& section : document.sections)
        words += wordsOf(section);
    return words;
}

} // namespace

class RunDescriptionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSummarySaysWhatWasAdaptedAndWhetherItIsUsed() {
        const auto document = describeRun(madeReport());
        QCOMPARE(document.title, "Adaptation to " + hostileClinic);
        QCOMPARE(document.footer, std::string("Research use only. Not a medical device."));
        const auto summary = wordsOf(document.sections.front());
        for (const auto* words :
             {"adapted the model in fundus.safetensors to 5 photographs", "passed the clinic probe",
              "The teacher of epoch 2 is used.", "better than the source model by 1.00 dB",
              "1 of them lost more than 0.1 dB",
              "PSNR (dB) | references of 3 photographs | 15.00 | 20.00 | 21.00 | +1.00 (-1.00 to +3.00)",
              "clinic probe: 2 pseudo-references, each degraded 3 times | \u2013 | 24.00 | 25.50 | +1.50 (+1.00 to "
              "+2.00)",
              "Protocol fov at 256 px"})
            QVERIFY2(summary.find(words) != std::string::npos, (std::string(words) + "\n" + summary).c_str());
    }

    void deviceTimeMemorySeedAndConfigurationAreThere() {
        const auto words = wordsOf(describeRun(madeReport()));
        for (const auto* fact : {"Device | CPU, 2 threads", "Time | 3 min 20 s", "Peak memory of the program | 812 MB",
                                 "Seed | 1", "Its SHA-256 | 0123456789abcdef", "Batch size | 4", "Epochs | 2 of 16"})
            QVERIFY2(words.find(fact) != std::string::npos, fact);
        QVERIFY(words.find("/clinic") == std::string::npos); // no path of the machine
    }

    void aWorseModelIsCalledWorse() {
        auto report = madeReport();
        report.outcome.reference->adapted.psnr = 19.5;
        const auto summary = wordsOf(describeRun(report).sections.front());
        QVERIFY(summary.find("worse than the source model by 0.50 dB") != std::string::npos);
    }

    void whereTheSourceModelStaysItSaysSoAndClaimsNoGain() {
        auto report = madeReport();
        report.outcome.modelWritten = false;
        report.outcome.summary.choice = AdaptationChoice::SourceKept;
        report.outcome.summary.reason = "The clinic probe saw no gain worth having.";
        report.outcome.heldOut.clear();
        const auto document = describeRun(report);
        const auto summary = wordsOf(document.sections.front());
        QVERIFY(summary.find("The source model stays in use") != std::string::npos);
        QVERIFY(summary.find("no gain worth having") != std::string::npos);
        QVERIFY(summary.find("20.00 | \u2013 | \u2013") != std::string::npos);
        QVERIFY(!has(document, "What gained most"));
        QVERIFY(has(document, "Rejected pseudo-labels"));
    }

    void withoutReferencesItSaysThatTheGainIsNotKnown() {
        auto report = madeReport();
        report.outcome.reference.reset();
        const auto summary = wordsOf(describeRun(report).sections.front());
        QVERIFY(summary.find("No references were given") != std::string::npos);
        QVERIFY(summary.find("references of") == std::string::npos);
    }

    void guardAndFailuresAreShownOnlyWhereThereAreAny() {
        auto report = madeReport();
        QVERIFY(!has(describeRun(report), "What the guard decided for each photograph"));
        QVERIFY(!has(describeRun(report), "Left out"));
        report.outcome.guarded.push_back({"best.png", {GuardChoice::Source, GuardReason::InventsVessels}});
        for (int i = 0; i < 30; ++i)
            report.outcome.failures.push_back({"x.png", Error{ErrorCode::NotAnImage, {"x.png"}, {}}});
        const auto document = describeRun(report);
        QVERIFY(has(document, "What the guard decided for each photograph"));
        QVERIFY(has(document, "Left out"));
        const auto words = wordsOf(document);
        QVERIFY(words.find("best.png | source | " +
                           GuardVerdict{GuardChoice::Source, GuardReason::InventsVessels}.sentence()) !=
                std::string::npos);
        QVERIFY(words.find("and 10 more.") != std::string::npos);
    }

    void tablesHaveACellUnderEveryHeading() {
        for (const auto& section : describeRun(madeReport()).sections) {
            for (const auto& block : section.blocks) {
                const auto* table = std::get_if<ReportTable>(&block);
                if (table == nullptr)
                    continue;
                for (const auto& row : table->rows)
                    QCOMPARE(row.size(), table->headings.size());
            }
        }
    }

    void aRunThatNeverBeganIsDescribedToo() {
        const auto document = describeRun(RunReport::of("North", {}));
        QVERIFY(wordsOf(document.sections.front()).find("was asked to adapt") != std::string::npos);
        QVERIFY(!has(document, "Curves"));
    }
};

QTEST_APPLESS_MAIN(RunDescriptionTest)
#include "tst_run_description.moc"
