// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "background_judge.h"

#include "worker_guard.h"

#include <algorithm>
#include <utility>

namespace limpid {

namespace {

/// How long everything else must have been quiet, in milliseconds.
constexpr int quietMs = 300;
/// So often it is told to wait, quietMs apart, before it counts as held up: three seconds, in which most photographs
/// are read and enhanced.
constexpr int refusalsOfALongWait = 10;
/// One works; the others are for the next folders while a drive hangs.
constexpr int threads = 4;

} // namespace

BackgroundJudge::BackgroundJudge(std::shared_ptr<QualityEngine> engine, Next next, QObject* parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>())
    , m_next(std::move(next))
    , m_threads(*this, threads, ReadingThreads::Priority::Background) {
    m_shared->engine = std::move(engine);
    m_pause.setSingleShot(true);
    m_pause.setInterval(quietMs);
    connect(&m_pause, &QTimer::timeout, this, &BackgroundJudge::begin);
}

void BackgroundJudge::wake() {
    if (!m_judging && !m_pause.isActive())
        m_pause.start();
}

void BackgroundJudge::drop() {
    ++m_generation;
    m_judging = false;
    m_threads.clear();
    wake();
}

bool BackgroundJudge::isHeldUp() const {
    return m_refusals >= refusalsOfALongWait;
}

void BackgroundJudge::countRefusals(int refusals) {
    const bool before = isHeldUp();
    m_refusals = refusals;
    if (isHeldUp() != before)
        Q_EMIT heldUpChanged();
}

void BackgroundJudge::begin() {
    if (m_judging)
        return;
    if (m_mayWork && !m_mayWork()) {
        m_pause.start();
        countRefusals(std::min(m_refusals + 1, refusalsOfALongWait));
        return;
    }
    countRefusals(0);
    auto task = m_next();
    if (!task)
        return;
    m_judging = true;
    m_threads.start(
        [this, owner = m_threads.owner(), shared = m_shared, task = std::move(*task), generation = m_generation] {
            auto opinion = guarded("judging an image", [&]() -> Opinion {
                const auto image = task.image();
                if (!image)
                    return fail(image.error());
                const std::scoped_lock lock(shared->mutex);
                return shared->engine->judge(*image, task.which);
            });
            owner.post([this, generation, take = task.take, opinion = std::move(opinion)] {
                if (generation != m_generation)
                    return;
                m_judging = false;
                take(opinion);
                begin();
            });
        });
}

} // namespace limpid
