// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exit_status.h"
#include "task/progress.h"
#include "task/result.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace limpid {

/// Where a command talks to its user. Standard output carries results only: lines of text, or with --json exactly one
/// object at the end. Standard error carries messages, failures and, on a terminal, a progress bar with the time left.
/// say() and fail() may be called from any thread; the rest from the command's own.
class Console {
public:
    struct Settings {
        bool json = false;             ///< one JSON object instead of lines on `out`
        bool errorsToTerminal = false; ///< `err` is a terminal: draw the bar
    };

    Console(Settings settings, std::ostream& out, std::ostream& err, std::stop_token stop);
    ~Console();
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    /// A fresh progress from 0 to 1, shown as a bar while it moves.
    Progress progress();
    /// Set once the user has asked to stop (Ctrl-C, SIGTERM).
    std::stop_token stopToken() const { return m_stop; }

    /// True once the user has asked to stop; then the run counts as cut short, with Cancelled among its failures. For
    /// loops that still have something to do.
    bool mustStop();

    /// A message, one line on standard error.
    void say(std::string_view message);
    /// A result, one line on standard output; nothing with --json, where results() speaks.
    void print(std::string_view line);

    /// Notes that `input` failed, and says so in a sentence. The error's detail goes to the log.
    void fail(const std::string& input, const Error& error);
    std::size_t failureCount() const;

    /// The JSON object that --json prints, to be filled by the command.
    nlohmann::ordered_json& results() { return m_results; }

    /// The status that fits `done` inputs done and the failures noted.
    ExitStatus conclude(std::size_t done) const;
    /// Notes `error` for the whole command: the same as fail() with NothingDone (WrongUse for InvalidArgument).
    ExitStatus giveUp(const Error& error);

    /// Ends the output: removes the bar and, with --json, prints the one object, with "command", "status" and
    /// "failures" (input, code, sentence) added. To be called once.
    void finish(const std::string& command, ExitStatus status);

private:
    struct Failure {
        std::string input;
        std::string code;
        std::string sentence;
    };
    class Bar;

    Settings m_settings;
    std::ostream& m_out;
    std::stop_token m_stop;
    std::shared_ptr<Bar> m_bar;
    mutable std::mutex m_failuresMutex;
    std::vector<Failure> m_failures;
    bool m_cutShort = false;
    nlohmann::ordered_json m_results = nlohmann::ordered_json::object();
};

/// "42 s", "3 min 20 s" or "2 h 05 min"; empty for what is not finite.
std::string durationInWords(double seconds);

} // namespace limpid
