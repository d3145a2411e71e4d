// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console.h"

#include <spdlog/fmt/fmt.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <cmath>
#include <mutex>
#include <ostream>
#include <utility>

namespace limpid {

std::string durationInWords(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0)
        return {};
    const long whole = std::lround(seconds);
    if (whole < 60)
        return fmt::format("{} s", whole);
    if (whole < 3600)
        return fmt::format("{} min {:02} s", whole / 60, whole % 60);
    return fmt::format("{} h {:02} min", whole / 3600, whole % 3600 / 60);
}

/// The bar's line and the lock around standard error. Shared with the progress listeners, which may outlive a command.
class Console::Bar {
public:
    Bar(std::ostream& err, bool visible)
        : m_err(err)
        , m_visible(visible) {}

    void restart() {
        const std::lock_guard lock(m_mutex);
        clear();
        m_begin = Clock::now();
        m_drawn = {};
    }

    void show(const ProgressUpdate& update) {
        const std::lock_guard lock(m_mutex);
        if (!m_visible)
            return;
        const auto now = Clock::now();
        constexpr std::chrono::milliseconds shortestBetweenDrawings{100};
        if (update.fraction < 1.0 && now - m_drawn < shortestBetweenDrawings)
            return;
        m_drawn = now;
        clear();
        if (update.fraction >= 1.0)
            return;
        m_err << line(update, std::chrono::duration<double>(now - m_begin).count()) << std::flush;
        m_onScreen = true;
    }

    void write(std::string_view message) {
        const std::lock_guard lock(m_mutex);
        clear();
        m_err << message << '\n' << std::flush;
    }

    void remove() {
        const std::lock_guard lock(m_mutex);
        clear();
        m_visible = false;
    }

private:
    using Clock = std::chrono::steady_clock;

    static std::string line(const ProgressUpdate& update, double elapsedSeconds) {
        constexpr int cells = 30;
        const int full = static_cast<int>(update.fraction * cells);
        auto text =
            fmt::format("[{:#<{}}{:.<{}}] {} %", "", full, "", cells - full, static_cast<int>(update.fraction * 100));
        // Earlier than this the guess jumps about more than it tells.
        constexpr double soonestGuessSeconds = 1.0;
        if (elapsedSeconds > soonestGuessSeconds && update.fraction > 0.01)
            text += ", " + durationInWords(elapsedSeconds * (1 - update.fraction) / update.fraction) + " left";
        if (!update.step.empty())
            text += ", " + update.step;
        constexpr std::size_t longestLine = 110;
        if (text.size() > longestLine)
            text.resize(longestLine);
        return text;
    }

    void clear() {
        if (m_onScreen)
            m_err << "\r\033[K" << std::flush;
        m_onScreen = false;
    }

    std::ostream& m_err;
    std::mutex m_mutex;
    bool m_visible;
    bool m_onScreen = false;
    Clock::time_point m_begin = Clock::now();
    Clock::time_point m_drawn;
};

Console::Console(Settings settings, std::ostream& out, std::ostream& err, std::stop_token stop)
    : m_settings(settings)
    , m_out(out)
    , m_stop(std::move(stop))
    , m_bar(std::make_shared<Bar>(err, settings.errorsToTerminal)) {}

Console::~Console() {
    m_bar->remove();
}

Progress Console::progress() {
    m_bar->restart();
    return Progress([bar = m_bar](const ProgressUpdate& update) { bar->show(update); });
}

bool Console::mustStop() {
    if (!m_stop.stop_requested())
        return false;
    if (!m_cutShort)
        fail({}, {ErrorCode::Cancelled, {}, {}});
    m_cutShort = true;
    return true;
}

void Console::say(std::string_view message) {
    m_bar->write(message);
}

void Console::print(std::string_view line) {
    if (m_settings.json)
        return;
    m_bar->restart();
    m_out << line << '\n';
}

void Console::fail(const std::string& input, const Error& error) {
    const auto sentence = englishSentence(error);
    if (!error.detail.empty())
        spdlog::info("{}: {}", codeName(error.code), error.detail);
    {
        const std::lock_guard lock(m_failuresMutex);
        m_failures.push_back({input, std::string(codeName(error.code)), sentence});
    }
    say(sentence);
}

std::size_t Console::failureCount() const {
    const std::lock_guard lock(m_failuresMutex);
    return m_failures.size();
}

ExitStatus Console::conclude(std::size_t done) const {
    if (failureCount() == 0)
        return ExitStatus::Done;
    return done > 0 ? ExitStatus::SomeFailed : ExitStatus::NothingDone;
}

ExitStatus Console::giveUp(const Error& error) {
    fail({}, error);
    return error.code == ErrorCode::InvalidArgument ? ExitStatus::WrongUse : ExitStatus::NothingDone;
}

void Console::finish(const std::string& command, ExitStatus status) {
    m_bar->remove();
    if (m_settings.json) {
        auto failures = nlohmann::ordered_json::array();
        for (const auto& failure : m_failures)
            failures.push_back({{"input", failure.input}, {"code", failure.code}, {"sentence", failure.sentence}});
        m_results["command"] = command;
        m_results["status"] = static_cast<int>(status);
        m_results["failures"] = std::move(failures);
        // File names may hold bytes that are not UTF-8; they must not cost the whole answer.
        m_out << m_results.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    }
    m_out.flush();
}

} // namespace limpid
