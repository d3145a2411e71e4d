// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sample_clinic.h"

#include "error_sentence.h"
#include "inference/sample_clinic.h"
#include "paths.h"
#include "worker_guard.h"

#include <system_error>
#include <utility>

namespace limpid {

namespace fs = std::filesystem;

namespace {

constexpr auto imageFolder = "images";

/// Makes it beside its place and moves it there, so that what was interrupted is never taken for a clinic.
Result<void> makeWhole(const fs::path& folder, const SampleClinic::Make& make, Progress progress,
                       const std::stop_token& stop) {
    std::error_code error;
    if (fs::is_directory(folder / imageFolder, error))
        return {};
    progress.set(0.0, "making the sample clinic");
    auto unfinished = folder;
    unfinished += ".unfinished";
    fs::remove_all(unfinished, error); // of a program that went down
    fs::create_directories(unfinished, error);
    if (error)
        return fail(error == std::errc::permission_denied ? ErrorCode::PermissionDenied : ErrorCode::WriteFailed,
                    {unfinished.string()}, error.message());
    auto made = make(unfinished, progress, stop);
    if (made) {
        fs::rename(unfinished, folder, error);
        if (error)
            made = fail(ErrorCode::WriteFailed, {folder.string()}, error.message());
    }
    if (!made)
        fs::remove_all(unfinished, error);
    return made;
}

} // namespace

SampleClinic::SampleClinic(fs::path folder, QObject* parent)
    : SampleClinic(
          std::move(folder),
          [](const fs::path& place, Progress progress, const std::stop_token& stop) {
              return makeSampleClinic(place, {}, std::move(progress), stop);
          },
          parent) {}

SampleClinic::SampleClinic(fs::path folder, Make make, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_make(std::move(make)) {}

SampleClinic::~SampleClinic() {
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void SampleClinic::open() {
    if (m_making || !isOffered())
        return;
    m_making = true;
    m_thread = std::jthread([this](const std::stop_token& stop) {
        const Progress progress([this](const ProgressUpdate& update) {
            QMetaObject::invokeMethod(
                this,
                [this, fraction = update.fraction] {
                    if (m_making)
                        Q_EMIT progressed(fraction);
                },
                Qt::QueuedConnection);
        });
        auto outcome = guarded("making the sample clinic", [&] { return makeWhole(m_folder, m_make, progress, stop); });
        QMetaObject::invokeMethod(
            this, [this, outcome = std::move(outcome)] { end(outcome); }, Qt::QueuedConnection);
    });
}

void SampleClinic::cancel() {
    m_thread.request_stop();
}

void SampleClinic::end(const Result<void>& outcome) {
    m_thread.join();
    m_making = false;
    Q_EMIT ended();
    if (outcome)
        Q_EMIT ready(toQString(m_folder / imageFolder));
    else if (outcome.error().code != ErrorCode::Cancelled)
        Q_EMIT failed(errorSentence(outcome.error()));
}

} // namespace limpid
