// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fidelity_command.h"

#include "csv_table.h"
#include "file_pairs.h"
#include "imaging/image_reader.h"
#include "inference/structure_fidelity.h"

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>

namespace limpid {

namespace {

class FidelityCommand final : public Command {
public:
    std::string name() const override { return "fidelity"; }
    std::string description() const override {
        return "Compare vessels of enhancements with those of their photographs: contrast gained, invented, lost";
    }

    void add(CLI::App& parser) override {
        parser.add_option("OUTPUTS", m_outputs, "Folder of enhancements at native size")->required();
        parser.add_option("PHOTOGRAPHS", m_photographs, "Folder of what they were made from")->required();
        parser.add_option("--csv", m_csv, "Also write a table");
        parser.add_flag("--force", m_force, "Replace the table if it exists");
    }

    ExitStatus run(Console& console) override {
        const auto paired = pairFolders(m_outputs, m_photographs, "photograph", console);
        if (!paired)
            return console.giveUp(paired.error());
        const auto& pairs = paired->pairs;
        CsvTable table({"stem", "precision", "recall", "contrast_before", "contrast_after"});
        auto list = nlohmann::ordered_json::array();
        StructureFidelity sum;
        auto progress = console.progress();
        for (std::size_t i = 0; i < pairs.size() && !console.mustStop(); ++i) {
            const auto& pair = pairs[i];
            const auto measured = measure(pair);
            progress.set(static_cast<double>(i + 1) / static_cast<double>(pairs.size()), pair.stem);
            if (!measured) {
                console.fail(pair.output.string(), measured.error());
                continue;
            }
            sum = added(sum, *measured);
            table.add({pair.stem, CsvTable::cell(measured->precision), CsvTable::cell(measured->recall),
                       CsvTable::cell(measured->contrastBefore), CsvTable::cell(measured->contrastAfter)});
            auto row = toJson(*measured, 1.0);
            row["stem"] = pair.stem;
            list.push_back(std::move(row));
            console.print(line(pair.stem, *measured, 1.0));
        }
        const auto done = list.size();
        if (done > 0) {
            const double share = 1.0 / static_cast<double>(done);
            console.results() = {{"pairs", done}, {"mean", toJson(sum, share)}, {"images", std::move(list)}};
            console.print(line(fmt::format("mean of {}", done), sum, share));
        }
        if (!m_csv.empty()) {
            if (auto written = table.write(m_csv, m_force); !written)
                return console.giveUp(written.error());
        }
        return console.conclude(done);
    }

private:
    static Result<StructureFidelity> measure(const FilePair& pair) {
        const auto output = readImage(pair.output);
        if (!output)
            return fail(output.error());
        const auto photograph = readImage(pair.reference);
        if (!photograph)
            return fail(photograph.error());
        return structureFidelity(*output, *photograph);
    }

    static StructureFidelity added(const StructureFidelity& a, const StructureFidelity& b) {
        return {a.precision + b.precision, a.recall + b.recall, a.contrastBefore + b.contrastBefore,
                a.contrastAfter + b.contrastAfter};
    }

    static nlohmann::ordered_json toJson(const StructureFidelity& f, double share) {
        return {{"precision", f.precision * share},
                {"recall", f.recall * share},
                {"contrast_before", f.contrastBefore * share},
                {"contrast_after", f.contrastAfter * share}};
    }

    static std::string line(const std::string& name, const StructureFidelity& f, double share) {
        return fmt::format("{:<32} vessels supported {:5.1f} %, kept {:5.1f} %, contrast {:.3f} -> {:.3f}", name,
                           100.0 * f.precision * share, 100.0 * f.recall * share, f.contrastBefore * share,
                           f.contrastAfter * share);
    }

    std::string m_outputs;
    std::string m_photographs;
    std::string m_csv;
    bool m_force = false;
};

} // namespace

std::unique_ptr<Command> makeFidelityCommand() {
    return std::make_unique<FidelityCommand>();
}

} // namespace limpid
