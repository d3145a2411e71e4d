// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo_command.h"

#include "imaging/contact_sheet.h"
#include "imaging/image_folder.h"
#include "imaging/image_reader.h"
#include "imaging/image_writer.h"
#include "inference/enhancer.h"
#include "inference/folder_adaptation.h"
#include "inference/model_library.h"
#include "inputs.h"
#include "model_choice.h"

#include <CLI/CLI.hpp>
#include <opencv2/core.hpp>
#include <spdlog/fmt/fmt.h>

#include <filesystem>

namespace limpid {

namespace fs = std::filesystem;

namespace {

/// Rows of the contact sheet: enough to judge, few enough to look at.
constexpr std::size_t sheetRows = 6;

cv::Mat eightBit(const Image& image) {
    cv::Mat result = image.pixels;
    if (image.bitDepth() == 16)
        image.pixels.convertTo(result, CV_8U, 1.0 / 257.0);
    return result;
}

class DemoCommand final : public Command {
public:
    std::string name() const override { return "demo"; }
    std::string description() const override {
        return "The main job on a sample clinic: enhance, adapt, enhance again, measure, and show before and after";
    }

    void add(CLI::App& parser) override {
        parser.add_option("--clinic-folder", m_clinic, "Folder with images/ and references/images/")->required();
        parser.add_option("--out", m_out, "Folder for the enhanced images, the adapted model and the contact sheet")
            ->required();
        parser.add_option("--epochs", m_epochs, "Epochs of the adaptation")->check(CLI::Range(1, 1000));
        parser.add_option("--seed", m_seed, "The same seed gives the same run")->capture_default_str();
        m_choice.add(parser, /*withClinic=*/false);
        parser.add_flag("--force", m_force, "Replace files that exist");
    }

    ExitStatus run(Console& console) override {
        const auto files = listImages(fs::path(m_clinic) / "images");
        if (!files)
            return console.giveUp(files.error());
        for (const auto* part : {"source", "adapted"}) {
            if (auto folder = OutputFolder::open(fs::path(m_out) / part, *files, m_force); !folder)
                return console.giveUp(folder.error());
        }
        const auto request = makeRequest();
        if (!request)
            return console.giveUp(request.error());
        console.say(fmt::format("Adapting to {} photographs on {}.", files->size(), request->device.words));
        const auto outcome = adaptToFolder(*request, console.progress(), {}, console.stopToken());
        if (!outcome)
            return console.giveUp(outcome.error());
        for (const auto& failure : outcome->failures)
            console.fail(failure.path.string(), failure.error);
        const auto adaptedModel = outcome->modelWritten ? request->output : request->model;
        if (auto shown = enhanceAndShow(*files, *request, adaptedModel, console); !shown)
            return console.giveUp(shown.error());
        report(*outcome, console);
        return console.conclude(files->size());
    }

private:
    Result<FolderAdaptationRequest> makeRequest() const {
        FolderAdaptationRequest request;
        request.folder = fs::path(m_clinic) / "images";
        request.references = fs::path(m_clinic) / "references" / "images";
        request.output = fs::path(m_out) / "adapted.safetensors";
        request.clinic = "sample clinic";
        request.workingSize = m_choice.workingSize;
        request.config.epochs = m_epochs;
        request.config.seed = m_seed;
        auto device = m_choice.chosenDevice();
        if (!device)
            return fail(std::move(device.error()));
        request.device = std::move(*device);
        auto model = m_choice.modelFile();
        if (!model)
            return fail(std::move(model.error()));
        request.model = std::move(*model);
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
        return request;
    }

    fs::path sheetPath() const { return fs::path(m_out) / "before-and-after.png"; }

