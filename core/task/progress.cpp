// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "task/progress.h"

#include <algorithm>
#include <utility>

namespace limpid {

struct Progress::Root {
    Listener listener;
    ProgressUpdate last;
    double reported = -1.0;

    void report(double fraction, std::string_view step) {
        constexpr double smallestStep = 0.001;
        last.fraction = std::max(last.fraction, std::min(fraction, 1.0));
        const bool newWords = !step.empty() && step != last.step;
        if (newWords)
            last.step = step;
        const bool moved = last.fraction - reported >= smallestStep || (last.fraction >= 1.0 && reported < 1.0);
        if (!newWords && !moved)
            return;
        reported = last.fraction;
        if (listener)
            listener(last);
    }
};

Progress::Progress(Listener listener)
    : m_root(std::make_shared<Root>()) {
    m_root->listener = std::move(listener);
}

void Progress::set(double fraction) {
    set(fraction, {});
}

void Progress::set(double fraction, std::string_view step) {
    m_done = std::max(m_done, std::clamp(fraction, 0.0, 1.0));
    if (m_root)
        m_root->report(m_begin + m_done * m_span, step);
}

Progress Progress::child(double portion, std::string_view step) {
    const double share = std::clamp(portion, 0.0, 1.0 - m_done);
    Progress part;
    part.m_root = m_root;
    part.m_begin = m_begin + m_done * m_span;
    part.m_span = share * m_span;
    m_done += share;
    part.set(0.0, step);
    return part;
}

} // namespace limpid
