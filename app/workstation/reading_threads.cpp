// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading_threads.h"

#include "background_priority.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

namespace limpid {

namespace {

constexpr std::chrono::milliseconds patience(100);

/// A fact about the process, like its number of open files; who may end it has to know.
std::atomic<int> abandoned = 0;

} // namespace

struct ReadingThreads::Shared {
    Priority priority = Priority::Ordinary;
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Work> waiting;
    std::size_t idle = 0;
    std::size_t alive = 0;
    bool ended = false;
    bool leftBehind = false;
};

ReadingThreads::ReadingThreads(QObject& owner, int most, Priority priority)
    : m_owner(owner)
    , m_most(static_cast<std::size_t>(std::max(1, most)))
    , m_shared(std::make_shared<Shared>()) {
    m_shared->priority = priority;
}

ReadingThreads::~ReadingThreads() {
    m_owner.close();
    std::unique_lock lock(m_shared->mutex);
    m_shared->waiting.clear();
    m_shared->ended = true;
    m_shared->changed.notify_all();
    const bool all = m_shared->changed.wait_for(lock, patience, [this] { return m_shared->alive == 0; });
    if (!all) {
        m_shared->leftBehind = true;
        abandoned += static_cast<int>(m_shared->alive);
    }
    lock.unlock();
    for (auto& thread : m_threads) {
        if (all)
            thread.join();
        else
            thread.detach();
    }
}

void ReadingThreads::start(Work work) {
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->waiting.push_back(std::move(work));
    if (m_shared->idle < m_shared->waiting.size() && m_threads.size() < m_most) {
        ++m_shared->alive;
        m_threads.emplace_back([shared = m_shared] { run(shared); });
    } else {
        m_shared->changed.notify_all();
    }
}

void ReadingThreads::clear() {
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->waiting.clear();
}

int ReadingThreads::leftBehind() {
    return abandoned;
}

void ReadingThreads::run(const std::shared_ptr<Shared>& shared) {
    if (shared->priority == Priority::Background)
        computeInTheBackground();
    std::unique_lock lock(shared->mutex);
    while (true) {
        ++shared->idle;
        shared->changed.wait(lock, [&shared] { return shared->ended || !shared->waiting.empty(); });
        --shared->idle;
        if (shared->ended)
            break;
        auto work = std::move(shared->waiting.front());
        shared->waiting.pop_front();
        lock.unlock();
        work();
        work = nullptr; // what it owned may be large
        lock.lock();
    }
    --shared->alive;
    if (shared->leftBehind)
        --abandoned;
    shared->changed.notify_all();
}

} // namespace limpid
