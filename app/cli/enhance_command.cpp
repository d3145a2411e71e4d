// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enhance_command.h"

#include "imaging/image_reader.h"
#include "imaging/image_writer.h"
#include "inference/enhancer.h"
#include "inference/guard_models.h"
#include "inference/model_library.h"
#include "inputs.h"
#include "model_choice.h"
#include "report/run_words.h"
#include "storage/clinics/clinic_folders.h"
#include "storage/clinics/image_history.h"
#include "storage/sha256.h"
#include "task/read_ahead.h"
#include "task/utc_time.h"

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>

#include <filesystem>
#include <optional>

namespace limpid {

namespace fs = std::filesystem;

namespace {

class EnhanceCommand final : public Command {
public:
    std::string name() const override { return "enhance"; }
    std::string description() const override { return "Make photographs readable; the originals are never touched"; }

    void add(CLI::App& parser) override {
        parser.add_option("IN", m_inputs, "Photographs, or folders of them")->required();
        parser.add_option("--out", m_out, "Folder for the enhanced images")->required();
        m_choice.add(parser, /*withClinic=*/true);
        parser.add_option("--output-size", m_outputSize, "native (the input's own) or working (the network's)")
            ->check(CLI::IsMember({"native", "working"}))
            ->capture_default_str();
        parser.add_option("--format", m_format, "png, tiff or jpg")
            ->check(CLI::IsMember({"png", "tiff", "jpg"}))
            ->capture_default_str();
        parser.add_flag("--guard,!--no-guard", m_guard,
                        "Where the clinic's model is not expected to gain, take the result of the model that it was "
                        "adapted from (the default), or the clinic's model always");
        parser.add_flag("--adapt-to-each", m_adaptToEach,
                        "Adapt the model to every photograph by itself first, where that is expected to gain; some "
                        "seconds each, nothing is kept");
        parser.add_flag("--force", m_force, "Replace files that exist");
    }

    ExitStatus run(Console& console) override {
        const auto files = expandInputs(m_inputs, console);
        if (files.empty())
            return ExitStatus::NothingDone;
        auto folder = OutputFolder::open(m_out, files, m_force);
        if (!folder)
            return console.giveUp(folder.error());
        const auto model = m_choice.modelFile();
        if (!model)
            return console.giveUp(model.error());
        const auto device = m_choice.chosenDevice();
        if (!device)
            return console.giveUp(device.error());
        EnhancerOptions options;
        options.workingSize = m_choice.workingSize;
        options.nativeSize = m_outputSize == "native";
        const ModelLibrary library(ModelLibrary::shippedFolder());
        if (m_adaptToEach) {
            auto judges = findGuardJudges("fundus", library);
            if (!judges)
                return console.giveUp(judges.error());
            options.adaptToEach = std::move(*judges);
        } else if (m_guard) {
            options.guard = findGuardModels(*model, library);
        }
        auto enhancer = Enhancer::load(*model, *device, options);
        if (!enhancer)
            return console.giveUp(enhancer.error());
        return enhanceAll(files, *folder, *enhancer, *device, console);
    }

private:
    ExitStatus enhanceAll(const std::vector<fs::path>& files, OutputFolder& folder, Enhancer& enhancer,
                          const DeviceChoice& device, Console& console) {
        constexpr std::size_t imagesAhead = 2;
        ReadAhead<Result<Image>> ahead(files.size(), imagesAhead,
                                       [&files](std::size_t index) { return readImage(files[index]); });
        auto progress = console.progress();
        auto outputs = nlohmann::ordered_json::array();
        for (std::size_t index = 0; index < files.size() && !console.mustStop(); ++index) {
            const auto& file = files[index];
            const auto image = *ahead.next();
            auto output = enhanceOne(image, file, folder, enhancer, console);
            if (!output) {
                console.fail(file.string(), output.error());
            } else {
                note(file, *output, enhancer, device, console);
                outputs.push_back(std::move(*output));
            }
            progress.set(static_cast<double>(index + 1) / static_cast<double>(files.size()), file.filename().string());
        }
        const auto done = outputs.size();
        console.results() = {{"device", device.words},
                             {"working_size", enhancer.workingSize()},
                             {"output_size", m_outputSize},
                             {"outputs", std::move(outputs)}};
        console.print(fmt::format("{} enhanced images in {}", done, folder.path().string()));
        if (!m_guarded.empty())
            console.print(guardInWords(m_guarded));
        return console.conclude(done);
    }

