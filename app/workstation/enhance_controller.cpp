// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enhance_controller.h"

#include "error_sentence.h"
#include "imaging/image_reader.h"
#include "picture.h"
#include "worker_guard.h"

#include <chrono>
#include <utility>

namespace limpid {

namespace {

/// An image as it was read, and as the screen shows it.
struct OriginalPicture {
    Image image;
    QImage shown;
};

Result<OriginalPicture> readOriginal(const std::filesystem::path& path) {
    auto image = readImage(path);
    if (!image)
        return fail(std::move(image.error()));
    auto shown = toQImage(*image);
    if (shown.isNull()) // Qt's way of saying that the memory does not suffice
        return fail(ErrorCode::OutOfMemory, {"showing the image"});
    return OriginalPicture{std::move(*image), std::move(shown)};
}

} // namespace

EnhanceController::EnhanceController(std::unique_ptr<EnhancementEngine> engine, QObject* parent)
    : QObject(parent)
    , m_engine(std::move(engine))
    , m_thread([this](const std::stop_token& quit) { run(quit); }) {}

EnhanceController::~EnhanceController() {
    m_thread.request_stop();
    cancel();
    m_thread.join();
}

void EnhanceController::request(const std::filesystem::path& image, const std::vector<std::filesystem::path>& models) {
    const std::scoped_lock lock(m_mutex);
    m_current.request_stop();
    m_next = Job{++m_latest, image, models};
    m_wake.notify_one();
}

void EnhanceController::cancel() {
    const std::scoped_lock lock(m_mutex);
    ++m_latest;
    m_next.reset();
    m_current.request_stop();
}

void EnhanceController::run(const std::stop_token& quit) {
    if (!hasRequest())
        tellDevice(); // nobody waits for an image yet
    while (!quit.stop_requested()) {
        Job job;
        std::stop_token cancelled;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, quit, [this] { return m_next.has_value(); }))
                return;
            job = std::move(*m_next);
            m_next.reset();
            m_current = std::stop_source();
            cancelled = m_current.get_token();
        }
        work(job, cancelled);
    }
}

bool EnhanceController::hasRequest() {
    const std::scoped_lock lock(m_mutex);
    return m_next.has_value();
}

void EnhanceController::work(const Job& job, const std::stop_token& cancelled) {
    auto original = guarded("reading the image", [&] { return readOriginal(job.image); });
    if (!original) {
        post(job.ticket, [this, error = std::move(original.error())] { Q_EMIT readFailed(errorSentence(error)); });
        return;
    }
    if (cancelled.stop_requested())
        return;
    post(job.ticket, [this, shown = original->shown] { Q_EMIT originalRead(shown); });
    tellDevice();
    for (std::size_t which = 0; which < job.models.size() && !cancelled.stop_requested(); ++which) {
        if (!enhance(job, which, original->image, cancelled))
            return;
    }
}

bool EnhanceController::enhance(const Job& job, std::size_t which, const Image& original,
                                const std::stop_token& cancelled) {
    const auto begin = std::chrono::steady_clock::now();
    auto result = guarded("enhancing the image", [&]() -> Result<EnhancedPicture> {
        auto enhancement = m_engine->enhance(original, job.models[which], cancelled);
        if (!enhancement)
            return fail(std::move(enhancement.error()));
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        auto shown = toQImage(enhancement->image);
        if (shown.isNull())
            return fail(ErrorCode::OutOfMemory, {"showing the enhanced image"});
        return EnhancedPicture{std::move(shown), toGreyQImage(enhancement->structure),
                               QString::fromStdString(enhancement->note), taken.count()};
    });
    if (result) {
        post(job.ticket,
             [this, which, picture = std::move(*result)] { Q_EMIT enhanced(static_cast<int>(which), picture); });
        return true;
    }
    if (!cancelled.stop_requested())
        post(job.ticket, [this, error = std::move(result.error())] { Q_EMIT enhanceFailed(errorSentence(error)); });
    return false;
}

void EnhanceController::tellDevice() {
    if (std::exchange(m_deviceTold, true))
        return;
    const auto words = guarded("choosing the device", [this] { return m_engine->deviceWords(); });
    QMetaObject::invokeMethod(
        this,
        [this, text = words ? QString::fromStdString(*words) : errorSentence(words.error())] {
            Q_EMIT deviceKnown(text);
        },
        Qt::QueuedConnection);
}

template <typename Report>
void EnhanceController::post(std::uint64_t ticket, Report report) {
    QMetaObject::invokeMethod(
        this,
        [this, ticket, report = std::move(report)] {
            if (ticket == m_latest)
                report();
        },
        Qt::QueuedConnection);
}

} // namespace limpid
