// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace limpid {

/// What a listener is told: how far the whole job is (0..1, never falling) and what it is doing.
struct ProgressUpdate {
    double fraction = 0.0;
    std::string step;
};

/// Nested progress of one job. A job that consists of parts hands each part a child that owns a portion of its range.
///
/// The listener is called in the thread that reports, at most once per 0.1 % of the whole job or when the step's words
/// change. One job reports from one thread at a time; the object is cheap to copy, copies report to the same listener.
class Progress {
public:
    using Listener = std::function<void(const ProgressUpdate&)>;

    /// Reports to nobody.
    Progress() = default;
    explicit Progress(Listener listener);

    /// Sets how far this part is, 0..1 (clamped; going back is ignored).
    void set(double fraction);
    /// The same, with new words for what is being done.
    void set(double fraction, std::string_view step);
    /// A part that owns the next `portion` (0..1) of this one's range, from where this one stands now. The parent moves
    /// on when the child reaches 1.
    Progress child(double portion, std::string_view step);

private:
    struct Root;
    std::shared_ptr<Root> m_root;
    double m_begin = 0.0;
    double m_span = 1.0;
    double m_done = 0.0;
};

} // namespace limpid
