// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command_line.h"

#include "threads.h"

#include <CLI/CLI.hpp>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <exception>
#include <ostream>
#include <utility>

namespace limpid {

namespace {

struct CommonOptions {
    bool json = false;
    int threads = 0;
    std::string logLevel = "warning";
};

void addCommonOptions(CLI::App& parser, CommonOptions& options) {
    parser.add_flag("--json", options.json, "Print one JSON object on standard output");
    parser.add_option("--threads", options.threads, "Threads to compute with; 0 for one per core")
        ->check(CLI::Range(0, 1024));
    parser.add_option("--log-level", options.logLevel, "What the log on standard error holds")
        ->check(CLI::IsMember({"debug", "info", "warning", "error", "off"}));
    parser.set_version_flag("--version", "limpid-cli " LIMPID_VERSION);
    parser.require_subcommand(1);
}

void startLog(const CommonOptions& options, std::ostream& err) {
    auto logger =
        std::make_shared<spdlog::logger>("limpid", std::make_shared<spdlog::sinks::ostream_sink_mt>(err, true));
    logger->set_level(spdlog::level::from_str(options.logLevel));
    spdlog::set_default_logger(std::move(logger));
}

/// The edge of the program: what no room has turned into an Error ends here as a sentence.
ExitStatus runGuarded(Command& command, Console& console) {
    try {
        return command.run(console);
    } catch (const std::bad_alloc&) {
        return console.giveUp({ErrorCode::OutOfMemory, {"running " + command.name()}, {}});
    } catch (const std::exception& exception) {
        return console.giveUp({ErrorCode::Internal, {"running " + command.name()}, exception.what()});
    }
}

} // namespace

ExitStatus runCommandLine(const std::vector<std::unique_ptr<Command>>& commands, std::vector<std::string> arguments,
                          const CommandLineSurroundings& surroundings) {
    CLI::App parser("Makes poor medical images readable and adapts itself to the clinic it stands in.", "limpid-cli");
    CommonOptions options;
    addCommonOptions(parser, options);

    Command* chosen = nullptr;
    for (const auto& command : commands) {
        auto* sub = parser.add_subcommand(command->name(), command->description());
        sub->fallthrough(); // so that --json and its like may stand behind the command too
        command->add(*sub);
        sub->callback([&chosen, candidate = command.get()] { chosen = candidate; });
    }

    try {
        std::reverse(arguments.begin(), arguments.end()); // the order that CLI11 wants
        parser.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        const bool asked = parser.exit(error, surroundings.out, surroundings.err) == 0; // --help, --version
        return asked ? ExitStatus::Done : ExitStatus::WrongUse;
    }

    startLog(options, surroundings.err);
    setThreadCount(options.threads);
    Console console({options.json, surroundings.errorsToTerminal}, surroundings.out, surroundings.err,
                    surroundings.stop);
    const auto status = runGuarded(*chosen, console);
    console.finish(chosen->name(), status);
    return status;
}

} // namespace limpid
