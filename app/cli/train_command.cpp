// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "train_command.h"

#include "train_degradation.h"
#include "train_judges.h"
#include "train_source.h"

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>

#include <filesystem>

namespace limpid {

namespace {

class TrainCommand final : public Command {
public:
    std::string name() const override { return "train"; }
    std::string description() const override {
        return "Train the source model, one of the picker's two judges, or the degradation estimator";
    }

    void add(CLI::App& parser) override {
        auto& o = m_options;
        parser.add_option("what", o.what, "source, quality, structure or degradation")
            ->required()
            ->check(CLI::IsMember({"source", "quality", "structure", "degradation"}));
        parser.add_option("--data", o.data, "Training images, from 'limpid-cli prepare'")->required();
        parser.add_option("--held-out", o.heldOut, "Held-out images, from 'limpid-cli prepare' (source, degradation)");
        parser.add_option("--modality", o.modality, "Kind of image")->check(CLI::IsMember({"fundus"}));
        parser.add_option("--out", o.out, "The model to write (.safetensors)")->required();
        parser.add_option("--network", o.network, "compact or same-paper (source); compact or mcf (quality)");
        parser.add_option("--degradation", o.degradation,
                          "Degradation preset; by default wide, or every-strength (degradation)");
        parser.add_option("--start-from", o.startFrom, "Model whose weights to go on from (source)");
        parser.add_option("--source-model", o.sourceModel, "The source model that the judge shall judge");
        parser.add_option("--card", o.card, "JSON file with the words of the model card");
        parser.add_option("--precision", o.precision, "auto, float32 or bfloat16")->capture_default_str();
        parser.add_option("--steps", o.steps, "Optimiser steps; 0 for the default")->check(CLI::NonNegativeNumber);
        parser.add_option("--batch", o.batch, "Images per step; 0 for the default")->check(CLI::NonNegativeNumber);
        parser.add_option("--crop", o.cropSize, "Side of the crops in pixels")->check(CLI::Range(64, 1024));
        parser.add_option("--shortest-side", o.shortestSide, "Shortest side that is cut and resized to --crop")
            ->check(CLI::Range(64, 2048));
        parser.add_option("--learning-rate", o.learningRate, "Adam's rate (source)")->capture_default_str();
        parser
            .add_option("--constant-share", o.constantShare, "Share of the steps before the rate falls linearly to 0")
            ->check(CLI::Range(0.0, 0.99))
            ->capture_default_str();
        parser
            .add_option("--structure-weight", o.structureWeight,
                        "Weight of the structures' cross-entropy (0.05 in the paper's release)")
            ->check(CLI::Range(0.0, 100.0));
        parser.add_option("--log-error-weight", o.logErrorWeight,
                          "Weight of the logarithm of the square error (ours; 0 in the paper)");
        parser.add_option("--evaluate-every", o.evaluateEvery, "Steps between evaluations and checkpoints")
            ->check(CLI::PositiveNumber);
        parser.add_option("--seed", o.seed, "The same seed gives the same run")->capture_default_str();
    }

    ExitStatus run(Console& console) override {
        if (m_options.degradation.empty())
            m_options.degradation = m_options.what == "degradation" ? "every-strength" : "wide";
        m_options.commandLine = commandLine();
        if (m_options.what == "source" || m_options.what == "degradation") {
            if (m_options.heldOut.empty())
                return console.giveUp(
                    {ErrorCode::InvalidArgument, {"--held-out", "training the " + m_options.what + " needs it"}, {}});
            return m_options.what == "source" ? trainSource(m_options, console) : trainDegradation(m_options, console);
        }
        if (m_options.sourceModel.empty())
            return console.giveUp({ErrorCode::InvalidArgument, {"--source-model", "the judges need it"}, {}});
        return m_options.what == "quality" ? trainQuality(m_options, console) : trainStructure(m_options, console);
    }

private:
    /// The command as it can be typed again, every option that matters spelt out; files without their folders, which
    /// are nobody's business.
    std::string commandLine() const {
        const auto& o = m_options;
        const auto file = [](const std::string& path) {
            return std::filesystem::path(path).filename().string();
        };
        auto line = fmt::format("limpid-cli train {} --data {} --out {} --network {} --degradation {} --precision {} "
                                "--steps {} --batch {} --seed {}",
                                o.what, file(o.data), file(o.out), o.network, o.degradation, o.precision, o.steps,
                                o.batch, o.seed);
        if (o.what == "degradation")
            return line + " --held-out " + file(o.heldOut);
        if (o.what != "source")
            return line + " --source-model " + file(o.sourceModel);
        line += fmt::format(" --held-out {} --crop {} --shortest-side {} --learning-rate {} --constant-share {} "
                            "--structure-weight {} --log-error-weight {} --evaluate-every {}",
                            file(o.heldOut), o.cropSize, o.shortestSide, o.learningRate, o.constantShare,
                            o.structureWeight, o.logErrorWeight, o.evaluateEvery);
        return o.startFrom.empty() ? line : line + " --start-from " + file(o.startFrom);
    }

    TrainOptions m_options;
};

} // namespace

std::unique_ptr<Command> makeTrainCommand() {
    return std::make_unique<TrainCommand>();
}

} // namespace limpid
