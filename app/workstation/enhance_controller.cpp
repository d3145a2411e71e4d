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

/// One image is read at a time; the others are for the next images while a drive hangs.
constexpr int readingThreads = 8;

} // namespace

EnhanceController::EnhanceController(std::unique_ptr<EnhancementEngine> engine, QObject* parent)
    : EnhanceController(
          std::move(engine), [](const std::filesystem::path& path) { return readImage(path); }, parent) {}

EnhanceController::EnhanceController(std::unique_ptr<EnhancementEngine> engine, Read read, QObject* parent)
    : QObject(parent)
    , m_engine(std::move(engine))
    , m_read(std::move(read))
    , m_reading(*this, readingThreads)
    , m_thread([this](const std::stop_token& quit) { run(quit); }) {}

EnhanceController::~EnhanceController() {
    m_thread.request_stop();
    dropJob();
    m_thread.join();
}

void EnhanceController::request(const std::filesystem::path& image, const std::vector<std::filesystem::path>& models) {
    ++m_latest;
    dropJob();
    m_busy = true;
    m_reading.clear();
    m_reading.start([this, owner = m_reading.owner(), read = m_read, image, models, ticket = m_latest] {
        auto original = guarded("reading the image", [&] { return readOriginal(read, image); });
        owner.post([this, ticket, original = std::move(original), models] { takeOriginal(ticket, original, models); });
    });
}

void EnhanceController::cancel() {
    ++m_latest;
    dropJob();
    m_reading.clear();
    m_busy = false;
}

Result<EnhanceController::Original> EnhanceController::readOriginal(const Read& read,
                                                                    const std::filesystem::path& path) {
    auto image = read(path);
    if (!image)
        return fail(std::move(image.error()));
    ImagePyramid shown(toQImage(*image));
    if (shown.isNull()) // Qt's way of saying that the memory does not suffice
        return fail(ErrorCode::OutOfMemory, {"showing the image"});
    return Original{std::move(*image), std::move(shown)};
}

void EnhanceController::takeOriginal(std::uint64_t ticket, const Result<Original>& original,
                                     const std::vector<std::filesystem::path>& models) {
    if (ticket != m_latest)
        return;
    if (original && !models.empty()) {
        const std::scoped_lock lock(m_mutex);
        m_next = Job{ticket, original->image, models};
        m_wake.notify_one();
    } else {
        m_busy = false;
    }
    if (original)
        Q_EMIT originalRead(original->shown);
    else
        Q_EMIT readFailed(errorSentence(original.error()));
}

void EnhanceController::dropJob() {
    const std::scoped_lock lock(m_mutex);
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
    tellDevice();
    for (std::size_t which = 0; which < job.models.size() && !cancelled.stop_requested(); ++which) {
        if (!enhance(job, which, cancelled))
            break;
    }
    post(job.ticket, [this] { m_busy = false; });
}

bool EnhanceController::enhance(const Job& job, std::size_t which, const std::stop_token& cancelled) {
    const auto begin = std::chrono::steady_clock::now();
    auto result = guarded("enhancing the image", [&]() -> Result<EnhancedPicture> {
        auto enhancement = m_engine->enhance(job.original, job.models[which], cancelled);
        if (!enhancement)
            return fail(std::move(enhancement.error()));
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        ImagePyramid shown(toQImage(enhancement->image));
        if (shown.isNull())
            return fail(ErrorCode::OutOfMemory, {"showing the enhanced image"});
        return EnhancedPicture{std::move(shown),
                               toGreyQImage(enhancement->structure),
                               QString::fromStdString(enhancement->note),
                               enhancement->verdict,
                               taken.count(),
                               job.original,
                               std::move(enhancement->image)};
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
