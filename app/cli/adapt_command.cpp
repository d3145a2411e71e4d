// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapt_command.h"

#include "adaptation_options.h"
#include "inference/adaptation_report.h"
#include "inference/clinic_adaptation.h"
#include "inference/model_library.h"
#include "model_choice.h"
#include "report/report_file.h"
#include "report/run_words.h"
#include "storage/clinics/clinic_folders.h"
#include "storage/clinics/clinic_lock.h"
#include "storage/clinics/clinic_store.h"
#include "task/atomic_file.h"

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>

#include <filesystem>
#include <span>
#include <string>
#include <system_error>
#include <vector>

namespace limpid {

namespace fs = std::filesystem;

namespace {

Result<void> writeText(const fs::path& path, const std::string& text) {
    return writeFileAtomically(path, std::as_bytes(std::span(text)), /*overwrite=*/true);
}

class AdaptCommand final : public Command {
public:
    std::string name() const override { return "adapt"; }
    std::string description() const override {
        return "Adapt a model to one clinic's photographs, without annotations and without the source data";
    }

    void add(CLI::App& parser) override {
        parser.add_option("FOLDER", m_folder, "The clinic's photographs")->required();
        parser.add_option("--clinic", m_clinic, "Name under which the adapted model is kept")->required();
        m_choice.add(parser, /*withClinic=*/false);
        parser.add_option("--reference", m_references, "Good versions of the same stems, to measure against only");
        parser.add_option("--method", m_method, "The published system to run: same")
            ->check([](const std::string& name) {
                return name == "same" ? std::string()
                                      : "this version adapts by 'same' only; MAGE-Net and HQG-Net are not in it yet";
            });
        parser
            .add_option("--report", m_reports,
                        "Write the run's record (.json) or its report for people (.html, .pdf); may be given again")
            ->allow_extra_args(false)
            ->check([](const std::string& file) {
                return reportFormat(file) ? std::string()
                                          : file + " is no name of a report; let it end with .json, .html or .pdf";
            });
        addConfiguration(parser);
    }

    ExitStatus run(Console& console) override {
        auto request = makeRequest();
        if (!request)
            return console.giveUp(request.error());
        console.say(fmt::format("Adapting on {}.", request->device.words));
        sayUnfinished(console);
        AdaptationListener listener;
        listener.onEpoch = [&](const AdaptationEpoch& epoch) {
            console.say(
                fmt::format("epoch {}: loss {:.4f}, {:.0f} % accepted, clinic probe: student {:.2f} dB / {:.4f}, "
                            "teacher {:.2f} dB / {:.4f}{}",
                            epoch.epoch, epoch.loss, 100.0 * epoch.accepted, epoch.student.psnr, epoch.student.ssim,
                            epoch.teacher.psnr, epoch.teacher.ssim, epoch.kept ? ", kept" : ""));
        };
        request->keepOutcome = [&](const FolderAdaptationOutcome& outcome) {
            return keepReports(*request, outcome);
        };
        const auto outcome = adaptClinic({*request, ClinicFolders::defaultRoot(), /*use=*/true, m_method},
                                         console.progress(), listener, console.stopToken());
        if (!outcome)
            return console.giveUp(outcome.error());
        return conclude(*request, *outcome, console);
    }

private:
    /// A resumed run has its own configuration, model and working size, so none of these goes with --resume.
    void addConfiguration(CLI::App& parser) {
        const auto options = m_options.add(parser);
        auto* resume =
            parser.add_flag("--resume", m_resume,
                            "Go on after the last finished epoch of a run that was cut off, as it was configured");
        for (auto* option : options)
            resume->excludes(option);
        for (const auto* name : {"--model", "--working-size"})
            resume->excludes(parser.get_option(name));
    }

    void sayUnfinished(Console& console) const {
        auto store = ClinicStore::openToRead(ClinicFolders::defaultRoot());
        const auto clinic = store ? store->clinic(m_clinic) : fail(store.error());
        std::error_code ignored;
        if (!clinic || !fs::exists(store->folderOf(*clinic) / ClinicFolders::stateFile, ignored) ||
            ClinicLock::holder(store->folderOf(*clinic))) // then it is not cut off, but under way
            return;
        if (m_resume)
            console.say(fmt::format("Going on with the unfinished run of the clinic {}.", m_clinic));
        else
            console.say(fmt::format("The clinic {} has an unfinished run: --resume would go on with it; this new run "
                                    "takes its place after its first epoch.",
                                    m_clinic));
    }