    Result<void> enhanceAndShow(const std::vector<fs::path>& files, const FolderAdaptationRequest& request,
                                const fs::path& adaptedModel, Console& console) const {
        EnhancerOptions options;
        options.workingSize = m_choice.workingSize;
        auto source = Enhancer::load(request.model, request.device, options);
        if (!source)
            return fail(std::move(source.error()));
        auto adapted = Enhancer::load(adaptedModel, request.device, options);
        if (!adapted)
            return fail(std::move(adapted.error()));
        auto progress = console.progress();
        std::vector<ContactSheetRow> rows;
        for (std::size_t i = 0; i < files.size() && !console.mustStop(); ++i) {
            progress.set(static_cast<double>(i) / static_cast<double>(files.size()), "enhancing");
            const auto image = readImage(files[i]);
            if (!image)
                continue; // Named among the failures of the adaptation already.
            auto before = enhanceTo(*source, *image, "source", files[i]);
            if (!before)
                return fail(std::move(before.error()));
            auto after = enhanceTo(*adapted, *image, "adapted", files[i]);
            if (!after)
                return fail(std::move(after.error()));
            if (rows.size() < sheetRows)
                rows.push_back({files[i].filename().string(),
                                {{"original", eightBit(*image)}, {"source model", *before}, {"adapted", *after}}});
        }
        progress.set(1.0);
        ContactSheetOptions sheet;
        sheet.overwrite = true;
        return writeContactSheet(rows, sheetPath(), sheet);
    }

    Result<cv::Mat> enhanceTo(Enhancer& enhancer, const Image& image, const char* part, const fs::path& file) const {
        const auto enhanced = enhancer.enhance(image);
        if (!enhanced)
            return fail(enhanced.error());
        const auto target = fs::path(m_out) / part / (file.stem().string() + ".png");
        if (auto written = writeImage(enhanced->image, target, {.overwrite = m_force}); !written)
            return fail(std::move(written.error()));
        return eightBit(enhanced->image);
    }

    void report(const FolderAdaptationOutcome& outcome, Console& console) const {
        const auto& reference = *outcome.reference;
        std::size_t sourceWorse = 0;
        for (const auto& row : reference.rows)
            sourceWorse += row.source.psnr < row.input.psnr - 0.1 ? 1 : 0;
        const auto images = static_cast<double>(reference.rows.size());
        const double sourceWorseShare = static_cast<double>(sourceWorse) / images;
        console.print("               PSNR (dB)   SSIM     more than 0.1 dB worse");
        console.print(fmt::format("input          {:9.2f}   {:.4f}", reference.input.psnr, reference.input.ssim));
        console.print(fmt::format("source model   {:9.2f}   {:.4f}   {:3.0f} % than the input", reference.source.psnr,
                                  reference.source.ssim, 100.0 * sourceWorseShare));
        console.print(fmt::format("adapted        {:9.2f}   {:.4f}   {:3.0f} % than the source model",
                                  reference.adapted.psnr, reference.adapted.ssim, 100.0 * reference.worseShare));
        console.print("fov protocol at working size, against the undegraded references");
        console.print(outcome.summary.reason);
        console.print("before and after: " + sheetPath().string());
        const auto scores = [](const ProbeScores& value) {
            return nlohmann::ordered_json{{"psnr", value.psnr}, {"ssim", value.ssim}};
        };
        console.results() = {{"input", scores(reference.input)},
                             {"source", scores(reference.source)},
                             {"adapted", scores(reference.adapted)},
                             {"worse_share", reference.worseShare},
                             {"source_worse_than_input_share", sourceWorseShare},
                             {"reason", outcome.summary.reason},
                             {"seconds", outcome.summary.seconds},
                             {"contact_sheet", sheetPath().string()}};
    }

    std::string m_clinic;
    std::string m_out;
    ModelChoice m_choice;
    int m_epochs = 4;
    std::uint64_t m_seed = 1;
    bool m_force = false;
};

} // namespace

std::unique_ptr<Command> makeDemoCommand() {
    return std::make_unique<DemoCommand>();
}

} // namespace limpid