    Result<nlohmann::ordered_json> enhanceOne(const Result<Image>& image, const fs::path& file, OutputFolder& folder,
                                              Enhancer& enhancer, Console& console) {
        if (!image)
            return fail(image.error());
        const auto target = folder.claim(file, "." + m_format);
        if (!target)
            return fail(target.error());
        const auto enhanced = enhancer.enhance(*image, console.stopToken());
        if (!enhanced)
            return fail(enhanced.error());
        if (!enhanced->fieldOfView.warning.empty())
            console.say(file.string() + ": " + enhanced->fieldOfView.warning);
        if (auto written = writeImage(enhanced->image, *target, {.overwrite = m_force}); !written)
            return fail(written.error());
        const auto& timings = enhanced->timings;
        nlohmann::ordered_json output{
            {"input", file.string()},
            {"output", target->string()},
            {"field_of_view_confidence", enhanced->fieldOfView.confidence},
            {"model_sha256", enhanced->modelSha256},
            {"milliseconds",
             {{"prepare", timings.prepareMs}, {"network", timings.networkMs}, {"transfer", timings.transferMs}}}};
        if (enhanced->verdict) {
            output["guard"] = {{"used", guardChoiceName(enhanced->verdict->choice)},
                               {"reason", enhanced->verdict->sentence()}};
            m_guarded.push_back({file.filename().string(), *enhanced->verdict});
        }
        return output;
    }

    /// Notes in the clinic store what was written. An image that could not be noted is there all the same, since a
    /// disk that is full or write-protected must not keep anybody from seeing; but that is said, once.
    void note(const fs::path& file, const nlohmann::ordered_json& output, const Enhancer& enhancer,
              const DeviceChoice& device, Console& console) {
        const auto noted = [&]() -> Result<void> {
            if (!m_store) {
                auto store = ClinicStore::open(ClinicFolders::defaultRoot());
                if (!store)
                    return fail(std::move(store.error()));
                m_store = std::move(*store);
            }
            const fs::path written = output["output"].get<std::string>();
            auto inputSum = sha256OfFile(file);
            if (!inputSum)
                return fail(std::move(inputSum.error()));
            auto outputSum = sha256OfFile(written);
            if (!outputSum)
                return fail(std::move(outputSum.error()));
            EnhancedFile record;
            record.input = file.filename().string();
            record.inputSha256 = std::move(*inputSum);
            record.output = written.filename().string();
            record.outputSha256 = std::move(*outputSum);
            record.modelSha256 = output["model_sha256"].get<std::string>();
            nlohmann::ordered_json parameters{{"working_size", enhancer.workingSize()}, {"output_size", m_outputSize}};
            if (output.contains("guard"))
                parameters["guard"] = output["guard"];
            record.parameters = parameters.dump();
            record.written = utcNow();
            record.program = "limpid-cli " LIMPID_VERSION;
            record.device = device.words;
            return noteEnhanced(*m_store, std::move(record));
        };
        if (m_unnoted)
            return;
        if (const auto done = noted(); !done) {
            m_unnoted = true;
            console.say("The images are written but not noted in the clinics' records: " +
                        englishSentence(done.error()));
        }
    }

    std::vector<GuardedImage> m_guarded; ///< So far; empty without a guard.
    std::optional<ClinicStore> m_store;
    bool m_unnoted = false;
    std::vector<std::string> m_inputs;
    std::string m_out;
    ModelChoice m_choice;
    std::string m_outputSize = "native";
    std::string m_format = "png";
    bool m_force = false;
    bool m_guard = true;
    bool m_adaptToEach = false;
};

} // namespace

std::unique_ptr<Command> makeEnhanceCommand() {
    return std::make_unique<EnhanceCommand>();
}

} // namespace limpid
