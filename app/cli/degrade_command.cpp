// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degrade_command.h"

#include "imaging/image_reader.h"
#include "imaging/image_writer.h"
#include "inference/image_degradation.h"
#include "inputs.h"
#include "task/image_seed.h"
#include "task/read_ahead.h"

#include <CLI/CLI.hpp>
#include <opencv2/imgproc.hpp>
#include <spdlog/fmt/fmt.h>

#include <filesystem>
#include <optional>

namespace limpid {

namespace fs = std::filesystem;

namespace {

class DegradeCommand final : public Command {
public:
    std::string name() const override { return "degrade"; }
    std::string description() const override { return "Damage good fundus photographs in a reproducible way"; }

    void add(CLI::App& parser) override {
        parser.add_option("IN", m_inputs, "Photographs, or folders of them")->required();
        parser.add_option("--out", m_out, "Folder for the damaged copies (8-bit PNG)")->required();
        parser.add_option("--references", m_references, "Folder for undamaged copies of the same size, to measure by");
        auto* kinds = parser.add_option("--kind", m_kinds,
                                        "All of these, comma-separated: haze,illumination,spots,blur,"
                                        "noise,cast,veil,gamma,darkening");
        parser.add_option("--severity", m_severity, "LO,HI: strength of each kind, 0 to 1")
            ->delimiter(',')
            ->expected(2)
            ->check(CLI::Range(0.0, 1.0))
            ->needs(kinds);
        parser
            .add_option("--preset", m_preset,
                        fmt::format("A mixture instead: {}", fmt::join(degradationPresetNames(), ", ")))
            ->excludes(kinds);
        parser.add_option("--seed", m_seed, "The same seed gives the same damage")->capture_default_str();
        parser.add_option("--limit", m_limit, "Longest side in pixels; larger photographs are made smaller first")
            ->check(CLI::Range(64, 16384))
            ->capture_default_str();
        parser.add_flag("--force", m_force, "Replace files that exist");
    }

    ExitStatus run(Console& console) override {
        auto ranges = chooseRanges();
        if (!ranges)
            return console.giveUp(ranges.error());
        const auto files = expandInputs(m_inputs, console);
        if (files.empty())
            return ExitStatus::NothingDone;
        auto folder = OutputFolder::open(m_out, files, m_force);
        if (!folder)
            return console.giveUp(folder.error());
        std::optional<OutputFolder> references;
        if (!m_references.empty()) {
            auto opened = OutputFolder::open(m_references, files, m_force);
            if (!opened)
                return console.giveUp(opened.error());
            references = std::move(*opened);
        }

        ReadAhead<Result<Image>> ahead(files.size(), 2,
                                       [&files](std::size_t index) { return readImage(files[index]); });
        auto progress = console.progress();
        auto outputs = nlohmann::ordered_json::array();
        for (std::size_t index = 0; index < files.size() && !console.mustStop(); ++index) {
            const auto& file = files[index];
            const auto image = *ahead.next();
            if (auto written = degradeOne(image, file, *ranges, index, *folder, references); !written)
                console.fail(file.string(), written.error());
            else
                outputs.push_back(std::move(*written));
            progress.set(static_cast<double>(index + 1) / static_cast<double>(files.size()), file.filename().string());
        }
        const auto done = outputs.size();
        console.results() = {{"degradation", ranges->name}, {"seed", m_seed}, {"outputs", std::move(outputs)}};
        console.print(fmt::format("{} photographs in {}", done, folder->path().string()));
        return console.conclude(done);
    }

private:
    Result<DegradationRanges> chooseRanges() const {
        if (m_kinds.empty()) {
            auto ranges = degradationPreset(m_preset);
            // Whoever asks for damage means every photograph, and one left as it is has no finite PSNR.
            if (ranges)
                ranges->untouchedProbability = 0.0;
            return ranges;
        }
        const auto kinds = parseDegradationKinds(m_kinds);
        if (!kinds)
            return fail(kinds.error());
        if (m_severity[0] > m_severity[1])
            return fail(ErrorCode::InvalidArgument, {"--severity", "its first number is above its second"});
        return DegradationRanges::ofKinds(*kinds, {m_severity[0], m_severity[1]});
    }

    Result<nlohmann::ordered_json> degradeOne(const Result<Image>& image, const fs::path& file,
                                              const DegradationRanges& ranges, std::size_t index, OutputFolder& folder,
                                              std::optional<OutputFolder>& references) const {
        if (!image)
            return fail(image.error());
        const auto target = folder.claim(file, ".png");
        if (!target)
            return fail(target.error());
        const auto good = withinLimit(*image);
        const auto degraded = degradeImage(good, ranges, imageSeed(m_seed, index));
        if (!degraded)
            return fail(degraded.error());
        if (references) {
            const auto reference = references->claim(file, ".png");
            if (!reference)
                return fail(reference.error());
            if (auto written = writeImage(good, *reference, {.overwrite = m_force}); !written)
                return fail(written.error());
        }
        if (auto written = writeImage(degraded->image, *target, {.overwrite = m_force}); !written)
            return fail(written.error());
        return nlohmann::ordered_json{{"input", file.string()},
                                      {"output", target->string()},
                                      {"kinds", degraded->kinds.describe()},
                                      {"severity", degraded->severity}};
    }

    Image withinLimit(const Image& image) const {
        const double scale = static_cast<double>(m_limit) / std::max(image.width(), image.height());
        if (scale >= 1.0)
            return image;
        Image smaller{{}, image.origin};
        cv::resize(image.pixels, smaller.pixels, {}, scale, scale, cv::INTER_AREA);
        return smaller;
    }

    std::vector<std::string> m_inputs;
    std::string m_out;
    std::string m_references;
    std::string m_kinds;
    std::vector<double> m_severity{0.3, 0.8};
    std::string m_preset = "gfe";
    std::uint64_t m_seed = 1;
    int m_limit = 2048;
    bool m_force = false;
};

} // namespace

std::unique_ptr<Command> makeDegradeCommand() {
    return std::make_unique<DegradeCommand>();
}

} // namespace limpid
