// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adaptation_engine.h"
#include "imaging/folder_survey.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <memory>
#include <thread>

namespace limpid {

/// Finds out before an adaptation what the folder holds and what the run will take, in one worker thread. Everything is
/// called, and every signal comes, in the thread that owns the object; nothing waits there but the destructor.
class AdaptationForecaster : public QObject {
    Q_OBJECT

public:
    explicit AdaptationForecaster(std::shared_ptr<AdaptationEngine> engine, QObject* parent = nullptr);
    /// Cancels what is being measured and waits for its end.
    ~AdaptationForecaster() override;

    /// Looks at the folder, then measures. What was being measured before is cancelled and reported no more.
    void begin(const AdaptationJob& job);
    /// Nothing is reported any more; the engine goes on until it has seen that it shall stop.
    void cancel();
    /// Cancels and gives the thread away: whoever uses the engine next joins it first, so that two never compute at a
    /// time.
    std::jthread release();

Q_SIGNALS:
    void surveyed(const FolderSurvey& survey);
    void measured(const AdaptationForecast& forecast);
    /// Instead of measured(); a folder that cannot be listed is not surveyed either.
    void failed(const QString& sentence);

private:
    void work(const AdaptationJob& job, std::uint64_t ticket, const std::stop_token& stop);
    /// Calls `report` in the owner's thread, unless it has been cancelled meanwhile.
    template <typename Report>
    void post(std::uint64_t ticket, Report report);

    std::shared_ptr<AdaptationEngine> m_engine;
    std::uint64_t m_ticket = 0;
    std::jthread m_thread;
};

} // namespace limpid
