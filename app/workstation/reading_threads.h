// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "return_path.h"

#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace limpid {

/// A few threads for work that reads files. On a network drive that is gone such work may hang for minutes or for ever,
/// and nothing can wake it. So that closing the window does not hang with it, the destructor waits for a moment only
/// and then leaves the threads behind. The work must therefore own all it touches (by value or shared); it reports to
/// its owner through owner(). To be used from the owner's thread.
class ReadingThreads {
public:
    using Work = std::function<void()>; ///< Must not throw.
    /// Ordinary work, or work that is to stand back behind every other on the machine.
    enum class Priority { Ordinary, Background };

    /// At most `most` threads (at least 1), begun when they are first needed.
    ReadingThreads(QObject& owner, int most, Priority priority = Priority::Ordinary);
    /// Forgets what has not begun, waits a tenth of a second for what has, and leaves behind what still hangs. Nothing
    /// is posted to the owner any more.
    ~ReadingThreads();
    ReadingThreads(const ReadingThreads&) = delete;
    ReadingThreads& operator=(const ReadingThreads&) = delete;

    void start(Work work);
    /// Forgets what has not begun.
    void clear();
    const ReturnPath& owner() const { return m_owner; }

    /// How many threads of the whole program were left behind and hang still. Where there are any, main() must end the
    /// program without tearing down what they may come to use when they wake up. Any thread.
    static int leftBehind();

private:
    struct Shared;
    static void run(const std::shared_ptr<Shared>& shared);

    ReturnPath m_owner;
    std::size_t m_most;
    std::shared_ptr<Shared> m_shared;
    std::vector<std::thread> m_threads;
};

} // namespace limpid
