// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adaptation_forecaster.h"

#include "error_sentence.h"
#include "worker_guard.h"

#include <utility>

namespace limpid {

AdaptationForecaster::AdaptationForecaster(std::shared_ptr<AdaptationEngine> engine, QObject* parent)
    : QObject(parent)
    , m_engine(std::move(engine)) {}

AdaptationForecaster::~AdaptationForecaster() {
    release();
}

void AdaptationForecaster::begin(const AdaptationJob& job) {
    auto before = release();
    m_thread =
        std::jthread([this, job, ticket = m_ticket, before = std::move(before)](const std::stop_token& stop) mutable {
            before = {}; // waits for it
            work(job, ticket, stop);
        });
}

void AdaptationForecaster::cancel() {
    ++m_ticket;
    m_thread.request_stop();
}

std::jthread AdaptationForecaster::release() {
    cancel();
    return std::move(m_thread);
}

void AdaptationForecaster::work(const AdaptationJob& job, std::uint64_t ticket, const std::stop_token& stop) {
    auto survey = guarded("looking at the folder", [&] { return surveyFolder(job.folder, stop); });
    if (survey)
        post(ticket, [this, found = *survey] { Q_EMIT surveyed(found); });
    auto forecast = guarded("measuring", [&] { return m_engine->forecast(job, stop); });
    if (forecast)
        post(ticket, [this, found = *forecast] { Q_EMIT measured(found); });
    else if (forecast.error().code != ErrorCode::Cancelled)
        post(ticket, [this, error = std::move(forecast.error())] { Q_EMIT failed(errorSentence(error)); });
}

template <typename Report>
void AdaptationForecaster::post(std::uint64_t ticket, Report report) {
    QMetaObject::invokeMethod(
        this,
        [this, ticket, report = std::move(report)] {
            if (ticket == m_ticket)
                report();
        },
        Qt::QueuedConnection);
}

} // namespace limpid
