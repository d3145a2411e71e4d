// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluate_command.h"

#include "csv_table.h"
#include "file_pairs.h"
#include "imaging/image_reader.h"
#include "inference/pair_comparison.h"
#include "task/read_ahead.h"

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>

#include <filesystem>

namespace limpid {

namespace fs = std::filesystem;

namespace {

struct ImagePair {
    Result<Image> output;
    Result<Image> reference;
};

nlohmann::ordered_json asJson(const std::vector<fs::path>& paths) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& path : paths)
        list.push_back(path.string());
    return list;
}

class EvaluateCommand final : public Command {
public:
    std::string name() const override { return "evaluate"; }
    std::string description() const override { return "Measure outputs against references, paired by file stem"; }

    void add(CLI::App& parser) override {
        parser.add_option("OUTPUTS", m_outputs, "Folder of what is measured")->required();
        parser.add_option("REFERENCES", m_references, "Folder of what it should be")->required();
        parser
            .add_option(
                "--protocol", m_protocol,
                "paper: 256x256, all pixels, SSIM 7x7 uniform; fov: native size, inside the field of view, SSIM "
                "11x11 Gaussian")
            ->check(CLI::IsMember({"paper", "fov"}))
            ->capture_default_str();
        parser.add_option("--size", m_size, "Compare working frames of this size instead of native pixels")
            ->check(CLI::Range(16, 4096));
        parser.add_option("--csv", m_csv, "Also write a table");
        parser.add_flag("--force", m_force, "Replace the table if it exists");
    }

    ExitStatus run(Console& console) override {
        const auto pairing = pairFolders(m_outputs, m_references, "reference", console);
        if (!pairing)
            return console.giveUp(pairing.error());
        return measure(*pairing, console);
    }

private:
    ExitStatus measure(const Pairing& pairing, Console& console) {
        const PairComparisonOptions options{m_protocol == "paper" ? MetricProtocol::Paper : MetricProtocol::FieldOfView,
                                            m_size};
        ReadAhead<ImagePair> ahead(pairing.pairs.size(), 2, [&pairing](std::size_t index) {
            const auto& pair = pairing.pairs[index];
            return ImagePair{readImage(pair.output), readImage(pair.reference)};
        });
        auto progress = console.progress();
        CsvTable table({"stem", "protocol", "psnr", "ssim"});
        auto list = nlohmann::ordered_json::array();
        std::vector<QualityScores> scores;
        for (std::size_t i = 0; i < pairing.pairs.size() && !console.mustStop(); ++i) {
            const auto& pair = pairing.pairs[i];
            const auto images = *ahead.next();
            const auto score = compare(images, options);
            progress.set(static_cast<double>(i + 1) / static_cast<double>(pairing.pairs.size()), pair.stem);
            if (!score) {
                console.fail(pair.output.string(), score.error());
                continue;
            }
            scores.push_back(*score);
            table.add({pair.stem, m_protocol, CsvTable::cell(score->psnr), CsvTable::cell(score->ssim)});
            list.push_back({{"stem", pair.stem}, {"psnr", score->psnr}, {"ssim", score->ssim}});
            console.print(fmt::format("{:<32} {:7.3f} dB  {:.4f}", pair.stem, score->psnr, score->ssim));
        }
        return report(pairing, scores, std::move(list), table, console);
    }

    static Result<QualityScores> compare(const ImagePair& images, const PairComparisonOptions& options) {
        if (!images.output)
            return fail(images.output.error());
        if (!images.reference)
            return fail(images.reference.error());
        return compareWithReference(*images.output, *images.reference, options);
    }

    ExitStatus report(const Pairing& pairing, const std::vector<QualityScores>& scores, nlohmann::ordered_json list,
                      const CsvTable& table, Console& console) const {
        const auto mean = meanScores(scores);
        auto& results = console.results();
        results["protocol"] = m_protocol;
        results["size"] = m_size > 0 ? nlohmann::ordered_json(m_size) : nlohmann::ordered_json("native");
        results["measured_against"] = "reference";
        results["pairs"] = scores.size();
        results["mean"] = nullptr;
        if (!scores.empty()) {
            results["mean"] = {{"psnr", mean.psnr}, {"ssim", mean.ssim}};
            console.print(fmt::format("{:<32} {:7.3f} dB  {:.4f}   (protocol {}, measured against references)",
                                      fmt::format("mean of {}", scores.size()), mean.psnr, mean.ssim, m_protocol));
        }
        results["per_pair"] = std::move(list);
        results["unpaired"] = {{"outputs", asJson(pairing.unpairedOutputs)},
                               {"references", asJson(pairing.unpairedReferences)}};
        if (!m_csv.empty() && !scores.empty()) {
            if (auto written = table.write(m_csv, m_force); !written)
                console.fail(m_csv, written.error());
        }
        return console.conclude(scores.size());
    }

    std::string m_outputs;
    std::string m_references;
    std::string m_protocol = "fov";
    int m_size = 0;
    std::string m_csv;
    bool m_force = false;
};

} // namespace

std::unique_ptr<Command> makeEvaluateCommand() {
    return std::make_unique<EvaluateCommand>();
}

} // namespace limpid