    Result<FolderAdaptationRequest> makeRequest() const {
        FolderAdaptationRequest request;
        request.folder = m_folder;
        request.clinic = m_clinic;
        request.workingSize = m_choice.workingSize;
        if (!m_references.empty())
            request.references = m_references;
        auto config = m_options.configuration();
        if (!config)
            return fail(std::move(config.error()));
        request.config = std::move(*config);
        auto device = m_choice.chosenDevice();
        if (!device)
            return fail(std::move(device.error()));
        request.device = std::move(*device);
        if (!m_resume) {
            auto model = m_choice.modelFile();
            if (!model)
                return fail(std::move(model.error()));
            request.model = std::move(*model);
        }
        const ModelLibrary library(ModelLibrary::shippedFolder());
        auto quality = library.qualityJudge(request.modality);
        if (!quality)
            return fail(std::move(quality.error()));
        request.qualityJudge = std::move(*quality);
        auto structure = library.structureJudge(request.modality);
        if (!structure)
            return fail(std::move(structure.error()));
        request.structureJudge = std::move(*structure);
        auto estimator = library.degradationEstimator(request.modality);
        if (!estimator)
            return fail(std::move(estimator.error()));
        request.degradationEstimator = std::move(*estimator);
        request.resume = m_resume;
        return request;
    }

    /// Before the run counts as ended, so that one that is cut off here writes them when it is gone on with.
    Result<void> keepReports(const FolderAdaptationRequest& request, const FolderAdaptationOutcome& outcome) const {
        const auto text = adaptationReport(request, outcome, m_method).dump(2) + "\n";
        auto forPeople = RunReport::of(m_clinic, outcome);
        forPeople.method = m_method;
        Result<void> written;
        for (const auto& file : m_reports) {
            written =
                reportFormat(file) == ReportFormat::Json ? writeText(file, text) : writeRunReport(file, forPeople);
            if (!written)
                break;
        }
        return written;
    }

    ExitStatus conclude(const FolderAdaptationRequest& request, const FolderAdaptationOutcome& outcome,
                        Console& console) const {
        for (const auto& failure : outcome.failures)
            console.fail(failure.path.string(), failure.error);
        console.results() = adaptationReport(request, outcome, m_method);
        const auto& summary = outcome.summary;
        console.print(summary.reason);
        if (summary.otherKind > 0)
            console.print(mixedFolderInWords(summary.otherKind, summary.images + summary.probeImages));
        if (!outcome.guarded.empty())
            console.print(guardInWords(outcome.guarded));
        if (outcome.reference) {
            const auto& reference = *outcome.reference;
            console.print(fmt::format(
                "input   {:.2f} dB / {:.4f}\nsource  {:.2f} dB / {:.4f}\nadapted {:.2f} dB / {:.4f}, "
                "{:.0f} % of {} images more than 0.1 dB below the source model",
                reference.input.psnr, reference.input.ssim, reference.source.psnr, reference.source.ssim,
                reference.adapted.psnr, reference.adapted.ssim, 100.0 * reference.worseShare, reference.rows.size()));
            if (!outcome.guarded.empty())
                console.print(fmt::format("guarded {:.2f} dB / {:.4f}, {:.0f} %", reference.guarded.psnr,
                                          reference.guarded.ssim, 100.0 * reference.guardedWorseShare));
        }
        if (outcome.modelWritten)
            console.print("model: " + outcome.adapted.string());
        return console.conclude(static_cast<std::size_t>(summary.images));
    }

    std::string m_folder;
    std::string m_clinic;
    ModelChoice m_choice;
    std::string m_references;
    std::string m_method = "same";
    AdaptationOptions m_options;
    std::vector<std::string> m_reports;
    bool m_resume = false;
};

} // namespace

std::unique_ptr<Command> makeAdaptCommand() {
    return std::make_unique<AdaptCommand>();
}

} // namespace limpid
