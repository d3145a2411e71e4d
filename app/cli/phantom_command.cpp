// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantom_command.h"

#include "imaging/image_writer.h"
#include "phantoms/fundus_phantom.h"
#include "phantoms/oct_phantom.h"
#include "phantoms/ultrasound_phantom.h"
#include "task/image_seed.h"
#include "task/read_ahead.h"

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>

#include <filesystem>
#include <system_error>

namespace limpid {

namespace fs = std::filesystem;

namespace {

class PhantomCommand final : public Command {
public:
    std::string name() const override { return "phantom"; }
    std::string description() const override {
        return "Generate images of eyes and tissue that do not exist, with the masks of their structure";
    }

    void add(CLI::App& parser) override {
        parser.add_option("--modality", m_modality, "Kind of image")
            ->check(CLI::IsMember({"fundus", "oct", "ultrasound"}))
            ->capture_default_str();
        parser.add_option("--count", m_count, "How many")->check(CLI::Range(1, 100000))->capture_default_str();
        parser.add_option("--out", m_out, "Folder for images/ and masks/")->required();
        parser.add_option("--seed", m_seed, "The same seed gives the same images")->capture_default_str();
        parser.add_option("--size", m_size, "Side in pixels (OCT: width, at half the height)")
            ->check(CLI::Range(128, 4096));
        parser.add_flag("--force", m_force, "Replace files that exist");
    }

    ExitStatus run(Console& console) override {
        if (auto made = makeFolders(); !made)
            return console.giveUp(made.error());
        ReadAhead<PhantomImage> ahead(m_count, 2, [this](std::size_t index) { return make(imageSeed(m_seed, index)); });
        auto progress = console.progress();
        auto outputs = nlohmann::ordered_json::array();
        std::size_t done = 0;
        for (std::size_t index = 0; index < m_count && !console.mustStop(); ++index) {
            const auto file = fmt::format("phantom_{:03}.png", index + 1);
            if (auto written = write(*ahead.next(), file); !written) {
                console.fail(file, written.error());
            } else {
                outputs.push_back(
                    {{"image", (imageFolder() / file).string()}, {"mask", (maskFolder() / file).string()}});
                ++done;
            }
            progress.set(static_cast<double>(index + 1) / static_cast<double>(m_count), file);
        }
        console.results() = {{"modality", m_modality}, {"seed", m_seed}, {"outputs", outputs}};
        console.print(fmt::format("{} phantoms in {}", done, fs::path(m_out).string()));
        return console.conclude(done);
    }

private:
    PhantomImage make(std::uint64_t seed) const {
        if (m_modality == "oct") {
            OctPhantomOptions options;
            if (m_size > 0) {
                options.width = m_size;
                options.height = m_size / 2;
            }
            return makeOctPhantom(options, seed).image;
        }
        if (m_modality == "ultrasound") {
            UltrasoundPhantomOptions options;
            if (m_size > 0)
                options.size = m_size;
            return makeUltrasoundPhantom(options, seed).image;
        }
        FundusPhantomOptions options;
        if (m_size > 0)
            options.size = m_size;
        return makeFundusPhantom(options, seed);
    }

    fs::path imageFolder() const { return fs::path(m_out) / "images"; }
    fs::path maskFolder() const { return fs::path(m_out) / "masks"; }

    Result<void> makeFolders() const {
        for (const auto& folder : {imageFolder(), maskFolder()}) {
            std::error_code error;
            fs::create_directories(folder, error);
            if (error)
                return fail(ErrorCode::WriteFailed, {folder.string()}, error.message());
        }
        return {};
    }

    Result<void> write(const PhantomImage& phantom, const std::string& file) const {
        const WriteOptions options{.overwrite = m_force};
        if (auto written = writeImage({phantom.structure, {}}, maskFolder() / file, options); !written)
            return written;
        return writeImage({phantom.rgb, {}}, imageFolder() / file, options);
    }

    std::string m_modality = "fundus";
    std::size_t m_count = 16;
    std::string m_out;
    std::uint64_t m_seed = 1;
    int m_size = 0; ///< 0: the modality's own
    bool m_force = false;
};

} // namespace

std::unique_ptr<Command> makePhantomCommand() {
    return std::make_unique<PhantomCommand>();
}

} // namespace limpid
