// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/log_line.h"

#include <QObject>

#include <cstddef>
#include <memory>

namespace spdlog::sinks {
class sink;
}

namespace limpid {

/// Brings the program's log to the window. Any thread may log, through spdlog; the lines come out as signals in the
/// thread that owns the object, several at a time where they come fast. When more than `capacity` lines wait, the
/// oldest are dropped and one line says how many.
class LogSink : public QObject {
    Q_OBJECT

public:
    /// `capacity`: 1 or more lines.
    explicit LogSink(std::size_t capacity = 2000, QObject* parent = nullptr);
    /// Loggers may keep the sink and go on logging; their lines are dropped.
    ~LogSink() override;

    /// To be added to a logger: `spdlog::default_logger()->sinks().push_back(log.sink())`, before threads use it.
    std::shared_ptr<spdlog::sinks::sink> sink() const;

Q_SIGNALS:
    void logged(const limpid::LogLine& line);

private:
    class Sink;
    void drain();

    std::shared_ptr<Sink> m_sink;
};

} // namespace limpid
