// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "log_sink.h"

#include <spdlog/sinks/sink.h>

#include <algorithm>
#include <deque>
#include <mutex>
#include <utility>

namespace limpid {

namespace {

LogLevel levelOf(spdlog::level::level_enum level) {
    if (level >= spdlog::level::err)
        return LogLevel::Error;
    if (level == spdlog::level::warn)
        return LogLevel::Warning;
    return level == spdlog::level::info ? LogLevel::Information : LogLevel::Detail;
}

QDateTime timeOf(const spdlog::log_clock::time_point& time) {
    const auto sinceEpoch = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count());
}

} // namespace

/// What loggers hold. It may live longer than its owner.
class LogSink::Sink : public spdlog::sinks::sink {
public:
    Sink(LogSink* owner, std::size_t capacity)
        : m_owner(owner)
        , m_capacity(std::max<std::size_t>(capacity, 1)) {}

    void log(const spdlog::details::log_msg& message) override {
        const std::lock_guard lock(m_mutex);
        if (m_owner == nullptr)
            return;
        m_waiting.push_back(
            {timeOf(message.time), levelOf(message.level),
             QString::fromUtf8(message.payload.data(), static_cast<qsizetype>(message.payload.size()))});
        if (m_waiting.size() > m_capacity) {
            m_waiting.pop_front();
            ++m_dropped;
        }
        // One call for all lines that come until it is answered, however fast they come.
        if (!std::exchange(m_called, true))
            QMetaObject::invokeMethod(m_owner, &LogSink::drain, Qt::QueuedConnection);
    }

    /// The lines that wait, and how many were dropped before them.
    std::pair<std::deque<LogLine>, std::size_t> take() {
        const std::lock_guard lock(m_mutex);
        m_called = false;
        return {std::exchange(m_waiting, {}), std::exchange(m_dropped, 0)};
    }

    void leaveOwner() {
        const std::lock_guard lock(m_mutex);
        m_owner = nullptr;
    }

    void flush() override {}
    // The window has its own form for a line.
    void set_pattern(const std::string&) override {}
    void set_formatter(std::unique_ptr<spdlog::formatter>) override {}

private:
    std::mutex m_mutex;
    LogSink* m_owner;
    const std::size_t m_capacity;
    std::deque<LogLine> m_waiting;
    std::size_t m_dropped = 0;
    bool m_called = false;
};

LogSink::LogSink(std::size_t capacity, QObject* parent)
    : QObject(parent)
    , m_sink(std::make_shared<Sink>(this, capacity)) {}

LogSink::~LogSink() {
    m_sink->leaveOwner();
}

std::shared_ptr<spdlog::sinks::sink> LogSink::sink() const {
    return m_sink;
}

void LogSink::drain() {
    const auto [lines, dropped] = m_sink->take();
    if (dropped > 0)
        Q_EMIT logged({lines.front().time, LogLevel::Warning,
                       QStringLiteral("%1 lines of the log came too fast and were dropped.").arg(dropped)});
    for (const auto& line : lines)
        Q_EMIT logged(line);
}

} // namespace limpid
