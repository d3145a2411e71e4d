// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality_engine.h"
#include "reading_threads.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace limpid {

/// Judges one image after another in a thread that stands back behind every other, and begins none while something
/// else is to be done. What is judged next is asked for each time, so that the most urgent image comes first. To be
/// used from the thread that owns it.
class BackgroundJudge : public QObject {
    Q_OBJECT

public:
    using Opinion = Result<QualityOpinion>;
    struct Task {
        std::function<Result<Image>()> image;     ///< Called in the thread; owns or shares all it touches.
        std::function<void(const Opinion&)> take; ///< Called in the owner's thread.
        JudgedImage which = JudgedImage::Original;
    };
    using Next = std::function<std::optional<Task>()>; ///< Nothing: there is nothing to judge now.
    using MayWork = std::function<bool()>;

    /// `next` and `mayWork` are called in the owner's thread.
    BackgroundJudge(std::shared_ptr<QualityEngine> engine, Next next, QObject* parent = nullptr);

    /// While it says no, nothing is begun; it is asked again a moment later. Always yes at first.
    void setMayWork(MayWork mayWork) { m_mayWork = std::move(mayWork); }
    /// There may be something to judge now. What is being judged is not disturbed.
    void wake();
    /// Forgets the image being judged: nothing more is heard of it.
    void drop();
    /// Whether something else has been going on for longer than an image takes, so that it may go on for minutes.
    bool isHeldUp() const;

Q_SIGNALS:
    void heldUpChanged();

private:
    struct Shared {
        std::mutex mutex; ///< A read that hung may wake up beside the next one.
        std::shared_ptr<QualityEngine> engine;
    };
    void begin();
    void countRefusals(int refusals);

    std::shared_ptr<Shared> m_shared;
    Next m_next;
    MayWork m_mayWork;
    std::uint64_t m_generation = 0;
    bool m_judging = false;
    int m_refusals = 0; ///< How often it was told in a row that it may not work.
    QTimer m_pause;
    ReadingThreads m_threads;
};

} // namespace limpid
